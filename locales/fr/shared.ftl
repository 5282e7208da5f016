## Ce que l'équipe lit aussi, et ce qui entoure chaque page.

product = Candor
skip = Aller au contenu
nav-main = Menu principal
nav-treatments = Soins
all = Tous
next-page = Page suivante

## Éléments d'un cas
case-treatment = Soin
case-practitioner = Praticien
case-sessions = Séances
fact-age-band = Âge
fact-age-band-18-24 = 18 à 24
fact-age-band-25-34 = 25 à 34
fact-age-band-35-44 = 35 à 44
fact-age-band-45-54 = 45 à 54
fact-age-band-55-64 = 55 à 64
fact-age-band-65-up = 65 et plus
fact-sex = Sexe
fact-sex-female = Femme
fact-sex-male = Homme
fact-sex-other = Autre
fact-norwood = Stade de Norwood
fact-norwood-1 = I
fact-norwood-2 = II
fact-norwood-2a = IIa
fact-norwood-3 = III
fact-norwood-3a = IIIa
fact-norwood-3v = III vertex
fact-norwood-4 = IV
fact-norwood-4a = IVa
fact-norwood-5 = V
fact-norwood-5a = Va
fact-norwood-6 = VI
fact-norwood-7 = VII
fact-skin-tone = Carnation
fact-skin-tone-1 = Type I
fact-skin-tone-2 = Type II
fact-skin-tone-3 = Type III
fact-skin-tone-4 = Type IV
fact-skin-tone-5 = Type V
fact-skin-tone-6 = Type VI
fact-hair-colour = Couleur des cheveux
fact-hair-colour-black = Noirs
fact-hair-colour-brown = Bruns
fact-hair-colour-blond = Blonds
fact-hair-colour-red = Roux
fact-hair-colour-grey = Gris
fact-hair-colour-white = Blancs
fact-scar-type = Cicatrice
fact-scar-type-none = Aucune
fact-scar-type-strip = Linéaire (FUT)
fact-scar-type-fue = Points (FUE)
fact-scar-type-trauma = Blessure
fact-scar-type-other = Autre

## Photos
stage-before = Avant
stage-design = Tracé
stage-session = Pendant une séance
stage-fresh = Récent, pas encore cicatrisé
stage-healed = Cicatrisé
stage-one-year = Après un an
stage-touch-up = Après une retouche
angle-front = De face
angle-left = Côté gauche
angle-right = Côté droit
angle-top = De dessus
angle-back = De dos
angle-detail = Détail
alt-plain = { $view }, { $time }
alt-angle-front = Tête vue de face
alt-angle-left = Tête vue de son côté gauche
alt-angle-right = Tête vue de son côté droit
alt-angle-top = Tête vue de dessus
alt-angle-back = Tête vue de dos
alt-angle-detail = Partie du cuir chevelu vue de près
alt-stage-before = avant le soin
alt-stage-design = avec la nouvelle ligne frontale dessinée
alt-stage-session = pendant une séance
alt-stage-fresh = juste après une séance
alt-stage-healed = après cicatrisation
alt-stage-one-year = après un an
alt-stage-touch-up = cicatrisé après une retouche
story-drafted = { $count ->
    [one] { $treatment } en { $count } séance.
   *[other] { $treatment } en { $count } séances.
  }
photos-count = { $count ->
    [0] Aucune photo
    [one] Une photo
   *[other] { $count } photos
  }
list-separator = { ", " }
what-photo = Photo

## Où quelque chose est montré
channel-website = Notre site
channel-search = Moteurs de recherche
channel-partner-embed = Sites partenaires
channel-instagram = Instagram
channel-facebook = Facebook
channel-youtube = YouTube
channel-tiktok = TikTok
channel-print = Imprimés
channel-press = Presse
channel-ads = Publicités
channel-education = Formation dans la clinique
notice-withdrawn = C’est fait. Ce n’est plus montré.
