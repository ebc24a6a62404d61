## Import: file, columns, check, done

import = Importieren
import-title = Import
import-step-file = Datei
import-step-columns = Spalten
import-step-check = Prüfen
import-step-done = Fertig
import-drop = CSV-, Excel-, vCard- oder Kalenderdateien hier ablegen
import-choose = oder auswählen
import-offline = Funktioniert ohne Verbindung. Vor dem letzten Schritt wird nichts gespeichert.
import-reading = Datei wird gelesen
import-encoding = Zeichensatz
import-delimiter = Trennzeichen
import-header = Die erste Zeile ist eine Kopfzeile
import-entity = Diese Zeilen sind
import-column = Spalte
import-sample = Zum Beispiel
import-target = Kommt in
import-leave-out = Weglassen
import-key = Schlüssel, der Zeilen unterscheidet
import-rows = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
import-new = { $count ->
    [one] { $count } neu
   *[other] { $count } neu
}
import-changed = { $count ->
    [one] { $count } geändert
   *[other] { $count } geändert
}
import-unchanged = { $count ->
    [one] { $count } unverändert
   *[other] { $count } unverändert
}
import-out = { $count ->
    [one] { $count } ausgelassen
   *[other] { $count } ausgelassen
}
import-doubts = { $count ->
    [one] { $count } Zweifel
   *[other] { $count } Zweifel
}
import-no-doubts = Nichts ist zweifelhaft
import-finished = { $count ->
    [one] { $count } Datensatz importiert
   *[other] { $count } Datensätze importiert
}
import-undo = Diesen Import rückgängig machen
import-redo = Wiederherstellen

## Why a file cannot be read

import-error-empty = Die Datei ist leer.
import-error-too_large = Die Datei ist zu groß. Bitte aufteilen und erneut versuchen.
import-error-too_many_columns = Die Datei hat { $columns } Spalten; höchstens { $max } sind möglich.
import-error-not_text = Dies ist eine { $kind }-Datei. Bitte als CSV oder XLSX speichern und erneut versuchen.
import-error-too_many_cells = Die Tabelle hat mehr als { $max } Zellen. Bitte aufteilen und erneut versuchen.
import-error-too_large_unpacked = Entpackt ist diese Datei zu groß. Bitte aufteilen und erneut versuchen.
import-error-broken_workbook = Diese Arbeitsmappe lässt sich nicht öffnen: Sie ist unvollständig, mit einem Kennwort geschützt oder in einem alten Format. Bitte neu als XLSX ohne Kennwort speichern und erneut versuchen.

## What was noted while reading

import-note-encoding_guessed = Der Zeichensatz wurde geraten: { $encoding }
import-note-unreadable_bytes = { $count ->
    [one] { $count } Stelle war in diesem Zeichensatz nicht lesbar
   *[other] { $count } Stellen waren in diesem Zeichensatz nicht lesbar
}
import-note-nul_bytes_removed = { $count ->
    [one] { $count } Nullbyte wurde entfernt
   *[other] { $count } Nullbytes wurden entfernt
}
import-note-unclosed_quote = Ein Anführungszeichen ab Zeile { $line } wird nie geschlossen
import-note-no_header = Keine Kopfzeile gefunden: Spalten sind nummeriert
import-note-column_renamed = Spalte „{ $from }“ kommt doppelt vor; diese heißt „{ $to }“
import-note-photos_left_out = { $count ->
    [one] { $count } Foto wird nicht übernommen: Dafür gibt es noch keinen Platz
   *[other] { $count } Fotos werden nicht übernommen: Dafür gibt es noch keinen Platz
}
import-note-files_left_out = { $count ->
    [one] { $count } angehängte Datei wird nicht übernommen
   *[other] { $count } angehängte Dateien werden nicht übernommen
}
import-note-parts_left_out = { $count ->
    [one] { $count } Teil „{ $name }“ wird nicht übernommen
   *[other] { $count } Teile „{ $name }“ werden nicht übernommen
}
import-note-lines_left_out = { $count ->
    [one] { $count } Zeile gehört zu nichts und wird nicht übernommen
   *[other] { $count } Zeilen gehören zu nichts und werden nicht übernommen
}
import-note-not_calculated = { $count ->
    [one] { $count } Zelle ist eine Formel, deren Ergebnis nicht in der Datei steht: Sie bleibt leer
   *[other] { $count } Zellen sind Formeln, deren Ergebnisse nicht in der Datei stehen: Sie bleiben leer
}

## What to look at in the columns

issue-no_entity = Bitte angeben, was diese Zeilen sind
issue-no_name = Keine Spalte liefert „{ $field }“
issue-no_key = Keine Spalte unterscheidet die Zeilen: Eine geänderte Zeile wird ein neuer Datensatz
issue-twice = Zwei Spalten gehen in „{ $field }“; die letzte gefüllte zählt
issue-ambiguous_dates = In „{ $column }“ könnten Tag und Monat vertauscht sein
issue-ambiguous_numbers = In „{ $column }“ ist offen, ob Punkt oder Komma die Nachkommastellen trennt

## Doubts about rows

doubt-typo = „{ $value }“ ist wahrscheinlich ein Tippfehler
doubt-unknown_reference = Nicht gefunden ({ $entity }): „{ $value }“
doubt-several_matches = { $count } Datensätze heißen „{ $value }“; keiner wurde verknüpft
doubt-may_not_create = Sie dürfen diese nicht anlegen ({ $entity })
doubt-may_not_write = Sie dürfen diesen Datensatz nicht ändern
doubt-missing_required = „{ $field }“ sollte ausgefüllt sein
doubt-missing = „{ $field }“ ist sonst gefüllt, hier aber leer
doubt-unreadable = „{ $value }“: { $flaw }
doubt-ambiguous_date = „{ $value }“: Tag und Monat könnten vertauscht sein
doubt-taken = „{ $value }“ steht schon bei einem anderen Datensatz
doubt-too_few_cells = Die Zeile hat weniger Zellen als Spalten
doubt-too_many_cells = Die Zeile hat mehr Zellen als Spalten
doubt-after_unclosed_quote = Sie steht nach einem nie geschlossenen Anführungszeichen
doubt-cell_too_long = Eine Zelle ist zu lang für den Import
doubt-repeats = Wiederholt sich; nur das erste Mal kommt herein
doubt-unknown_zone = Die Zeitzone „{ $value }“ ist unbekannt; die Zeit wurde als Ihre gelesen
doubt-no_end = Das Ende fehlt in der Datei
doubt-unreadable_lines = Enthält Zeilen, die nichts Bekanntes sagen; sie stehen im Text
doubt-same_row = Genau wie Zeile { $line }
doubt-same_key = Gleicher Schlüssel oder Name wie Zeile { $line }, anderer Inhalt
doubt-deleted = Dieser Datensatz wurde hier gelöscht

## What to do about a doubt

decide-value = „{ $value }“ verwenden
decide-record = „{ $name }“ verknüpfen
decide-other_order = Tag und Monat tauschen
decide-bring_in = Zeilen übernehmen
decide-keep = So übernehmen
decide-create = Anlegen
decide-link = Anderen verknüpfen
decide-skip = Diese Zeilen weglassen
