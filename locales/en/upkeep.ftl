## What admins read about work in the background and about originals, and what exports say of themselves.

nav-upkeep = Upkeep
nav-duties = To do
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
job-tell-due = Tell staff that something has to come down elsewhere
job-send-receipt = Mail a receipt
job-send-reminder = Remind a client that a yes ends
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
print-use-outside = Paper outside the clinic
print-use-outside-hint = The client allows up to: { $level }.
print-use-outside-lead = What leaves the clinic is written down as a use elsewhere. When the client stops it, we have to take it down.
print-use-outside-none = A file for use outside the clinic needs the client's yes to that place (a yes to print, for paper), and there is none for this photo as it is now.
print-do = Download the print
print-not-granted = The client has not allowed this version of the photo to be used there, outside the clinic. A print for their own file can be made.

export-client-readme = Everything this clinic keeps of you in Candor.

    data.json      your record, treatments, photos, consents, uses and words, as tables
    consents/      each consent exactly as you saw and signed it, with its evidence and signature
    photos/        each photo as it was taken (original) and each version made of it

    Versions that you withdrew were deleted, so they are not here. Times are in UTC.
export-clinic-readme = Everything this clinic keeps in Candor, as open files.

    data/          each table as JSON; times are in UTC
    photos/        by photo id: the original and each version made of it

    Passwords, links and sessions are left out. It holds private records: keep it as safe as the clinic itself.

## Copies elsewhere, and what clients' wishes leave to do

uses-title = Used elsewhere
uses-lead = Every post, print run, article or advertisement with something of this client. When they stop it, we have to take it down, and say by what we know that it is gone.
uses-none = Nothing of this client was used elsewhere.
uses-nothing-allowed = This client allows no place outside our own website now. Nothing of theirs may be put anywhere else.
use-record = Write one down
use-record-do = Write it down
use-what = What, and where
use-what-hint = Only what the client allows now.
use-place = The address of the post, or where it is
use-place-hint = A link where there is one. Otherwise the print run, the paper, the wall.
use-place-do = Keep
use-day = On which day
use-day-to-come = Please choose a day that has come.
use-not-granted = The client does not allow this, in this place, now. It must not be put there; if it is there already, it has to come down.
use-allowed = Allowed
use-due = Take it down
use-removed = Gone
use-since = Since { $day }
use-removed-says = Gone since { $day }
use-gone = It is gone
use-gone-do = It is gone
use-proof = How do you know?
use-proof-hint = What you saw, a link, who confirmed it. The client is told that it is done, and on which day.
use-removed-on = Gone since
use-removed-when = Please choose a day between its first day and today.
notice-use-removed = Noted. The client's page now says that it is done.
duties-title = To do for clients
duties-lead = What only people can do: after a client said stop, asked for something, or before a yes ends.
duties-elsewhere = Take down elsewhere
duties-elsewhere-none = Nothing has to come down elsewhere.
duties-search = Ask search engines to drop
duties-search-lead = These pages could be found by search engines, and something on them came down. Both have a form that makes them look again.
duties-search-since = Down since { $day }
duties-search-google = Google's form for outdated content
duties-search-bing = Bing's form
duties-search-proof = Who was asked, and what they said
duties-search-do = They were asked
duties-search-none = No search engine has to be asked.
duties-ending = Ends soon
duties-ending-lead = Clients with an address are mailed 60 and 14 days before. Silence is never a yes: without a new signature it comes down by itself.
duties-ends-in = { $days ->
    [0] Ends today
    [one] Ends in { $days } day
   *[other] Ends in { $days } days
}
duties-ends-on = On { $day }.
duties-ending-reminded = Reminded on { $day }.
duties-ending-asked = Asked again on { $day }.
duties-ending-let = The client lets it end (said on { $day }).
duties-ending-do = Ask again
duties-ending-none = Nothing ends in the next 60 days.
duties-requests = Requests
duties-requests-none = No client waits for an answer.
duties-asked-on = Asked on { $day }
duties-answer = What was done
duties-answer-hint = The client reads this.
duties-answer-do = Answer
request-copy = A copy of everything
request-copy-do = An owner makes it with “candor export client”, and hands it over.
request-correct = A correction
request-correct-do = Please mend it in the client's record or case.
request-erase = To be forgotten
request-erase-do = Everything public came down when it was asked. What has to be kept stays for its time; the rest is to be deleted.
mail-duties-subject = There is something to take down
mail-duties-body =
    Hello,

    something that a client allowed once is not allowed any more, and is still in a place that is not ours. Please take it down:

    { $url }
