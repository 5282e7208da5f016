## The second factor: codes from an app.

account-title = Your account
second-factor = Second factor
second-factor-yes = On
second-factor-no = Off
second-factor-lead = With a second factor, your password alone opens nothing: an app on your phone shows a code that is asked for too.
second-factor-asked = Your clinic asks those who decide on stories for a second factor. Until you have one you can look, but not approve.
second-factor-password = Your password, so that nobody does this at a screen you left open.
second-factor-begin = Set it up
second-factor-begin-anew = Begin anew with another key
second-factor-go-on = Go on where you were
second-factor-on = On since { $date }
second-factor-off = Switch it off
second-factor-off-do = Switch it off
second-factor-off-hint = From then on your password alone signs you in.
second-factor-off-asked = Your clinic asks those who decide for it: without it you can look at stories, but not approve them.
second-factor-title = Set up your second factor
second-factor-step-app = Open an authenticator app on your phone. Any will do: the one your phone came with, or one you use elsewhere.
second-factor-step-scan = Let it read this picture.
second-factor-by-hand = If it can’t, type this key. It makes codes of six digits, a new one every 30 seconds.
second-factor-open-app = Open the app on this device
second-factor-first = The code it shows now
second-factor-first-hint = Six digits.
second-factor-confirm = Switch it on
second-factor-leave = Nothing changes until you give the code. Back to
second-factor-is-on = Your second factor is on. You are signed out everywhere else.
second-factor-code = Code
second-factor-code-hint = The six digits your app shows now, or one of your recovery codes.
second-factor-wrong = This code does not fit, or was used already. Please take the one your app shows now.
second-factor-reset = Take away their second factor
second-factor-reset-hint = For someone who lost their phone and their recovery codes. They are signed out everywhere and sign in with their password alone, until they set it up again.
notice-second-factor-off = Your second factor is off.
notice-second-factor-reset = Their second factor is off, and they are signed out everywhere.
password-wrong = This is not your password.

sign-in-code = One more step
sign-in-code-lead = Please give the code from your app.
sign-in-code-lost = Phone lost? Use a recovery code. Those lost too? An admin can take your second factor away on the accounts page.
step-up-title = Your code, please
step-up-lead = You gave your last code some hours ago. Before you publish something, it is asked for again.
step-up-do = Go on

recovery-codes = Your recovery codes
recovery-codes-lead = For the day you don’t have your phone. Each works once, in place of a code from the app. Print them, or put them where you keep your passwords.
recovery-codes-once = They are shown this once. You can make new ones at any time; the old ones stop working then.
recovery-codes-kept = I have kept them
recovery-codes-left = { $count ->
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
  }
recovery-codes-few = { $count ->
    [0] No recovery code is left. Make new ones before you need them.
    [one] One recovery code is left. Make new ones before you need them.
   *[other] { $count } recovery codes are left. Make new ones before you need them.
  }
recovery-codes-new = New recovery codes
recovery-codes-new-hint = The old ones stop working.
recovery-codes-new-do = Make new ones

factor-rule = Who decides needs a second factor
factor-rule-hint = Without it one can look at stories, but not approve them. The code is asked for again after four hours.
factor-rule-grown = From four accounts on
factor-rule-always = Always
factor-rule-never = Never
second-factor-on-already = Your second factor is on already.
gate-fix-second-factor = Your clinic asks those who decide for a second factor. Please set yours up.
gate-fix-second-factor-stale = Please give the code of your second factor again: the last one is some hours old.
