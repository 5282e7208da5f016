## Forgetting a client, and what is kept of them for a while.

erasures-title = Forgotten
erasures-lead = A client may ask to be forgotten. Here is who asks, who was forgotten, and what is still kept of them and until when.
erasures-asked = Asked for
erasures-asked-none = Nobody is waiting.
erasures-done = Forgotten
erasures-done-none = Nobody has been forgotten yet.
erasures-on = Forgotten on { $day }
erasures-by = By { $name }.
erasures-by-ledger = Again, when a backup was restored.
erasures-number = Number { $number }.
erasures-kept-until = The evidence of a signature is kept until { $day }.
erasures-kept-take = Take out
erasures-kept-none = Nothing of them is kept.
erasures-kept-logged = Evidence holds the name of who signed. Whoever takes it out stands in the record of changes. It is removed by itself on its day.
erasures-somebody = somebody who was forgotten
erasure-open = Forget this person
erasure-by-admin = An admin does it: under Upkeep, Forgotten.
erasure-title = Forget { $name }
erasure-lead = This can’t be undone. Read what goes and what stays, then do it once.
erasure-goes = What goes
erasure-goes-record = Name, e-mail, phone, date of birth, and what they wrote to you here. At once.
erasure-goes-photos = { $count ->
    [0] There are no photos.
    [one] The photo: its sealed original and every version of it. It can’t be opened from this moment on, and its files are deleted within minutes.
   *[other] All { $count } photos: their sealed originals and every version of them. They can’t be opened from this moment on, and their files are deleted within minutes.
}
erasure-goes-words = { $cases ->
    [one] Their words and stars, the story with all its texts, and the facts and days of the case. At once.
   *[other] Their words and stars, the stories with all their texts, and the facts and days of { $cases } cases. At once.
}
erasure-goes-links = All private links, open questions, and mail that is still waiting. Who opens an old link reads that you have forgotten them, and no more. Nothing is mailed: the address is gone.
erasure-stays = What stays, and why
erasure-stays-evidence = The evidence of each signature, with the name of who signed. Only an admin can take it out, and that is written down:
erasure-stays-signed = signed on { $signed }, kept until { $until }
erasure-stays-paper = signed on paper on { $signed }, kept with its scan until { $until }
erasure-stays-why = Kept for { $months } months after the consent was last in force ({ $profile }).
erasure-stays-change = See or change this
erasure-stays-none = No evidence of a signature: none was signed, or its time is over.
erasure-stays-addresses = { $count ->
    [one] The address of the story, which answers that it is gone, so that search engines drop it.
   *[other] The addresses of { $count } stories, which answer that they are gone, so that search engines drop them.
}
erasure-stays-elsewhere = { $count ->
    [one] One copy in a place that is not yours: where it is stays under To do until you have taken it down. Whose it was does not.
   *[other] { $count } copies in places that are not yours: where they are stays under To do until you have taken them down. Whose they were does not.
}
erasure-stays-audit = The record of who did what and when. It holds numbers, no names.
erasure-stays-backups = Backups that you made before today, until you delete them. If one is restored, it forgets this person again before anything is shown.
erasure-other-records = Your treatment records are another matter: they are not in Candor, and the law may ask you to keep them. So may mail that was sent, and files that were saved or printed.
erasure-second-factor = Please give a code from your app first.
erasure-second-factor-give = Give a code
erasure-second-factor-missing = This asks for a second factor, and you have none yet.
erasure-second-factor-set-up = Set it up
erasure-meant = I have made sure that it is really { $name } who asks, and I want everything above deleted.
erasure-meant-missing = Please tick this, if you mean it.
erasure-do = Forget for good
notice-forgotten = Forgotten. Files are being deleted now.
evidence-kept-title = Evidence of those who were forgotten
evidence-kept-lead = When somebody is forgotten, the evidence that they had signed is kept for a while, so that you can show it if it is asked for. Then it is removed by itself. Who was forgotten before was told a day, and that day stays.
evidence-kept-months = Months, counted from when the consent was last in force
evidence-kept-months-hint = 0 keeps nothing, where the profile allows that.
evidence-months-range = This profile asks for more, or it is longer than 180 months.
profile-evidence-months = { $months } months
profile-evidence-chosen = You chose { $months } months
profile-evidence-least = { $months } months at least.
profile-evidence-choice = No number is prescribed: this is where you start, and yours to choose.
job-drop-files = Delete the files of somebody who was forgotten
