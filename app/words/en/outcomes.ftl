# What the sync rules and the server have to say.

## Why an item was rejected, and what mends it; $field is the field's name, $flaw a flaw below

reason-unknown_entity = The server does not know this kind of record yet. Keep it here until the server has been updated.
reason-unknown_field = The server does not know the field “{ $field }” yet. Keep it here until the server has been updated.
reason-invalid = { $field }: { $flaw }. Correct the value and send it again.
reason-forbidden = You may not change this record. Hand the change to its owner or to a manager.
reason-forbidden_field = You may not change “{ $field }”. Ask a manager or an admin to do it.
reason-no_such_record = This record is not on the server. It may have been removed for good.
reason-deleted = This record was deleted meanwhile. Restore it to apply your change.
reason-needs = “{ $field }” points to a record that has not arrived. It goes through as soon as that one does; or choose another.
reason-archived = “{ $field }” has been archived meanwhile. Choose another.
reason-taken = { $field }: this value is already on another record, perhaps one you cannot see. Change it, or ask who has it.
reason-together = Another part of the same work was rejected. Mend that one; this goes with it.
reason-last_admin = Someone must remain who is an admin. Make another person admin first.
reason-too_large = This is larger than the server takes in one piece. Shorten it, or export it and hand it on.
reason-failing = The server fails on this one; everything else has gone through. Send it again later, or hand it to a colleague.
reason-number_reused = This change’s number was already used for another one. Send it again as a new change.
reason-unknown = The server did not accept this. Update the app to learn why.

## What is wrong with a value; stands after the field’s name

flaw-kind = this kind of value does not fit
flaw-too_long = the text is too long
flaw-choice = this is not one of the choices
flaw-email = this is not an e-mail address
flaw-phone = this is not a phone number
flaw-link = this is not a web address
flaw-range = the value is out of range
flaw-required = a value is needed
flaw-target = a record of another kind is needed
flaw-other = this value is not valid

## Rules across fields that a record breaks

flag-activity-ends-before-start = It ends before it starts
flag-deal-closed-before-opened = It was closed before it was opened
flag-deal-probability-range = The probability must be between 0 and 100
flag-required = “{ $field }” is missing

## What the server says no with

refusal-busy = The server is busy. We will try again in a moment.
refusal-credentials = E-mail or password is wrong.
refusal-cursor = This device is ahead of the server. It may have been restored from a backup: ask your admin.
refusal-disabled = Your access was taken away. Ask your admin.
refusal-email-missing = This person has no e-mail address. Add one first.
refusal-forbidden = You are not allowed to do this.
refusal-full = The server’s disk is full. What you wrote stays on this device.
refusal-internal = Something went wrong on the server. It was noted there.
refusal-invalid = The server did not accept these values.
refusal-link-gone = This link has been used or is too old. Ask for a new one.
refusal-malformed = The server could not read the request.
refusal-method = This address does not take such a request.
refusal-not-found = This is not on the server.
refusal-origin = The request came from another site.
refusal-own-access = You cannot take your own access away.
refusal-password-long = The password is too long.
refusal-password-short = The password is too short. Use at least ten characters.
refusal-protocol = This version of the app is too old for the server. Update it; nothing unsent is lost.
refusal-set-up = This workspace already has an admin. Sign in.
refusal-setup = This workspace has no admin yet. Set it up first.
refusal-signed-out = You are signed out. Sign in again; nothing unsent is lost.
refusal-other-person = Somebody else has signed in in this browser. Sign in again as yourself; nothing unsent is lost.
refusal-too-large = This is more than the server takes at once.
refusal-too-many = Too many attempts. Wait a moment and try again.
