# What is told of photos by measuring them: advice, never a verdict on the treatment.

comparison-alike = Light, sharpness and background are alike.
comparison-brighter = The after photo is { $stops } brighter; hair looks thinner in brighter light.
comparison-darker = The after photo is { $stops } darker; hair looks fuller in darker light.
comparison-warmer = The light of the after photo is { $how } warmer, more yellow.
comparison-cooler = The light of the after photo is { $how } cooler, more blue.
comparison-greener = The after photo is { $how } greener.
comparison-pinker = The after photo is { $how } pinker.
comparison-softer = The after photo is { $how } less sharp; single hairs melt together.
comparison-sharper = The before photo is { $how } less sharp; single hairs melt together.
comparison-closer = The after photo was taken from nearer: things are { $percent } % larger in it.
comparison-farther = The after photo was taken from farther away: things are { $percent } % smaller in it.
comparison-turned-clockwise = The after photo is turned clockwise by about { $degrees }°.
comparison-turned-counterclockwise = The after photo is turned counterclockwise by about { $degrees }°.
comparison-background = The background is { $how } different.
comparison-a-little = a little
comparison-much = much
stops-two-thirds = about two thirds of a stop
stops-one = about one stop
stops-one-and-a-half = about one and a half stops
stops-many = about { $count } stops
comparison-again = Take it again in the same light if you can.
comparison-next-time = Next time, keep to the same place and light.
comparison-line-up = Cropping and straightening put distance and tilt right.
comparison-not-aligned = The photos could not be lined up, so distance and tilt were not compared, and light only roughly: hair that grew or was cut may account for it.

align-found = The after photo is turned by { $degrees }° { $way } and { $percent } % { $size }, by { $places } places that both show.
align-clockwise = clockwise
align-counterclockwise = counterclockwise
align-larger = larger
align-smaller = smaller
align-too-little-to-see = The photos show too little that could be found again: they are smooth, small or out of focus.
align-no-agreement = The photos could not be lined up: too little is the same in both.
align-too-few-places = The photos could not be lined up surely: what is the same lies too close together, or at the edges only.

pair-look = Compare light and frame
pair-title = Before and after
pair-waiting = The photos are being made ready. Reload in a moment.
pair-one-photo = Before and after look like the same photo.
pair-light = Can they be compared?
pair-frame = The same frame
pair-frame-same = Both show the same frame.
pair-frame-lead = With this crop and angle both would show the same frame. Nothing else is changed, and masks stay.
pair-frame-do = Show both like this
pair-frame-by-hand = Crop and straighten each photo by hand:
pair-now = Now
notice-framed = Saved. The versions of both photos are being made.

photo-double-case = This photo looks like one of another case.
photo-double-here = This photo looks like another one of this case.
photo-double-open = Look at it
