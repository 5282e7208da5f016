## Was Besucher lesen, wenn sie fragen, etwas melden oder wissen wollen, worauf Verlass ist.

form-trap = Bitte dieses Feld leer lassen
form-too-soon = Das ging sehr schnell, deshalb wurde noch nichts gesendet. Bitte senden Sie es noch einmal.
form-too-old = Die Seite war lange offen, deshalb wurde nichts gesendet. Was Sie geschrieben haben, steht noch da: Bitte senden Sie es noch einmal.
field-one-line = Bitte schreiben Sie das in eine Zeile.

## Ask about this result
question-title = Zu diesem Ergebnis fragen
question-lead = Ob es etwas für Sie wäre, was es kostet, wie es sich angefühlt hat: Fragen Sie, was Sie möchten. Ein Mensch aus dem Studio antwortet.
question-about = Die Geschichte, zu der Sie fragen
question-question = Ihre Frage
question-question-hint = Zum Beispiel, womit Sie beginnen, was Sie sich erhoffen und was Ihnen Sorgen macht. Bitte schicken Sie auf diesem Weg keine Fotos.
question-contact = Ihre E-Mail-Adresse oder Telefonnummer
question-contact-hint = Damit wir antworten können. Für nichts anderes.
question-contact-refused = Bitte geben Sie eine E-Mail-Adresse oder Telefonnummer an, unter der wir Sie erreichen.
question-name = Ihr Name
question-call-at = Wann dürfen wir anrufen?
question-call-at-hint = Falls Sie eine Nummer angegeben haben. Etwa: werktags nach fünf.
question-kept = Ihre Frage geht per E-Mail an das Studio und bleibt in dessen Postfach. Diese Website behält keine Kopie: Hier wartet sie nur, bis der Mailserver sie angenommen hat.
question-do = Frage senden
question-sent = Ihre Frage ist unterwegs.
question-sent-next = Meist antworten wir innerhalb von zwei Werktagen. Auf dieser Website bleibt nichts davon.
question-back = Zurück zur Geschichte
question-no-form = Für Fragen gibt es hier kein Formular. Bitte rufen Sie an, schreiben Sie oder vereinbaren Sie ein Gespräch:

## This is me, and reports
report-foot = Sind Sie das, oder stimmt hier etwas nicht?
report-this-is-me = Das bin ich
report-title = Diese Geschichte melden
report-page-title = Das bin ich, oder etwas stimmt nicht
report-me-title = Das bin ich
report-me-lead = Dann entscheiden Sie und müssen uns nicht fragen. Der Link auf Ihrer Quittung nimmt die ganze Geschichte oder einzelne Bilder noch in derselben Minute von dieser Website, ohne Begründung. Wenn Sie ihn nicht mehr haben, schicken wir ihn noch einmal an die Adresse, die Sie uns gegeben haben.
report-me-link = Meinen Link schicken
report-me-never = Wenn Sie nie zugestimmt haben oder der Link Sie nicht erreicht, wählen Sie unten „Das bin ich, und ich habe nicht zugestimmt“. Das alarmiert die Menschen, die die Geschichte mit einem Klick herunternehmen können.
report-lead = Jede Meldung liest ein Mensch, der dann entscheidet. Eine Meldung allein blendet nichts aus, damit niemand die Geschichte eines anderen herunternehmen kann.
report-reason = Was stimmt nicht?
report-reason-me = Das bin ich, und ich habe nicht zugestimmt
report-reason-photo = Das Foto gehört mir oder zeigt keine Arbeit dieses Studios
report-reason-misleading = Es führt in die Irre
report-reason-other = Etwas anderes
report-words = Was sollten wir wissen?
report-words-hint = Woher das Foto stammt oder was nicht wahr ist. Wenn Sie es selbst sind, braucht es nicht mehr.
report-words-required = Bitte sagen Sie in ein paar Worten, was nicht stimmt.
report-contact = Wie erreichen wir Sie?
report-contact-hint = Wenn Sie eine Antwort möchten: eine E-Mail-Adresse oder Nummer. Sie können es leer lassen.
report-kept = Was Sie schreiben, lesen nur die Moderatoren des Studios. Es wird gelöscht, sobald die Meldung erledigt ist.
report-do = Meldung senden
report-sent = Danke. Die Moderatoren sind benachrichtigt.
report-sent-next = Ein Mensch sieht es sich an und entscheidet. Wenn Sie eine Adresse hinterlassen haben, hören Sie von ihm.

## Lost your link
lost-foot = Ich werde hier gezeigt und habe meinen Link verloren
lost-title = Ihr Link, noch einmal
lost-lead = Mit Ihrem Link sehen Sie alles, was hier von Ihnen gezeigt wird, und nehmen es herunter, wann immer Sie möchten.
lost-email = Ihre E-Mail-Adresse
lost-email-hint = Die, die Sie dem Studio gegeben haben.
lost-do = Meinen Link schicken
lost-same-answer = Wir antworten immer gleich, ob wir die Adresse kennen oder nicht. So kann niemand herausfinden, wer hier Kunde ist.
lost-sent = Wenn wir diese Adresse kennen, ist Ihr Link dorthin unterwegs.
lost-sent-next = Es kann einige Minuten dauern; sehen Sie bitte auch im Spam-Ordner nach. Wir schicken ihn höchstens einmal in der Stunde. Wenn nichts kommt, kennt Sie das Studio unter einer anderen Adresse oder unter keiner: Bitte rufen Sie an oder kommen Sie vorbei.
lost-no-mail = Diese Website kann keine E-Mails verschicken. Bitte rufen Sie im Studio an oder kommen Sie vorbei: Dort bekommen Sie Ihren Link.
mail-manage-subject = Ihr Link
mail-manage-body =
    Guten Tag,

    hier ist Ihr privater Link zu { $clinic }:
    { $url }

    Er zeigt, was Sie erlaubt haben, und nimmt es zurück, wann immer Sie möchten, ohne Begründung. Bitte behalten Sie diese E-Mail für sich: Wer den Link hat, kann Ihre Fotos herunternehmen.

    Wenn Sie nicht darum gebeten haben, hat jemand Ihre Adresse eingegeben. Nichts hat sich geändert, und Sie können diese E-Mail ignorieren.

## What verified means
verified-title = Was „geprüft“ hier heißt
verified-description = Was { $clinic } prüft, bevor eine Geschichte gezeigt wird, was sich nicht prüfen lässt und wie Sie es selbst prüfen.
verified-lead = „Echte Ergebnisse“ kann jeder unter ein Foto schreiben. Das wurde hier geprüft, bevor Sie eines gesehen haben, von wem, und das kann Ihnen niemand abnehmen.
verified-person = Ein Mensch, der hier behandelt wurde
verified-person-body = Jede Geschichte gehört zu einer Kundenakte dieses Studios mit datierten Sitzungen. Der Mensch wurde auf eigenen Seiten gefragt, hat mit einem Code oder im Studio gezeigt, wer er ist, und genau diesen Bildern, Worten und Angaben mit seiner Unterschrift zugestimmt. Er kann das jederzeit beenden, und manche tun es: Dann ist die Geschichte weg.
verified-photos = Die Fotos
verified-photos-body = Das Original wird beim Hochladen versiegelt: Sein Fingerabdruck wird festgehalten, und ohne einen neuen lässt es sich nicht austauschen. Jede Fassung, die Sie sehen, entsteht daraus in denselben wenigen Schritten, die auf der Seite der Geschichte stehen. Zu jeder Geschichte erklärt das Studio, dass Licht und Haltung vergleichbar sind; wo ein Bild vor dem Abheilen entstand, steht es daneben.
verified-words = Die Worte
verified-words-body = Schreiben kann nur, wer nach einer Behandlung einen privaten Link bekommen hat. Ohne das Ja des Menschen wird nichts gekürzt oder verbessert. Sterne und Lob entscheiden weder, wer gefragt wird, noch was gezeigt wird, und was jemand dafür bekommen hat, steht neben den Worten.
verified-people = Jemand, der sie nicht geschrieben hat
verified-people-body = Ein zweiter Mensch vergleicht Einwilligung, Daten, Fotos und Text, bevor eine Geschichte erscheint, und seine Entscheidung wird mit seinem Namen aufbewahrt. In einem Studio von bis zu drei Leuten kann die Zustimmung des Kunden zu genau dieser Seite für den zweiten Menschen stehen.
verified-not = Was es nicht heißt
verified-not-body = Es heißt nicht, dass es bei Ihnen genauso aussehen wird. Es heißt nicht, dass alle zugestimmt haben: Sie sehen jene, die es taten. Eine Software kann nicht beweisen, dass eine Kamera nicht vom Licht getäuscht wurde oder dass das Studio die Wahrheit gesagt hat. Sie kann nur dafür sorgen, dass bekannt ist, wer es gesagt hat, und dass danach nichts geändert wurde.
verified-yourself = Wie Sie es selbst prüfen
verified-yourself-body = Achten Sie auf abgeheilte Bilder, dasselbe Licht und dieselbe Seite. Bringen Sie die Geschichte zum Gespräch mit und fragen Sie, wer den Menschen wann behandelt hat und was nicht im Bild ist. Schlagen Sie im Register nach, wo es eines gibt. Wenn hier etwas nicht stimmt: Jede Geschichte hat einen Link, um sie zu melden.
verified-more = Weiterlesen

## Figures
figures-title = Wie viele, von wie vielen
figures-lead = Eine Galerie zeigt jene, die zugestimmt haben. Damit Sie beurteilen können, wie wenige oder viele das sind, stehen hier die Zahlen von jetzt, gezählt von der Software und nicht von uns.
figures-treated = Behandlungen mit mindestens einer Sitzung
figures-asked = davon gefragt, ob sie gezeigt werden dürfen
figures-agreed = erlauben es jetzt
figures-published = werden als Geschichte gezeigt
figures-few = weniger als { $count }
collecting-edits = Wie sie bearbeitet werden
collecting-edits-body = Mit einem Foto geschehen nur fünf Dinge: Es wird gedreht, gerade gerichtet, beschnitten, abgedeckt, wo etwas nicht zu sehen sein darf, und auf Größe und Farben eines Bildschirms gebracht. Jede Geschichte nennt jeden Schritt jedes ihrer Fotos und den Fingerabdruck des versiegelten Originals, damit niemand still ein anderes an seine Stelle setzt.
figures-gate = Sterne öffnen hier keine Tür: Sie werden, wenn überhaupt, erst vergeben, nachdem jemand gefragt wurde, und keine Geschichte kann abgelehnt werden, weil es wenige sind. Zahlen unter drei werden nicht genannt, damit sie auf niemanden zeigen.

## How the photos were made
made-title = Wie die Fotos entstanden sind
made-lead = Jedes Bild entsteht aus einem versiegelten Original in wenigen Schritten, die am Ergebnis nichts ändern.
made-show = Jeden Schritt zeigen, Foto für Foto ({ $count })
made-original = Versiegeltes Original, { $width } × { $height } Pixel. Sein Fingerabdruck (SHA-256):
made-covered-face = Das Gesicht wurde abgedeckt.
made-covered-eyes = Die Augen wurden abgedeckt.
made-covered-mark = Abgedeckte Einzelheiten, die verraten könnten, wer es ist: { $number }.
made-blurred-face = Das Gesicht wurde unkenntlich gemacht.
made-blurred-eyes = Die Augen wurden unkenntlich gemacht.
made-blurred-mark = Unkenntlich gemachte Einzelheiten, die verraten könnten, wer es ist: { $number }.
made-turned = Um { $number } Grad gedreht.
made-straightened = Um { $number } Grad gerade gerichtet.
made-cropped = Auf { $number } % der Breite und { $other } % der Höhe beschnitten.
made-logo = Das Logo des Studios wurde in eine Ecke gesetzt.
made-web = Auf Farben und Größen eines Bildschirms gebracht; Ort, Kamera und alle anderen verborgenen Daten blieben weg.
made-nothing-else = Sonst nichts: keine Retusche, keine Glättung, keine Änderung von Helligkeit oder Farbe, damit es besser aussieht.

## How long it lasts
lasting-lead = Unsere Kunden, nach der Zeit seit ihrer letzten Sitzung. Jedes Bild führt zu seiner Geschichte.
lasting-fresh = Frisch
lasting-healed = Abgeheilt
lasting-half-year = Nach einem halben Jahr
lasting-year = Nach einem Jahr
lasting-two-years = Nach zwei Jahren
lasting-three-years = Nach drei Jahren und mehr

## Questions to ask
questions-title = Was Sie fragen sollten, hier und überall
questions-healed = Darf ich abgeheilte Ergebnisse sehen, mindestens drei Monate alt und in einfachem Licht?
questions-like-me = Wie viele Menschen, die so beginnen wie ich, haben Sie selbst behandelt?
questions-registered = Wo sind Sie registriert oder zugelassen, und kann ich das nachsehen?
questions-insured = Sind Sie für diese Behandlung versichert, und was geschieht, wenn ich nicht zufrieden bin?
questions-unsuitable = Bei wem würden Sie es nicht machen?
questions-later = Wie wird es in fünf Jahren aussehen, und was kostet es, es so zu erhalten?

## People and places
practitioner-registered = Registrierung
practitioner-register-is = Register
practitioner-number = Nummer
practitioner-look-up-hint = Das Register führen andere: Sehen Sie dort nach, statt uns zu glauben.
practitioner-no-register = Hier ist keine Nummer eines öffentlichen Registers angegeben. Für manche Behandlungen gibt es keines. Fragen Sie stattdessen nach Ausbildung, Versicherung und der Zulassung der Räume.
locations-title = Wo wir sind
locations-lead = Wo behandelt wird, wann offen ist und wie man hineinkommt.
locations-empty = Noch ist kein Ort beschrieben.
location-open = Öffnungszeiten
location-how-to-get-there = So kommen Sie hin
location-stories = Geschichten aus { $town }
