## What clients read: large, short, plain.

open-invite-title = Your before and after photos
open-invite-lead = We would like to ask you what we may show. It takes about a minute. You can say no to everything.
open-manage-title = Your photos and words
open-manage-lead = Here you see what is shown, and you can stop it at any time.
open-do = Open
code-title = One code, so that only you see your photos
code-lead-mail = We can send a code of six digits to your e-mail address.
code-lead-phone = Please ask the clinic for your code of six digits.
code-label = Code
code-send = Send me a code
code-wrong = This code is not right. Please look again.
code-spent = This code no longer works. Please get a new one.
notice-code-sent = A code is on its way to your e-mail address.
ask-progress = Question { $number } of { $of }
ask-pictures-title = Which pictures may we show?
ask-pictures-lead = Tap the ones you like, or answer for all at once.
ask-pictures-all = { $count ->
    [one] This one
   *[other] All { $count }
  }
ask-pictures-some = Only those I ticked
ask-pictures-none = None of them
ask-level-title = How much of you?
ask-level-lead = Everything else is covered in the picture itself.
ask-level-area-only = Scalp only
ask-level-covered = Eyes covered. People may still know me.
ask-level-full-face = Whole face
ask-one-by-one = Choose one by one
ask-place-title = Where?
ask-place-lead = Anyone who visits these places can see it.
ask-place-nowhere = Nowhere. Only in my file at the clinic.
ask-place-website = On your website, but not in search engines
ask-place-website-and-search = On your website and in search engines
ask-name-title = Which name?
ask-name-lead = This is what would stand beside your pictures and words.
ask-name-none = No name
ask-words-title = Would you like to say something?
ask-words-lead = In your own words, good or bad. We never change them.
ask-words-label = Your words
ask-words-empty = Please write something or choose stars, or go on without.
ask-words-yes = Go on with these words
ask-words-no = Go on without words
ask-rating = Stars
ask-stars = { $count ->
    [one] 1 star of 5
   *[other] { $count } stars of 5
  }
ask-incentive = Did you get anything for this?
ask-incentive-tied = It depended on what I say.
incentive-none = No, nothing
incentive-discount = A lower price
incentive-gift = A gift
incentive-free-treatment = A free treatment
ask-insider = Do you belong to the clinic?
insider-none = No
insider-staff = I work there
insider-family = I am family or a friend of someone there
ask-story-title = This is what people would see
ask-story-lead = Please look at it calmly. Only this is shown, nothing else.
ask-story-nowhere = Nothing is shown anywhere. Only your file at the clinic keeps it.
ask-facts = May we also show these facts? Tick those that are fine.
ask-until = Until { $date }. You can stop at any time.
ask-small-print = All of what you agree to
ask-signer = Your name
ask-signer-hint = Typing it is your signature. It is not shown.
ask-agree = I agree
ask-agree-required = Please tick “I agree”, or close this page if you don't.
ask-sign = Sign
block-purpose = What it is for
block-recipients = Who can see it
block-retention = For how long
block-revocation = Changing your mind
block-redisclosure = What others may keep
block-conditioning = Your treatment does not depend on it
receipt-title = Your receipt
receipt-allowed = What you allowed
receipt-nothing = You allowed nothing. Nothing is shown anywhere.
receipt-words = Your words
receipt-name = Shown as: { $name }
receipt-stop = How to stop
receipt-stop-lead = Open this link, or scan the code. Keep it: it works without a password, at any time.
receipt-copies = What other people saved or copied before you stopped can't be called back.
receipt-have-tablet = Please take a photo of the code with your phone, or ask for a printed receipt.
receipt-have-link = Please save the link, or take a picture of the code.
receipt-have = I have my receipt
manage-title = My photos and words
manage-shown = { $count ->
    [one] One picture is shown now.
   *[other] { $count } pictures are shown now.
  }
manage-not-shown = You have allowed this. Nothing of it is shown yet.
manage-nothing = Nothing of you is shown, and nothing is allowed.
manage-places = By place
manage-stop-one = Stop showing this
manage-stop-place = Stop showing anything here
manage-stop-all = Stop everything
manage-see-photos = See the pictures with a code
manage-leave = Close
withdraw-title = Stop showing it?
withdraw-lead-all = Everything of you is taken down at once: pictures, words and name.
withdraw-lead-channel = Everything of you is taken down in this place at once.
withdraw-lead-photo = This picture is taken down at once, everywhere.
withdraw-lead-words = Your words are taken down at once, everywhere.
withdraw-lead-rating = Your stars are taken down at once, everywhere.
withdraw-lead-name = Your name is taken down at once, everywhere.
withdraw-lead-facts = These facts are taken down at once, everywhere.
withdraw-do = Yes, take it down
withdraw-keep = No, leave it

mail-code-subject = Your code
mail-code-body =
    Your code is { $code }.

    It works for 15 minutes. If you did not ask for it, you can ignore this mail.
mail-invite-subject = A private link for you
mail-invite-body =
    Hello,

    { $clinic } would like to ask you something. Your private link:

    { $url }

    It works for 14 days. Nothing happens if you leave it.
mail-receipt-subject = Your receipt
mail-receipt-body =
    Hello,

    thank you. This is your receipt from { $clinic }. What you allowed ends by itself on { $until }.

    You can look at it, or stop it at any time, here:

    { $url }

    Please keep this mail. What other people saved or copied before you stopped can't be called back.
