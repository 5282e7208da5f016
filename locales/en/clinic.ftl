## What admins read about the clinic's own pages.

https-refused = Please give the whole address, beginning with https://.
email-refused = Please give an e-mail address such as hello@studio.example.
phone-refused = Please write the number with digits, spaces and a leading + only.
accent-refused = Please write the colour as # and six digits, such as #7a4e24.
location-twice = There is a location with this name in this town already.
practitioner-twice = There is a practitioner with this name and title already.
restore-taken = There is another entry with this name now. Rename or archive that one first.
section-list-refused = Please begin with a line such as "## The talk", and start each item with such a line.
