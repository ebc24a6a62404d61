# Records: forms, the board, a record's page.

## Values as they are written

wrong-number = Das ist keine Zahl. Schreiben Sie zum Beispiel 1234,50.
wrong-date = Das ist kein vollständiges Datum.
said-label = In Worten
said-example = nächsten Di 10
said-word = „{ $word }“ ist kein bekannter Tag oder Zeitpunkt. Anders schreiben oder auswählen.
said-ambiguous = „{ $word }“ lässt sich auf zwei Arten lesen. Den Monat ausschreiben oder die Uhrzeit mit „:00“.
said-no-such = „{ $word }“ gibt es nicht. Tag und Uhrzeit prüfen.
said-twice = Hier steht mehr als ein Tag oder Zeitpunkt.
said-no-day = Welcher Tag?
wrong-too-long = Das ist zu lang. Kürzen Sie es.
wrong-choice = Wählen Sie einen Eintrag aus der Liste.
wrong-email = Eine E-Mail-Adresse hat ein @ und keine Leerzeichen.
wrong-phone = Eine Telefonnummer hat mindestens drei Ziffern und keine Wörter.
wrong-link = Eine Webadresse sieht aus wie beispiel.de.
wrong-range = Das liegt außerhalb des möglichen Bereichs.
wrong-required = Hier muss etwas stehen.
wrong-target = Das ließ sich nicht anlegen. Wählen Sie etwas Vorhandenes.
wrong-other = Das passt hier nicht.

## Forms

more-fields = Weitere Felder
fewer-fields = Weniger Felder
add-field = { $name } eintragen
edit-one = { $name } bearbeiten
number-pending = Wird beim Senden vergeben

## Board

layout = Darstellung
pipeline = Pipeline
stages = Phasen
lane = { $name }, { $count ->
    [one] { $count } Deal
   *[other] { $count } Deals
}
moved-to = „{ $name }“ steht jetzt auf { $stage }
cannot-move-here = Dieser Deal lässt sich nicht dorthin verschieben
why-lost = Warum ging „{ $name }“ verloren?
not-now = Jetzt nicht
no-date = ohne Datum
late-since = überfällig, { $date }
late = überfällig

## A record's head and facts

reach-call = Anrufen
reach-mail = E-Mail
reach-message = Nachricht
reach-visit = Karte
mark-done = Erledigt
mark-done-one = Erledigt: { $name }
done-one = „{ $name }“ ist erledigt
reopen = Wieder öffnen
reopened-one = „{ $name }“ ist wieder offen
facts-reach = Erreichbar
facts-main = Angaben
facts-belongs = Gehört zu
facts-words = In Worten
facts-more = { $count ->
    [one] { $count } leeres Feld
   *[other] { $count } leere Felder
}
facts-fewer = Leere Felder ausblenden
two-changed = Zwei haben das zugleich geändert
history-of = Frühere Werte: { $name }
history-whole = Alle Änderungen, soeben vom Server geholt.
history-known = Was dieses Gerät weiß. Ältere Änderungen kommen vom Server, sobald Sie online sind.
history-empty = leer
history-woven = so geschrieben, dann mit anderem Text vereint

## Timeline

timeline-filtered = Nichts dieser Art
show-spoken = Gesprochen
show-written = Geschrieben
show-tasks = Aufgaben
show-changes = Änderungen
show-deals = Geschäfte
timeline-person = Nach Person
timeline-everyone = Alle
mention-whom = Wen erwähnen
since = Seit dem letzten Gespräch
since-spoke = { $kind } von { $name }, { $when }
since-line = Zuletzt gesprochen
since-nothing = Seitdem ist nichts geschehen.
since-amount = Betrag geändert
since-begun = neues Geschäft
since-more-deals = { $count ->
    [one] { $count } weiteres Geschäft
   *[other] { $count } weitere Geschäfte
}
since-fields = geändert: { $field }
since-fields-more = geändert: { $field } und { $count } weitere
since-open = { $count ->
    [one] { $count } offene Aufgabe
   *[other] { $count } offene Aufgaben
}
several = Von zweien zugleich geschrieben: Was gilt?
several-keep = Text von { $name } behalten
several-keep-all = { $count ->
    [2] Beide behalten
   *[other] Alle { $count } behalten
}
several-gone = hat diese Zeilen entfernt
several-settled = { $field } ist geklärt
show-older = Ältere anzeigen
show-all-count = Alle { $count } anzeigen
told-call = hat angerufen
told-call-in = hat einen Anruf angenommen
told-visit = war zu Besuch
told-meeting = hatte eine Besprechung
told-email = hat eine E-Mail geschrieben
told-email-in = hat eine E-Mail erhalten
told-note = hat notiert
planned-call = hat einen Anruf geplant
planned-visit = hat einen Besuch geplant
planned-meeting = hat eine Besprechung geplant
planned-email = hat eine E-Mail geplant
change-created = hat dies angelegt
change-deleted = hat dies gelöscht
change-restored = hat dies wiederhergestellt
change-cleared = hat { $field } geleert
change-one = hat { $field } geändert
change-to = hat { $field } in { $value } geändert
change-more = hat { $field } und { $count } weitere geändert
change-merged = hat { $name } hiermit zusammengeführt
change-parted = hat { $name } wieder hiervon getrennt
change-lost = hat zugleich geschrieben; ein anderer Wert gilt

## Composer

compose = Schreiben
compose-opener = Notiz schreiben
compose-note = Notiz
compose-call = Anruf
compose-visit = Besuch
compose-meeting = Besprechung
compose-email = E-Mail
compose-task = Aufgabe
compose-empty = Schreiben Sie zuerst etwas.
mean-outcome = Ergebnis
mean-when = Wann
mean-when-now = Leer heißt jetzt
mean-due = Fällig
mean-follow = Nachfassen
follow-none = nein
follow-1 = morgen
follow-3 = in drei Tagen
follow-7 = in einer Woche
follow-30 = in einem Monat
follow-title = Bei { $name } nachfassen
saved-as-you-type = Wird beim Tippen auf diesem Gerät gesichert

## What belongs to it

related-none = Noch nichts
deal-lines = Produkte
add-product = Produkt hinzufügen
lines-total = Summe
lines-take = Als Betrag des Deals übernehmen

## A record that is not here

gone-deleted = „{ $name }“ wurde gelöscht.
gone-sight = „{ $name }“ ist für Sie nicht mehr sichtbar oder noch nicht angekommen. Was Sie geschrieben und nicht gesendet haben, bleibt erhalten.
gone-never = Einen solchen Datensatz gibt es auf diesem Gerät nicht.
