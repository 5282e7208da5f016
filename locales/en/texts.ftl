## Consent texts: versions, the next one, and recalls.

clinic-tab-texts = Consent text
texts-title = Consent text
texts-lead = What clients read before they sign. A text that was in force is never changed: what is different is a new version, and what somebody signed stays what they signed.
texts-none = Nobody was asked yet. The first client is asked with the text that comes with Candor, or with yours, once you put one in force.
texts-again = { $count ->
    [one] One client signed, or was asked with, a text that was recalled.
   *[other] { $count } clients signed, or were asked with, a text that was recalled.
  }
text-version = Version
text-state = State
text-since = In force since
text-since-day = In force since { $date }
text-resting = Consents that rest on it
text-resting-count = { $count ->
    [0] no consent rests on it
    [one] one consent rests on it
   *[other] { $count } consents rest on it
  }
text-name = { $profile ->
    [us] United States { $version }, { text-language }
    [eu] European Union { $version }, { text-language }
    [uk] United Kingdom { $version }, { text-language }
    [au] Australia { $version }, { text-language }
   *[general] General { $version }, { text-language }
  }
text-language = { $language ->
    [de] German
    [es] Spanish
    [fr] French
    [ar] Arabic
   *[en] English
  }
text-in-force = In force
text-before = Earlier
text-recalled = Recalled
text-recalled-on = Recalled on { $date }: nothing that was signed with it is shown.
text-hash = SHA-256 of the text. It stands in every consent that was signed with it.
text-hash-broken = The stored text is not the one that was hashed: no consent with it counts.
text-draft = Next version of the consent text
text-draft-lead = Write to one person, in short sentences. Nothing changes for anyone until you put it in force.
text-draft-begin = Write the next version
text-draft-go-on = Go on with the next version
text-lacks = It can’t be put in force yet. These parts are missing:
text-publish = Save and put in force
text-publish-hint = Clients are asked with it from then on. Who signed an earlier version need not sign again.
text-discard = Throw this draft away
text-block-purpose-label = Text of this part: what it is for
text-block-recipients-label = Text of this part: who can see it
text-block-retention-label = Text of this part: for how long
text-block-revocation-label = Text of this part: changing one’s mind
text-block-redisclosure-label = Text of this part: what others may keep
text-block-conditioning-label = Text of this part: nothing hangs on it
notice-text-published = The text is in force. Clients are asked with it from now on.
notice-text-discarded = The draft is gone. The text in force is the same as before.
notice-text-recalled = The text is recalled. Nothing that was signed with it is shown any more.

text-recall = Recall this text
text-recall-lead = { $count ->
    [0] For a text that should never have been signed. A recall can’t be taken back.
    [one] For a text that should never have been signed. What one client allowed with it goes from the site at once, and comes back only when they sign anew. A recall can’t be taken back.
   *[other] For a text that should never have been signed. What { $count } clients allowed with it goes from the site at once, and comes back only when they sign anew. A recall can’t be taken back.
  }
text-recall-why = Why
text-recall-type = To be sure, type: { $name }
text-recall-typed = Name of the text
text-recall-typed-wrong = This is not the name of the text.
text-recall-do = Recall it

consent-text-recalled = The text of this consent was recalled. Nothing of it is shown until the client signs anew.
again-title = Clients to ask again
again-lead = { $count ->
    [one] The text that this client signed, or was asked with, was recalled. Nothing of theirs is shown until they sign anew.
   *[other] The text that these { $count } clients signed, or were asked with, was recalled. Nothing of theirs is shown until they sign anew.
  }
again-do = { $count ->
    [one] Mail a new link to one of them
   *[other] Mail a new link to { $count } of them
  }
again-no-mail = There is no mail server: ask each of them on the page of their case.
again-in-person = No address: ask in person
again-none = Nobody waits to be asked again
again-none-lead = When a consent text is recalled, those who signed it stand here.
notice-asked-again = New links are on their way. Who could not be mailed is still in the list.
