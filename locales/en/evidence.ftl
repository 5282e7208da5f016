## The evidence of a case: the page that offers it, and the pages in it, written for someone who has never seen this program.

evidence-title = Evidence: { $name }
evidence-link = Evidence of this case
evidence-lead = One file for a lawyer, an insurer or an authority: everything that shows what this client allowed, and that we kept to it. It opens in any browser, and each part can be checked without us.
evidence-holds-signed = Each document exactly as the client saw and signed it, with its signature
evidence-holds-grants = What was allowed where, from when to when, and why it ended
evidence-holds-decisions = Each decision to publish, with the result of every check
evidence-holds-uses = What was public, from when to when
evidence-holds-withdrawals = What was taken back
evidence-holds-photos = The hash of each photo, and every step of what was done to it
evidence-holds-audit = The lines of the record of changes about this case
evidence-holds-check = How to check all of this
evidence-private = It holds the client’s name, words and decisions. Who took it, when, and the file’s hash are written into the record of changes.
evidence-pictures = With the photos
evidence-pictures-hint = The versions that there are now, covered as they are; never an original. Only if the case needs them.
evidence-take = Download the evidence

evidence-page-title = Evidence of consent and publication
evidence-page-about = This file shows what { $client } allowed { $clinic } to publish, what was published under it, and what was taken back. It was put together on { $made } from the records of the clinic. All times are in UTC.
evidence-page-case = Case
evidence-contents = Contents
evidence-part-consents = What was signed
evidence-part-uses = What was public
evidence-part-decisions = What was decided
evidence-part-withdrawals = What was taken back
evidence-part-photos = The photos
evidence-part-audit = The record of changes
evidence-part-check = How to check this file
evidence-consents-lead = A client is asked by a private link that a one-time code confirms, or in person with a witness. What they saw is kept word for word, and what they answered grants each thing for each place on its own. Nothing is granted without an answer.
evidence-consents-none = The client was never asked in this case.
evidence-consent = Consent { $number }
evidence-state-sent = asked, not signed
evidence-state-signed-pending = signed, the receipt has not arrived
evidence-state-active = in force
evidence-state-suspended = suspended
evidence-state-withdrawn = withdrawn
evidence-state-superseded = replaced by a later one
evidence-state-lapsed = not answered in time
evidence-state-erased = erased
evidence-method-link = By a private link, confirmed with a one-time code
evidence-method-tablet = On the clinic’s tablet, with a witness
evidence-method-paper = On paper
evidence-asked = Asked
evidence-method = How
evidence-signed = Signed
evidence-signer = Name as typed
evidence-witness = Witness
evidence-device = From
evidence-receipt = Receipt
evidence-receipt-mail = taken by the mail server
evidence-receipt-printed = printed and handed over
evidence-receipt-shown = shown, and confirmed by the client
evidence-expires = Ends by itself
evidence-ended = Ended
evidence-checked = Checked now
evidence-fits = The document, the text and the signature are as they were signed.
evidence-fits-not = The document, the text or the signature is not as it was signed.
evidence-document-hash = SHA-256 of the document
evidence-text-hash = SHA-256 of the text
evidence-files = Files
evidence-text = The text that was shown
evidence-story = The story as it was shown
evidence-seen = The photos that were shown
evidence-answers = The answers as they were kept
evidence-grants = What this allowed
evidence-grants-none = Nothing.
evidence-events = What happened to it
evidence-event-asked = Asked
evidence-event-transcribed = The signed sheet was written down
evidence-event-returned = The transcription was given back
evidence-event-verified = The transcription was verified by a second person
evidence-event-signed = Signed
evidence-event-receipt = Receipt arrived
evidence-event-withdrawn = Taken back
evidence-event-narrowed = Less of a photo allowed
evidence-event-lapsed = Not answered in time
evidence-event-suspended = Suspended: someone disputes it
evidence-event-lifted = The dispute was settled
evidence-event-paused = Paused by the client
evidence-event-resumed = Taken up again by the client
evidence-event-reminded = Reminded of the end, days before
evidence-event-let-end = The client lets it end
evidence-event-link-sent = The link was sent again
evidence-what = What
evidence-where = Where
evidence-from = From
evidence-until = Until
evidence-when = When
evidence-who = Who
evidence-why = Why
evidence-about = About
evidence-number = Number
evidence-client = The client
evidence-program = The program
evidence-visitor = A visitor
evidence-uses-lead = Each use of each thing in each place. A use is public only while what it shows is allowed; the end of a permission ends it at that moment.
evidence-uses-none = Nothing of this case was ever public.
evidence-still = No end yet
evidence-why-withdrawn = taken back
evidence-why-narrowed = less of it allowed
evidence-why-replaced = replaced by a version that shows less
evidence-why-less-shown = more of it was covered
evidence-why-superseded = a later consent took its place
evidence-why-undone = the decision was taken back
evidence-why-photo-removed = the photo was removed
evidence-why-unpublished = taken down by the clinic
evidence-why-ledger-lost = taken down after a restore
evidence-decisions-lead = Before anything is published, someone else than its author decides, and the program checks each point below. The results are kept as they were at that moment.
evidence-decisions-none = Nothing was decided.
evidence-gate = Check
evidence-result = Result
evidence-passed = Yes
evidence-failed = No
evidence-withdrawals-lead = A withdrawal takes effect in the same moment. It is also written to a ledger outside the database, so that no restored backup can bring back what was taken down. Those of all cases of this client are listed.
evidence-withdrawals-none = Nothing was taken back.
evidence-scope-all = Everything
evidence-scope-level = Photo { $photo }: no more than “{ $level }”
evidence-replayed = Took effect again after a restore, { $at }
evidence-photos-lead = The original of each photo is kept as it was uploaded and never shown in public. The list under each version names every step from the original to what was shown; nothing else was done to it.
evidence-version-public = shown in public
evidence-version-private = never public, made for those who work with the photo
evidence-taken = Taken on
evidence-uploaded = Uploaded
evidence-removed = Removed
evidence-original-hash = SHA-256 of the original
evidence-original-whole = The original is kept, and has this hash.
evidence-original-gone = The original is not in the store any more, or not as it was uploaded.
evidence-views = Who looked at an original
evidence-audit-lead = Each line holds the hash of the line before it, so that none can be changed or removed without all later ones being written anew; and the last hash of each day is kept outside the database. These are the lines about this case; audit.jsonl has them with their hashes.
evidence-audit-whole = On { $at } the whole record was checked: { $events } lines and { $anchors } daily anchors fit.
evidence-audit-broken = When the record was last checked, on { $at }, it did not fit.
evidence-check-lead = The clinic’s server signs with Ed25519. Its public key is in this file, and can be compared with the one the clinic gives you. With OpenSSL 3 and the usual tools:
evidence-check-manifest = That this bundle is as it was made: the manifest is signed.
evidence-check-files = That a file is the one in the manifest: its hash stands there.
evidence-check-consent = That a consent is as it was signed: evidence.json is signed, and holds the hashes of document.json and text.md.
evidence-check-key = The public key (32 bytes as hex):
evidence-readme = Evidence of consent and publication.

    Open index.html in a browser: it says everything in plain words.

    consents/        each document exactly as it was seen and signed, its evidence, signature and text;
                     with the pictures also the scan of what was signed on paper
    grants.json      what was allowed where, from when to when
    uses.json        what was public, from when to when
    decisions.json   each decision with the result of every check
    withdrawals.json what was taken back
    photos.json      hashes, and every step of what was done to each photo
    views-of-originals.json  who looked at an original
    audit.jsonl      the lines of the record of changes about this case
    people.json      names of the clinic’s people by their ids
    manifest.json    each file with its SHA-256; manifest.signature.bin is the signature over it

    How to check it stands at the end of index.html. Times are in UTC.
