## Was Kundinnen und Kunden lesen: groß, kurz, schlicht.

open-invite-title = Ihre Vorher-Nachher-Fotos
open-invite-lead = Wir möchten fragen, was wir davon zeigen dürfen. Es sind fünf kurze Fragen. Sie können jede mit Nein beantworten.
open-invite-time = Es dauert etwa eine Minute.
open-invite-free = Ihre Behandlung hängt nicht davon ab, was Sie antworten.
open-manage-title = Meine Fotos und Worte
open-manage-lead = Sehen Sie, was von Ihnen gezeigt wird, und beenden Sie es, wann immer Sie möchten.
open-do = Öffnen
closed-title-signed = Sie haben schon geantwortet
closed-signed = Danke. Dieser Link hat seinen Zweck erfüllt. Um zu sehen oder zu ändern, was Sie erlaubt haben, öffnen Sie den Link auf Ihrem Beleg.
closed-title-replaced = Es gibt einen neueren Link
closed-replaced = Wir haben Ihnen einen neueren Link geschickt oder gezeigt, der diesen ersetzt. Bitte benutzen Sie den neuesten.
closed-title-withdrawn = Sie haben alles zurückgenommen
closed-withdrawn = Dieser Link fragt Sie nichts mehr. Um zu sehen, was heute von Ihnen gezeigt wird, öffnen Sie den Link auf Ihrem Beleg.
closed-title-expired = Dieser Link ist zu alt
closed-expired = Ein solcher Link gilt 14 Tage. Durch ihn wurde nichts von Ihnen gezeigt.
closed-title-forgotten = Wir haben Sie vergessen
closed-forgotten = Am { $date } haben wir Ihren Namen, Ihre Fotos und Ihre Worte gelöscht. Nichts von Ihnen wird mehr gezeigt.
closed-forgotten-kept = Eines wird aus rechtlichen Gründen aufbewahrt: der Nachweis, dass etwas unterschrieben wurde. Er liegt unter Verschluss und wird am { $date } gelöscht.
closed-forgotten-nothing = Nichts von Ihnen wird aufbewahrt.
closed-ask = Bitte fragen Sie { $clinic } nach einem neuen.
nothing-title = Es gibt nichts zu fragen
nothing-lead = { $clinic } hat im Moment keine Bilder, zu denen Sie gefragt werden. Nichts von Ihnen wird gezeigt. Sie können diese Seite schließen.
code-title = Ein Code, damit nur Sie Ihre Fotos sehen
code-lead-mail = Wir können Ihnen einen sechsstelligen Code per E-Mail schicken.
code-lead-phone = Bitte fragen Sie die Praxis nach Ihrem sechsstelligen Code.
code-label = Code
code-hint = Sechs Ziffern
code-send = Code schicken
code-wrong = Dieser Code stimmt nicht. Bitte sehen Sie noch einmal nach.
code-spent = Dieser Code gilt nicht mehr. Bitte lassen Sie sich einen neuen geben.
notice-code-sent = Ein Code ist unterwegs an Ihre E-Mail-Adresse.
ask-progress = Frage { $number } von { $of }
ask-extra = Noch etwas, wenn Sie möchten
ask-back = Zurück
ask-kept = Ihre Antworten bleiben gespeichert. Sie können diese Seite schließen und mit demselben Link zurückkommen.
ask-so-far = Ihre bisherige Antwort
ask-changed = Etwas hat sich geändert, nachdem diese Seite geöffnet wurde, vielleicht in einem anderen Fenster. So ist es jetzt. Bitte antworten Sie noch einmal.
ask-go-on = Weiter
ask-one-by-one = Einzeln auswählen
ask-pictures-title = Welche Bilder dürfen wir zeigen?
ask-pictures-lead = Das sind Ihre Bilder. Keines davon wird gezeigt, wenn Sie es nicht erlauben.
ask-pictures-all = { $count ->
    [one] Dieses
    [2] Beide Bilder
   *[other] Alle { $count } Bilder
  }
ask-pictures-none = Keines davon
ask-pictures-each-title = Welche davon?
ask-pictures-each-lead = Kreuzen Sie jedes Bild an, das gezeigt werden darf. Ein Vorher wird nur neben seinem Nachher gezeigt, kreuzen Sie also bitte beide an.
ask-pictures-show = Dieses zeigen
ask-pictures-some = Die angekreuzten zeigen
ask-level-title = Wie viel von Ihnen?
ask-level-lead = Was abgedeckt ist, fehlt im Bild selbst. Niemand kann es wieder aufdecken.
ask-level-area-only = Nur die Kopfhaut
ask-level-area-only-hint = Ihr Gesicht ist abgedeckt.
ask-level-covered = Augen abgedeckt
ask-level-covered-hint = Man könnte Sie trotzdem erkennen.
ask-level-full-face = Ganzes Gesicht
ask-level-full-face-hint = Man wird Sie erkennen.
ask-level-lacking = { $count ->
    [one] Eines Ihrer Bilder zeigt mehr als das und würde nicht gezeigt.
   *[other] { $count } Ihrer Bilder zeigen mehr als das und würden nicht gezeigt.
  }
ask-level-each-title = Wie viel von Ihnen auf jedem Bild?
ask-level-each-missing = Bitte wählen Sie für jedes Bild.
ask-place-title = Wo darf es gezeigt werden?
ask-place-lead = Alle, die dorthin kommen, können es sehen.
ask-place-nowhere = Nirgends
ask-place-nowhere-hint = Es bleibt in meiner Akte in der Praxis.
ask-place-website = Auf Ihrer Website
ask-place-website-hint = Wir bitten Suchmaschinen wie Google, es auszulassen.
ask-place-website-and-search = Auf Ihrer Website und in Suchmaschinen
ask-place-website-and-search-hint = Man kann es auch über Google und andere finden. Wo jemand einen Link dazu teilt, kann eines der Bilder erscheinen.
ask-name-title = Welcher Name darf daneben stehen?
ask-name-lead = Es würde genau so aussehen.
ask-name-none = Kein Name
ask-words-title = Möchten Sie eigene Worte hinzufügen?
ask-words-lead = Gutes oder Schlechtes, wie Sie möchten. Wir ändern sie nie.
ask-words-label = Ihre Worte
ask-words-empty = Bitte schreiben Sie etwas oder wählen Sie Sterne, oder gehen Sie ohne weiter.
ask-words-yes = Diese Worte hinzufügen
ask-words-no = Ohne Worte weiter
ask-words-add = Eigene Worte hinzufügen
ask-words-none = Hier stehen noch keine Worte von Ihnen. Sie müssen keine hinzufügen.
ask-words-change = Meine Worte ändern oder entfernen
ask-rating = Sterne
ask-stars = { $count ->
    [one] 1 Stern von 5
   *[other] { $count } Sterne von 5
  }
ask-incentive = Haben Sie dafür etwas bekommen?
ask-incentive-tied = Es hing davon ab, was ich sage.
incentive-none = Nein, nichts
incentive-discount = Einen niedrigeren Preis
incentive-gift = Ein Geschenk
incentive-free-treatment = Eine kostenlose Behandlung
ask-insider = Gehören Sie zur Praxis?
insider-none = Nein
insider-staff = Ich arbeite dort
insider-family = Ich bin mit jemandem dort verwandt oder befreundet
ask-story-title = Das würde man sehen
ask-story-lead = Bitte sehen Sie es sich in Ruhe an. Nur das wird gezeigt, sonst nichts.
ask-story-title-nothing = Es wird nichts gezeigt
ask-story-lead-nothing = Sie haben Nein gesagt, und das ist in Ordnung. Wenn Sie unterschreiben, haben wir es schriftlich. Wenn Sie diese Seite schließen, wird auch nichts gezeigt.
ask-story-no-pairs = Mit diesen Antworten bleibt kein Vorher und Nachher übrig. Gehen Sie zurück, um mehr Bilder oder eine andere Fassung zu wählen.
ask-preview = Die Seite, wie sie aussehen würde
ask-facts = Dürfen wir auch diese Angaben zeigen?
ask-facts-lead = Kreuzen Sie an, was in Ordnung ist. Alles andere lassen wir weg.
ask-sum-place = Wo
ask-sum-until = Bis
ask-sum-until-value = { $date }. Dann endet es von selbst.
ask-sum-stop = Wenn Sie es sich anders überlegen
ask-sum-stop-value = Jederzeit, mit dem Link auf Ihrem Beleg. Niemand fragt nach Gründen.
ask-small-print = Alles, dem Sie zustimmen
ask-signer = Ihr Name
ask-signer-hint = Ihn einzutippen ist Ihre Unterschrift. Er wird nicht gezeigt.
ask-agree = Ich stimme zu
ask-agree-says = Mit „Ich stimme zu“ unterschreiben Sie diese Seite, wie Sie sie sehen.
ask-agree-required = Bitte drücken Sie „Ich stimme zu“, um zu unterschreiben, oder schließen Sie diese Seite, wenn Sie nicht zustimmen.
block-purpose = Wofür es ist
block-recipients = Wer es sehen kann
block-retention = Wie lange
block-revocation = Wenn Sie es sich anders überlegen
block-redisclosure = Was andere behalten können
block-conditioning = Ihre Behandlung hängt nicht davon ab
receipt-title = Ihr Beleg
receipt-thanks = Danke.
stands-for-guardian = Sie antworten für { $client }, als gesetzliche Betreuung.
stands-for-attorney = Sie antworten für { $client }, mit Vollmacht.
stands-for-executor = Sie antworten für { $client }, zur Vollstreckung des letzten Willens.
receipt-for-guardian = Unterschrieben für { $client }, als gesetzliche Betreuung.
receipt-for-attorney = Unterschrieben für { $client }, mit Vollmacht.
receipt-for-executor = Unterschrieben für { $client }, zur Vollstreckung des letzten Willens.
receipt-signed = Unterschrieben von { $name } am { $date }, für { $clinic }.
receipt-allowed = Was Sie erlaubt haben
receipt-nothing = Sie haben nichts erlaubt. Nirgends wird etwas gezeigt.
receipt-words = Ihre Worte
receipt-facts = Die angekreuzten Angaben
receipt-name = Gezeigt als: { $name }
receipt-no-name = Kein Name
receipt-where = Wo
receipt-what = Was
receipt-until = Bis
receipt-stop = So beenden Sie es
receipt-stop-lead = Öffnen Sie diesen Link, oder scannen Sie den Code. Heben Sie ihn auf: Er funktioniert jederzeit und ohne Passwort.
receipt-copies = Was andere gespeichert oder kopiert haben, bevor Sie es beendet haben, lässt sich nicht zurückholen.
receipt-have-tablet = Bitte fotografieren Sie den Code mit Ihrem Telefon, oder lassen Sie sich den Beleg ausdrucken.
receipt-have-link = Bitte speichern Sie den Link, oder fotografieren Sie den Code.
receipt-have = Ich habe meinen Beleg
receipt-pending = Noch ein letzter Schritt: Ohne einen Beleg in Ihrer Hand wird nichts gezeigt.
receipt-qr = Der Code, der Ihre Seite öffnet
paper-lead = Bitte kreuzen Sie an, was gezeigt werden darf. Streichen Sie durch, was Sie nicht möchten. Was leer bleibt, gilt als Nein.
paper-code = Blatt { $code }
paper-one = Bitte kreuzen Sie eines an.
paper-no-name = Lassen Sie beide leer, wenn kein Name dabeistehen soll.
paper-search-hint = Man findet es dann auch über Google und andere. Nur zusammen mit unserer Website.
paper-strike = Sie können durchstreichen, womit Sie nicht einverstanden sind. Dann wird nichts gezeigt.
paper-sign = Ihre Unterschrift
paper-sign-says = Ich habe das alles gelesen. Was ich angekreuzt habe, darf gezeigt werden, und sonst nichts.
paper-date = Datum
paper-signature = Unterschrift
receipt-on-paper = Sie haben am { $date } von Hand unterschrieben. Zwei Personen der Praxis haben Ihr Blatt mit dem verglichen, was hier steht.
manage-title = Meine Fotos und Worte
manage-shown = { $count ->
    [one] Ein Bild von Ihnen wird gerade gezeigt.
   *[other] { $count } Bilder von Ihnen werden gerade gezeigt.
  }
manage-not-shown = Sie haben etwas erlaubt. Noch wird nichts davon gezeigt.
manage-nothing = Nichts von Ihnen wird gezeigt, und nichts ist erlaubt.
manage-until = Sie haben das bis { $date } erlaubt. Dann endet es von selbst.
manage-public = Die Seite sehen, wie alle sie sehen
manage-state-shown = Wird gezeigt
manage-state-allowed = Erlaubt, wird gerade nicht gezeigt
manage-allowed-more = Sie haben mehr erlaubt: { $level }.
manage-jump = Bereiche pausieren oder beenden, oder alles
manage-places = Nach Ort
manage-places-lead = Pausieren oder beenden Sie alles an einem Ort. Der Rest bleibt, wie er ist.
manage-narrow-to-area-only = Nur meine Kopfhaut zeigen
manage-narrow-to-covered = Meine Augen abdecken
manage-stop-one = Nicht mehr zeigen
manage-stop-place = Hier beenden
manage-stop-all-title = Alles
manage-stop-all-lead = Alle Bilder, Worte und Ihr Name werden sofort nicht mehr gezeigt.
manage-stop-all = Alles beenden
manage-see-photos = Bilder mit einem Code ansehen
manage-see-photos-lead = Wer Ihren Link hat, kann etwas beenden. Um die Bilder hier zu sehen, braucht es einen Code.
manage-receipt = Mein Beleg
manage-more = Um mehr zu zeigen als jetzt, sprechen Sie mit der Praxis: Dafür ist Ihre Unterschrift noch einmal nötig.
manage-leave = Schließen
manage-what-photo = Bild
manage-what-words = Ihre Worte
manage-what-rating = Ihre Sterne
manage-what-name = Ihr Name
manage-what-facts = Angaben über Sie
months-after = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
  }
took-title = Was wir am { $date } getan haben
took-title-at-once = Nicht mehr gezeigt
took-at-once = Unsere Seiten zeigen es nicht mehr, seit Sie auf den Knopf gedrückt haben.
took-files-title = Dateien, die zum Zeigen gemacht wurden
took-files-done = Gelöscht. Ihre eigenen Fotos bleiben sicher in Ihrer Akte.
took-files-open = { $count ->
    [one] Eine wird noch gelöscht. Sie lässt sich nicht mehr öffnen.
   *[other] { $count } werden noch gelöscht. Sie lassen sich nicht mehr öffnen.
  }
took-ledger-title = Aufgeschrieben
took-ledger-done = An einem zweiten Ort vermerkt, damit keine alte Kopie unseres Systems es zurückbringt.
took-ledger-open = Wird an einem zweiten Ort vermerkt, damit keine alte Kopie unseres Systems es zurückbringt.
took-search-title = Suchmaschinen
took-search = Sie lassen es fallen, wenn sie das nächste Mal nachsehen. Das kann einige Tage dauern und liegt nicht in unserer Hand.
took-copies-title = Kopien anderer
took-state-done = Erledigt
took-state-open = In Arbeit
took-state-outside = Nicht in unserer Hand
notice-receipt-had = Danke. Sie haben Ihren Beleg.
notice-narrowed = Erledigt. Es wird weniger von Ihnen gezeigt.
withdraw-title = Nicht mehr zeigen?
withdraw-title-level = Weniger von Ihnen zeigen?
withdraw-lead-all = Alles von Ihnen wird sofort nicht mehr gezeigt: Bilder, Worte und Name.
withdraw-lead-channel = Alles von Ihnen wird an diesem Ort sofort nicht mehr gezeigt.
withdraw-lead-photo = Dieses Bild wird sofort nirgends mehr gezeigt. Bleibt sein Vorher oder Nachher allein, wird auch das nicht gezeigt.
withdraw-lead-words = Ihre Worte werden sofort nirgends mehr gezeigt.
withdraw-lead-rating = Ihre Sterne werden sofort nirgends mehr gezeigt.
withdraw-lead-name = Ihr Name wird sofort nirgends mehr gezeigt. Der Rest bleibt.
withdraw-lead-facts = Diese Angaben werden sofort nirgends mehr gezeigt. Der Rest bleibt.
withdraw-lead-level = Von jetzt an wird dieses Bild höchstens so gezeigt. Ist diese Fassung noch nicht fertig, wird das Bild nicht gezeigt.
withdraw-no-reason = Sie müssen keinen Grund nennen, und an Ihrer Behandlung ändert sich nichts.
withdraw-do = Ja, nicht mehr zeigen
withdraw-do-level = Ja, weniger zeigen
withdraw-keep = Nein, so lassen

mail-code-subject = Ihr Code
mail-code-body =
    Ihr Code ist { $code }.

    Er gilt 15 Minuten. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail übergehen.

mail-invite-subject = Ein persönlicher Link für Sie
mail-invite-body =
    Guten Tag,

    { $clinic } möchte Sie etwas fragen. Ihr persönlicher Link:

    { $url }

    Er gilt 14 Tage. Wenn Sie nichts tun, geschieht nichts.

mail-receipt-subject = Ihr Beleg
mail-receipt-body =
    Guten Tag,

    danke. Das ist Ihr Beleg von { $clinic }. Was Sie erlaubt haben, endet von selbst am { $until }.

    Hier können Sie es ansehen oder jederzeit beenden:

    { $url }

    Bitte heben Sie diese E-Mail auf. Was andere gespeichert oder kopiert haben, bevor Sie es beendet haben, lässt sich nicht zurückholen.

## Weitere Orte, Pausen und was wir anderswo tun

ask-place-elsewhere = Nicht auf Ihrer Website
ask-place-elsewhere-hint = Nur an den Orten, die ich angekreuzt habe.
ask-place-both = Sie haben einen Ort angekreuzt und zugleich „Nirgends“ gewählt. Bitte entfernen Sie das Kreuz oder wählen Sie eine andere Antwort.
ask-place-no-tick = Sie haben keinen Ort angekreuzt. Bitte kreuzen Sie einen an oder wählen Sie eine andere Antwort.
ask-place-not-used = Einen dieser Orte benutzen wir nicht mehr. Bitte antworten Sie noch einmal.
ask-place-website-title = Und auf unserer Website?
ask-also = Außerhalb unserer Website?
ask-also-lead = Kreuzen Sie jeden Ort an, der in Ordnung ist. Sie können alle leer lassen.
ask-also-partner-embed = Websites von Partnern
ask-also-partner-embed-hint = Sie zeigen unsere Seite. Wenn Sie es beenden, ist es auch dort weg.
ask-also-instagram = Instagram
ask-also-instagram-hint = Unsere Beiträge. Was andere dort teilen, lässt sich nicht zurückholen.
ask-also-facebook = Facebook
ask-also-facebook-hint = Unsere Beiträge. Was andere dort teilen, lässt sich nicht zurückholen.
ask-also-youtube = YouTube
ask-also-youtube-hint = Unsere Videos. Was andere dort teilen, lässt sich nicht zurückholen.
ask-also-tiktok = TikTok
ask-also-tiktok-hint = Unsere Beiträge. Was andere dort teilen, lässt sich nicht zurückholen.
ask-also-print = Gedrucktes
ask-also-print-hint = Faltblätter und Wände. Was verteilt wurde, bleibt draußen.
ask-also-press = Zeitungen und Zeitschriften
ask-also-press-hint = Was gedruckt wurde, bleibt gedruckt.
ask-also-ads = Anzeigen
ask-also-ads-hint = Menschen sehen sie, ohne uns zu suchen.
ask-also-education = Unterricht
ask-also-education-hint = In der Praxis, um Menschen auszubilden, die hier arbeiten.
manage-all-paused = Was Sie erlaubt haben, ist pausiert. Nichts von Ihnen wird gezeigt.
manage-state-paused = Pausiert
manage-since = seit { $date }
manage-pause-one = Pausieren
manage-pause-place = Pausieren
manage-pause-all = Alles pausieren
manage-resume-one = Wieder zeigen
manage-resume-place = Wieder zeigen
manage-resume-code = Um Pausiertes wieder zu zeigen, holen Sie zuerst einen Code: So können nur Sie es tun.
manage-elsewhere = Außerhalb unserer Website
manage-elsewhere-lead = Kopien, die wir mit Ihrem Ja an anderen Orten gezeigt haben. Wenn Sie es beenden, nehmen wir sie dort von Hand weg.
manage-elsewhere-allowed = Dort mit Ihrem Ja
manage-elsewhere-due = Wir nehmen es gerade weg
manage-elsewhere-removed = Weg
manage-gone-on = seit { $date }
manage-requests = Etwas anderes
manage-request-new = Um etwas bitten
manage-request-what = Was möchten Sie?
manage-request-copy = Eine Kopie von allem, was Sie über mich aufbewahren
manage-request-copy-hint = Ihre Fotos, Worte und was Sie unterschrieben haben, als Dateien.
manage-request-correct = Eine Berichtigung
manage-request-correct-hint = Sagen Sie uns, was nicht stimmt.
manage-request-erase = Vergessen Sie mich
manage-request-erase-hint = Alles kommt sofort herunter. Dann löschen wir, was wir nicht nach dem Gesetz aufbewahren müssen.
manage-request-note = Möchten Sie mehr dazu sagen? Sie müssen nicht.
manage-request-do = Senden
manage-asked-on = Gefragt am { $date }
notice-requested = Danke. Wir haben es und antworten hier.
notice-paused = Erledigt. Es ist pausiert, niemand sieht es.
notice-resumed = Erledigt. Es wird wieder gezeigt.
pause-title = Pausieren?
pause-lead-all = Alles von Ihnen kommt sofort herunter: Bilder, Worte und Name.
pause-lead-channel = Alles von Ihnen kommt hier sofort herunter: { $place }.
pause-lead-outside = Vorerst kommt nichts Neues von Ihnen dorthin ({ $place }). Was schon dort ist, nehmen wir von Hand weg; auf Ihrer Seite können Sie es verfolgen.
pause-lead-photo = Dieses Bild kommt sofort überall herunter. Bleibt sein Vorher oder Nachher allein, wird auch das nicht gezeigt.
pause-lead-words = Ihre Worte kommen sofort überall herunter.
pause-lead-rating = Ihre Sterne kommen sofort überall herunter.
pause-lead-name = Ihr Name kommt sofort überall herunter. Der Rest bleibt.
pause-lead-facts = Diese Angaben kommen sofort überall herunter. Der Rest bleibt.
pause-back-again = Nichts wird gelöscht. Auf dieser Seite können Sie es wieder zeigen, bis Ihr Ja endet; dafür brauchen Sie einen Code, damit nur Sie es können.
pause-do = Ja, pausieren
manage-record = Mein Beleg als unterschriebene Datei
manage-record-hint = für Programme und Anwälte. Sie beweist sich selbst: Ein verändertes Zeichen fällt auf.
took-search-asked = Wir haben sie am { $date } gebeten, es zu entfernen. Wann sie es tun, liegt nicht in unserer Hand.
took-elsewhere-open = Dort seit dem { $date }. Wir nehmen es dort gerade weg.
took-elsewhere-done = Dort weg seit dem { $date }.
withdraw-lead-outside = Von jetzt an kommt nichts Neues von Ihnen dorthin ({ $place }). Was schon dort ist, nehmen wir von Hand weg; auf Ihrer Seite können Sie es verfolgen.

## Wenn das Ende näher rückt

mail-reminder-subject = Eine Erinnerung für Sie
mail-reminder-body =
    Guten Tag,

    was Sie { $clinic } erlaubt haben, endet am { $until }. Eine Frage: Soll es weitergehen oder enden?

    Hier können Sie antworten:

    { $url }

    Wenn Sie nichts tun, wird es an diesem Tag von selbst nicht mehr gezeigt. Schweigen ist für uns nie ein Ja.
manage-ends-title = Das endet bald. Soll es weitergehen?
manage-ends-lead = Wenn ja, sehen Sie es sich noch einmal an und unterschreiben neu. Wenn Sie nichts tun, endet es von selbst.
manage-ends-go-on = Ja, ansehen und weiter zeigen
manage-ends-let = Nein, enden lassen
manage-ends-let-says = Sie haben gesagt, dass es enden darf. Am { $date } endet es von selbst, und wir erinnern Sie nicht noch einmal. Bis dahin können Sie es sich anders überlegen.
notice-lets-end = Notiert. An seinem Tag endet es von selbst.
ask-renew-title = Soll das weitergehen?
ask-renew-lead = Das haben Sie letztes Mal gesagt. Es endet am { $date }. Nur wenn Sie unten unterschreiben, geht es weiter.
ask-renew-pictures = Bilder ändern
ask-renew-level = Ändern, wie viel man von Ihnen sieht
ask-renew-place = Orte ändern
ask-renew-name = Namen ändern
ask-renew-fact = Das haben Sie letztes Mal erlaubt.
manage-disputed-title = Ruht: { $treatment }
manage-disputed-lead = Jemand hat eine Frage zu dem gestellt, was unterschrieben wurde. Bis das geklärt ist, wird nichts davon gezeigt. Sie müssen nichts tun; wenn Sie mehr wissen möchten, rufen Sie bitte { $clinic } an. Sie können es auch ganz beenden.
manage-since-day = Es ruht seit { $date }.
