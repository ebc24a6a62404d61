## The sign of sync, always true

sync-saved-here = Saved on this device
sync-sending = Sending { $count }
sync-with-team = With the team, { $time }
sync-needs-you = { $count ->
    [one] { $count } needs you
   *[other] { $count } need you
}
sync-offline = Offline
sync-never = Not synced yet
sync-now = Sync now
sync-memory = Nothing is kept here: this browser stores no data

## First sync

first-sync-title = Fetching your book
first-sync-progress = { $records } of { $all } records, { $size }
first-sync-lead = After this, everything works without a network.

## Unsent

unsent-title = Not sent yet
unsent-none = Everything has been sent
unsent-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
unsent-export = Export what is unsent
drafts-title = Begun, not logged
draft-discard = Discard
act-create = Created
act-edit = Changed
act-delete = Deleted
act-restore = Restored
act-import = Imported
act-merge = Merged
act-undo = Undone
act-redo = Redone
act-retry = Sent again
act-log = Logged
act-bulk = Changed together
act-hand = Handed to a colleague
act-other = Work

## The tray: what was rejected

tray-title = Needs you
tray-mend = Mend
tray-send = Send again
tray-hand = Hand to a colleague
hand-to = To whom
hand-lead = They get a task with what you wrote, and it leaves your list. This needs no network.
hand-over = Hand over
hand-title = Please check: { $name }
hand-text = This could not be saved: { $reason }
hand-nobody = Nobody else works here yet.
tray-discard = Discard my change

## Values that did not stand

notice-title = Replaced values
notice-superseded = { $name } wrote this at the same time; theirs stands.
notice-superseded-unknown = Someone else wrote this at the same time; theirs stands.
notice-prevailed = { $name } wrote this at the same time; yours stands.
notice-kept = Left as it is: it was changed or used since.
notice-both = You and { $name } wrote the same words; both stand until one of you settles it.
notice-settle = Look at both
notice-merge-crossed = You and { $name } merged the same two the other way round. They are one record now; both keep their values.
notice-restore = Restore mine
notice-restore-theirs = Restore theirs
notice-dismiss = Leave it

## Undo

undo-title = Recent work

## Storage

storage-title = Storage on this device
storage-kept = Kept until you remove it
storage-may-clear = The browser may clear it when space runs out
storage-ask = Keep it
storage-memory = In memory only: gone when this tab is closed
storage-used = { $used } of { $quota } used
storage-records = Records here
storage-last = Last with the server

## Errors

error-offline = The server cannot be reached. Check the network and try again.
error-malformed = The server’s answer could not be read.
error-unsent = There is unsent work on this device. Send, export or discard it first.
error-device = This device’s storage does not work. Close other tabs and reload.
error-save-busy = Another tab was faster. Try again.
error-save-failed = This could not be saved on this device.
error-save-full = No room is left on this device. Free some space and try again.
error-save-killed = The browser closed this device’s storage. Reload the page; what was saved is still there.
error-save-lost = The browser deleted this device’s storage. What was not sent is only on this page now: export it, then reload.
error-save-no-one = Nobody is signed in on this device.
error-locked-blocked = Another tab runs an older version of the app and holds the storage. Close it; this one goes on by itself.
error-locked-disabled = Your access was taken away. What you had not sent is kept for you.
error-locked-newer = A newer version of the app is open in another tab. Reload this one.
error-locked-store = This device’s storage does not open. Close other tabs and reload.
error-locked-too-long = This device has not met the server for too long. Connect to unlock it.
error-sync-damaged = A part of your book arrived damaged. It is fetched again; what is on this device stays.
error-sync-malformed = The server’s answer could not be read. Your work stays here.
error-sync-old-app = Update the app to go on syncing. Your work stays here.
error-sync-other-person = Someone else is signed in in this browser. Sign in again to send your work.
error-sync-refused = The server does not take your work just now. It stays here.
error-sync-server-full = The server’s disk is full. Your work stays here until there is room.
error-sync-signed-out = Sign in again to send your work.
