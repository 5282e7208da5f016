## Ce que lisent les visiteurs quand ils demandent, signalent ou veulent savoir sur quoi ils peuvent compter.

form-trap = Merci de laisser ce champ vide
form-too-soon = C’était très rapide, alors rien n’est encore parti. Merci d’envoyer à nouveau.
form-too-old = La page est restée ouverte longtemps, alors rien n’est parti. Ce que vous avez écrit est encore là : merci d’envoyer à nouveau.
field-one-line = Merci d’écrire ceci sur une seule ligne.

## Ask about this result
question-title = Poser une question sur ce résultat
question-lead = Si cela vous conviendrait, ce que cela coûte, ce que l’on ressent : demandez ce que vous voulez. Une personne du studio répond.
question-about = L’histoire sur laquelle porte votre question
question-question = Votre question
question-question-hint = Par exemple d’où vous partez, ce que vous espérez et ce qui vous inquiète. Merci de ne pas envoyer de photos par ici.
question-contact = Votre adresse e-mail ou votre numéro de téléphone
question-contact-hint = Pour que nous puissions répondre. Pour rien d’autre.
question-contact-refused = Merci d’indiquer une adresse e-mail ou un numéro où nous pouvons vous joindre.
question-name = Votre nom
question-call-at = Quand pouvons-nous appeler ?
question-call-at-hint = Si vous avez donné un numéro. Par exemple : en semaine après dix-sept heures.
question-kept = Votre question part au studio par e-mail et reste dans sa boîte. Ce site n’en garde pas de copie : elle attend ici seulement que le serveur de messagerie l’ait prise.
question-do = Envoyer ma question
question-sent = Votre question est en route.
question-sent-next = Nous répondons en général sous deux jours ouvrés. Rien n’en reste sur ce site.
question-back = Retour à l’histoire
question-no-form = Il n’y a pas de formulaire pour les questions ici. Merci d’appeler, d’écrire ou de prendre rendez-vous :

## This is me, and reports
report-foot = Est-ce vous, ou quelque chose ne va pas ?
report-this-is-me = C’est moi
report-title = Signaler cette histoire
report-page-title = C’est moi, ou quelque chose ne va pas
report-me-title = C’est moi
report-me-lead = Alors vous décidez, sans avoir à nous demander. Le lien de votre reçu retire toute l’histoire, ou n’importe quelle image, de ce site dans la minute et sans raison à donner. Si vous ne l’avez plus, nous l’envoyons à nouveau à l’adresse que vous nous avez donnée.
report-me-link = M’envoyer mon lien
report-me-never = Si vous n’avez jamais accepté, ou si le lien ne vous parvient pas, choisissez ci-dessous « C’est moi, et je n’ai pas donné mon accord ». Cela alerte les personnes qui peuvent retirer l’histoire d’un seul clic.
report-lead = Une personne lit chaque signalement et décide. Un signalement ne masque rien à lui seul, pour que personne ne puisse retirer l’histoire de quelqu’un d’autre.
report-reason = Qu’est-ce qui ne va pas ?
report-reason-me = C’est moi, et je n’ai pas donné mon accord
report-reason-photo = La photo est à moi, ou ce n’est pas un travail de ce studio
report-reason-misleading = C’est trompeur
report-reason-other = Autre chose
report-words = Que devons-nous savoir ?
report-words-hint = D’où vient la photo, ou ce qui n’est pas vrai. Si c’est vous, il n’en faut pas plus.
report-words-required = Merci de dire en quelques mots ce qui ne va pas.
report-contact = Comment vous joindre ?
report-contact-hint = Si vous souhaitez une réponse : une adresse e-mail ou un numéro. Vous pouvez laisser vide.
report-kept = Seuls les modérateurs du studio lisent ce que vous écrivez, et c’est effacé quand le signalement est réglé.
report-do = Envoyer le signalement
report-sent = Merci. Les modérateurs sont prévenus.
report-sent-next = Une personne regarde et décide. Si vous avez laissé une adresse, elle vous répondra.

## Lost your link
lost-foot = On me voit ici et j’ai perdu mon lien
lost-title = Votre lien, à nouveau
lost-lead = Avec votre lien, vous voyez tout ce qui est montré de vous ici et vous le retirez quand vous voulez.
lost-email = Votre adresse e-mail
lost-email-hint = Celle que vous avez donnée au studio.
lost-do = M’envoyer mon lien
lost-same-answer = Nous répondons la même chose, que nous connaissions l’adresse ou non, pour que personne ne puisse apprendre ainsi qui est client.
lost-sent = Si nous connaissons cette adresse, votre lien est en route.
lost-sent-next = Cela peut prendre quelques minutes ; regardez aussi dans les indésirables. Nous l’envoyons une fois par heure au plus. Si rien ne vient, le studio vous connaît sous une autre adresse, ou sous aucune : merci d’appeler ou de passer.
lost-no-mail = Ce site ne peut pas envoyer d’e-mails. Merci d’appeler le studio ou de passer : on peut vous y donner votre lien.
mail-manage-subject = Votre lien
mail-manage-body =
    Bonjour,

    voici votre lien privé vers { $clinic } :
    { $url }

    Il montre ce que vous avez permis, et le retire quand vous voulez, sans raison à donner. Merci de garder cet e-mail pour vous : qui a le lien peut retirer vos photos.

    Si vous ne l’avez pas demandé, quelqu’un a saisi votre adresse. Rien n’a changé, et vous pouvez ignorer cet e-mail.

## What verified means
verified-title = Ce que « vérifié » veut dire ici
verified-description = Ce que { $clinic } vérifie avant de montrer une histoire, ce qui ne peut pas l’être, et comment vérifier vous-même.
verified-lead = Tout le monde peut écrire « vrais résultats » sous une photo. Voici ce qui a été vérifié ici avant que vous en voyiez une, par qui, et ce que personne ne peut vérifier à votre place.
verified-person = Une personne traitée ici
verified-person-body = Chaque histoire appartient à un dossier de ce studio avec des séances datées. La personne a été interrogée sur des pages à elle, a montré par un code ou au studio qui elle est, et a signé pour exactement ces images, ces mots et ces informations. Elle peut y mettre fin à tout moment, et certaines le font : alors l’histoire disparaît.
verified-photos = Les photos
verified-photos-body = L’original est scellé dès son envoi : son empreinte est notée, et on ne peut pas l’échanger sans en changer. Chaque version que vous voyez en est tirée par les mêmes quelques étapes, indiquées sur la page de l’histoire. Le studio déclare pour chaque histoire que la lumière et la pose sont comparables ; si une image date d’avant la cicatrisation, c’est dit à côté.
verified-words = Les mots
verified-words-body = Seul peut écrire qui a reçu un lien privé après un traitement. Rien n’est raccourci ni corrigé sans son accord. Les étoiles et les éloges ne décident ni de qui est interrogé ni de ce qui est montré, et ce que quelqu’un a reçu en échange figure à côté de ses mots.
verified-people = Quelqu’un qui ne l’a pas écrite
verified-people-body = Une deuxième personne compare l’accord, les dates, les photos et le texte avant qu’une histoire paraisse, et sa décision est conservée avec son nom. Dans un studio de trois personnes au plus, l’approbation de la page exacte par le client peut en tenir lieu.
verified-not = Ce que cela ne veut pas dire
verified-not-body = Cela ne veut pas dire que ce sera pareil pour vous. Cela ne veut pas dire que tous ont accepté : vous voyez ceux qui l’ont fait. Un logiciel ne peut pas prouver que la lumière n’a pas trompé l’appareil ni que le studio a dit vrai ; il peut seulement garantir que l’on sait qui l’a dit, et que rien n’a été changé ensuite.
verified-yourself = Comment vérifier vous-même
verified-yourself-body = Cherchez des images cicatrisées, la même lumière et le même côté. Apportez l’histoire à la consultation et demandez qui a traité la personne, quand, et ce qui n’est pas sur l’image. Cherchez le praticien dans le registre, là où il y en a un. Si quelque chose ne va pas, chaque histoire a un lien pour la signaler.
verified-more = Lire la suite

## Figures
figures-title = Combien, sur combien
figures-lead = Une galerie montre ceux qui ont accepté. Pour que vous puissiez juger si c’est peu ou beaucoup, voici les chiffres du moment, comptés par le logiciel et non par nous.
figures-treated = Traitements avec au moins une séance
figures-asked = parmi eux, interrogés sur le droit de les montrer
figures-agreed = le permettent maintenant
figures-published = sont montrés comme histoire
figures-few = moins de { $count }
collecting-edits = Ce que l’on fait aux photos
collecting-edits-body = On ne fait que cinq choses à une photo : on la tourne, on la redresse, on la recadre, on couvre ce qui ne doit pas être vu, et on la met à la taille et aux couleurs d’un écran. Chaque histoire indique chaque étape de chacune de ses photos, avec l’empreinte de l’original scellé, pour que personne ne puisse en mettre une autre à sa place sans que cela se voie.
figures-gate = Les étoiles n’ouvrent aucune porte ici : elles sont données, s’il y en a, seulement après que quelqu’un a été interrogé, et aucune histoire ne peut être refusée parce qu’elles sont peu nombreuses. Les nombres inférieurs à trois ne sont pas dits, pour ne désigner personne.

## How the photos were made
made-title = Comment les photos ont été faites
made-lead = Chaque image est tirée d’un original scellé par quelques étapes qui ne changent rien au résultat.
made-show = Montrer chaque étape, photo par photo ({ $count })
made-original = Original scellé, { $width } × { $height } pixels. Son empreinte (SHA-256) :
made-covered-face = Le visage a été couvert.
made-covered-eyes = Les yeux ont été couverts.
made-covered-mark = Détails couverts qui pourraient dire qui c’est : { $number }.
made-blurred-face = Le visage a été rendu méconnaissable.
made-blurred-eyes = Les yeux ont été rendus méconnaissables.
made-blurred-mark = Détails rendus méconnaissables qui pourraient dire qui c’est : { $number }.
made-turned = Tournée de { $number } degrés.
made-straightened = Redressée de { $number } degrés.
made-cropped = Recadrée à { $number } % de sa largeur et { $other } % de sa hauteur.
made-logo = Le logo du studio a été placé dans un coin.
made-web = Mise aux couleurs et aux tailles d’un écran ; le lieu, l’appareil et toutes les autres données cachées ont été laissés de côté.
made-nothing-else = Rien d’autre : pas de retouche, pas de lissage, pas de changement de lumière ou de couleur pour embellir.

## How long it lasts
lasting-lead = Nos clients, selon le temps passé depuis leur dernière séance. Chaque image mène à son histoire.
lasting-fresh = Tout frais
lasting-healed = Cicatrisé
lasting-half-year = Après six mois
lasting-year = Après un an
lasting-two-years = Après deux ans
lasting-three-years = Après trois ans et plus

## Questions to ask
questions-title = Que demander, ici et ailleurs
questions-healed = Puis-je voir des résultats cicatrisés, d’au moins trois mois, sous une lumière ordinaire ?
questions-like-me = Combien de personnes qui partent du même point que moi avez-vous traitées vous-même ?
questions-registered = Où êtes-vous enregistré ou autorisé, et puis-je le consulter ?
questions-insured = Êtes-vous assuré pour ce traitement, et que se passe-t-il si je ne suis pas satisfait ?
questions-unsuitable = Pour qui ne le feriez-vous pas ?
questions-later = À quoi cela ressemblera-t-il dans cinq ans, et que coûte l’entretien ?

## People and places
practitioner-registered = Enregistrement
practitioner-register-is = Registre
practitioner-number = Numéro
practitioner-look-up-hint = Le registre est tenu par d’autres : regardez-y plutôt que de nous croire.
practitioner-no-register = Aucun numéro de registre public n’est indiqué ici. Pour certains traitements, il n’y en a pas. Demandez alors la formation, l’assurance et l’autorisation des locaux.
locations-title = Où nous sommes
locations-lead = Où l’on traite, quand c’est ouvert et comment entrer.
locations-empty = Aucun lieu n’est encore décrit.
location-open = Horaires
location-how-to-get-there = Comment venir
location-stories = Histoires de { $town }
