# A client's video: their own page, and what visitors see of it
video-title = Dites-le en vidéo
video-lead = Une vidéo montre tout votre visage et fait entendre votre voix. Qui vous connaît peut vous reconnaître.
video-face-voice = Tout votre visage et votre voix en font partie.
video-choose = Votre vidéo
video-limits = Jusqu’à { $minutes } minutes et { $megabytes } Mo. Sur un téléphone, vous pouvez la filmer maintenant. Dites ce que vous voulez, en bien ou en mal ; ne dites ni noms ni adresses.
video-send = Envoyer la vidéo
video-sending = La vidéo est en route. Merci de rester sur cette page.
video-failed = La vidéo n’est pas arrivée. Veuillez réessayer.
video-none-chosen = Choisissez d’abord une vidéo.
video-preparing = Votre vidéo est arrivée. Elle est prête dans un instant.
video-look-again = Regarder encore
video-put-away = Cette vidéo ne peut pas être lue pour l’instant. Vous pouvez l’envoyer de nouveau.
video-question = Pouvons-nous montrer cette vidéo ?
video-question-lead = Aux endroits que vous avez choisis, jusqu’au jour indiqué près de votre signature. Rien n’est coupé ni changé. Nous écrivons ce que vous dites en sous-titres. Vous pouvez arrêter à tout moment.
video-said-yes = Vous avez dit oui à cette vidéo.
video-yes = Oui, montrer ma vidéo
video-no = Non, la laisser de côté
video-other = Envoyer une autre vidéo à la place
video-drop = Retirer cette vidéo
video-drop-hint = Elle est effacée aussitôt, ici et dans votre dossier.
video-add = Ou dites-le en vidéo
video-change = Changer ou retirer ma vidéo
receipt-video = Votre vidéo, avec tout votre visage et votre voix
manage-what-video = Votre vidéo
withdraw-lead-video = Votre vidéo n’est plus montrée nulle part, dès maintenant. Le reste demeure.
pause-lead-video = Votre vidéo n’est plus montrée nulle part, dès maintenant. Le reste demeure.
video-refused-empty = Ce fichier est vide. Choisissez de nouveau la vidéo.
video-refused-too-many-bytes = Cette vidéo dépasse 250 Mo. Filmez-en une plus courte.
video-refused-too-long = Cette vidéo dépasse 3 minutes. Filmez-en une plus courte, ou raccourcissez-la d’abord sur votre téléphone.
video-refused-too-large = L’image de cette vidéo est trop grande. Filmez en HD ou en 4K au plus.
video-refused-not-a-video = Ce n’est pas une vidéo que nous pouvons lire. Choisissez un fichier MP4 ou MOV.
video-refused-webm = Nous ne pouvons pas lire le WebM. Filmez avec l’appareil photo de votre téléphone.
video-refused-hevc = Cette vidéo est enregistrée en HEVC, que beaucoup de navigateurs ne lisent pas. Sur un iPhone, choisissez-la sur cette page dans votre photothèque : elle est convertie d’elle-même ; ou réglez Réglages, Appareil photo, Formats sur « Le plus compatible ».
video-refused-codec = Cette vidéo est enregistrée d’une façon que les navigateurs ne lisent pas. Filmez avec l’appareil photo de votre téléphone, sans HDR.
video-refused-sound = Le son de cette vidéo est enregistré d’une façon que les navigateurs ne lisent pas. Filmez avec l’appareil photo de votre téléphone.
video-refused-no-picture = Il n’y a pas d’image dans ce fichier. Choisissez une autre vidéo.
video-refused-fragmented = Cette vidéo est enregistrée en morceaux, comme pour une diffusion. Filmez avec l’appareil photo de votre téléphone.
video-refused-encrypted = Cette vidéo est protégée contre la copie. Choisissez-en une que vous avez filmée vous-même.
video-refused-cuts = Cette vidéo est faite de plusieurs coupes. Enregistrez-la d’abord comme nouvelle vidéo sur votre téléphone et envoyez celle-ci.
video-refused-damaged = Cette vidéo est abîmée ou incomplète. Choisissez-la de nouveau ou filmez-la encore une fois.

film-title = De vive voix
film-label = Vidéo, { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
film-label-private = Vidéo
film-captions = Sous-titres
film-open = Ouvrir la vidéo
film-text = Ce qui est dit dans la vidéo
film-watch = Regarder la vidéo
