## Lists

list = List
list-empty = Nothing here yet
list-none-found = Nothing matches
list-show-all = Show all
no-such-list = There is no such list
no-such-page = There is no such page
found = { $count ->
    [one] { $count } found
   *[other] { $count } found
}
found-of = { $found } of { $all }
columns = Columns
layout-table = Table
layout-board = Board
chosen = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
select-all = Select all
select-none = Clear selection
select-one = Select { $name }
bulk-edit = Change a field

## Order

sort = Sort
sort-name = Name
sort-touched = Last changed
sort-up = Ascending
sort-down = Descending

## Filters

filter = Filter
filter-apply = Apply filter
filter-more = A filter made elsewhere
test-after = after
test-before = before
test-between = between
test-contains = contains
test-empty = is empty
test-has-all = has all of
test-is = is
test-less = less than
test-more = more than
test-no = no
test-not-empty = is filled
test-starts = starts with
test-yes = yes

## Saved views

views = Views
views-others = Other views
view-all = All
view-mine = Mine
view-name = Name of the view
view-save = Save as view
view-share = Share with my team
view-update = Save changes to “{ $name }”

## Board


## Groups, columns, several at once

or = or
filter-or = Or …
filter-any = One of these is enough
test-during = is
test-last-days = in the last days:
test-next-days = in the next days:
test-me = is me
test-my-team = is in my team
period-today = today
period-yesterday = yesterday
period-tomorrow = tomorrow
period-this_week = this week
period-last_week = last week
period-next_week = next week
period-this_month = this month
period-last_month = last month
period-next_month = next month
period-this_quarter = this quarter
period-last_quarter = last quarter
period-next_quarter = next quarter
period-this_year = this year
period-last_year = last year
period-next_year = next year
period-past = in the past
period-future = in the future
sort-by = Sort by
sort-then = Then by
group = Group
group-none = Not grouped
group-without = Without a value
column-hint = { $name }: press to sort, with Shift as one more; drag to move
column-earlier = Move { $name } forward
column-later = Move { $name } back
column-pin = Keep everything up to { $name } in sight
view-first = Open this list with this view
bulk-how = What happens to it
bulk-add = Add
bulk-remove = Take away
bulk-set = Replace
bulk-nothing = nothing
bulk-changes = { $count ->
    [one] { $count } changes.
   *[other] { $count } change.
}
bulk-same = { $count ->
    [one] { $count } stays as it is.
   *[other] { $count } stay as they are.
}
bulk-not-yours = { $count ->
    [one] { $count } is not yours to change.
   *[other] { $count } are not yours to change.
}
board-by = Lanes

## Duplicates

doubles-already = Already here:
doubles-alike = Both say the same: there is nothing to choose.
doubles-both = Both
doubles-compare = Compare
doubles-goes = Is merged
doubles-hint = What is not chosen stays with the merged record and in the history. Links follow by themselves.
doubles-keep = Which one stays
doubles-keep-one = { $name } stays
doubles-left = Not taken over:
doubles-likely = Likely
doubles-linked = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
doubles-looking = Looking through the book
doubles-looks-like = Looks like { $name }
doubles-may-not = You may not change both of these. Ask whoever they belong to.
doubles-merge = Merge
doubles-merged = Merged into { $name }
doubles-merged-here = { $name } was merged into this
doubles-none = No duplicates. Records that look alike by name, e-mail, phone or company are shown here side by side.
doubles-pairs = Likely pairs
doubles-part = Not the same
doubles-parted = Not shown as a pair any more
doubles-perhaps = Perhaps
doubles-refused = One of these waits on the sync page: mend it there first.
doubles-since = here since { $when }
doubles-stays = Stays
doubles-sure = Nearly sure
doubles-swap = Let the other one stay
doubles-take = Take
doubles-take-apart = Take apart again
doubles-take-one = Take { $name }
doubles-taken-apart = { $name } stands by itself again
doubles-why-belongs = same company
doubles-why-born = same birthday
doubles-why-email = same e-mail
doubles-why-link = same website
doubles-why-name = same name
doubles-why-name-alike = similar name
doubles-why-phone = same phone
doubles-why-town = same town
