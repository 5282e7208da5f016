# A client's video: their own page, and what visitors see of it
video-title = Sagen Sie es in einem Video
video-lead = Ein Video zeigt Ihr ganzes Gesicht, und man hört Ihre Stimme. Wer Sie kennt, kann Sie erkennen.
video-face-voice = Ihr ganzes Gesicht und Ihre Stimme gehören dazu.
video-choose = Ihr Video
video-limits = Bis zu { $minutes } Minuten und { $megabytes } MB. Auf dem Handy können Sie es jetzt aufnehmen. Sagen Sie, was Sie möchten, Gutes oder Schlechtes; lassen Sie Namen und Adressen weg.
video-send = Video senden
video-sending = Das Video ist unterwegs. Bitte bleiben Sie auf dieser Seite.
video-failed = Das Video ist nicht angekommen. Bitte versuchen Sie es noch einmal.
video-none-chosen = Bitte wählen Sie zuerst ein Video.
video-preparing = Ihr Video ist angekommen. Gleich ist es bereit.
video-look-again = Noch einmal nachsehen
video-put-away = Dieses Video kann gerade nicht abgespielt werden. Sie können es noch einmal senden.
video-question = Dürfen wir dieses Video zeigen?
video-question-lead = An den Orten, die Sie gewählt haben, bis zu dem Tag, den Sie bei Ihrer Unterschrift sehen. Nichts wird geschnitten oder verändert. Wir schreiben als Untertitel auf, was Sie sagen. Sie können es jederzeit beenden.
video-said-yes = Sie haben Ja zu diesem Video gesagt.
video-yes = Ja, mein Video zeigen
video-no = Nein, weglassen
video-other = Stattdessen ein anderes Video senden
video-drop = Dieses Video entfernen
video-drop-hint = Es wird sofort gelöscht, hier und in Ihrer Akte.
video-add = Oder sagen Sie es in einem Video
video-change = Mein Video ändern oder entfernen
receipt-video = Ihr Video, mit Ihrem ganzen Gesicht und Ihrer Stimme
manage-what-video = Ihr Video
withdraw-lead-video = Ihr Video wird sofort nirgends mehr gezeigt. Der Rest bleibt.
pause-lead-video = Ihr Video kommt sofort überall herunter. Der Rest bleibt.
video-refused-empty = Diese Datei ist leer. Bitte wählen Sie das Video noch einmal.
video-refused-too-many-bytes = Dieses Video ist größer als 250 MB. Bitte nehmen Sie ein kürzeres auf.
video-refused-too-long = Dieses Video ist länger als 3 Minuten. Bitte nehmen Sie ein kürzeres auf, oder kürzen Sie es vorher auf dem Handy.
video-refused-too-large = Das Bild dieses Videos ist zu groß für uns. Bitte nehmen Sie es höchstens in HD oder 4K auf.
video-refused-not-a-video = Das ist kein Video, das wir lesen können. Bitte wählen Sie eine Datei in MP4 oder MOV.
video-refused-webm = WebM können wir nicht lesen. Bitte nehmen Sie das Video mit der Kamera-App Ihres Handys auf.
video-refused-hevc = Dieses Video ist als HEVC gespeichert, das viele Browser nicht abspielen. Wählen Sie es auf einem iPhone auf dieser Seite aus Ihrer Mediathek, dann wird es von selbst umgewandelt; oder stellen Sie unter Einstellungen, Kamera, Formate „Maximale Kompatibilität“ ein.
video-refused-codec = Dieses Video ist so gespeichert, dass Browser es nicht abspielen. Bitte nehmen Sie es mit der Kamera-App Ihres Handys auf, ohne HDR.
video-refused-sound = Der Ton dieses Videos ist so gespeichert, dass Browser ihn nicht abspielen. Bitte nehmen Sie es mit der Kamera-App Ihres Handys auf.
video-refused-no-picture = In dieser Datei ist kein Bild. Bitte wählen Sie ein anderes Video.
video-refused-fragmented = Dieses Video ist in Stücken gespeichert, wie zum Streamen. Bitte nehmen Sie es mit der Kamera-App Ihres Handys auf.
video-refused-encrypted = Dieses Video ist gegen Kopieren geschützt. Bitte wählen Sie eines, das Sie selbst aufgenommen haben.
video-refused-cuts = Dieses Video besteht aus mehreren Schnitten. Bitte sichern Sie es auf dem Handy zuerst als neues Video, und senden Sie das.
video-refused-damaged = Dieses Video ist beschädigt oder unvollständig. Bitte wählen Sie es noch einmal, oder nehmen Sie es neu auf.

film-title = In eigener Stimme
film-label = Video, { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
film-label-private = Video
film-captions = Untertitel
film-open = Video öffnen
film-text = Was im Video gesagt wird
film-watch = Video ansehen
