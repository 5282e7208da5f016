## What staff read too, and what stands around every page.

product = Candor
skip = Skip to the content
nav-main = Main
nav-treatments = Treatments
all = All
next-page = Next page

## Facts of a case
case-treatment = Treatment
case-practitioner = Practitioner
case-sessions = Sessions
fact-age-band = Age
fact-age-band-18-24 = 18 to 24
fact-age-band-25-34 = 25 to 34
fact-age-band-35-44 = 35 to 44
fact-age-band-45-54 = 45 to 54
fact-age-band-55-64 = 55 to 64
fact-age-band-65-up = 65 or older
fact-sex = Sex
fact-sex-female = Female
fact-sex-male = Male
fact-sex-other = Other
fact-norwood = Norwood grade
fact-norwood-1 = I
fact-norwood-2 = II
fact-norwood-2a = IIa
fact-norwood-3 = III
fact-norwood-3a = IIIa
fact-norwood-3v = III vertex
fact-norwood-4 = IV
fact-norwood-4a = IVa
fact-norwood-5 = V
fact-norwood-5a = Va
fact-norwood-6 = VI
fact-norwood-7 = VII
fact-skin-tone = Skin tone
fact-skin-tone-1 = Type I
fact-skin-tone-2 = Type II
fact-skin-tone-3 = Type III
fact-skin-tone-4 = Type IV
fact-skin-tone-5 = Type V
fact-skin-tone-6 = Type VI
fact-hair-colour = Hair colour
fact-hair-colour-black = Black
fact-hair-colour-brown = Brown
fact-hair-colour-blond = Blond
fact-hair-colour-red = Red
fact-hair-colour-grey = Grey
fact-hair-colour-white = White
fact-scar-type = Scar
fact-scar-type-none = None
fact-scar-type-strip = Strip (FUT)
fact-scar-type-fue = Dots (FUE)
fact-scar-type-trauma = Injury
fact-scar-type-other = Other

## Photos
stage-before = Before
stage-design = Design
stage-session = At a session
stage-fresh = Fresh, not healed yet
stage-healed = Healed
stage-one-year = After one year
stage-touch-up = After a touch-up
angle-front = Front
angle-left = Left
angle-right = Right
angle-top = Top
angle-back = Back
angle-detail = Detail
alt-plain = { $view }, { $time }
alt-angle-front = Head seen from the front
alt-angle-left = Head seen from its left side
alt-angle-right = Head seen from its right side
alt-angle-top = Head seen from above
alt-angle-back = Head seen from behind
alt-angle-detail = Part of the scalp from close by
alt-stage-before = before the treatment
alt-stage-design = with the new hairline drawn
alt-stage-session = during a session
alt-stage-fresh = fresh after a session
alt-stage-healed = healed
alt-stage-one-year = after one year
alt-stage-touch-up = healed after a touch-up
story-drafted = { $count ->
    [one] { $treatment } in one session.
   *[other] { $treatment } in { $count } sessions.
  }
photos-count = { $count ->
    [one] One photo
   *[other] { $count } photos
  }
list-separator = { ", " }
what-photo = Photo

## Where something is shown
channel-website = Our website
channel-search = Search engines
channel-partner-embed = Partner sites
channel-instagram = Instagram
channel-facebook = Facebook
channel-youtube = YouTube
channel-tiktok = TikTok
channel-print = Print
channel-press = Press
channel-ads = Advertisements
channel-education = Training inside the clinic
notice-withdrawn = Done. It is taken down.
