## Lists

list = Liste
list-empty = Noch nichts da
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
bulk-edit = Feld ändern

## Order

sort = Sortieren
sort-name = Name
sort-touched = Zuletzt geändert
sort-up = Aufsteigend
sort-down = Absteigend

## Filters

filter = Filtern
filter-apply = Filter anwenden
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


## Groups, columns, several at once

or = oder
filter-or = Oder …
filter-any = Eines davon genügt
test-during = ist
test-last-days = in den letzten Tagen:
test-next-days = in den nächsten Tagen:
test-me = bin ich
test-my-team = ist in meinem Team
period-today = heute
period-yesterday = gestern
period-tomorrow = morgen
period-this_week = diese Woche
period-last_week = letzte Woche
period-next_week = nächste Woche
period-this_month = diesen Monat
period-last_month = letzten Monat
period-next_month = nächsten Monat
period-this_quarter = dieses Quartal
period-last_quarter = letztes Quartal
period-next_quarter = nächstes Quartal
period-this_year = dieses Jahr
period-last_year = letztes Jahr
period-next_year = nächstes Jahr
period-past = in der Vergangenheit
period-future = in der Zukunft
sort-by = Sortieren nach
sort-then = Dann nach
group = Gruppieren
group-none = Nicht gruppiert
group-without = Ohne Wert
column-hint = { $name }: klicken sortiert, mit Umschalt zusätzlich; ziehen verschiebt
column-earlier = { $name } nach vorn
column-later = { $name } nach hinten
column-pin = Alles bis { $name } im Blick behalten
view-first = Diese Liste mit dieser Ansicht öffnen
bulk-how = Was damit geschieht
bulk-add = Hinzufügen
bulk-remove = Entfernen
bulk-set = Ersetzen
bulk-nothing = nichts
bulk-changes = { $count ->
    [one] { $count } ändert sich.
   *[other] { $count } ändern sich.
}
bulk-same = { $count ->
    [one] { $count } bleibt, wie es ist.
   *[other] { $count } bleiben, wie sie sind.
}
bulk-not-yours = { $count ->
    [one] { $count } dürfen Sie nicht ändern.
   *[other] { $count } dürfen Sie nicht ändern.
}
board-by = Spalten des Boards

## Duplicates

doubles-already = Schon da:
doubles-alike = Beide sagen dasselbe: Es gibt nichts zu wählen.
doubles-both = Beide
doubles-compare = Vergleichen
doubles-goes = Geht darin auf
doubles-hint = Was nicht gewählt ist, bleibt beim zusammengeführten Eintrag und im Verlauf. Verweise folgen von selbst.
doubles-keep = Welcher bleibt
doubles-keep-one = { $name } bleibt
doubles-left = Nicht übernommen:
doubles-likely = Wahrscheinlich
doubles-linked = { $count ->
    [one] { $count } Verweis
   *[other] { $count } Verweise
}
doubles-looking = Das Buch wird durchgesehen
doubles-looks-like = Sieht aus wie { $name }
doubles-may-not = Diese beiden dürfen Sie nicht ändern. Fragen Sie, wem sie gehören.
doubles-merge = Zusammenführen
doubles-merged = In { $name } zusammengeführt
doubles-merged-here = { $name } ist hierin aufgegangen
doubles-none = Keine Duplikate. Einträge, die sich in Name, E-Mail, Telefon oder Firma gleichen, stehen hier nebeneinander.
doubles-pairs = Wahrscheinliche Paare
doubles-part = Nicht dasselbe
doubles-parted = Wird nicht mehr als Paar gezeigt
doubles-perhaps = Vielleicht
doubles-refused = Einer der beiden wartet auf der Sync-Seite: Bringen Sie ihn erst dort in Ordnung.
doubles-since = hier seit { $when }
doubles-stays = Bleibt
doubles-sure = Fast sicher
doubles-swap = Den anderen bleiben lassen
doubles-take = Übernehmen
doubles-take-apart = Wieder trennen
doubles-take-one = { $name } übernehmen
doubles-taken-apart = { $name } steht wieder für sich
doubles-why-belongs = gleiche Firma
doubles-why-born = gleicher Geburtstag
doubles-why-email = gleiche E-Mail
doubles-why-link = gleiche Website
doubles-why-name = gleicher Name
doubles-why-name-alike = ähnlicher Name
doubles-why-phone = gleiche Telefonnummer
doubles-why-town = gleicher Ort
