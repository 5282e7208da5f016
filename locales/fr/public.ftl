## Ce que lisent les visiteurs.

nav-stories = Avant et après
nav-testimonials = Avec leurs mots
nav-practitioners = Notre équipe
nav-collecting = Comment nous recueillons et vérifions
nav-foot = Autres pages
foot-promise = Chaque image est montrée ici avec le consentement de la personne concernée, qui peut le retirer à tout moment.
foot-staff = Pour l’équipe
illustrated = Les images de cette démonstration sont dessinées, pas photographiées.

## Accueil
home-title = Voyez ce qui a changé, et ce qui n’a pas changé
home-lead = Des images avant et après de personnes venues chez nous : recadrées, jamais retouchées, et montrées parce qu’elles ont dit oui.
home-description = Histoires avant et après de clients de { $clinic }, montrées avec leur consentement.
home-stories = Histoires les plus récentes
home-about = Ce que nous faisons
home-collecting = Ce sur quoi vous pouvez compter
home-contact = Parlez-nous d’abord
home-contact-lead = Posez toutes vos questions. Personne n’a à se décider sur-le-champ, et parfois la réponse honnête est non.
story-read = Lire cette histoire
stories-all = Toutes les histoires
treatments-all = Tous les soins
booking-do = Prendre rendez-vous
promise-consent = Avec consentement
promise-consent-lead = Chaque personne a accepté exactement ces images à exactement cet endroit, et peut les retirer dans la minute.
promise-pictures = Sans retouche d’image
promise-pictures-lead = Nous recadrons, tournons et masquons. La peau, les points et la lumière restent tels que l’appareil les a vus.
promise-healed = Cicatrisé, pas tout juste fait
promise-healed-lead = Un soin récent paraît toujours plus net. Nous comparons avec le résultat cicatrisé, et nous le disons quand il n’y en a pas encore.
promise-words = Mot pour mot
promise-words-lead = Ce que les clients écrivent est montré tel qu’ils l’ont écrit, avec à côté ce qu’ils ont reçu en échange.

## Contact
contact-phone = Téléphone
contact-email = E-mail
contact-booking = Rendez-vous
contact-address = Où nous trouver
contact-map = Plan

## La galerie
stories-lead = Une sélection de notre travail, montrée avec consentement. Les résultats varient d’une personne à l’autre.
stories-description = Histoires avant et après de clients de { $clinic } : { $count ->
    [one] { $count } soin
   *[other] { $count } soins
  }, résultats cicatrisés, dates et séances indiquées.
stories-filter = Affiner
stories-filter-any = Indifférent
stories-filter-do = Afficher
stories-filter-clear = Tout afficher
stories-treatments = Soin
stories-empty = Pas encore d’histoires.
stories-empty-lead = Les premières apparaîtront ici quand les personnes concernées auront donné leur accord.
stories-none = Aucune histoire de ce genre
stories-none-lead = Nous ne montrons que ce que les personnes ont accepté de montrer : certains résultats ne sont donc pas ici. Essayez avec moins de critères, ou demandez-nous.
stories-none-later = Plus d’autres histoires de ce genre.
stories-search = Chercher dans les histoires
stories-search-hint = Par exemple : cicatrice, ligne frontale, Norwood
stories-search-do = Chercher
stories-search-for = « { $words } »
stories-sort = Ordre
stories-sort-newest = Les plus récentes d’abord
stories-sort-longest = Le plus long recul depuis la première image
stories-condition = { $fact } : { $value }
stories-condition-drop = Retirer :
stories-found = { $count ->
    [0] Aucune histoire
    [one] Une histoire
   *[other] { $count } histoires
  }
stories-corrected = Rien ne dit « { $words } ». Celles-ci disent « { $corrected } ».
facet-range = de { $low } à { $high }
facet-count = { $label } ({ $count })
fact-sessions = Séances
fact-sessions-1 = Une
fact-sessions-2 = Deux
fact-sessions-3 = Trois
fact-sessions-4 = Quatre ou plus
fact-since = Dernière image prise
fact-since-months = Moins de six mois après
fact-since-half-year = Six mois à un an après
fact-since-year = Un à deux ans après
fact-since-two-years = Deux ans après ou plus
fact-location = Lieu

## La sélection
shortlist-title = Votre sélection
shortlist-lead = Des histoires côte à côte, à montrer à un proche ou à apporter en consultation. La liste est gardée sur cet appareil et dans l’adresse de cette page, nulle part ailleurs.
shortlist-missing = Toutes les histoires de cette liste ne sont plus montrées ici. Chacun peut retirer la sienne à tout moment.
shortlist-drop = Retirer de la sélection
shortlist-unsaid = Non précisé
shortlist-share = Pour partager cette liste, envoyez l’adresse de cette page. Imprimée, elle tient sur une feuille.
shortlist-more = Continuer à chercher
shortlist-empty = Rien de gardé pour l’instant.
shortlist-empty-lead = Ouvrez une histoire et gardez-la : elle apparaîtra ici à côté des autres.
shortlist-keep = Garder dans ma sélection
shortlist-kept = Dans ma sélection

## Trouver quelqu'un comme moi
find-link = Trouver quelqu’un comme vous
find-title = Quelqu’un comme vous
find-lead = Trois questions, et vous pouvez passer chacune d’elles. Rien n’est gardé : vos réponses ne sont que dans l’adresse de la page.
find-description = Trois questions, et les histoires de { $clinic } dont le début ressemble le plus au vôtre, chacune avec ce que vous avez en commun.
find-treatment = À quoi pensez-vous ?
find-treatment-any = Je ne sais pas encore
find-start = D’où partez-vous ?
find-start-label = Perte de cheveux ou cicatrice
find-start-hint = Les stades de Norwood vont de I, aucune perte, à VII, des cheveux seulement sur les côtés et à l’arrière.
find-person = Qui êtes-vous ?
find-unsaid = Je préfère ne pas le dire
find-do = Montrer qui me ressemble
find-again = Recommencer
find-found = Au plus près de vous
find-none = Personne parmi ceux qui ont accepté d’être montrés ne part du même point que vous. Cela ne dit rien de ce qui est possible pour vous : demandez-nous.
match-norwood-same = Le même stade : Norwood { $value }
match-norwood-near = Un stade proche : Norwood { $value }
match-scar-type-same = Le même type de cicatrice : { $value }
match-scar-type-near = Une cicatrice semblable : { $value }
match-age-band-same = Votre âge : { $value }
match-age-band-near = Proche de votre âge : { $value }
match-skin-tone-same = La même carnation : { $value }
match-skin-tone-near = Une carnation proche : { $value }
sessions-count = { $count ->
    [0] Aucune séance
    [one] Une séance
   *[other] { $count } séances
  }
card-after = { $count ->
    [one] { $stage }, une semaine plus tard
   *[other] { $stage }, { $count } semaines plus tard
  }
fact-line-age-band = { $value } ans
fact-line-sex = { $value }
fact-line-norwood = Norwood { $value }
fact-line-skin-tone = Peau : { $value }
fact-line-hair-colour = Cheveux : { $value }
fact-line-scar-type = Cicatrice : { $value }

## Une histoire
weeks-after = { $count ->
    [one] Une semaine d’écart
   *[other] { $count } semaines d’écart
  }
honesty = Image seulement recadrée, tournée ou masquée, non retouchée. La clinique a confirmé une lumière et une pose comparables. Les résultats varient d’une personne à l’autre.
stage-session-number = Séance { $number }
stage-session-number-short = Séance { $number }
stage-before-short = Avant
stage-design-short = Tracé
stage-session-short = Séance
stage-fresh-short = Récent
stage-healed-short = Cicatrisé
stage-one-year-short = Un an
stage-touch-up-short = Retouche
since-same-day = le jour de la séance { $session }
since-days = { $count ->
    [one] un jour après la séance { $session }
   *[other] { $count } jours après la séance { $session }
  }
since-weeks = { $count ->
    [one] une semaine après la séance { $session }
   *[other] { $count } semaines après la séance { $session }
  }
since-months = { $count ->
    [one] un mois après la séance { $session }
   *[other] { $count } mois après la séance { $session }
  }
story-description = { $treatment } : { $sessions }
picture-alt = { $stage } : { $seen }
story-facts = En bref
story-sessions = Séances
story-place = Lieu
story-more = Autres histoires de ce soin
story-ask = Et si c’était vous ?
story-ask-lead = Chaque tête est différente. Nous regardons la vôtre et vous disons ce qui est probable, ce qui ne l’est pas, et ce que cela coûte.
typical-result = Ce qui est courant
individual-results = Les résultats varient d’une personne à l’autre.
story-words = Avec ses propres mots
sensitive-card = Les images sont montrées sur la page de l’histoire, si vous le demandez.
sensitive-lead = Ces images peuvent être difficiles à regarder. Elles ne sont envoyées que si vous le demandez.
sensitive-show = Montrer les images
compare-heading = Avant et après
compare-angles = Angles
compare-modes = Comment comparer
compare-mode-slider = Glisser
compare-mode-side = Côte à côte
compare-mode-fade = Fondu
compare-mode-toggle = Alterner
compare-at = Part visible de la première image
compare-value = { $count } % avant
compare-shown = Image montrée
compare-first = Comparer
compare-second = avec
compare-do = Montrer ces deux-là
compare-unsettled = La deuxième image n’est pas encore cicatrisée : le résultat paraîtra plus doux.
disclosure-discount = Cette personne a payé moins cher pour avoir accepté d’être montrée.
disclosure-gift = Cette personne a reçu un cadeau pour avoir accepté d’être montrée.
disclosure-free-treatment = Cette personne a reçu le soin gratuitement pour avoir accepté d’être montrée.
disclosure-staff = Cette personne travaille à la clinique.
disclosure-family = Cette personne est un proche de quelqu’un de la clinique.

## Soins
treatments-lead = Ce que nous faisons, à qui cela convient, et à qui cela ne convient pas.
offers-empty = Aucun soin n’est encore décrit.
treatment-contents = Sur cette page
treatment-what = Ce que c’est
treatment-part-what-it-is-not = Ce que ce n’est pas
treatment-part-benefits = Ce que cela peut apporter
treatment-part-steps = Comment cela se passe
treatment-part-healing = Séances et cicatrisation
treatment-part-unsuitable = À qui cela ne convient pas
treatment-part-price = Ce que cela coûte
treatment-part-misconceptions = Idées reçues
treatment-part-durability = Combien de temps cela dure
treatment-part-touch-ups = Retouches
treatment-part-choosing = Comment choisir un praticien
treatment-part-typical = Ce qui est courant
treatment-part-aftercare = Après le soin
treatment-stories = Histoires de ce soin
treatment-people = Qui le pratique

## Personnes
practitioners-lead = Qui tiendra l’aiguille, et avec quelle formation.
practitioners-empty = Personne n’est encore présenté ici.
practitioner-register = Numéro d’enregistrement : { $number }
practitioner-look-up = Le vérifier dans le registre
practitioner-stories = Histoires de personnes traitées par { $name }
practitioner-named = { $name }, { $title }
practitioners-all = Toutes les personnes qui travaillent ici

## Paroles
testimonials-lead = Ce que des clients nous ont dit, sans rien changer.
testimonials-selected = Une sélection : les mots de chacun ne sont pas tous ici, et seulement tant que leur auteur l’accepte. Nous ne donnons ni moyenne ni décompte. Ce que quelqu’un a reçu en échange figure à côté de ses mots.
testimonials-all = Tous les mots que les clients nous permettent de montrer, tant qu’ils le permettent. Rien ne manque à cause de ce qui est dit : seulement ce qui nomme quelqu’un, ne parle pas du soin ou ne peut être montré pour une raison de cet ordre. Nous ne donnons ni moyenne ni décompte. Ce que quelqu’un a reçu en échange figure à côté de ses mots.
testimonials-description = Paroles de clients de { $clinic }, inchangées, avec à côté ce qu’ils ont reçu en échange.
testimonials-empty = Pas encore de témoignages
testimonials-empty-lead = Les clients peuvent ajouter leurs propres mots quand ils acceptent d’être montrés. Les premiers apparaîtront ici.

## Comment nous recueillons
collecting-lead = Les images avant et après sont faciles à truquer et difficiles à retirer. Voici comment naissent les nôtres.
collecting-description = Comment { $clinic } recueille, vérifie et retire les images et les paroles de ses clients.
collecting-own = Dans notre clinique
collecting-pictures = Les images
collecting-pictures-body = L’original de chaque photo est gardé sous scellés et n’est jamais montré. Ce que vous voyez est une copie recadrée, tournée ou masquée, rien d’autre : aucun filtre, aucun lissage, aucun changement de couleur. Pour chaque histoire, nous attestons que la lumière et la pose sont comparables, et chaque image porte son mois et la séance qu’elle suit.
collecting-consent = Le consentement
collecting-consent-body = Chaque personne est interrogée sur des pages à part : quelles images, dans quelle mesure, où, sous quel nom. Rien n’est choisi d’avance, et le « non » est aussi grand que le « oui ». Elle voit la page exacte avant de signer. Un consentement prend fin de lui-même à une date indiquée avant la signature, et le silence ne le renouvelle jamais.
collecting-check = La vérification
collecting-check-body = Avant toute publication, une autre personne que l’auteur compare le contenu au consentement (dans un studio de très peu de personnes, l’approbation de la page exacte par la personne concernée en tient lieu) : la même personne, le même soin, un résultat cicatrisé ou l’indication claire qu’il ne l’est pas, et rien dans l’image ou le texte qui révèle plus que convenu.
collecting-words = Les paroles
collecting-words-body = Seules les personnes soignées ici peuvent écrire, par un lien personnel. Leurs mots sont montrés tels quels. Nous montrons une sélection et nous le disons, sans moyenne et sans décompte. Un prix réduit, un cadeau ou un lien avec la clinique est indiqué à côté des mots.
collecting-withdrawal = Le retrait
collecting-withdrawal-body = Un lien figurant sur le reçu retire tout, ou n’importe quelle image, de ce site aussitôt, sans raison à donner et sans nous le demander. Ce que d’autres ont enregistré avant ne peut pas être rattrapé ; chaque personne en est prévenue avant de signer.

## Previews of links
link-card-story = Avant et après
