## What the visitor reads when something did not work: what happened and what to do.

error-not-found-title = There is nothing here
error-not-found = The address may be mistyped, or the page has moved.
error-gone-title = No longer shown
error-gone = What was here is no longer shown. People whose stories we share can withdraw them at any time.
error-forbidden-title = You can't do this
error-forbidden = Your account does not have the right to do this, or the page was open for too long. Go back, reload the page and try again.
error-sign-in-title = Please sign in
error-sign-in = Sign in to see this page.
error-link-title = Please open your link again
error-link = For your privacy this page closes after a while. Open the private link we sent or printed for you.
error-invalid-title = Something needs correcting
error-invalid = Please go back and correct the fields named below. Nothing was saved.
error-refused-title = That did not work
error-conflict-title = Somebody changed this meanwhile
error-conflict = It was changed after you opened the page. Go back, reload, and make your change again on the new version.
error-too-large-title = That is too large
error-too-large = The file or text is larger than we can take. Photos may have up to 25 MB.
error-too-many-title = Too many attempts
error-too-many = Please wait a little and try again.
error-unavailable-title = Not available just now
error-unavailable = A part of the system does not answer. Nothing was lost; please try again in a minute.
error-internal-title = Something went wrong
error-internal = It is our fault, and it has been noted. Please try again; if it happens again, tell us the reference below.
error-method = This address can't be used that way.
error-timeout = The request took too long. Please try again.
error-body = The form could not be read. Please go back and try again.
error-reference = Reference: { $id_text }
error-home = To the start page

field-required = Please fill this in.
field-too-long = This is too long.
field-date = Please give a date as year-month-day, such as 2026-11-23.
field-number = Please give a number in the range shown.
field-unknown = This field does not belong to the form.
field-choice = Please choose one of the answers.
