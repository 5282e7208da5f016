## What visitors read.

nav-stories = Stories
nav-testimonials = In their words
nav-practitioners = Our people
nav-collecting = How we collect and check
nav-foot = More pages
foot-promise = Every picture here is shown with its owner's consent, which they can take back at any time.
foot-staff = For staff
illustrated = The pictures of this demonstration are drawn, not photographed.

## Home
home-title = See what changed, and what did not
home-lead = Before and after pictures of people who came to us: cropped, never retouched, and shown because they said yes.
home-description = Before and after stories of clients of { $clinic }, shown with their consent.
home-stories = Newest stories
home-about = What we do
home-collecting = What you can rely on
home-contact = Talk to us first
home-contact-lead = Ask anything. Nobody has to decide on the spot, and sometimes the honest answer is no.
story-read = Read this story
stories-all = All stories
treatments-all = All treatments
booking-do = Book a consultation
promise-consent = Shown with consent
promise-consent-lead = Each person agreed to exactly these pictures in exactly this place, and can take them down the same minute.
promise-pictures = Not retouched
promise-pictures-lead = We crop, turn and cover. Skin, dots and light stay as the camera saw them.
promise-healed = Healed, not fresh
promise-healed-lead = A fresh treatment always looks sharper. We compare with the healed result, and say so where there is none yet.
promise-words = Word for word
promise-words-lead = What clients write is shown as they wrote it, with whatever they received for it beside it.

## Contact
contact-phone = Telephone
contact-email = E-mail
contact-booking = Appointments
contact-address = Where we are
contact-map = Map

## The gallery
stories-lead = A selection of our work, shown with consent. Results differ from person to person.
stories-description = Before and after stories of clients of { $clinic }: { $count ->
    [one] one treatment
   *[other] { $count } treatments
  }, healed results, dates and sessions stated.
stories-filter = Narrow down
stories-filter-any = Any
stories-filter-do = Show
stories-filter-clear = Show all
stories-treatments = Treatment
stories-empty = No stories yet.
stories-empty-lead = The first ones appear here when their owners have agreed.
stories-none = No story like this
stories-none-lead = We show only what people agreed to, so some results are not here. Try fewer conditions, or ask us.
stories-none-later = No more stories like this.
stories-search = Search the stories
stories-search-hint = For example: scar, hairline, Norwood
stories-search-do = Search
stories-search-for = “{ $words }”
stories-sort = Order
stories-sort-newest = Newest first
stories-sort-longest = Longest since the first picture
stories-condition = { $fact }: { $value }
stories-condition-drop = Remove:
stories-found = { $count ->
    [one] One story
   *[other] { $count } stories
  }
stories-corrected = Nothing says “{ $words }”. These say “{ $corrected }”.
facet-range = { $low } to { $high }
facet-count = { $label } ({ $count })
fact-sessions = Sessions
fact-sessions-1 = One
fact-sessions-2 = Two
fact-sessions-3 = Three
fact-sessions-4 = Four or more
fact-since = Last picture taken
fact-since-months = Less than six months after
fact-since-half-year = Six months to a year after
fact-since-year = One to two years after
fact-since-two-years = Two years after or later
fact-location = Place

## The shortlist
shortlist-title = Your shortlist
shortlist-lead = Stories side by side, to show a friend or to bring along. The list is kept on this device and in the address of this page, nowhere else.
shortlist-missing = Not every story of this list is shown here any more. People may take theirs down at any time.
shortlist-drop = Take off the list
shortlist-unsaid = Not said
shortlist-share = To share this list, send the address of this page. It prints on one sheet.
shortlist-more = Look for more
shortlist-empty = Nothing kept yet.
shortlist-empty-lead = Open a story and keep it, and it appears here beside the others.
shortlist-keep = Keep on my shortlist
shortlist-kept = On my shortlist

## Find someone like me
find-link = Find someone like you
find-title = Someone like you
find-lead = Three questions, each of which you may leave out. Nothing is kept: your answers are only in the address of the page.
find-description = Three questions, and the stories of { $clinic } that begin most like yours, each with what you have in common.
find-treatment = What are you thinking about?
find-treatment-any = I don’t know yet
find-start = Where do you begin?
find-start-label = Hair loss or scar
find-start-hint = The Norwood grades go from I, no loss, to VII, hair only at the sides and back.
find-person = Who are you?
find-unsaid = Rather not say
find-do = Show me who is near
find-again = Begin again
find-found = Nearest to you
find-none = Nobody who agreed to be shown begins like this. That says nothing about what is possible for you: ask us.
match-norwood-same = The same grade: Norwood { $value }
match-norwood-near = Close in grade: Norwood { $value }
match-scar-type-same = The same kind of scar: { $value }
match-scar-type-near = A similar scar: { $value }
match-age-band-same = Your age: { $value }
match-age-band-near = Close to your age: { $value }
match-skin-tone-same = The same skin tone: { $value }
match-skin-tone-near = Close in skin tone: { $value }
sessions-count = { $count ->
    [one] One session
   *[other] { $count } sessions
  }
card-after = { $count ->
    [one] { $stage }, one week later
   *[other] { $stage }, { $count } weeks later
  }
fact-line-age-band = { $value } years
fact-line-sex = { $value }
fact-line-norwood = Norwood { $value }
fact-line-skin-tone = Skin { $value }
fact-line-hair-colour = { $value } hair
fact-line-scar-type = Scar: { $value }

## A story
weeks-after = { $count ->
    [one] One week apart
   *[other] { $count } weeks apart
  }
honesty = Cropped, turned or covered only, not retouched. The clinic confirmed comparable light and pose. Results differ from person to person.
stage-session-number = Session { $number }
stage-session-number-short = Session { $number }
stage-before-short = Before
stage-design-short = Design
stage-session-short = Session
stage-fresh-short = Fresh
stage-healed-short = Healed
stage-one-year-short = One year
stage-touch-up-short = Touch-up
since-same-day = on the day of session { $session }
since-days = { $count ->
    [one] one day after session { $session }
   *[other] { $count } days after session { $session }
  }
since-weeks = { $count ->
    [one] one week after session { $session }
   *[other] { $count } weeks after session { $session }
  }
since-months = { $count ->
    [one] one month after session { $session }
   *[other] { $count } months after session { $session }
  }
story-description = { $treatment }: { $sessions }
picture-alt = { $stage }: { $seen }
story-facts = At a glance
story-sessions = Sessions
story-place = Place
story-more = More stories of this treatment
story-ask = Could this be you?
story-ask-lead = Every head is different. We look at yours and tell you what is likely, what is not, and what it costs.
typical-result = What is typical
individual-results = Results differ from person to person.
story-words = In their own words
sensitive-card = The pictures are shown on the story's page, when you ask for them.
sensitive-lead = These pictures may be hard to look at. They are sent only when you ask for them.
sensitive-show = Show the pictures
compare-heading = Before and after
compare-angles = Angles
compare-modes = How to compare
compare-mode-slider = Slide
compare-mode-side = Side by side
compare-mode-fade = Fade
compare-mode-toggle = Switch
compare-at = How much of the first picture is shown
compare-value = { $count } % before
compare-shown = Picture shown
compare-first = Compare
compare-second = with
compare-do = Show these two
compare-unsettled = The second picture is not healed yet: it will look softer.
disclosure-discount = This person paid a lower price for agreeing to be shown.
disclosure-gift = This person received a gift for agreeing to be shown.
disclosure-free-treatment = This person was treated free of charge for agreeing to be shown.
disclosure-staff = This person works at the clinic.
disclosure-family = This person is family or a friend of someone at the clinic.

## Treatments
treatments-lead = What we do, who it suits, and who it does not.
offers-empty = No treatments are described yet.
treatment-contents = On this page
treatment-what = What it is
treatment-part-what-it-is-not = What it is not
treatment-part-benefits = What it can do
treatment-part-steps = How it goes
treatment-part-healing = Sessions and healing
treatment-part-unsuitable = Who should not have it
treatment-part-price = What it costs
treatment-part-misconceptions = What people believe
treatment-part-durability = How long it lasts
treatment-part-touch-ups = Touch-ups
treatment-part-choosing = How to choose a provider
treatment-part-typical = What is typical
treatment-part-aftercare = Aftercare
treatment-stories = Stories of this treatment
treatment-people = Who does it

## People
practitioners-lead = Who will hold the needle, and what they trained for.
practitioners-empty = Nobody is introduced here yet.
practitioner-register = Registered: { $number }
practitioner-look-up = Look it up in the register
practitioner-stories = Stories treated by { $name }
practitioner-named = { $name }, { $title }
practitioners-all = Everyone who works here

## Words
testimonials-lead = What clients told us, unedited.
testimonials-selected = A selection: not everyone's words are shown here, and only while their owner agrees. We give no average and no count. What someone received in return stands beside their words.
testimonials-all = All words that clients allow us to show, while they allow it. None is left out for what it says: only what names someone, is not about the treatment or can't be shown for a reason of that kind. We give no average and no count. What someone received in return stands beside their words.
testimonials-description = Words of clients of { $clinic }, unedited, with what they received in return beside them.
testimonials-empty = No words yet
testimonials-empty-lead = Clients may add their own words when they agree to be shown. The first ones appear here.

## How we collect
collecting-lead = Before and after pictures are easy to fake and hard to take back. This is how ours come about.
collecting-description = How { $clinic } collects, checks and takes down pictures and words of its clients.
collecting-own = In our clinic
collecting-pictures = The pictures
collecting-pictures-body = The original of every photo is kept sealed and is never shown. What you see is a copy that was cropped, turned or covered, nothing else: no filter, no smoothing, no change of colour. For every story we state that light and pose are comparable, and each picture carries its month and the session it follows.
collecting-consent = The consent
collecting-consent-body = Each person is asked on pages of their own: which pictures, how much of them, where, under which name. Nothing is chosen beforehand and "no" is as large as "yes". They see the exact page before they sign. A consent ends by itself on a day that is named before they sign, and silence never renews it.
collecting-check = The check
collecting-check-body = Before anything is published, someone other than its author compares it with the consent (in a studio of very few people, the client's own approval of the exact page takes that place): the same client, the same treatment, a healed result or a clear word that it is not, nothing in the picture or the text that gives away more than was agreed.
collecting-words = The words
collecting-words-body = Only people who were treated here can write, through a private link. Their words are shown as written. We show a selection and call it one, without an average and without a count. A lower price, a gift, or a tie to the clinic is stated beside the words.
collecting-withdrawal = Taking it back
collecting-withdrawal-body = A link in the receipt takes everything, or any single picture, off this website at once, without a reason and without asking us. What others saved before can't be called back; each person is told so before they sign.

## Previews of links
link-card-story = Before and after
