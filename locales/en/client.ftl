## What clients read: large, short, plain.

open-invite-title = Your before and after photos
open-invite-lead = We would like to ask what we may show of them. There are five short questions. You can say no to each of them.
open-invite-time = It takes about a minute.
open-invite-free = Your treatment does not depend on what you answer.
open-manage-title = My photos and words
open-manage-lead = See what is shown of you, and stop it whenever you like.
open-do = Open
closed-title-signed = You have answered already
closed-signed = Thank you. This link has done its work. To see or change what you allowed, open the link on your receipt.
closed-title-replaced = There is a newer link
closed-replaced = We sent or showed you a newer link, and it took the place of this one. Please use the newest.
closed-title-withdrawn = You took everything back
closed-withdrawn = This link asks you nothing any more. To see what is shown of you today, open the link on your receipt.
closed-title-expired = This link is too old
closed-expired = A link like this works for 14 days. Nothing of yours was shown because of it.
closed-title-forgotten = We have forgotten you
closed-forgotten = On { $date } we deleted your name, your photos and your words. Nothing of yours is shown any more.
closed-forgotten-kept = One thing is kept for legal reasons: the evidence that something was signed. It is locked away, and will be deleted on { $date }.
closed-forgotten-nothing = Nothing of yours is kept.
closed-ask = Please ask { $clinic } for a new one.
nothing-title = There is nothing to ask
nothing-lead = { $clinic } has no pictures to ask you about just now. Nothing of yours is shown. You can close this page.
code-title = One code, so that only you see your photos
code-lead-mail = We can send a code of six digits to your e-mail address.
code-lead-phone = Please ask the clinic for your code of six digits.
code-label = Code
code-hint = Six digits
code-send = Send me a code
code-wrong = This code is not right. Please look again.
code-spent = This code no longer works. Please get a new one.
notice-code-sent = A code is on its way to your e-mail address.
ask-progress = Question { $number } of { $of }
ask-extra = One more thing, if you like
ask-back = Back
ask-kept = Your answers are kept. You can close this page and come back with the same link.
ask-so-far = Your answer so far
ask-changed = Something changed after this page was opened, perhaps in another window. This is how it stands now. Please answer again.
ask-go-on = Go on
ask-one-by-one = Choose one by one
ask-pictures-title = Which pictures may we show?
ask-pictures-lead = These are your pictures. None of them is shown unless you say so.
ask-pictures-all = { $count ->
    [one] This one
    [2] Both pictures
   *[other] All { $count } pictures
  }
ask-pictures-none = None of them
ask-pictures-each-title = Which of them?
ask-pictures-each-lead = Tick each picture that may be shown. A before is shown only beside its after, so please tick both.
ask-pictures-show = Show this one
ask-pictures-some = Show those I ticked
ask-level-title = How much of you?
ask-level-lead = What is covered is gone from the picture itself. Nobody can uncover it.
ask-level-area-only = Scalp only
ask-level-area-only-hint = Your face is covered.
ask-level-covered = Eyes covered
ask-level-covered-hint = People may still know you.
ask-level-full-face = Whole face
ask-level-full-face-hint = People will know you.
ask-level-lacking = { $count ->
    [one] One of your pictures shows more than this, so it would not be shown.
   *[other] { $count } of your pictures show more than this, so they would not be shown.
  }
ask-level-each-title = How much of you in each?
ask-level-each-missing = Please choose for each picture.
ask-place-title = Where may it be shown?
ask-place-lead = Anyone who goes there can see it.
ask-place-nowhere = Nowhere
ask-place-nowhere-hint = It stays in my file at the clinic.
ask-place-elsewhere = Not on your website
ask-place-elsewhere-hint = Only in the places I ticked.
ask-place-both = You ticked a place and also chose “Nowhere”. Please untick it, or choose one of the other answers.
ask-place-no-tick = You ticked no place. Please tick one, or choose another answer.
ask-place-not-used = We don't use one of these places any more. Please answer again.
ask-place-website-title = And on our website?
ask-also = Outside our website?
ask-also-lead = Tick each place that is fine. You can leave them all empty.
ask-also-partner-embed = Websites of partners
ask-also-partner-embed-hint = They show our page. When you stop, it is gone there too.
ask-also-instagram = Instagram
ask-also-instagram-hint = Our posts. What others share there can't be called back.
ask-also-facebook = Facebook
ask-also-facebook-hint = Our posts. What others share there can't be called back.
ask-also-youtube = YouTube
ask-also-youtube-hint = Our videos. What others share there can't be called back.
ask-also-tiktok = TikTok
ask-also-tiktok-hint = Our posts. What others share there can't be called back.
ask-also-print = Printed paper
ask-also-print-hint = Leaflets and walls. What was handed out stays out.
ask-also-press = Newspapers and magazines
ask-also-press-hint = What was printed stays printed.
ask-also-ads = Advertisements
ask-also-ads-hint = People see them without looking for us.
ask-also-education = Teaching
ask-also-education-hint = Inside the clinic, to train people who work here.
ask-place-website = On your website
ask-place-website-hint = We ask search engines such as Google to leave it out.
ask-place-website-and-search = On your website and in search engines
ask-place-website-and-search-hint = People can also find it through Google and others. Where someone shares a link to it, one of the pictures may show.
ask-name-title = Which name may stand beside it?
ask-name-lead = It would look just like this.
ask-name-none = No name
ask-words-title = Would you like to add your own words?
ask-words-lead = Good or bad, as you like. We never change them.
ask-words-label = Your words
ask-words-empty = Please write something or choose stars, or go on without.
ask-words-yes = Add these words
ask-words-no = Go on without words
ask-words-add = Add my own words
ask-words-none = No words of yours are here yet. You don't have to add any.
ask-words-change = Change or remove my words
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
ask-story-title-nothing = Nothing will be shown
ask-story-lead-nothing = You said no, and that is fine. If you sign, we have it in writing. If you close this page, nothing is shown either.
ask-story-no-pairs = With these answers no before and after is left to show. Go back to choose more pictures or another version.
ask-preview = The page as it would look
ask-facts = May we show these facts too?
ask-facts-lead = Tick those that are fine. The others are left out.
ask-sum-place = Where
ask-sum-until = Until
ask-sum-until-value = { $date }. Then it comes down by itself.
ask-sum-stop = Changing your mind
ask-sum-stop-value = At any time, with the link on your receipt. No reasons asked.
ask-small-print = All of what you agree to
ask-signer = Your name
ask-signer-hint = Typing it is your signature. It is not shown.
ask-agree = I agree
ask-agree-says = Pressing “I agree” signs this page as you see it.
ask-agree-required = Please press “I agree” to sign, or close this page if you don't.
block-purpose = What it is for
block-recipients = Who can see it
block-retention = For how long
block-revocation = Changing your mind
block-redisclosure = What others may keep
block-conditioning = Your treatment does not depend on it
receipt-title = Your receipt
receipt-thanks = Thank you.
stands-for-guardian = You answer for { $client }, as their guardian.
stands-for-attorney = You answer for { $client }, with their power of attorney.
stands-for-executor = You answer for { $client }, as their executor.
receipt-for-guardian = Signed for { $client }, as their guardian.
receipt-for-attorney = Signed for { $client }, with their power of attorney.
receipt-for-executor = Signed for { $client }, as their executor.
receipt-signed = Signed by { $name } on { $date }, for { $clinic }.
receipt-allowed = What you allowed
receipt-nothing = You allowed nothing. Nothing is shown anywhere.
receipt-words = Your words
receipt-facts = The facts you ticked
receipt-name = Shown as: { $name }
receipt-no-name = No name
receipt-where = Where
receipt-what = What
receipt-until = Until
receipt-stop = How to stop
receipt-stop-lead = Open this link, or scan the code. Keep it: it works without a password, at any time.
receipt-copies = What other people saved or copied before you stopped can't be called back.
receipt-have-tablet = Please take a photo of the code with your phone, or ask for a printed receipt.
receipt-have-link = Please save the link, or take a picture of the code.
receipt-have = I have my receipt
receipt-pending = One last step: without a receipt in your hands nothing is shown.
receipt-qr = The code that opens your page
paper-lead = Please tick what may be shown. Cross out what you don't want. What you leave empty counts as no.
paper-code = Sheet { $code }
paper-one = Please tick one.
paper-no-name = Leave both empty for no name.
paper-search-hint = People can also find it through Google and others. Only together with our website.
paper-strike = You can cross out what you don't agree to. Then nothing is shown.
paper-sign = Your signature
paper-sign-says = I have read all of this. What I ticked may be shown, and nothing else.
paper-date = Date
paper-signature = Signature
receipt-on-paper = You signed it by hand on { $date }. Two people of the clinic compared your sheet with what is written here.
manage-title = My photos and words
manage-shown = { $count ->
    [one] One picture of you is shown now.
   *[other] { $count } pictures of you are shown now.
  }
manage-not-shown = You have allowed something. Nothing of it is shown yet.
manage-all-paused = What you allowed is paused. Nothing of you is shown.
manage-nothing = Nothing of you is shown, and nothing is allowed.
manage-until = You allowed this until { $date }. Then it comes down by itself.
manage-public = See the page as everyone sees it
manage-state-shown = Shown now
manage-state-allowed = Allowed, not shown now
manage-allowed-more = You allowed more: { $level }.
manage-jump = Pause or stop one place, or everything
manage-places = By place
manage-places-lead = Pause or stop everything in one place. The rest stays as it is.
manage-narrow-to-area-only = Show my scalp only
manage-narrow-to-covered = Cover my eyes
manage-stop-one = Stop showing this
manage-stop-place = Stop here
manage-state-paused = Paused
manage-since = since { $date }
manage-pause-one = Pause
manage-pause-place = Pause
manage-pause-all = Pause everything
manage-resume-one = Show again
manage-resume-place = Show again
manage-resume-code = To show again what is paused, get a code first: that way only you can do it.
manage-elsewhere = Outside our website
manage-elsewhere-lead = Copies that we put in other places with your yes. When you stop it, we take them down there by hand.
manage-elsewhere-allowed = There with your yes
manage-elsewhere-due = We are taking it down
manage-elsewhere-removed = Gone
manage-gone-on = since { $date }
manage-requests = Something else
manage-request-new = Ask us for something
manage-request-what = What would you like?
manage-request-copy = A copy of everything you keep about me
manage-request-copy-hint = Your photos, words and what you signed, as files.
manage-request-correct = A correction
manage-request-correct-hint = Tell us what is wrong.
manage-request-erase = Forget me
manage-request-erase-hint = Everything comes down at once. Then we delete what we need not keep by law.
manage-request-note = Would you like to say more? You need not.
manage-request-do = Send
manage-asked-on = Asked on { $date }
notice-requested = Thank you. We have it, and will answer here.
notice-paused = Done. It is paused and nobody sees it.
notice-resumed = Done. It is shown again.
pause-title = Pause it?
pause-lead-all = Everything of you comes down at once: pictures, words and name.
pause-lead-channel = Everything of you comes down at once here: { $place }.
pause-lead-outside = Nothing new of you goes there ({ $place }) for now. What is there already, we take down by hand; you can follow that on your page.
pause-lead-photo = This picture comes down at once, everywhere. If its before or after is left alone, that one is not shown either.
pause-lead-words = Your words come down at once, everywhere.
pause-lead-rating = Your stars come down at once, everywhere.
pause-lead-name = Your name comes down at once, everywhere. The rest stays.
pause-lead-facts = These facts come down at once, everywhere. The rest stays.
pause-back-again = Nothing is deleted. You can show it again on this page until your yes ends; for that you need a code, so that only you can do it.
pause-do = Yes, pause it
manage-stop-all-title = Everything
manage-stop-all-lead = All pictures, words and your name come down at once.
manage-stop-all = Stop everything
manage-see-photos = See the pictures with a code
manage-see-photos-lead = Anyone with your link can stop things. To see the pictures here, a code is needed.
manage-receipt = My receipt
manage-record = My receipt as a signed file
manage-record-hint = for programs and lawyers. It proves itself: a changed byte shows.
manage-more = To show more than now, ask the clinic: that needs your signature again.
manage-leave = Close
manage-what-photo = Picture
manage-what-words = Your words
manage-what-rating = Your stars
manage-what-name = Your name
manage-what-facts = Facts about you
months-after = { $count ->
    [one] 1 month
   *[other] { $count } months
  }
took-title = What we did on { $date }
took-title-at-once = Taken down
took-at-once = Our pages stopped showing it the moment you pressed the button.
took-files-title = Files made for showing it
took-files-done = Deleted. Your own photos stay safe in your private file.
took-files-open = { $count ->
    [one] One is still being deleted. It can't be opened any more.
   *[other] { $count } are still being deleted. They can't be opened any more.
  }
took-ledger-title = Written down
took-ledger-done = Kept in a second place, so that no old copy of our system brings it back.
took-ledger-open = Being written in a second place, so that no old copy of our system brings it back.
took-search-title = Search engines
took-search = They drop it when they next look. This can take some days and is not in our hands.
took-search-asked = We asked them on { $date } to drop it. When they do is not in our hands.
took-elsewhere-open = Put there on { $date }. We are taking it down there.
took-elsewhere-done = Gone there since { $date }.
took-copies-title = Copies of others
took-state-done = Done
took-state-open = Under way
took-state-outside = Not ours to do
notice-receipt-had = Thank you. You have your receipt.
notice-narrowed = Done. Less of you is shown now.
withdraw-title = Stop showing it?
withdraw-title-level = Show less of you?
withdraw-lead-all = Everything of you comes down at once: pictures, words and name.
withdraw-lead-channel = Everything of you comes down in this place at once.
withdraw-lead-outside = Nothing new of you goes there ({ $place }) from now on. What is there already, we take down by hand; you can follow that on your page.
withdraw-lead-photo = This picture comes down at once, everywhere. If its before or after is left alone, that one is not shown either.
withdraw-lead-words = Your words come down at once, everywhere.
withdraw-lead-rating = Your stars come down at once, everywhere.
withdraw-lead-name = Your name comes down at once, everywhere. The rest stays.
withdraw-lead-facts = These facts come down at once, everywhere. The rest stays.
withdraw-lead-level = From now on this picture is shown like this at most. If this version is not ready, the picture comes down.
withdraw-no-reason = You don't have to say why, and it changes nothing about your treatment.
withdraw-do = Yes, take it down
withdraw-do-level = Yes, show less
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

## When the end comes near

mail-reminder-subject = A reminder for you
mail-reminder-body =
    Hello,

    what you allowed { $clinic } ends on { $until }. One question: should it go on, or end?

    You can answer here:

    { $url }

    If you do nothing, it comes down by itself on that day. We never take silence for a yes.
manage-ends-title = This ends soon. Should it go on?
manage-ends-lead = If so, you look at it once more and sign anew. If you do nothing, it comes down by itself.
manage-ends-go-on = Yes, look at it and go on
manage-ends-let = No, let it end
manage-ends-let-says = You said that it may end. It comes down by itself on { $date }, and we don't remind you again. Until then you can change your mind.
notice-lets-end = Noted. It comes down by itself on its day.
ask-renew-title = Should this go on?
ask-renew-lead = This is what you said last time. It ends on { $date }. It goes on only if you sign below.
ask-renew-pictures = Change pictures
ask-renew-level = Change how much of you
ask-renew-place = Change where
ask-renew-name = Change name
ask-renew-fact = You allowed this last time.
manage-disputed-title = On hold: { $treatment }
manage-disputed-lead = Someone raised a question about what was signed. Until that is settled, nothing of it is shown. You need do nothing; please call { $clinic } if you would like to know more. You can also stop it for good.
manage-since-day = On hold since { $date }.
