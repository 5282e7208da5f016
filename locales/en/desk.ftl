## The desk: how cases stand and what to do next.

tab-needs = Needs me
tab-waiting = Waiting
tab-published = Published
tab-all = All
cases-show = Which cases are shown
cases-search = Client’s name
cases-last = Last change { $day }
cases-count = { $count ->
    [one] One case
   *[other] { $count } cases
  }
cases-none-in-tab-needs = Nothing needs you just now.
cases-none-in-tab-waiting = Nobody is waited for.
cases-none-in-tab-published = Nothing is published yet.
cases-none-in-tab-all = No case here.
cases-none-found = No client’s name holds “{ $name }” here.
cases-show-all = Show all cases
cases-begin = A case begins with a client.
cases-begin-lead = Add the client, then what was done. Photos, story and consent follow, one step at a time.
clients-begin = Nobody here yet
clients-begin-lead = A client’s record is private. None of it is ever shown in public.
client-cases = Cases
client-no-cases = No case yet.
first-page = From the beginning
cover-none = No photo yet

status-no-photos = No photos yet
status-photos = { $count ->
    [one] One photo
   *[other] { $count } photos
  }
lacks-date = { $count ->
    [one] one without a date
   *[other] { $count } without a date
  }
lacks-description = { $count ->
    [one] one to describe
   *[other] { $count } to describe
  }
lacks-versions = { $count ->
    [one] one being made ready
   *[other] { $count } being made ready
  }
lacks-use = { $count ->
    [one] one could not be used
   *[other] { $count } could not be used
  }
status-to-ask = Ready to ask the client
status-with-client = Waiting for the client since { $day }
status-link-ended = The link ended on { $day }, unanswered
status-receipt = Signed. The receipt is still to be handed over
status-signed = Signed until { $day }
status-with-moderators = With the moderators since { $day }
status-changes-asked = Changes asked: { $why }
status-refused = Refused: { $why }
status-published = Published until { $day }
status-edited = Published as approved. Changes are not handed over yet
status-ends-soon = Published. The consent ends on { $day }
status-ended = The consent ended on { $day }
status-hidden = Approved, but nothing can be seen now
status-suspended = The consent is suspended
status-taken-down = Taken down
status-withdrawn = Withdrawn on { $day }
next-no-photos = Add photos
next-photos = Put them side by side
next-describe = Describe them
next-date = Give the dates
next-to-ask = Ask the client
next-with-client = See the link
next-link-ended = Ask again
next-receipt = Hand over the receipt
next-signed = Hand over to the moderators
next-attest = Finish the story
next-with-moderators = Look at the story
next-changes-asked = See what to change
next-refused = See why
next-published = Look at the story
next-edited = Hand over the changes
next-ends-soon = Ask again
next-ended = Ask again
next-hidden = Look at the photos
next-suspended = See why
next-taken-down = Look at the story
next-withdrawn = See what was withdrawn

case-nav = This case
case-nav-overview = Overview
case-nav-photos = Photos
case-nav-story = Story
case-nav-consent = Consent
case-nav-uses = Elsewhere
case-steps = Steps
case-next = Next
step-photos = Photos
step-photos-none = None yet
step-pairs = Pairs
step-pairs-none = Put a before and an after side by side
step-pairs-later = Once there are photos
step-story = Story
step-story-none = Not begun
step-story-open = Two statements are still to be ticked
step-story-done = Written
step-story-later = Once there is a pair
step-consent = Consent
step-consent-none = Not asked yet
step-consent-sent = The client has the link
step-consent-link-ended = The link ended, unanswered
step-consent-receipt = Signed, the receipt is still to be handed over
step-consent-active = Signed
step-consent-ended = It has ended
step-consent-suspended = Suspended
step-consent-withdrawn = Withdrawn
step-consent-later = Once there is a pair
step-moderation = Moderators
step-moderation-ready = Ready to hand over
step-moderation-with-moderators = They have it
step-moderation-published = Published
step-moderation-edited = Changes are not handed over yet
step-moderation-taken-down = Taken down
step-moderation-later = Once the client has signed
state-done = done
state-now = to do
state-waiting = waiting
state-later = later
case-more-photos = { $count ->
    [one] One more
   *[other] { $count } more
  }
case-edit = Edit case
case-client = Client
case-sessions-lead = The first session separates before from after.
session-remove = Remove { $session } of { $day }

photos-drop = Drop photos here
photos-add = Add photos
photos-add-lead = Choose as many as you like. Their dates come from the camera; when and from where they were taken you can say afterwards, for many at once.
photos-choose = Choose photos
photos-say-now = Say now what they show
stage-unknown = Not said yet
angle-unknown = Angle not said
stage-by-date = By their dates
angle-afterwards = Say afterwards
photos-by-date-needs-sessions = Without a session nothing can be proposed from dates.
photos-add-session = Add the sessions
photos-without-date = Without a date
photo-proposed = Proposed
photo-tick = Tick: { $what }
photos-tick-all = Tick all { $count }
photos-tick-open = Tick those to describe
photos-tick-none = Tick none
photos-ticked = { $count ->
    [0] None ticked
    [one] One ticked
   *[other] { $count } ticked
  }
photos-none-ticked = Please tick at least one photo.
photos-describe = Describe the ticked photos
photos-describe-do = Save for the ticked
photos-describe-hint = What you leave open stays as it is. A stage proposed by the date is confirmed.
photos-same = Unchanged
photos-face = Face
photos-face-none = No face, nothing that tells who it is
photos-face-seen = A face can be seen
photos-fill-alt = Give those without a description a plain one, such as “{ $example }”
photos-to-describe = { $count ->
    [one] One photo waits for you to say when and from where it was taken.
   *[other] { $count } photos wait for you to say when and from where they were taken.
  }
photo-no-words = No description
photo-words = Description
photo-words-save = Save
photo-words-of = Description of { $what }
photo-covers = Cover or crop
photo-described-as = { $angle }, { $stage }
notice-described = Saved. Changed versions are being made.
notice-paired-all = All put side by side. The story is drafted.
pairs-proposed = Proposed pairs
pairs-proposed-lead = The latest before with the latest photo of each stage after it, angle by angle.
pairs-do-all = { $count ->
    [one] Put this one side by side
   *[other] Put all { $count } side by side
  }
pairs-none-proposed = There is nothing to put side by side. Please look at the photos again.
pairs-by-hand = Choose a pair by hand
pairs-none = No pairs yet. Say of each photo when and from where it was taken; pairs are proposed then.
pair-of = { $before } and { $after }
pair-part = Take apart
progress-waiting = Waiting to be developed
progress-developing = Being developed
progress-ready = Ready. Smaller files for the website follow
progress-complete = Ready
progress-refused = Can't be developed
photo-session-short = Session
photos-describe-refused = Something about the ticked photos could not be saved. It is named beside its field.
queue-waiting = Waiting
queue-sending = Sending
queue-processing = Arrived. Waiting to be developed
queue-ready = Ready
queue-ready-also = Ready. The same photo is also in another case.
queue-offline = The connection broke. Nothing of this photo was kept.
queue-signed-out = You were signed out. Please sign in again, then try once more.
queue-retry = Try all failed again
queue-summary = { $done } of { $all } handled
queue-summary-done = { $ready } ready, { $duplicates } here before, { $failed } not kept
photo-others = Other photos of this case
photo-previous = Previous
photo-next = Next
photo-what = What it shows
photo-stage-proposed = “When” is proposed by the date. Save to confirm it.
photo-same-angle = { $count ->
    [one] One more of this angle.
   *[other] { $count } more of this angle.
  }
photo-versions-lead = What the client chooses between. Only what they allow is ever shown.
photo-versions-marked = Your logo stands in a corner.
photo-remove-hint = What is public of it comes down at once.
version-not-needed = Not needed: no face can be seen
version-missing-area-only = Cover the face, or say that none can be seen
version-missing-covered = Cover the eyes
version-missing-full-face = Not made
mask-tools = What you draw
mask-short-x = Left
mask-short-y = Top
mask-short-width = Width
mask-short-height = Height
story-narrative-hint = What the person came with, what was done, how it healed. Plain words; never a name.
markdown-how = How to write headings, lists and bold
markdown-example = **bold**   *slanted*
    ## A heading
    - one thing
    - another
    An empty line begins a new paragraph.
story-attest = What only you can say
story-lights = What is still missing
story-save-submit = Save and hand over to the moderators
story-with-moderators = The moderators have it. Saving a change takes it back to you.
story-submit-anyway = You can hand it over before all lights are green; the moderators see the same lights.
story-decisions = Decisions so far
story-none-lead = It is drafted from what is known of the case, and by itself when pairs are put together.
story-unpublish-hint = Nothing of it can be seen from that moment on. The consent stays.
consent-stands = How the consent stands
consent-says-none = The client was not asked yet.
consent-says-sent = Asked on { $day }. Nothing is signed yet.
consent-says-sent-again = Asked again on { $day }. What was signed before stands until { $until }.
consent-says-signed-pending = { $name } signed on { $day }. The receipt is still to be handed over.
consent-says-active = { $name } signed on { $day }. In force until { $until }.
consent-says-ended = The consent ended on { $day }. Nothing is shown any more.
consent-says-suspended = The consent is suspended, because someone disputes it. Nothing of it is shown until an admin settles that, or the client signs anew.
consent-suspend = Someone disputes this consent
consent-suspend-hint = Nothing of it is shown from then on, until an admin has settled it.
consent-suspend-why = What is disputed, and by whom
consent-suspend-do = Suspend it
consent-suspension-who = An admin lifts this once it is settled, and says why.
consent-paused = The client has paused some of it, and can show it again on their page.
notice-suspended = Suspended. Nothing of it is shown.
disputes-title = Disputes
disputes-lead = Consents that someone disputes. Nothing of them is shown. Only an admin lets them stand again, and says by what it was settled; what the client took back meanwhile stays down.
disputes-since = Suspended on { $day } by { $name }
disputes-ledger = Suspended before a backup was restored; who did it stands in the audit record of that time.
disputes-case = The consent's page
disputes-why = How it was settled
disputes-why-hint = Kept in the history of the consent, with your name.
disputes-lift = It is settled: let it stand again
disputes-none = Nothing is disputed
disputes-none-lead = Staff and moderators suspend a consent when someone says that it is not right. Then it waits here for you.
dispute-holds-no-longer = What was signed holds no longer for another reason: its time is over, or its text was recalled. Only a new signature helps.
notice-suspension-lifted = Lifted. What the client allowed stands again.
consent-says-withdrawn = Withdrawn on { $day }. Nothing of it is shown any more.
consent-says-withdrawn-plain = Withdrawn. Nothing of it is shown any more.
consent-link-until = The link works until { $day }.
consent-link-title = The client’s private link
consent-link-qr = The client can point their phone’s camera at the square.
consent-what-photos = Photos
consent-where = Where
consent-how-long = How long
consent-shown = Shown
consent-not-shown = Not shown
consent-words-and-rating = Words and rating
consent-facts-chosen = Those the client chose
consent-ask-again = Ask again
consent-ask-again-hint = For new photos, or before the consent ends. What was allowed stays until the client signs anew.
consent-ask-other = Ask another way
consent-way-phone = On the client’s own phone
consent-way-phone-hint = A private link for 14 days, to mail, to copy, or to show as a code for the camera. A one-time code confirms that it is them.
consent-way-tablet = On this tablet, now
consent-way-code = A code without mail
consent-no-address = Add an e-mail address to send it by mail.
story-preview = As on a phone
story-preview-lead = As it was last saved, with what the client allows. Before they are asked, every pair is shown in the version that shows least.
story-preview-open = Open it by itself
gate-pairs = There is a pair to show.
gate-pairs-fix = Put a before and an after side by side.
photo-of-session = session { $number }
status-signed-plain = Signed
status-withdrawn-plain = Withdrawn
