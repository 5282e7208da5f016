save = Save
choose = Please choose
nav-cases = Cases
nav-clients = Clients
nav-moderation = Moderation
nav-clinic = Clinic
nav-users = Accounts
nav-public = Public site
sign-in = Sign in
sign-out = Sign out
sign-in-refused = This address and password do not fit together.

first-run-title = Welcome to Candor
first-run-lead = Make the first account. It may do everything; you can invite others later.
first-run-do = Make the account
user-name = Name
user-email = E-mail address
user-password = Password
user-roles = Roles
user-state = State
user-active = In use
user-disabled = Disabled
user-new = New account
user-invite = Invite
user-invite-again = Make a new link to choose a password
user-disable = Disable this account
role-staff = Staff
role-staff-hint = Clients, cases, photos and stories.
role-moderator = Moderator
role-moderator-hint = Decides what is published.
role-admin = Admin
role-admin-hint = Accounts, clinic and treatments.
invited-title = A link for { $name }
invited-mailed = We have mailed this link. It works once, for three days.
invited-print = There is no mail server, so please hand this link over yourself. It works once, for three days.
password-hint = At least 12 characters. A few words in a row are easy to remember.
password-length = Please use 12 to 128 characters.
password-common = This password is among the first that others would try. Please choose another.
password-title = Choose a password
password-lead = For the account { $email }.
password-do = Save and sign in
password-forgotten = Forgotten your password?
password-forgotten-no-mail = Forgotten your password? An admin can make you a new link on the accounts page.
password-reset-do = Send me a link
password-reset-asked = If there is an account with this address, a link is on its way. It works once, for three days.
account-taken = There is already an account with this address.
account-last-admin = The clinic needs at least one admin. Make someone else admin first.
field-email = Please give an e-mail address, such as name@example.com.
notice-saved = Saved.
notice-account-disabled = The account is disabled and signed out everywhere.

mail-invitation-subject = Your account at the clinic
mail-invitation-body =
    Hello { $name },

    an account was made for you. Choose your password here:

    { $url }

    The link works once, for three days. If you did not expect it, you can ignore this mail.
mail-password-subject = Choose a new password
mail-password-body =
    Hello { $name },

    somebody, probably you, asked for a link to choose a new password:

    { $url }

    The link works once, for three days. If it was not you, nothing has changed and you can ignore this mail.
