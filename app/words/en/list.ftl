## Lists

list = List
list-empty = Nothing here yet
list-empty-lead = Add the first one, or import a file.
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
total = Total
bulk-edit = Change a field
bulk-owner = Change owner

## Order

sort = Sort
sort-name = Name
sort-touched = Last changed
sort-up = Ascending
sort-down = Descending

## Filters

filter = Filter
filter-apply = Apply filter
filter-clear = Clear filters
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

board-empty = No deals on this stage
board-move = Move to { $stage }
board-moved = Moved to { $stage }
board-no-stage = Without a stage
board-won = Mark as won
board-lost = Mark as lost
