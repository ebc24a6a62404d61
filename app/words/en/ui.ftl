## General

add = Add
apply = Apply
back = Back
call = Call
cancel = Cancel
change = Change
choose-none = None
close = Close
copied = Copied
copy = Copy
create = Create
create-named = Create “{ $name }”
currency = Currency
delete = Delete
delete-one = Delete “{ $name }”
deleted-many = { $count ->
    [one] { $count } record deleted
   *[other] { $count } records deleted
}
deleted-one = “{ $name }” deleted
done = Done
edit = Edit
everyone = Everyone
export = Export
export-failed = The file could not be written. Try again with fewer records.
export-too-long = A text is longer than a cell of a workbook. Export as CSV.
exporting = { $done } of { $all }
find-or-create = Find or create
format-csv = CSV
format-icalendar = Calendar
format-vcard = vCard
format-xlsx = Excel
gave-many = { $count ->
    [one] { $count } record given to { $value }
   *[other] { $count } records given to { $value }
}
menu = Menu
message = Message
more = More
new-one = New: { $name }
next = Next
no = No
none = None
nothing-found = Nothing found
now = Now
one-of = { $at } of { $all }
open = Open
optional = optional
previous = Previous
redo = Redo
remove-one = Remove { $name }
required = Required
restore = Restore
retry = Try again
save = Save
saved = Saved
saved-here-at-once = Saved on this device at once
skip = Skip
today = Today
undo = Undo
undone = Undone
untitled = Without a name
value-newer = Shown after an update
yes = Yes

## Days beside today

day-yesterday = yesterday
day-today = today
day-tomorrow = tomorrow

## Address parts

address-city = City
address-country = Country
address-postcode = Postcode
address-region = State or region
address-street = Street

## Navigation

nav = Main menu
nav-collapse = Collapse menu
nav-duplicates = Duplicates
nav-import = Import
nav-search = Search
nav-settings = Settings
nav-sync = Sync
nav-team = Team
nav-today = Today
skip-to-content = Skip to content

## Signing in, the first admin, access

sign-in = Sign in
sign-in-email = E-mail
sign-in-first-online = The first sign-in on a device needs the network.
sign-in-password = Password
sign-in-working = Signing in
sign-out = Sign out
sign-out-anyway = Sign out and discard
sign-out-export = Export unsent work
sign-out-keep = Sign out and keep it here
sign-out-kept = What had not been sent stays on this device for you: { $count }. Sign in again to send it.
sign-out-drafts = { $count ->
    [one] { $count } note was begun and not logged.
   *[other] { $count } notes were begun and not logged.
}
sign-out-unsent = { $count ->
    [one] { $count } change has not been sent yet.
   *[other] { $count } changes have not been sent yet.
}
setup-title = Set up your workspace
setup-lead = You are the first here and become the admin.
setup-workspace = Company or team
setup-name = Your name
setup-password-hint = At least ten characters
setup-create = Create workspace
access-title = Access
access-give = Give access
access-take = Take access away
access-link = Send this link to { $name }. It works once.

## Today

today-due = Due today
today-planned = Calls and visits
today-recent = Recently changed
today-none-due = Nothing is due today
today-none-planned = No calls or visits planned
today-none-recent = Nothing has changed lately

## Record page, timeline, composer

record-facts = Facts
record-timeline = Timeline
record-related = Related
record-unsent = Not sent yet
record-needs-you = Needs you
history-lost = did not stand
timeline-none = Nothing has happened yet. Log the first call.
timeline-planned = Planned
timeline-all = Everything
composer-call = Log call
composer-visit = Log visit
composer-meeting = Log meeting
composer-email = Log e-mail
composer-note = Save note
composer-task = Create task
composer-write = What was said or agreed?
composer-what-to-do = What is to be done?

## Search

search = Search
search-everything = Search everything
search-in = Search { $name }
search-none = Nothing found for “{ $query }”

## Settings

settings-appearance = Appearance
settings-device = This device
settings-device-name = Name of this device
settings-device-name-hint = Tells your devices apart.
settings-device-guess = { $browser } on { $system }
settings-install = Install as an app
settings-language = Language
settings-theme = Theme
settings-theme-dark = Dark
settings-theme-light = Light
settings-theme-system = As the system
settings-version = Version { $version }

## A new version

update-ready = A new version is ready. Nothing unsent is lost.
update-now = Update now
update-later = Later

## Keyboard help

keys-title = Keyboard shortcuts
keys-everything = Search everything
keys-search = Search this list
keys-move = Move down and up
keys-open = Open the record
keys-peek = Peek at the record
keys-edit = Edit
keys-create = Create
keys-call = Log a call
keys-task = Create a task
keys-select = Select
keys-undo = Undo the last act
keys-go = Go to a page
keys-help = Show this list
keys-cells = Along a row; Enter writes the value
keys-columns = On a column’s head: move it, with Shift widen it
