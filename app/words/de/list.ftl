## Lists

list = Liste
list-empty = Noch nichts da
list-empty-lead = Legen Sie etwas an oder importieren Sie eine Datei.
list-none-found = Nichts passt dazu
list-show-all = Alle anzeigen
no-such-list = Diese Liste gibt es nicht
no-such-page = Diese Seite gibt es nicht
found = { $count ->
    [one] { $count } gefunden
   *[other] { $count } gefunden
}
found-of = { $found } von { $all }
columns = Spalten
layout-table = Tabelle
layout-board = Board
chosen = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
select-all = Alle auswählen
select-none = Auswahl aufheben
select-one = { $name } auswählen
total = Summe
bulk-edit = Feld ändern
bulk-owner = Zuständigkeit ändern

## Order

sort = Sortieren
sort-name = Name
sort-touched = Zuletzt geändert
sort-up = Aufsteigend
sort-down = Absteigend

## Filters

filter = Filtern
filter-apply = Filter anwenden
filter-clear = Filter entfernen
filter-more = Anderswo erstellter Filter
test-after = nach dem
test-before = vor dem
test-between = zwischen
test-contains = enthält
test-empty = ist leer
test-has-all = hat alle von
test-is = ist
test-less = weniger als
test-more = mehr als
test-no = nein
test-not-empty = ist gefüllt
test-starts = beginnt mit
test-yes = ja

## Saved views

views = Ansichten
views-others = Andere Ansichten
view-all = Alle
view-mine = Meine
view-name = Name der Ansicht
view-save = Als Ansicht speichern
view-share = Mit meinem Team teilen
view-update = Änderungen in „{ $name }“ speichern

## Board

board-empty = Keine Deals in dieser Phase
board-move = Nach { $stage } verschieben
board-moved = Nach { $stage } verschoben
board-no-stage = Ohne Phase
board-won = Als gewonnen markieren
board-lost = Als verloren markieren
