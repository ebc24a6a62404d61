# Records: forms, the board, a record's page.

## Values as they are written

wrong-number = This is not a number. Write it like 1234.50.
wrong-date = This is not a complete date.
said-label = In words
said-example = next tue 10
said-word = “{ $word }” is no day or time I know. Write it another way, or pick it.
said-ambiguous = “{ $word }” can be read in two ways. Write the month as a word, or the hour with “:00”.
said-no-such = There is no “{ $word }”. Check the day and the time.
said-twice = This names more than one day or time.
said-no-day = Which day?
wrong-too-long = This is too long. Shorten it.
wrong-choice = Choose one of the list.
wrong-email = An e-mail address has one @ and no spaces.
wrong-phone = A phone number has at least three digits and no words.
wrong-link = A web address looks like example.com.
wrong-range = This is out of range.
wrong-required = Something must be entered here.
wrong-target = This could not be created. Choose one that is here.
wrong-other = This does not fit here.

## Forms

more-fields = More fields
fewer-fields = Fewer fields
add-field = Add { $name }
edit-one = Edit { $name }
number-pending = Given when it is sent

## Board

layout = Layout
pipeline = Pipeline
stages = Stages
lane = { $name }, { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
moved-to = “{ $name }” moved to { $stage }
cannot-move-here = This deal cannot be moved there
why-lost = Why was “{ $name }” lost?
not-now = Not now
no-date = no date
late-since = late, { $date }
late = late

## A record's head and facts

reach-call = Call
reach-mail = Mail
reach-message = Message
reach-visit = Map
mark-done = Done
mark-done-one = Done: { $name }
done-one = “{ $name }” is done
reopen = Open again
reopened-one = “{ $name }” is open again
facts-reach = How to reach
facts-main = Details
facts-belongs = Belongs to
facts-words = In words
facts-more = { $count ->
    [one] { $count } empty field
   *[other] { $count } empty fields
}
facts-fewer = Hide empty fields
two-changed = Two people changed this at once
history-of = History of { $name }
history-whole = All changes, asked from the server just now.
history-known = What this device knows. Older changes come from the server once you are online.
history-empty = empty
history-woven = as written, then merged with another’s

## Timeline

timeline-filtered = Nothing of this kind
show-spoken = Spoken
show-written = Written
show-tasks = Tasks
show-changes = Changes
show-deals = Deals
timeline-person = By person
timeline-everyone = Everyone
mention-whom = People to mention
since = Since we last spoke
since-spoke = { $kind } by { $name }, { $when }
since-line = Last spoken
since-nothing = Nothing has happened since.
since-amount = amount changed
since-begun = new deal
since-more-deals = { $count ->
    [one] { $count } more deal
   *[other] { $count } more deals
}
since-fields = changed: { $field }
since-fields-more = changed: { $field } and { $count } more
since-open = { $count ->
    [one] { $count } open task
   *[other] { $count } open tasks
}
several = Written by two at once: which stands?
several-keep = Keep { $name }’s
several-keep-all = { $count ->
    [2] Keep both
   *[other] Keep all { $count }
}
several-gone = took these lines out
several-settled = { $field } is settled
show-older = Show older
show-all-count = Show all { $count }
told-call = called
told-call-in = took a call
told-visit = visited
told-meeting = had a meeting
told-email = wrote an e-mail
told-email-in = received an e-mail
told-note = noted
planned-call = planned a call
planned-visit = planned a visit
planned-meeting = planned a meeting
planned-email = planned an e-mail
change-created = added this
change-deleted = deleted this
change-restored = restored this
change-cleared = emptied { $field }
change-one = changed { $field }
change-to = changed { $field } to { $value }
change-more = changed { $field } and { $count } more
change-merged = merged { $name } into this
change-parted = took { $name } apart from this
change-lost = wrote at the same time; another value stands

## Composer

compose = Write
compose-opener = Write a note
compose-note = Note
compose-call = Call
compose-visit = Visit
compose-meeting = Meeting
compose-email = E-mail
compose-task = Task
compose-empty = Write something first.
mean-outcome = Outcome
mean-when = When
mean-when-now = Empty means now
mean-due = Due
mean-follow = Follow up
follow-none = no
follow-1 = tomorrow
follow-3 = in three days
follow-7 = in a week
follow-30 = in a month
follow-title = Follow up with { $name }
saved-as-you-type = Saved on this device as you type

## What belongs to it

related-none = None yet
deal-lines = Products
add-product = Add a product
lines-total = Total
lines-take = Use as the deal’s amount

## A record that is not here

gone-deleted = “{ $name }” was deleted.
gone-sight = You may not see “{ $name }” any more, or it has not arrived yet. What you wrote and did not send is kept.
gone-never = There is no such record on this device.
