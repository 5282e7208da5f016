## Was Besucher lesen.

nav-stories = Vorher und nachher
nav-testimonials = In eigenen Worten
nav-practitioners = Unser Team
nav-collecting = Wie wir sammeln und prüfen
nav-foot = Weitere Seiten
foot-promise = Jedes Bild hier zeigen wir mit Einwilligung des abgebildeten Menschen. Sie kann jederzeit widerrufen werden.
foot-staff = Für das Team
illustrated = Die Bilder dieser Vorführung sind gezeichnet, nicht fotografiert.

## Startseite
home-title = Sehen Sie, was sich geändert hat, und was nicht
home-lead = Vorher-Nachher-Bilder von Menschen, die zu uns kamen: zugeschnitten, nie retuschiert, und gezeigt, weil sie Ja gesagt haben.
home-description = Vorher-Nachher-Geschichten von Kundinnen und Kunden von { $clinic }, gezeigt mit ihrer Einwilligung.
home-stories = Neueste Geschichten
home-about = Was wir tun
home-collecting = Worauf Sie sich verlassen können
home-contact = Sprechen Sie erst mit uns
home-contact-lead = Fragen Sie, was Sie wissen möchten. Niemand muss sich sofort entscheiden, und manchmal lautet die ehrliche Antwort Nein.
story-read = Diese Geschichte lesen
stories-all = Alle Geschichten
treatments-all = Alle Behandlungen
booking-do = Beratung vereinbaren
promise-consent = Mit Einwilligung
promise-consent-lead = Jeder Mensch hat genau diesen Bildern an genau dieser Stelle zugestimmt und kann sie in derselben Minute zurückziehen.
promise-pictures = Nicht retuschiert
promise-pictures-lead = Wir schneiden zu, drehen und decken ab. Haut, Punkte und Licht bleiben, wie die Kamera sie gesehen hat.
promise-healed = Verheilt, nicht frisch
promise-healed-lead = Eine frische Behandlung sieht immer schärfer aus. Wir vergleichen mit dem verheilten Ergebnis und sagen es, wo es noch keines gibt.
promise-words = Wort für Wort
promise-words-lead = Was Kundinnen und Kunden schreiben, steht hier so, wie sie es geschrieben haben, und daneben, was sie dafür bekommen haben.

## Kontakt
contact-phone = Telefon
contact-email = E-Mail
contact-booking = Termine
contact-address = Wo Sie uns finden
contact-map = Karte

## Die Galerie
stories-lead = Eine Auswahl unserer Arbeit, gezeigt mit Einwilligung. Ergebnisse sind von Mensch zu Mensch verschieden.
stories-description = Vorher-Nachher-Geschichten von Kundinnen und Kunden von { $clinic }: { $count ->
    [one] eine Behandlung
   *[other] { $count } Behandlungen
  }, verheilte Ergebnisse, mit Datum und Sitzungen.
stories-filter = Eingrenzen
stories-filter-any = Beliebig
stories-filter-do = Zeigen
stories-filter-clear = Alle zeigen
stories-treatments = Behandlung
stories-empty = Noch keine Geschichten.
stories-empty-lead = Die ersten erscheinen hier, sobald die abgebildeten Menschen zugestimmt haben.
stories-none = Keine solche Geschichte
stories-none-lead = Wir zeigen nur, wozu Menschen eingewilligt haben; manches Ergebnis steht deshalb nicht hier. Versuchen Sie es mit weniger Bedingungen, oder fragen Sie uns.
stories-none-later = Keine weiteren Geschichten dieser Art.
stories-search = In den Geschichten suchen
stories-search-hint = Zum Beispiel: Narbe, Haaransatz, Norwood
stories-search-do = Suchen
stories-search-for = „{ $words }“
stories-sort = Reihenfolge
stories-sort-newest = Neueste zuerst
stories-sort-longest = Am längsten seit dem ersten Bild
stories-condition = { $fact }: { $value }
stories-condition-drop = Entfernen:
stories-found = { $count ->
    [one] Eine Geschichte
   *[other] { $count } Geschichten
  }
stories-corrected = „{ $words }“ steht nirgends. Hier steht „{ $corrected }“.
facet-range = { $low } bis { $high }
facet-count = { $label } ({ $count })
fact-sessions = Sitzungen
fact-sessions-1 = Eine
fact-sessions-2 = Zwei
fact-sessions-3 = Drei
fact-sessions-4 = Vier oder mehr
fact-since = Letztes Bild aufgenommen
fact-since-months = Weniger als sechs Monate danach
fact-since-half-year = Sechs Monate bis ein Jahr danach
fact-since-year = Ein bis zwei Jahre danach
fact-since-two-years = Zwei Jahre danach oder später
fact-location = Ort

## Die Merkliste
shortlist-title = Ihre Merkliste
shortlist-lead = Geschichten nebeneinander, um sie jemandem zu zeigen oder mitzubringen. Die Liste steht nur auf diesem Gerät und in der Adresse dieser Seite, sonst nirgends.
shortlist-missing = Nicht jede Geschichte dieser Liste wird hier noch gezeigt. Wer gezeigt wird, kann das jederzeit beenden.
shortlist-drop = Von der Liste nehmen
shortlist-unsaid = Keine Angabe
shortlist-share = Um diese Liste zu teilen, schicken Sie die Adresse dieser Seite. Ausgedruckt passt sie auf ein Blatt.
shortlist-more = Weitersuchen
shortlist-empty = Noch nichts gemerkt.
shortlist-empty-lead = Öffnen Sie eine Geschichte und merken Sie sie vor; sie erscheint dann hier neben den anderen.
shortlist-keep = Auf meine Merkliste
shortlist-kept = Auf meiner Merkliste

## Jemanden wie mich finden
find-link = Jemanden wie Sie finden
find-title = Jemand wie Sie
find-lead = Drei Fragen, von denen Sie jede auslassen können. Nichts wird gespeichert: Ihre Antworten stehen nur in der Adresse der Seite.
find-description = Drei Fragen, und die Geschichten von { $clinic }, die Ihrer am ähnlichsten beginnen, jeweils mit dem, was Sie gemeinsam haben.
find-treatment = Woran denken Sie?
find-treatment-any = Das weiß ich noch nicht
find-start = Wo beginnen Sie?
find-start-label = Haarausfall oder Narbe
find-start-hint = Die Norwood-Grade reichen von I, kein Haarausfall, bis VII, Haare nur noch an den Seiten und hinten.
find-person = Wer sind Sie?
find-unsaid = Keine Angabe
find-do = Zeigen, wer mir ähnlich ist
find-again = Neu beginnen
find-found = Am ähnlichsten
find-none = Niemand, der zugestimmt hat, gezeigt zu werden, beginnt wie Sie. Das sagt nichts darüber, was bei Ihnen möglich ist: Fragen Sie uns.
match-norwood-same = Derselbe Grad: Norwood { $value }
match-norwood-near = Ähnlicher Grad: Norwood { $value }
match-scar-type-same = Dieselbe Art von Narbe: { $value }
match-scar-type-near = Eine ähnliche Narbe: { $value }
match-age-band-same = Ihr Alter: { $value }
match-age-band-near = Nahe an Ihrem Alter: { $value }
match-skin-tone-same = Derselbe Hautton: { $value }
match-skin-tone-near = Ähnlicher Hautton: { $value }
sessions-count = { $count ->
    [one] Eine Sitzung
   *[other] { $count } Sitzungen
  }
card-after = { $count ->
    [one] { $stage }, eine Woche später
   *[other] { $stage }, { $count } Wochen später
  }
fact-line-age-band = { $value } Jahre
fact-line-sex = { $value }
fact-line-norwood = Norwood { $value }
fact-line-skin-tone = Haut { $value }
fact-line-hair-colour = Haarfarbe: { $value }
fact-line-scar-type = Narbe: { $value }

## Eine Geschichte
weeks-after = { $count ->
    [one] Eine Woche liegt dazwischen
   *[other] { $count } Wochen liegen dazwischen
  }
honesty = Nur zugeschnitten, gedreht oder abgedeckt, nicht retuschiert. Die Praxis hat vergleichbares Licht und vergleichbare Haltung bestätigt. Ergebnisse sind von Mensch zu Mensch verschieden.
stage-session-number = Sitzung { $number }
stage-session-number-short = Sitzung { $number }
stage-before-short = Vorher
stage-design-short = Entwurf
stage-session-short = Sitzung
stage-fresh-short = Frisch
stage-healed-short = Verheilt
stage-one-year-short = Ein Jahr
stage-touch-up-short = Auffrischung
since-same-day = am Tag von Sitzung { $session }
since-days = { $count ->
    [one] einen Tag nach Sitzung { $session }
   *[other] { $count } Tage nach Sitzung { $session }
  }
since-weeks = { $count ->
    [one] eine Woche nach Sitzung { $session }
   *[other] { $count } Wochen nach Sitzung { $session }
  }
since-months = { $count ->
    [one] einen Monat nach Sitzung { $session }
   *[other] { $count } Monate nach Sitzung { $session }
  }
story-description = { $treatment }: { $sessions }
picture-alt = { $stage }: { $seen }
story-facts = Auf einen Blick
story-sessions = Sitzungen
story-place = Ort
story-more = Weitere Geschichten zu dieser Behandlung
story-ask = Könnten Sie das sein?
story-ask-lead = Jeder Kopf ist anders. Wir sehen uns Ihren an und sagen Ihnen, was zu erwarten ist, was nicht, und was es kostet.
typical-result = Was üblich ist
individual-results = Ergebnisse sind von Mensch zu Mensch verschieden.
story-words = In eigenen Worten
sensitive-card = Die Bilder stehen auf der Seite der Geschichte, wenn Sie sie sehen möchten.
sensitive-lead = Der Anblick dieser Bilder kann belasten. Sie werden erst geladen, wenn Sie es möchten.
sensitive-show = Bilder zeigen
compare-heading = Vorher und nachher
compare-angles = Blickwinkel
compare-modes = Art des Vergleichs
compare-mode-slider = Schieben
compare-mode-side = Nebeneinander
compare-mode-fade = Überblenden
compare-mode-toggle = Wechseln
compare-at = Wie viel vom ersten Bild zu sehen ist
compare-value = { $count } % vorher
compare-shown = Gezeigtes Bild
compare-first = Vergleichen:
compare-second = mit
compare-do = Diese beiden zeigen
compare-unsettled = Das zweite Bild ist noch nicht verheilt: Es wird weicher aussehen.
disclosure-discount = Diese Person hat weniger bezahlt, weil sie zugestimmt hat, gezeigt zu werden.
disclosure-gift = Diese Person hat ein Geschenk bekommen, weil sie zugestimmt hat, gezeigt zu werden.
disclosure-free-treatment = Diese Person wurde kostenlos behandelt, weil sie zugestimmt hat, gezeigt zu werden.
disclosure-staff = Diese Person arbeitet in der Praxis.
disclosure-family = Diese Person ist mit jemandem aus der Praxis verwandt oder befreundet.

## Behandlungen
treatments-lead = Was wir tun, für wen es sich eignet, und für wen nicht.
offers-empty = Noch sind keine Behandlungen beschrieben.
treatment-contents = Auf dieser Seite
treatment-what = Was es ist
treatment-part-what-it-is-not = Was es nicht ist
treatment-part-benefits = Was es leisten kann
treatment-part-steps = So läuft es ab
treatment-part-healing = Sitzungen und Heilung
treatment-part-unsuitable = Für wen es sich nicht eignet
treatment-part-price = Was es kostet
treatment-part-misconceptions = Verbreitete Irrtümer
treatment-part-durability = Wie lange es hält
treatment-part-touch-ups = Auffrischungen
treatment-part-choosing = Woran Sie gute Anbieter erkennen
treatment-part-typical = Was üblich ist
treatment-part-aftercare = Nachsorge
treatment-stories = Geschichten zu dieser Behandlung
treatment-people = Wer behandelt

## Menschen
practitioners-lead = Wer die Nadel führt, und mit welcher Ausbildung.
practitioners-empty = Hier ist noch niemand vorgestellt.
practitioner-register = Registriert: { $number }
practitioner-look-up = Im Register nachschlagen
practitioner-stories = Geschichten von Menschen, die { $name } behandelt hat
practitioner-named = { $name }, { $title }
practitioners-all = Alle, die hier arbeiten

## Worte
testimonials-lead = Was Kundinnen und Kunden uns gesagt haben, unverändert.
testimonials-selected = Eine Auswahl: Nicht alle Worte stehen hier, und nur solange die Person zustimmt, von der sie stammen. Wir nennen weder Durchschnitt noch Anzahl. Was jemand dafür bekommen hat, steht daneben.
testimonials-all = Alle Worte, die Kundinnen und Kunden uns zu zeigen erlauben, solange sie es erlauben. Nichts fehlt wegen dessen, was es sagt: nur was jemanden nennt, nicht von der Behandlung handelt oder aus einem Grund dieser Art nicht gezeigt werden kann. Wir nennen weder Durchschnitt noch Anzahl. Was jemand dafür bekommen hat, steht daneben.
testimonials-description = Worte von Kundinnen und Kunden von { $clinic }, unverändert, und daneben, was sie dafür bekommen haben.
testimonials-empty = Noch keine Worte
testimonials-empty-lead = Wer zustimmt, gezeigt zu werden, kann eigene Worte hinzufügen. Die ersten erscheinen hier.

## Wie wir sammeln
collecting-lead = Vorher-Nachher-Bilder sind leicht zu fälschen und schwer zurückzuholen. So kommen unsere zustande.
collecting-description = Wie { $clinic } Bilder und Worte der Kundinnen und Kunden sammelt, prüft und zurückzieht.
collecting-own = Bei uns
collecting-pictures = Die Bilder
collecting-pictures-body = Das Original jedes Fotos bleibt versiegelt und wird nie gezeigt. Was Sie sehen, ist eine Kopie, die zugeschnitten, gedreht oder abgedeckt wurde, sonst nichts: kein Filter, kein Glätten, keine andere Farbe. Zu jeder Geschichte bestätigen wir, dass Licht und Haltung vergleichbar sind, und an jedem Bild stehen der Monat und die Sitzung, auf die es folgt.
collecting-consent = Die Einwilligung
collecting-consent-body = Jede Person wird auf eigenen Seiten gefragt: welche Bilder, wie viel davon, wo, unter welchem Namen. Nichts ist vorausgewählt, und das Nein ist so groß wie das Ja. Vor der Unterschrift ist genau die Seite zu sehen, um die es geht. Eine Einwilligung endet von selbst an einem Tag, der vor der Unterschrift genannt wird, und Schweigen verlängert sie nie.
collecting-check = Die Prüfung
collecting-check-body = Bevor etwas veröffentlicht wird, vergleicht es jemand anderes als die Verfasserin oder der Verfasser mit der Einwilligung (in einem Studio mit sehr wenigen Menschen tritt die Zustimmung der abgebildeten Person zu genau dieser Seite an die Stelle): dieselbe Person, dieselbe Behandlung, ein verheiltes Ergebnis oder ein klares Wort, dass es keines ist, und nichts in Bild oder Text, was mehr verrät als vereinbart.
collecting-words = Die Worte
collecting-words-body = Nur wer hier behandelt wurde, kann schreiben, über einen persönlichen Link. Die Worte stehen hier, wie sie geschrieben wurden. Wir zeigen eine Auswahl und nennen sie so, ohne Durchschnitt und ohne Anzahl. Ein niedrigerer Preis, ein Geschenk oder eine Verbindung zur Praxis steht neben den Worten.
collecting-withdrawal = Die Rücknahme
collecting-withdrawal-body = Ein Link auf dem Beleg nimmt alles, oder jedes einzelne Bild, sofort von dieser Website, ohne Grund und ohne uns zu fragen. Was andere vorher gespeichert haben, lässt sich nicht zurückholen; das sagen wir jeder Person, bevor sie unterschreibt.

## Previews of links
link-card-story = Vorher und nachher
