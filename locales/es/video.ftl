# A client's video: their own page, and what visitors see of it
video-title = Dígalo en un vídeo
video-lead = Un vídeo muestra toda su cara y se oye su voz. Quien le conoce puede reconocerle.
video-face-voice = Toda su cara y su voz forman parte de esto.
video-choose = Su vídeo
video-limits = Hasta { $minutes } minutos y { $megabytes } MB. Con el móvil puede grabarlo ahora. Diga lo que quiera, bueno o malo; no diga nombres ni direcciones.
video-send = Enviar el vídeo
video-sending = El vídeo está en camino. Quédese en esta página, por favor.
video-failed = El vídeo no ha llegado. Inténtelo otra vez.
video-none-chosen = Elija primero un vídeo.
video-preparing = Su vídeo ha llegado. Estará listo en un momento.
video-look-again = Mirar otra vez
video-put-away = Este vídeo no se puede reproducir ahora. Puede enviarlo otra vez.
video-question = ¿Podemos mostrar este vídeo?
video-question-lead = En los lugares que usted eligió, hasta el día que ve junto a su firma. No se corta ni se cambia nada. Escribimos lo que dice como subtítulos. Puede pararlo en cualquier momento.
video-said-yes = Usted dijo que sí a este vídeo.
video-yes = Sí, mostrar mi vídeo
video-no = No, dejarlo fuera
video-other = Enviar otro vídeo en su lugar
video-drop = Quitar este vídeo
video-drop-hint = Se borra al momento, aquí y en su expediente.
video-add = O dígalo en un vídeo
video-change = Cambiar o quitar mi vídeo
receipt-video = Su vídeo, con toda su cara y su voz
manage-what-video = Su vídeo
withdraw-lead-video = Su vídeo deja de mostrarse al momento en todas partes. El resto se queda.
pause-lead-video = Su vídeo deja de mostrarse al momento en todas partes. El resto se queda.
video-refused-empty = Este archivo está vacío. Elija otra vez el vídeo.
video-refused-too-many-bytes = Este vídeo pesa más de 250 MB. Grabe uno más corto.
video-refused-too-long = Este vídeo dura más de 3 minutos. Grabe uno más corto o acórtelo antes en el móvil.
video-refused-too-large = La imagen de este vídeo es demasiado grande. Grábelo en HD o 4K como máximo.
video-refused-not-a-video = No es un vídeo que podamos leer. Elija un archivo MP4 o MOV.
video-refused-webm = No podemos leer WebM. Grabe el vídeo con la cámara de su móvil.
video-refused-hevc = Este vídeo está guardado como HEVC, que muchos navegadores no reproducen. En un iPhone elíjalo en esta página desde su fototeca y se convertirá solo; o ponga Ajustes, Cámara, Formatos en «Más compatible».
video-refused-codec = Este vídeo está guardado de una forma que los navegadores no reproducen. Grábelo con la cámara de su móvil, sin HDR.
video-refused-sound = El sonido de este vídeo está guardado de una forma que los navegadores no reproducen. Grábelo con la cámara de su móvil.
video-refused-no-picture = En este archivo no hay imagen. Elija otro vídeo.
video-refused-fragmented = Este vídeo está guardado a trozos, como para transmitirlo. Grábelo con la cámara de su móvil.
video-refused-encrypted = Este vídeo está protegido contra copia. Elija uno que haya grabado usted.
video-refused-cuts = Este vídeo está hecho de varios cortes. Guárdelo antes en el móvil como vídeo nuevo y envíe ese.
video-refused-damaged = Este vídeo está dañado o incompleto. Elíjalo otra vez o grábelo de nuevo.

film-title = Con su propia voz
film-label = Vídeo, { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
film-label-private = Vídeo
film-captions = Subtítulos
film-open = Abrir el vídeo
film-text = Lo que se dice en el vídeo
film-watch = Ver el vídeo
