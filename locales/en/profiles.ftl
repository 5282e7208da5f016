## What is checked where a clinic works, and why.

profile-title = What is checked, and why
profile-lead = Rules differ from country to country. A profile holds those of one as data with a version and a date: decisions on stories and new consent texts are checked against it.
profile-no-advice = None of this is legal advice, and none of it is complete. It is what Candor checks, with where each rule comes from, so that someone who knows the law can check us.
profile-choose = Where the clinic works
profile-choose-hint = What is published stays as it was decided. New decisions and new consent texts are checked against what you choose.
profile-choose-do = Use this profile
profile-read = Read it first
profile-in-force = In force
profile-preview = You are reading a profile that is not in force.
profile-edition = Version { $version }, { $date }
profile-general = What holds everywhere
profile-us = United States
profile-eu = European Union
profile-uk = United Kingdom
profile-au = Australia
profile-holds-general = Checked by what holds everywhere.
profile-holds-us = Checked by the profile for the United States.
profile-holds-eu = Checked by the profile for the European Union.
profile-holds-uk = Checked by the profile for the United Kingdom.
profile-holds-au = Checked by the profile for Australia.
notice-profile-chosen = Saved. Decisions are checked by this profile from now on.
profile-source = Source
profile-blocks = What a consent text must say
profile-blocks-lead = A text that lacks one of these parts can't be put in force, and a consent signed with it publishes nothing.
profile-longest = How long a yes may hold
profile-longest-months = { $months } months at most. We ask for 24.
profile-rules = What else is checked here
profile-rules-none = Nothing beyond what holds everywhere.
profile-words = Words we look for
profile-words-lead = In the title, the text, the address and the descriptions of a story; some in clients’ words too. Clients’ praise is never a reason to keep their words back.
profile-words-found = { $count ->
    [one] One word
   *[other] { $count } words
  }
profile-words-client = also in clients’ words
profile-everywhere = What is checked everywhere
profile-everywhere-lead = At every decision, whatever the profile. Each result is kept with the decision.
weight-blocks = blocks
weight-second-look = needs a second look
weight-blocks-why = The story is not published with it.
weight-second-look-why = A moderator who did not write it may let it stand and says why.

text-block-purpose-write = Say what is shown and what for, and that each of it is the client’s own choice.
text-block-recipients-write = Say where it is shown, who can see it there, and what stays with the clinic.
text-block-retention-write = Say that the yes ends by itself on a date, and is not renewed in silence.
text-block-revocation-write = Say that the client can stop at any time, how, without a reason and without cost.
text-block-redisclosure-write = Say that what others saved or copied before can’t be called back.
text-block-conditioning-write = Say that treatment, price and how the client is treated do not depend on the answer.

rule-no-words-registered = No words of clients of registered practitioners
rule-no-words-registered-why = Where whoever treated has a number in a professional register, a client’s words and stars are left out of what is published, even where the client allows them. Photos and facts are shown.
rule-no-reduced-price = No reduced price for a consent
rule-no-reduced-price-why = Where a client received a discount, a gift or a free treatment in return, nothing is published under that consent.
rule-individual-result = That results differ stands beside every pair
rule-individual-result-why = With the typical result of the treatment, the sessions, and who treated. It is on the page of every story.

words-permanent = Lasting for ever
words-permanent-why = Pigment fades, and hair goes on changing.
words-permanent-better = Say how long it usually holds, and that it fades: “fades over four to six years”.
words-painless = Without pain
words-painless-why = People feel it differently.
words-painless-better = Say what most people feel: “most of our clients compare it to a light scratching”.
words-guaranteed = Guarantees
words-guaranteed-why = No result of a treatment can be guaranteed.
words-guaranteed-better = Say what you do when someone is not content: “a touch-up within a year is included”.
words-riskless = Without risk
words-riskless-why = Every treatment has risks.
words-riskless-better = Name the most frequent ones, and what you do about them.
words-superlative = The best, the leading, the perfect
words-superlative-why = A comparison with others needs evidence.
words-superlative-better = Say what can be counted: years, training, number of cases.
words-promise = This will be you
words-promise-why = What is shown is taken for what to expect.
words-promise-better = Speak of this client: “on him, two sessions were enough”.
words-anonymous = Anonymous
words-anonymous-why = People with covered eyes are still recognised.
words-anonymous-better = Say what is covered: “the eyes are covered; people may still know them”.
words-prescription = Prescription medicines
words-prescription-why = Medicines on prescription are not advertised to the public.
words-prescription-better = Name what is treated, not the medicine: “treatment of frown lines”.
words-client-better = These are the client’s own words: they stay as they are, or are left out.
slip-in-slug = in the address
slip-in-title = in the title
slip-in-narrative = in the text
slip-in-alt = in a description
slip-in-words = in the client’s words

moderation-words-look = Words that need a second look
moderation-words-look-hint = You did not write this story. If these words are true and not misleading here, let them stand and say why; otherwise send it back.
moderation-words-tick = I looked at these words, and they may stand
moderation-words-why = Why they may stand
moderation-words-reason = Please tick that you looked at these words, and say why they may stand.
moderation-words-barred = The clinic’s profile shows no words of clients of registered practitioners: they are left out.
moderation-words-let-stand = Words let stand:
moderation-profile-why = What it checks, and why

display-title = Which words of clients are shown
display-lead = Visitors are told which it is. Neither shows an average or a count.
display-selected = A selection
display-selected-why = The clinic chooses, and the page says so.
display-all = All that clients allow
display-all-why = None is kept back for what it says. A story is only sent back for a reason of the list, none of which is about praise or blame; from a decision without one on, nothing is published in this mode.
