## What admins read about work in the background and about originals, and what exports say of themselves.

nav-upkeep = Upkeep
jobs-title = Background work
jobs-lead = Developing photos, sending mail, deleting what was withdrawn: it is done in the background, tried again when it fails, and set aside for you after eight attempts.
jobs-parked = Needs you
jobs-parked-lead = These were set aside. Mend the cause, such as a mail server that refuses, then try again.
jobs-none-parked = Nothing. All is well.
jobs-more = And { $count } more: they appear when these are gone.
jobs-waiting = Waiting or at work
jobs-none-waiting = Nothing is waiting.
jobs-kind = What
jobs-count = How many
jobs-since = Oldest from
job-parked = Set aside
job-when = From { $since }, { $attempts ->
    [one] tried once
   *[other] tried { $attempts } times
}
job-retry = Try again
job-retry-this = Try again: { $name }
job-drop = Drop
job-drop-this = Drop: { $name }
job-owed = A client who withdrew was promised this. It can't be dropped, only tried again.
job-owed-hint = A client who withdrew was promised this: it stays until it is done.
notice-job-retried = It will be tried again now.
notice-job-dropped = Dropped. It will not be done.
job-drop-objects = Delete files of what was withdrawn
job-anchor-chain = Check the record of changes and anchor it
job-purge-copies = Have a cache drop what came down, and see that it is gone
job-write-ledger = Write a withdrawal into the ledger
job-make-renditions = Develop a photo
job-make-avif = Make a photo's small versions
job-send-code = Mail a one-time code
job-send-invite = Mail a client's private link
job-send-receipt = Mail a receipt
job-drop-logo = Delete an old logo

originals-title = Views of originals
originals-lead = Originals show everything, also what is covered elsewhere. Whoever takes one says why, and it stands here.
originals-who = Who
originals-when = When
originals-photo = Photo
originals-why = Why
originals-open = The photo's page
originals-none = Nobody has looked at an original
originals-none-lead = Staff work with developed versions. When someone takes an original from a photo's page, it is listed here.
original-get = Get the original
original-reason = What do you need it for?
original-reason-hint = The original shows everything, uncovered. Your name, the time and this reason are kept and shown to admins.
original-do = Download the original
print-get = Get a print
print-lead = A JPEG for paper: up to 30 cm at 300 dots per inch, with this photo's edits and covers and without metadata. Your name, the time, the version and the use are kept.
print-level = Which version?
print-use = What for?
print-use-file = This client's file
print-use-file-hint = It stays in the clinic and is shown to nobody else.
print-use-outside = Use outside the clinic
print-use-outside-hint = The client allows print up to: { $level }.
print-use-outside-none = A print for use outside the clinic needs the client's yes to print, and there is none for this photo as it is now: what clients are asked today covers the website and search engines only.
print-do = Download the print
print-not-granted = The client has not allowed this version of the photo to be printed for use outside the clinic. A print for their own file can be made.

export-client-readme = Everything this clinic keeps of you in Candor.

    data.json      your record, treatments, photos, consents, uses and words, as tables
    consents/      each consent exactly as you saw and signed it, with its evidence and signature
    photos/        each photo as it was taken (original) and each version made of it

    Versions that you withdrew were deleted, so they are not here. Times are in UTC.
export-clinic-readme = Everything this clinic keeps in Candor, as open files.

    data/          each table as JSON; times are in UTC
    photos/        by photo id: the original and each version made of it

    Passwords, links and sessions are left out. It holds private records: keep it as safe as the clinic itself.
