## Was auch das Team liest, und was um jede Seite herum steht.

product = Candor
skip = Zum Inhalt
nav-main = Hauptmenü
nav-treatments = Behandlungen
all = Alle
next-page = Nächste Seite

## Angaben zu einem Fall
case-treatment = Behandlung
case-practitioner = Behandelt von
case-sessions = Sitzungen
fact-age-band = Alter
fact-age-band-18-24 = 18 bis 24
fact-age-band-25-34 = 25 bis 34
fact-age-band-35-44 = 35 bis 44
fact-age-band-45-54 = 45 bis 54
fact-age-band-55-64 = 55 bis 64
fact-age-band-65-up = 65 und älter
fact-sex = Geschlecht
fact-sex-female = Weiblich
fact-sex-male = Männlich
fact-sex-other = Divers
fact-norwood = Norwood-Grad
fact-norwood-1 = I
fact-norwood-2 = II
fact-norwood-2a = IIa
fact-norwood-3 = III
fact-norwood-3a = IIIa
fact-norwood-3v = III Vertex
fact-norwood-4 = IV
fact-norwood-4a = IVa
fact-norwood-5 = V
fact-norwood-5a = Va
fact-norwood-6 = VI
fact-norwood-7 = VII
fact-skin-tone = Hautton
fact-skin-tone-1 = Typ I
fact-skin-tone-2 = Typ II
fact-skin-tone-3 = Typ III
fact-skin-tone-4 = Typ IV
fact-skin-tone-5 = Typ V
fact-skin-tone-6 = Typ VI
fact-hair-colour = Haarfarbe
fact-hair-colour-black = Schwarz
fact-hair-colour-brown = Braun
fact-hair-colour-blond = Blond
fact-hair-colour-red = Rot
fact-hair-colour-grey = Grau
fact-hair-colour-white = Weiß
fact-scar-type = Narbe
fact-scar-type-none = Keine
fact-scar-type-strip = Streifen (FUT)
fact-scar-type-fue = Punkte (FUE)
fact-scar-type-trauma = Verletzung
fact-scar-type-other = Andere

## Fotos
stage-before = Vorher
stage-design = Entwurf
stage-session = Während einer Sitzung
stage-fresh = Frisch, noch nicht verheilt
stage-healed = Verheilt
stage-one-year = Nach einem Jahr
stage-touch-up = Nach einer Auffrischung
angle-front = Von vorn
angle-left = Von links
angle-right = Von rechts
angle-top = Von oben
angle-back = Von hinten
angle-detail = Nahaufnahme
alt-plain = { $view }, { $time }
alt-angle-front = Kopf von vorn
alt-angle-left = Kopf von links
alt-angle-right = Kopf von rechts
alt-angle-top = Kopf von oben
alt-angle-back = Kopf von hinten
alt-angle-detail = Ausschnitt der Kopfhaut aus der Nähe
alt-stage-before = vor der Behandlung
alt-stage-design = mit eingezeichnetem neuem Haaransatz
alt-stage-session = während einer Sitzung
alt-stage-fresh = frisch nach einer Sitzung
alt-stage-healed = verheilt
alt-stage-one-year = nach einem Jahr
alt-stage-touch-up = verheilt nach einer Auffrischung
story-drafted = { $count ->
    [one] { $treatment } in einer Sitzung.
   *[other] { $treatment } in { $count } Sitzungen.
  }
photos-count = { $count ->
    [one] Ein Foto
   *[other] { $count } Fotos
  }
list-separator = { ", " }
what-photo = Foto

## Wo etwas gezeigt wird
channel-website = Unsere Website
channel-search = Suchmaschinen
channel-partner-embed = Partnerseiten
channel-instagram = Instagram
channel-facebook = Facebook
channel-youtube = YouTube
channel-tiktok = TikTok
channel-print = Druck
channel-press = Presse
channel-ads = Werbeanzeigen
channel-education = Schulung in der Praxis
notice-withdrawn = Erledigt. Es wird nicht mehr gezeigt.
