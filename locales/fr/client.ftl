## Ce que lisent les clients : grand, court, simple.

open-invite-title = Vos photos avant et après
open-invite-lead = Nous aimerions vous demander ce que nous pouvons en montrer. Il y a cinq questions courtes. Vous pouvez répondre non à chacune.
open-invite-time = Cela prend environ une minute.
open-invite-free = Votre soin ne dépend pas de vos réponses.
open-manage-title = Mes photos et mes mots
open-manage-lead = Voyez ce qui est montré de vous, et arrêtez-le quand vous voulez.
open-do = Ouvrir
closed-title-signed = Vous avez déjà répondu
closed-signed = Merci. Ce lien a rempli son rôle. Pour voir ou changer ce que vous avez permis, ouvrez le lien de votre reçu.
closed-title-replaced = Il existe un lien plus récent
closed-replaced = Nous vous avons envoyé ou montré un lien plus récent, qui remplace celui-ci. Veuillez utiliser le plus récent.
closed-title-withdrawn = Vous avez tout retiré
closed-withdrawn = Ce lien ne vous demande plus rien. Pour voir ce qui est montré de vous aujourd’hui, ouvrez le lien de votre reçu.
closed-title-expired = Ce lien est trop ancien
closed-expired = Un tel lien est valable 14 jours. Rien de vous n’a été montré à cause de lui.
closed-title-forgotten = Nous vous avons oublié
closed-forgotten = Le { $date }, nous avons effacé votre nom, vos photos et vos mots. Plus rien de vous n’est montré.
closed-forgotten-kept = Une seule chose est gardée pour des raisons légales : la preuve que quelque chose a été signé. Elle est sous clé et sera effacée le { $date }.
closed-forgotten-nothing = Rien de vous n’est gardé.
closed-ask = Veuillez en demander un nouveau à { $clinic }.
nothing-title = Il n’y a rien à demander
nothing-lead = { $clinic } n’a pour l’instant aucune image au sujet de laquelle vous interroger. Rien de vous n’est montré. Vous pouvez fermer cette page.
code-title = Un code, pour que vous seul voyiez vos photos
code-lead-mail = Nous pouvons envoyer un code à six chiffres à votre adresse e-mail.
code-lead-phone = Veuillez demander à la clinique votre code à six chiffres.
code-label = Code
code-hint = Six chiffres
code-send = M’envoyer un code
code-wrong = Ce code n’est pas le bon. Veuillez vérifier.
code-spent = Ce code n’est plus valable. Veuillez en demander un nouveau.
notice-code-sent = Un code est en route vers votre adresse e-mail.
ask-progress = Question { $number } sur { $of }
ask-extra = Encore une chose, si vous voulez
ask-back = Retour
ask-kept = Vos réponses sont gardées. Vous pouvez fermer cette page et revenir avec le même lien.
ask-so-far = Votre réponse jusqu’ici
ask-changed = Quelque chose a changé après l’ouverture de cette page, peut-être dans une autre fenêtre. Voici où nous en sommes. Veuillez répondre de nouveau.
ask-go-on = Continuer
ask-one-by-one = Choisir une par une
ask-pictures-title = Quelles images pouvons-nous montrer ?
ask-pictures-lead = Ce sont vos images. Aucune n’est montrée si vous ne le dites pas.
ask-pictures-all = { $count ->
    [one] Celle-ci
    [2] Les deux images
   *[other] Les { $count } images
  }
ask-pictures-none = Aucune
ask-pictures-each-title = Lesquelles ?
ask-pictures-each-lead = Cochez chaque image qui peut être montrée. Un avant n’est montré qu’à côté de son après : cochez donc les deux.
ask-pictures-show = Montrer celle-ci
ask-pictures-some = Montrer celles que j’ai cochées
ask-level-title = Quelle part de vous ?
ask-level-lead = Ce qui est masqué n’est plus dans l’image elle-même. Personne ne peut le faire réapparaître.
ask-level-area-only = Le cuir chevelu seulement
ask-level-area-only-hint = Votre visage est masqué.
ask-level-covered = Yeux masqués
ask-level-covered-hint = On peut encore vous reconnaître.
ask-level-full-face = Visage entier
ask-level-full-face-hint = On vous reconnaîtra.
ask-level-lacking = { $count ->
    [one] { $count } de vos images montre plus que cela ; elle ne serait donc pas montrée.
   *[other] { $count } de vos images montrent plus que cela ; elles ne seraient donc pas montrées.
  }
ask-level-each-title = Quelle part de vous sur chacune ?
ask-level-each-missing = Veuillez choisir pour chaque image.
ask-place-title = Où peut-on le montrer ?
ask-place-lead = Toute personne qui s’y rend peut le voir.
ask-place-nowhere = Nulle part
ask-place-nowhere-hint = Cela reste dans mon dossier à la clinique.
ask-place-website = Sur votre site
ask-place-website-hint = Nous demandons aux moteurs de recherche comme Google de ne pas l’inclure.
ask-place-website-and-search = Sur votre site et dans les moteurs de recherche
ask-place-website-and-search-hint = On peut aussi le trouver avec Google et d’autres. Là où quelqu’un partage un lien, l’une des images peut apparaître.
ask-name-title = Quel nom peut figurer à côté ?
ask-name-lead = Cela se présenterait exactement ainsi.
ask-name-none = Aucun nom
ask-words-title = Voulez-vous ajouter vos propres mots ?
ask-words-lead = Bons ou mauvais, comme vous voulez. Nous ne les changeons jamais.
ask-words-label = Vos mots
ask-words-empty = Veuillez écrire quelque chose ou choisir des étoiles, ou continuer sans.
ask-words-yes = Ajouter ces mots
ask-words-no = Continuer sans mots
ask-words-add = Ajouter mes propres mots
ask-words-none = Il n’y a encore aucun mot de vous ici. Vous n’êtes pas obligé d’en ajouter.
ask-words-change = Changer ou retirer mes mots
ask-rating = Étoiles
ask-stars = { $count ->
    [one] { $count } étoile sur 5
   *[other] { $count } étoiles sur 5
  }
ask-incentive = Avez-vous reçu quelque chose en échange ?
ask-incentive-tied = Cela dépendait de ce que je dis.
incentive-none = Non, rien
incentive-discount = Un prix réduit
incentive-gift = Un cadeau
incentive-free-treatment = Un soin gratuit
ask-insider = Avez-vous un lien avec la clinique ?
insider-none = Non
insider-staff = J’y travaille
insider-family = Je suis un proche de quelqu’un qui y travaille
ask-story-title = Voici ce que l’on verrait
ask-story-lead = Prenez le temps de regarder. Seul ceci est montré, rien d’autre.
ask-story-title-nothing = Rien ne sera montré
ask-story-lead-nothing = Vous avez dit non, et c’est très bien. Si vous signez, nous l’avons par écrit. Si vous fermez cette page, rien n’est montré non plus.
ask-story-no-pairs = Avec ces réponses, il ne reste aucun avant et après à montrer. Revenez en arrière pour choisir plus d’images ou une autre version.
ask-preview = La page telle qu’elle serait
ask-facts = Pouvons-nous montrer aussi ces éléments ?
ask-facts-lead = Cochez ceux qui vous conviennent. Les autres sont laissés de côté.
ask-sum-place = Où
ask-sum-until = Jusqu’au
ask-sum-until-value = { $date }. Ensuite, cela s’arrête de soi-même.
ask-sum-stop = Si vous changez d’avis
ask-sum-stop-value = À tout moment, avec le lien de votre reçu. Sans donner de raison.
ask-small-print = Tout ce que vous acceptez
ask-signer = Votre nom
ask-signer-hint = Le saisir vaut signature. Il n’est pas montré.
ask-agree = J’accepte
ask-agree-says = En appuyant sur « J’accepte », vous signez cette page telle que vous la voyez.
ask-agree-required = Veuillez appuyer sur « J’accepte » pour signer, ou fermer cette page si vous n’acceptez pas.
block-purpose = À quoi cela sert
block-recipients = Qui peut le voir
block-retention = Pour combien de temps
block-revocation = Si vous changez d’avis
block-redisclosure = Ce que d’autres peuvent garder
block-conditioning = Votre soin n’en dépend pas
receipt-title = Votre reçu
receipt-thanks = Merci.
stands-for-guardian = Vous répondez pour { $client }, au titre de sa tutelle.
stands-for-attorney = Vous répondez pour { $client }, avec sa procuration.
stands-for-executor = Vous répondez pour { $client }, pour l’exécution de son testament.
receipt-for-guardian = Signé pour { $client }, au titre de sa tutelle.
receipt-for-attorney = Signé pour { $client }, avec sa procuration.
receipt-for-executor = Signé pour { $client }, pour l’exécution de son testament.
receipt-signed = Signé par { $name } le { $date }, pour { $clinic }.
receipt-allowed = Ce que vous avez permis
receipt-nothing = Vous n’avez rien permis. Rien n’est montré nulle part.
receipt-words = Vos mots
receipt-facts = Les éléments que vous avez cochés
receipt-name = Montré sous le nom : { $name }
receipt-no-name = Aucun nom
receipt-where = Où
receipt-what = Quoi
receipt-until = Jusqu’au
receipt-stop = Comment arrêter
receipt-stop-lead = Ouvrez ce lien, ou scannez le code. Gardez-le : il fonctionne sans mot de passe, à tout moment.
receipt-copies = Ce que d’autres ont enregistré ou copié avant que vous n’arrêtiez ne peut pas être rattrapé.
receipt-have-tablet = Veuillez photographier le code avec votre téléphone, ou demander un reçu imprimé.
receipt-have-link = Veuillez enregistrer le lien, ou photographier le code.
receipt-have = J’ai mon reçu
receipt-pending = Une dernière étape : sans reçu entre vos mains, rien n’est montré.
receipt-qr = Le code qui ouvre votre page
paper-lead = Cochez ce qui peut être montré. Rayez ce que vous ne voulez pas. Ce que vous laissez vide compte comme un non.
paper-code = Feuille { $code }
paper-one = Cochez une seule case.
paper-no-name = Laissez les deux vides pour qu’aucun nom ne figure.
paper-search-hint = On peut aussi le trouver par Google et d’autres. Seulement avec notre site.
paper-strike = Vous pouvez rayer ce que vous n’acceptez pas. Alors rien n’est montré.
paper-sign = Votre signature
paper-sign-says = J’ai tout lu. Ce que j’ai coché peut être montré, et rien d’autre.
paper-date = Date
paper-signature = Signature
receipt-on-paper = Vous avez signé à la main le { $date }. Deux personnes du cabinet ont comparé votre feuille avec ce qui est écrit ici.
manage-title = Mes photos et mes mots
manage-shown = { $count ->
    [one] { $count } image de vous est montrée en ce moment.
   *[other] { $count } images de vous sont montrées en ce moment.
  }
manage-not-shown = Vous avez permis quelque chose. Rien n’en est encore montré.
manage-nothing = Rien de vous n’est montré, et rien n’est permis.
manage-until = Vous l’avez permis jusqu’au { $date }. Ensuite, cela s’arrête de soi-même.
manage-public = Voir la page telle que tout le monde la voit
manage-state-shown = Montré en ce moment
manage-state-allowed = Permis, pas montré en ce moment
manage-allowed-more = Vous avez permis davantage : { $level }.
manage-jump = Mettre en pause ou arrêter un lieu, ou tout
manage-places = Par endroit
manage-places-lead = Mettez en pause ou arrêtez tout dans un lieu. Le reste ne change pas.
manage-narrow-to-area-only = Ne montrer que mon cuir chevelu
manage-narrow-to-covered = Masquer mes yeux
manage-stop-one = Ne plus montrer ceci
manage-stop-place = Arrêter ici
manage-stop-all-title = Tout
manage-stop-all-lead = Toutes les images, les mots et votre nom cessent aussitôt d’être montrés.
manage-stop-all = Tout arrêter
manage-see-photos = Voir les images avec un code
manage-see-photos-lead = Qui possède votre lien peut arrêter des choses. Pour voir les images ici, il faut un code.
manage-receipt = Mon reçu
manage-more = Pour montrer plus que maintenant, adressez-vous à la clinique : il faut de nouveau votre signature.
manage-leave = Fermer
manage-what-photo = Image
manage-what-words = Vos mots
manage-what-rating = Vos étoiles
manage-what-name = Votre nom
manage-what-facts = Éléments vous concernant
months-after = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
  }
took-title = Ce que nous avons fait le { $date }
took-title-at-once = N’est plus montré
took-at-once = Nos pages ont cessé de le montrer dès que vous avez appuyé sur le bouton.
took-files-title = Fichiers créés pour le montrer
took-files-done = Effacés. Vos propres photos restent en sécurité dans votre dossier privé.
took-files-open = { $count ->
    [one] { $count } est encore en cours d’effacement. Il ne peut plus être ouvert.
   *[other] { $count } sont encore en cours d’effacement. Ils ne peuvent plus être ouverts.
  }
took-ledger-title = Noté
took-ledger-done = Gardé à un second endroit, pour qu’aucune ancienne copie de notre système ne le fasse revenir.
took-ledger-open = En train d’être noté à un second endroit, pour qu’aucune ancienne copie de notre système ne le fasse revenir.
took-search-title = Moteurs de recherche
took-search = Ils l’abandonnent lors de leur prochain passage. Cela peut prendre quelques jours et ne dépend pas de nous.
took-copies-title = Copies faites par d’autres
took-state-done = Fait
took-state-open = En cours
took-state-outside = Ne dépend pas de nous
notice-receipt-had = Merci. Vous avez votre reçu.
notice-narrowed = C’est fait. On montre désormais moins de vous.
withdraw-title = Ne plus le montrer ?
withdraw-title-level = Montrer moins de vous ?
withdraw-lead-all = Tout ce qui vous concerne cesse aussitôt d’être montré : images, mots et nom.
withdraw-lead-channel = Tout ce qui vous concerne cesse aussitôt d’être montré à cet endroit.
withdraw-lead-photo = Cette image cesse aussitôt d’être montrée, partout. Si son avant ou son après reste seul, il n’est pas montré non plus.
withdraw-lead-words = Vos mots cessent aussitôt d’être montrés, partout.
withdraw-lead-rating = Vos étoiles cessent aussitôt d’être montrées, partout.
withdraw-lead-name = Votre nom cesse aussitôt d’être montré, partout. Le reste demeure.
withdraw-lead-facts = Ces éléments cessent aussitôt d’être montrés, partout. Le reste demeure.
withdraw-lead-level = Désormais, cette image est montrée ainsi au plus. Si cette version n’est pas prête, l’image n’est plus montrée.
withdraw-no-reason = Vous n’avez pas à dire pourquoi, et cela ne change rien à votre soin.
withdraw-do = Oui, ne plus le montrer
withdraw-do-level = Oui, montrer moins
withdraw-keep = Non, laisser ainsi

mail-code-subject = Votre code
mail-code-body =
    Votre code est { $code }.

    Il est valable 15 minutes. Si vous ne l’avez pas demandé, vous pouvez ignorer ce message.

mail-invite-subject = Un lien personnel pour vous
mail-invite-body =
    Bonjour,

    { $clinic } aimerait vous demander quelque chose. Votre lien personnel :

    { $url }

    Il est valable 14 jours. Si vous n’en faites rien, il ne se passe rien.

mail-receipt-subject = Votre reçu
mail-receipt-body =
    Bonjour,

    Merci. Voici votre reçu de { $clinic }. Ce que vous avez permis prend fin de soi-même le { $until }.

    Vous pouvez le consulter ou l’arrêter à tout moment ici :

    { $url }

    Veuillez garder ce message. Ce que d’autres ont enregistré ou copié avant que vous n’arrêtiez ne peut pas être rattrapé.

## D’autres lieux, des pauses et ce que nous faisons ailleurs

ask-place-elsewhere = Pas sur votre site
ask-place-elsewhere-hint = Seulement dans les lieux que j’ai cochés.
ask-place-both = Vous avez coché un lieu et aussi choisi « Nulle part ». Décochez-le ou choisissez une autre réponse.
ask-place-no-tick = Vous n’avez coché aucun lieu. Cochez-en un ou choisissez une autre réponse.
ask-place-not-used = Nous n’utilisons plus l’un de ces lieux. Merci de répondre à nouveau.
ask-place-website-title = Et sur notre site ?
ask-also = En dehors de notre site ?
ask-also-lead = Cochez chaque lieu qui vous convient. Vous pouvez tous les laisser vides.
ask-also-partner-embed = Sites de partenaires
ask-also-partner-embed-hint = Ils montrent notre page. Si vous arrêtez, elle disparaît aussi là-bas.
ask-also-instagram = Instagram
ask-also-instagram-hint = Nos publications. Ce que d’autres y partagent ne peut pas être rappelé.
ask-also-facebook = Facebook
ask-also-facebook-hint = Nos publications. Ce que d’autres y partagent ne peut pas être rappelé.
ask-also-youtube = YouTube
ask-also-youtube-hint = Nos vidéos. Ce que d’autres y partagent ne peut pas être rappelé.
ask-also-tiktok = TikTok
ask-also-tiktok-hint = Nos publications. Ce que d’autres y partagent ne peut pas être rappelé.
ask-also-print = Papier imprimé
ask-also-print-hint = Dépliants et murs. Ce qui a été distribué reste dehors.
ask-also-press = Journaux et magazines
ask-also-press-hint = Ce qui est imprimé reste imprimé.
ask-also-ads = Publicités
ask-also-ads-hint = On les voit sans nous chercher.
ask-also-education = Formation
ask-also-education-hint = À l’intérieur de la clinique, pour former ceux qui y travaillent.
manage-all-paused = Ce que vous avez permis est en pause. Rien de vous n’est montré.
manage-state-paused = En pause
manage-since = depuis le { $date }
manage-pause-one = Mettre en pause
manage-pause-place = Mettre en pause
manage-pause-all = Tout mettre en pause
manage-resume-one = Montrer à nouveau
manage-resume-place = Montrer à nouveau
manage-resume-code = Pour montrer à nouveau ce qui est en pause, demandez d’abord un code : ainsi, vous seul pouvez le faire.
manage-elsewhere = En dehors de notre site
manage-elsewhere-lead = Des copies que nous avons placées ailleurs avec votre accord. Si vous arrêtez, nous les retirons là-bas à la main.
manage-elsewhere-allowed = Là avec votre accord
manage-elsewhere-due = Nous sommes en train de le retirer
manage-elsewhere-removed = Retiré
manage-gone-on = depuis le { $date }
manage-requests = Autre chose
manage-request-new = Nous demander quelque chose
manage-request-what = Que souhaitez-vous ?
manage-request-copy = Une copie de tout ce que vous gardez sur moi
manage-request-copy-hint = Vos photos, vos mots et ce que vous avez signé, en fichiers.
manage-request-correct = Une correction
manage-request-correct-hint = Dites-nous ce qui est faux.
manage-request-erase = Oubliez-moi
manage-request-erase-hint = Tout est retiré aussitôt. Puis nous effaçons ce que la loi ne nous oblige pas à garder.
manage-request-note = Voulez-vous en dire plus ? Ce n’est pas nécessaire.
manage-request-do = Envoyer
manage-asked-on = Demandé le { $date }
notice-requested = Merci. Nous l’avons reçu et répondrons ici.
notice-paused = C’est fait. C’est en pause et personne ne le voit.
notice-resumed = C’est fait. C’est montré à nouveau.
pause-title = Mettre en pause ?
pause-lead-all = Tout ce qui vous concerne est retiré aussitôt : images, mots et nom.
pause-lead-channel = Tout ce qui vous concerne est retiré aussitôt ici : { $place }.
pause-lead-outside = Pour l’instant, rien de nouveau de vous n’y va ({ $place }). Ce qui y est déjà, nous le retirons à la main ; vous pouvez le suivre sur votre page.
pause-lead-photo = Cette image est retirée aussitôt, partout. Si son avant ou son après reste seul, il n’est pas montré non plus.
pause-lead-words = Vos mots sont retirés aussitôt, partout.
pause-lead-rating = Vos étoiles sont retirées aussitôt, partout.
pause-lead-name = Votre nom est retiré aussitôt, partout. Le reste demeure.
pause-lead-facts = Ces données sont retirées aussitôt, partout. Le reste demeure.
pause-back-again = Rien n’est effacé. Vous pouvez le montrer à nouveau sur cette page jusqu’à la fin de votre accord ; il vous faut pour cela un code, afin que vous seul puissiez le faire.
pause-do = Oui, mettre en pause
manage-record = Mon reçu en fichier signé
manage-record-hint = pour les programmes et les juristes. Il se prouve lui-même : un caractère changé se voit.
took-search-asked = Nous leur avons demandé le { $date } de le retirer. Quand ils le feront ne dépend pas de nous.
took-elsewhere-open = Placé là le { $date }. Nous sommes en train de le retirer.
took-elsewhere-done = Retiré de là depuis le { $date }.
withdraw-lead-outside = À partir de maintenant, rien de nouveau de vous n’y va ({ $place }). Ce qui y est déjà, nous le retirons à la main ; vous pouvez le suivre sur votre page.

## Quand la fin approche

mail-reminder-subject = Un rappel pour vous
mail-reminder-body =
    Bonjour,

    Ce que vous avez permis à { $clinic } prend fin le { $until }. Une question : faut-il continuer ou arrêter ?

    Vous pouvez répondre ici :

    { $url }

    Si vous ne faites rien, cela s’arrête de soi-même ce jour-là. Pour nous, le silence n’est jamais un oui.
manage-ends-title = Cela prend bientôt fin. Faut-il continuer ?
manage-ends-lead = Si oui, vous regardez encore une fois et vous signez à nouveau. Si vous ne faites rien, cela s’arrête de soi-même.
manage-ends-go-on = Oui, regarder et continuer
manage-ends-let = Non, laisser prendre fin
manage-ends-let-says = Vous avez dit que cela peut prendre fin. Cela s’arrête de soi-même le { $date }, et nous ne vous le rappellerons plus. D’ici là, vous pouvez changer d’avis.
notice-lets-end = C’est noté. Cela s’arrête de soi-même le jour venu.
ask-renew-title = Faut-il continuer ?
ask-renew-lead = Voici ce que vous avez dit la dernière fois. Cela prend fin le { $date }. Cela ne continue que si vous signez ci-dessous.
ask-renew-pictures = Changer les photos
ask-renew-level = Changer ce que l’on voit de vous
ask-renew-place = Changer les lieux
ask-renew-name = Changer le nom
ask-renew-fact = Vous l’avez permis la dernière fois.
manage-disputed-title = En attente : { $treatment }
manage-disputed-lead = Quelqu’un a posé une question sur ce qui a été signé. Tant que ce n’est pas réglé, rien n’en est montré. Vous n’avez rien à faire ; pour en savoir plus, veuillez appeler { $clinic }. Vous pouvez aussi tout arrêter pour de bon.
manage-since-day = En attente depuis le { $date }.
