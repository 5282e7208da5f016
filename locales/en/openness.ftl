## What visitors read when they ask, report, or want to know what they can rely on.

form-trap = Please leave this field empty
form-too-soon = That was very quick, so it was not sent yet. Please send it again.
form-too-old = The page was open for a long time, so it was not sent. What you wrote is still here: please send it again.
field-one-line = Please write this in one line.

## Ask about this result
question-title = Ask about this result
question-lead = Whether it would suit you, what it costs, how it felt: ask what you like. A person of the studio answers.
question-about = The story you ask about
question-question = Your question
question-question-hint = For example what you have now, what you hope for, and what worries you. Please send no photos this way.
question-contact = Your e-mail address or telephone number
question-contact-hint = So that we can answer. Used for nothing else.
question-contact-refused = Please give an e-mail address or a telephone number where we can reach you.
question-name = Your name
question-call-at = When may we call?
question-call-at-hint = If you gave a number. Such as: weekdays after five.
question-kept = Your question goes to the studio by e-mail and stays in its mailbox. This website keeps no copy: it waits here only until the mail server has taken it.
question-do = Send my question
question-sent = Your question is on its way.
question-sent-next = We usually answer within two working days. Nothing of it stays on this website.
question-back = Back to the story
question-no-form = There is no form for questions here. Please call, write or book a talk:

## This is me, and reports
report-foot = Is this you, or is something wrong here?
report-this-is-me = This is me
report-title = Report this story
report-page-title = This is me, or something is wrong
report-me-title = This is me
report-me-lead = Then you decide, and you need not ask us. The link in your receipt takes the whole story, or any single picture, off this website the same minute, without a reason. If you no longer have it, we send it again to the address you gave us.
report-me-link = Send me my link
report-me-never = If you never agreed to be shown, or the link does not reach you, choose “This is me, and I did not agree” below. It alarms the people who can take the story down with one press.
report-lead = A person reads every report and decides. A report by itself hides nothing, so that nobody can take down somebody else’s story.
report-reason = What is wrong?
report-reason-me = This is me, and I did not agree
report-reason-photo = The photo is mine, or not of this studio’s work
report-reason-misleading = It is misleading
report-reason-other = Something else
report-words = What should we know?
report-words-hint = Where the photo is from, or what is not true. If it is you, nothing more is needed.
report-words-required = Please say in a few words what is wrong.
report-contact = How can we reach you?
report-contact-hint = If you like an answer: an e-mail address or a number. You may leave it empty.
report-kept = What you write is read by the studio’s moderators only, and deleted when the report is settled.
report-do = Send the report
report-sent = Thank you. The moderators have been told.
report-sent-next = A person looks at it and decides. If you left an address, you hear from them.

## Lost your link
lost-foot = I am shown here and lost my link
lost-title = Your link, sent again
lost-lead = With your link you see everything of you that is shown here, and take it down whenever you like.
lost-email = Your e-mail address
lost-email-hint = The one you gave the studio.
lost-do = Send me my link
lost-same-answer = We answer the same whether or not we know the address, so that nobody can find out by it who is a client.
lost-sent = If we know this address, your link is on its way to it.
lost-sent-next = It may take some minutes; please look into the spam folder too. We send it once an hour at most. If nothing comes, the studio knows you by another address, or by none: please call or come in.
lost-no-mail = This website can’t send mail. Please call the studio or come in: they can give you your link.
mail-manage-subject = Your link
mail-manage-body =
    Hello,

    here is your private link to { $clinic }:
    { $url }

    It shows what you allowed, and takes it back whenever you like, without a reason. Please keep this mail to yourself: whoever has the link can take your photos down.

    If you did not ask for it, somebody typed your address. Nothing has changed, and you can ignore this mail.

## What verified means
verified-title = What “verified” means here
verified-description = What { $clinic } checks before it shows a story, what it can’t check, and how to check it yourself.
verified-lead = Anyone can write “real results” under a photo. This is what was checked here before you saw one, by whom, and what nobody can check for you.
verified-person = A person who was treated here
verified-person-body = Each story belongs to a client record of this studio with dated sessions. The person was asked on pages of their own, proved with a code or in the studio who they are, and signed for exactly these pictures, these words and these facts. They can end it at any time, and some do: then the story is gone.
verified-photos = The photos
verified-photos-body = The original is sealed when it is uploaded: its fingerprint is noted, and it can’t be exchanged without another one. Every version you see is made from it by the same few steps, listed on the story’s page. Staff state for each story that light and pose are comparable; where a picture was taken before the result had settled, it says so beside it.
verified-words = The words
verified-words-body = Only someone with a private link, given after a treatment, can write. Nothing is shortened or corrected without their yes. Stars and praise decide neither who is asked nor what is shown, and what somebody received in return stands beside their words.
verified-people = Somebody who did not write it
verified-people-body = A second person compares consent, dates, photos and text before a story appears, and their decision is kept with their name. In a studio of up to three people the client’s own approval of the exact page may stand for that second person.
verified-not = What it does not mean
verified-not-body = It does not mean that yours will look the same. It does not mean that everyone agreed to be shown: you see those who did. Software can’t prove that a camera was not deceived by light or that staff stated the truth; it can only make sure that whoever stated it is known, and that nothing was changed afterwards.
verified-yourself = How to check it yourself
verified-yourself-body = Look for healed pictures, the same light and the same side. Bring the story to the consultation and ask who treated the person, when, and what is not in the picture. Look up the practitioner in the register where there is one. If something here seems wrong, every story has a link to report it.
verified-more = Read on

## Figures
figures-title = How many, out of how many
figures-lead = A gallery shows those who agreed. So that you can judge how few or many that is, here are the numbers of now, counted by the software and not by us.
figures-treated = Courses of treatment with at least one session
figures-asked = of these, asked whether they may be shown
figures-agreed = allow it now
figures-published = are shown as a story
figures-few = fewer than { $count }
collecting-edits = How they are edited
collecting-edits-body = Only five things are ever done to a photo: it is turned, straightened, cropped, covered where something must not be seen, and brought to the size and colours of a screen. Each story lists every step of each of its photos, with the fingerprint of the sealed original, so that nobody can quietly put another one in its place.
figures-gate = Stars open no door here: they are given, if at all, only after somebody was asked, and no story can be refused for how few they are. Numbers below three are not told, so that they point at nobody.

## How the photos were made
made-title = How the photos were made
made-lead = Each picture is made from a sealed original by a few steps that change nothing of the result.
made-show = Show every step, photo by photo ({ $count })
made-original = Sealed original, { $width } × { $height } pixels. Its fingerprint (SHA-256):
made-covered-face = The face was covered.
made-covered-eyes = The eyes were covered.
made-covered-mark = Details covered that could tell who it is: { $number }.
made-blurred-face = The face was made unrecognisable.
made-blurred-eyes = The eyes were made unrecognisable.
made-blurred-mark = Details made unrecognisable that could tell who it is: { $number }.
made-turned = Turned by { $number } degrees.
made-straightened = Straightened by { $number } degrees.
made-cropped = Cropped to { $number } % of its width and { $other } % of its height.
made-logo = The studio’s logo was put into a corner.
made-web = Brought to the colours and sizes of a screen; place, camera and all other hidden data were left out.
made-nothing-else = Nothing else: no retouching, no smoothing, no change of brightness or colour to make it look better.

## How long it lasts
lasting-lead = Our clients, by the time that has passed since their last session. Each picture leads to its story.
lasting-fresh = Fresh
lasting-healed = Healed
lasting-half-year = Half a year on
lasting-year = A year on
lasting-two-years = Two years on
lasting-three-years = Three years and more

## Questions to ask
questions-title = Questions to ask, here and anywhere
questions-healed = May I see healed results, at least three months old, in plain light?
questions-like-me = How many people who begin like me have you treated yourself?
questions-registered = Where are you registered or licensed, and can I look it up?
questions-insured = Are you insured for this treatment, and what happens if I am not content?
questions-unsuitable = For whom would you not do it?
questions-later = What will it look like in five years, and what does it cost to keep it so?

## People and places
practitioner-registered = Registration
practitioner-register-is = Register
practitioner-number = Number
practitioner-look-up-hint = The register is kept by others: look there rather than believe us.
practitioner-no-register = No number in a public register is given here. For some treatments there is no register. Ask for training, insurance and the licence of the premises instead.
locations-title = Where we are
locations-lead = Where people are treated, when it is open, and how to get in.
locations-empty = No place is described yet.
location-open = Opening hours
location-how-to-get-there = How to get there
location-stories = Stories from { $town }

## For moderators and staff
reports-title = Reports
reports-lead = What visitors reported about stories. Nothing is hidden until you decide.
reports-waiting = { $count ->
    [one] One story was reported and waits for you.
   *[other] { $count } reports wait for you.
  }
reports-look = Look at it
reports-since = Reported on { $date }
reports-none = Nothing is reported
reports-none-lead = Every story has a quiet link at its foot. What somebody reports there appears here, and in your mail.
reports-settled = Settled
reports-outcome-taken-down = Taken down on { $date }
reports-outcome-kept = Kept as it is on { $date }
reports-one = Report: { $title }
reports-not-public = This story is not public now.
reports-case = The case
reports-words = What they wrote
reports-contact = How to reach them
reports-emptied = What was written was deleted when it was settled.
reports-me-hint = Someone says that they did not agree. If you are in doubt, take it down first and find out afterwards: it can be shown again.
reports-settle-hint = Taking it down removes the whole story at once; staff can hand it over again later. Either way, what was written here is deleted.
reports-take-down = Take the story down now
reports-keep = It may stay
notice-report-taken-down = Taken down. Nothing of the story is shown any more.
notice-report-kept = Settled. The story stays as it is.
case-reported = A visitor reported this story. A moderator decides whether it stays.
mail-report-subject = Please look: a story on your website was reported
mail-report-body =
    Hello { $name },

    a visitor reported this story:
    { $story }

    { $reason ->
        [me] They say that it shows them, and that they did not agree.
        [photo] They say that the photo is theirs, or not of your work.
        [misleading] They say that it is misleading.
       *[other] They say that something else is wrong.
    }

    Please look at it now. One press on this page takes the story down, and it can be shown again later:
    { $url }

    What they wrote is on that page only.
mail-enquiry-subject = A question from your website
mail-enquiry-body =
    Somebody asks about a story on your website:
    { $url }

    Their question:

    { $question }

    Answer to: { $contact }
    Name: { $name ->
        [none] not given
       *[other] { $name }
      }
    When to call: { $call_at ->
        [none] not said
       *[other] { $call_at }
      }

    The website keeps no copy of this mail. Whoever wrote it was told that it is used to answer them and for nothing else.

## For admins
clinic-enquiries = Where questions go
clinic-enquiries-hint = An e-mail address that somebody reads. Each story then has a form for questions, which are mailed there and kept nowhere else. Leave it empty to show telephone and booking only.
practitioner-register-name = Name of the register
practitioner-register-name-hint = Such as "General Medical Council", or the council that licenses the premises.
location-slug = Address of the page
location-hours = Opening hours
location-hours-hint = One line below the other.
location-directions = How to get there
location-directions-hint = Bus, parking, which bell to ring, steps or a lift. Headings, lists and links in Markdown.
job-send-enquiry = Mails a visitor’s question to you
job-tell-moderator = Tells a moderator that a story was reported
job-send-manage-link = Sends a client their link again
