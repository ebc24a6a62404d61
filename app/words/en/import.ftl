## Import: file, columns, check, done

import = Import
import-title = Import
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Done
import-drop = Drop CSV, Excel, vCard or calendar files here
import-choose = or choose them
import-offline = Works without a network. Nothing is written before the last step.
import-reading = Reading the file
import-encoding = Encoding
import-delimiter = Separator
import-header = The first row is a header
import-entity = These rows are
import-column = Column
import-sample = For example
import-target = Goes to
import-leave-out = Leave out
import-key = Key that tells rows apart
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
import-new = { $count ->
    [one] { $count } new
   *[other] { $count } new
}
import-changed = { $count ->
    [one] { $count } changed
   *[other] { $count } changed
}
import-unchanged = { $count ->
    [one] { $count } unchanged
   *[other] { $count } unchanged
}
import-out = { $count ->
    [one] { $count } left out
   *[other] { $count } left out
}
import-doubts = { $count ->
    [one] { $count } doubt
   *[other] { $count } doubts
}
import-no-doubts = Nothing is in doubt
import-finished = { $count ->
    [one] { $count } record imported
   *[other] { $count } records imported
}
import-undo = Undo this import
import-redo = Bring it back

## Why a file cannot be read

import-error-empty = The file is empty.
import-error-too_large = The file is too large. Split it and try again.
import-error-too_many_columns = The file has { $columns } columns; at most { $max } can be read.
import-error-not_text = This is a { $kind } file. Save it as CSV or XLSX and try again.
import-error-too_many_cells = The sheet has more than { $max } cells. Split it and try again.
import-error-too_large_unpacked = Unpacked, this file is too large. Split it and try again.
import-error-broken_workbook = This workbook cannot be opened: it is incomplete, protected by a password, or in an old format. Save it anew as XLSX without a password and try again.

## What was noted while reading

import-note-encoding_guessed = The encoding was guessed: { $encoding }
import-note-unreadable_bytes = { $count ->
    [one] { $count } place could not be read in this encoding
   *[other] { $count } places could not be read in this encoding
}
import-note-nul_bytes_removed = { $count ->
    [one] { $count } empty byte was removed
   *[other] { $count } empty bytes were removed
}
import-note-unclosed_quote = A quote opened on line { $line } is never closed
import-note-no_header = No header was found: columns are numbered
import-note-column_renamed = Column “{ $from }” appears twice; this one is called “{ $to }”
import-note-photos_left_out = { $count ->
    [one] { $count } photo is not taken in: there is no place for it yet
   *[other] { $count } photos are not taken in: there is no place for them yet
}
import-note-files_left_out = { $count ->
    [one] { $count } attached file is not taken in
   *[other] { $count } attached files are not taken in
}
import-note-parts_left_out = { $count ->
    [one] { $count } part “{ $name }” is not taken in
   *[other] { $count } parts “{ $name }” are not taken in
}
import-note-lines_left_out = { $count ->
    [one] { $count } line belongs to nothing and is not taken in
   *[other] { $count } lines belong to nothing and are not taken in
}
import-note-not_calculated = { $count ->
    [one] { $count } cell is a formula whose result is not in the file: it comes in empty
   *[other] { $count } cells are formulas whose results are not in the file: they come in empty
}

## What to look at in the columns

issue-no_entity = Say what these rows are
issue-no_name = No column gives “{ $field }”
issue-no_key = No column tells rows apart: a changed row comes in as a new record
issue-twice = Two columns go to “{ $field }”; the last filled one counts
issue-ambiguous_dates = Day and month could be swapped in “{ $column }”
issue-ambiguous_numbers = In “{ $column }” it is open whether a point or a comma marks decimals

## Doubts about rows

doubt-typo = “{ $value }” is likely a misspelling
doubt-unknown_reference = Not found ({ $entity }): “{ $value }”
doubt-several_matches = { $count } records are called “{ $value }”; none was linked
doubt-may_not_create = You may not create these ({ $entity })
doubt-may_not_write = You may not change this record
doubt-missing_required = “{ $field }” should be filled
doubt-missing = “{ $field }” is usually filled, but empty here
doubt-unreadable = “{ $value }”: { $flaw }
doubt-ambiguous_date = “{ $value }”: day and month could be swapped
doubt-taken = “{ $value }” is already on another record
doubt-too_few_cells = The row has fewer cells than columns
doubt-too_many_cells = The row has more cells than columns
doubt-after_unclosed_quote = It stands after a quote that never closes
doubt-cell_too_long = A cell is too long to be imported
doubt-repeats = It repeats; only the first time comes in
doubt-unknown_zone = The time zone “{ $value }” is not known; the time was read as yours
doubt-no_end = Its end is missing in the file
doubt-unreadable_lines = It has lines that say nothing known; they are kept in its text
doubt-same_row = Exactly the same as line { $line }
doubt-same_key = Same key or name as line { $line }, other content
doubt-deleted = This record was deleted here

## What to do about a doubt

decide-value = Use “{ $value }”
decide-record = Link “{ $name }”
decide-other_order = Swap day and month
decide-bring_in = Bring the rows in
decide-keep = Keep as it is
decide-create = Create it
decide-link = Link another
decide-skip = Leave these rows out
