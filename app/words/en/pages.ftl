# What stands around the pages, and what the pages say beyond the common words.

## The shell

look = Show
reload = Reload
install-hint = Installed as an app, Outrider opens on its own and the browser keeps its data.
sync-saved-short = Saved
sync-offline-unsent = Offline, { $count } saved here
sync-full = No room: the last change was not saved
sync-stopped = Stopped: reload this page
sync-look = Look here
keys-anywhere = Anywhere
keys-in-lists = In lists
keys-on-records = On a record
search-found = Results
search-acts = Do

## Before the app

sign-in-wait = { $count ->
    [one] Too many attempts. Try again in { $count } second.
   *[other] Too many attempts. Try again in { $count } seconds.
}
locked-title = This device is locked
setup-missing = Something must be entered here.
setup-email-wrong = Enter an e-mail address, such as name@company.com.
setup-pipeline = Sales
setup-stage-contact = First contact
setup-stage-need = Need understood
setup-stage-offer = Offer sent
setup-stage-negotiation = Negotiation
setup-stage-won = Won
setup-stage-lost = Lost

## Today

today-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
today-tick = Done: { $name }
today-ticked = “{ $name }” is done
today-plan = Plan a call
today-stuck = Deals without a next step
today-visits = Visits of the week, by town
today-no-town = Town unknown
today-made = new
today-changed = changed

## Import

import-how = How the file is read
import-comma = Comma
import-semicolon = Semicolon
import-tab = Tab
import-bar = Vertical bar
import-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
}
import-own-id = Outrider’s own id
import-by-name = { $field } ({ $entity }, by name)
import-dates = Order of dates
import-day-first = Day first: 31/12
import-month-first = Month first: 12/31
import-decimals = How numbers are written
import-kept = Kept for the next file with these columns
import-mapping-choose = Read them as saved
import-mapping-name = Keep these columns under a name
import-check = { $count ->
    [one] Check { $count } row
   *[other] Check { $count } rows
}
import-checking = Checking { $done } of { $all } rows
import-writing = { $count ->
    [one] Saving { $count } record on this device
   *[other] Saving { $count } records on this device
}
import-write = { $count ->
    [one] Import { $count } record
   *[other] Import { $count } records
}
import-made = { $count ->
    [one] { $count } more record is made because rows name it
   *[other] { $count } more records are made because rows name them
}
import-doubtful = { $count ->
    [one] { $count } in doubt
   *[other] { $count } in doubt
}
import-accept-all = Take all { $count } suggestions
import-create-all = Create all { $count } that are missing
import-all-doubts = Show all { $count } doubts
import-more-rows = { $count ->
    [one] Show more; { $count } row is left
   *[other] Show more; { $count } rows are left
}
import-stays-out = stays out
import-line-short = Line
import-mark = Check import
import-another = Import another file

## The sync page

tray-waits-for = Waits for “{ $name }”; goes again by itself once that is mended.
tray-restore-send = Restore and send
tray-discard-ask = What you wrote on “{ $name }” is given up on this device. This cannot be undone; export a copy first if you may need it.
unsent-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
notice-restored = Restored on “{ $name }”
storage-room = Room
storage-safety = Kept

## Settings

settings-language-hint = Names, dates, money and order follow it.
settings-install-hint = Opens without the browser’s bars and keeps its storage.
settings-sign-out-hint = The customer file leaves this device.
settings-pipelines = Pipelines and stages
settings-pipelines-hint = The steps a deal takes. An archived stage takes no more deals; those on it stay.
settings-pipeline-label = Name of the pipeline
settings-pipeline-name = New pipeline
settings-stage-label = Name of the stage
settings-stage-name = New stage
settings-archive = Archive
settings-archive-one = Archive “{ $name }”
settings-archived = “{ $name }” archived
settings-restore-one = Restore “{ $name }”
settings-restored = “{ $name }” is in use again
settings-out-of-use = Archived
settings-up = Move up
settings-down = Move down
settings-everyone = For everyone
settings-lock_days-hint = A device that has not met the server for longer opens again only once it has. What is unsent on it stays.
settings-keep_deleted_days-hint = Until then a deleted record can be restored.
settings-reading = Who reads what
settings-reading-hint = Admins read everything. What is narrowed leaves the devices of those who may no longer read it; what they have not sent is kept.
settings-reading-of = { $name }: what { $role } reads

## Team

team-empty = Add the people you work with, then give each of them access.
team-none = Without a team
team-in = in { $name }
team-led = led by { $name }
team-inactive = No access
team-changed = { $name }: { $field } changed
access-lead = Make a link by which this person chooses a password. You send it yourself.
access-make-link = Make the link
access-take-ask = { $name } is signed out everywhere, and the customer file is removed from their devices when they next connect.
