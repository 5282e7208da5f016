## What visitors read.

nav-stories = Stories
foot-promise = Every picture here is shown with its owner's consent, which they can take back at any time.
foot-staff = For staff
home-title = Real people, before and after
home-lead = Look at results of people like you. Nothing here is retouched, and everyone shown has agreed to it.
home-description = Before and after stories of clients of { $clinic }, shown with their consent.
stories-all = All stories
stories-empty = No stories yet.
stories-selected = A selection of our work, shown with consent. Results differ from person to person.
sessions-count = { $count ->
    [one] One session
   *[other] { $count } sessions
  }
weeks-after = { $count ->
    [one] One week apart
   *[other] { $count } weeks apart
  }
honesty = Cropped, turned or covered only, not retouched.
typical-result = What is typical
individual-results = Results differ from person to person.
sensitive-open = This picture may be hard to look at. Show it
sensitive-card = The pictures are shown on the story's page, when you ask for them.
story-words = In their own words
disclosure-discount = This person paid a lower price for agreeing to be shown.
disclosure-gift = This person received a gift for agreeing to be shown.
disclosure-free-treatment = This person was treated free of charge for agreeing to be shown.
disclosure-staff = This person works at the clinic.
disclosure-family = This person is family or a friend of someone at the clinic.
