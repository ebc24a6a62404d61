## General

add = Hinzufügen
apply = Anwenden
back = Zurück
call = Anrufen
cancel = Abbrechen
change = Ändern
choose-none = Keine Auswahl
close = Schließen
copied = Kopiert
copy = Kopieren
create = Anlegen
create-named = „{ $name }“ anlegen
currency = Währung
delete = Löschen
delete-one = „{ $name }“ löschen
deleted-many = { $count ->
    [one] { $count } Datensatz gelöscht
   *[other] { $count } Datensätze gelöscht
}
deleted-one = „{ $name }“ gelöscht
done = Fertig
edit = Bearbeiten
everyone = Alle
export = Exportieren
export-failed = Die Datei konnte nicht geschrieben werden. Bitte mit weniger Einträgen versuchen.
export-too-long = Ein Text ist länger als die Zelle einer Arbeitsmappe. Bitte als CSV exportieren.
exporting = { $done } von { $all }
find-or-create = Suchen oder anlegen
format-csv = CSV
format-icalendar = Kalender
format-vcard = vCard
format-xlsx = Excel
gave-many = { $count ->
    [one] { $count } Datensatz an { $value } übergeben
   *[other] { $count } Datensätze an { $value } übergeben
}
menu = Menü
message = Nachricht
more = Mehr
new-one = Neu: { $name }
next = Weiter
no = Nein
none = Keine
nothing-found = Nichts gefunden
now = Jetzt
one-of = { $at } von { $all }
open = Öffnen
optional = optional
previous = Vorheriges
redo = Wiederholen
remove-one = { $name } entfernen
required = Pflichtfeld
restore = Wiederherstellen
retry = Erneut versuchen
save = Speichern
saved = Gespeichert
saved-here-at-once = Sofort auf diesem Gerät gespeichert
skip = Überspringen
today = Heute
undo = Rückgängig
undone = Rückgängig gemacht
untitled = Ohne Namen
value-newer = Wird nach einem Update angezeigt
yes = Ja

## Days beside today

day-yesterday = gestern
day-today = heute
day-tomorrow = morgen

## Address parts

address-city = Ort
address-country = Land
address-postcode = Postleitzahl
address-region = Bundesland oder Region
address-street = Straße

## Navigation

nav = Hauptmenü
nav-collapse = Menü einklappen
nav-duplicates = Duplikate
nav-import = Import
nav-search = Suche
nav-settings = Einstellungen
nav-sync = Synchronisation
nav-team = Team
nav-today = Heute
skip-to-content = Zum Inhalt springen

## Signing in, the first admin, access

sign-in = Anmelden
sign-in-email = E-Mail
sign-in-first-online = Die erste Anmeldung auf einem Gerät braucht eine Verbindung.
sign-in-password = Passwort
sign-in-working = Anmeldung läuft
sign-out = Abmelden
sign-out-anyway = Abmelden und verwerfen
sign-out-export = Ungesendetes exportieren
sign-out-keep = Abmelden und hier behalten
sign-out-kept = Was noch nicht gesendet war, bleibt auf diesem Gerät für Sie: { $count }. Zum Senden bitte wieder anmelden.
sign-out-drafts = { $count ->
    [one] { $count } Notiz ist begonnen und nicht erfasst.
   *[other] { $count } Notizen sind begonnen und nicht erfasst.
}
sign-out-unsent = { $count ->
    [one] { $count } Änderung wurde noch nicht gesendet.
   *[other] { $count } Änderungen wurden noch nicht gesendet.
}
setup-title = Arbeitsbereich einrichten
setup-lead = Sie sind als Erste oder Erster hier und übernehmen die Administration.
setup-workspace = Firma oder Team
setup-name = Ihr Name
setup-password-hint = Mindestens zehn Zeichen
setup-create = Arbeitsbereich anlegen
access-title = Zugang
access-give = Zugang geben
access-take = Zugang entziehen
access-link = Diesen Link an { $name } senden. Er funktioniert einmal.

## Today

today-due = Heute fällig
today-planned = Anrufe und Besuche
today-recent = Zuletzt geändert
today-none-due = Heute ist nichts fällig
today-none-planned = Keine Anrufe oder Besuche geplant
today-none-recent = Zuletzt hat sich nichts geändert

## Record page, timeline, composer

record-facts = Angaben
record-timeline = Verlauf
record-related = Verknüpft
record-unsent = Noch nicht gesendet
record-needs-you = Braucht Sie
history-lost = wurde nicht übernommen
timeline-none = Noch nichts passiert. Halten Sie den ersten Anruf fest.
timeline-planned = Geplant
timeline-all = Alles
composer-call = Anruf festhalten
composer-visit = Besuch festhalten
composer-meeting = Besprechung festhalten
composer-email = E-Mail festhalten
composer-note = Notiz speichern
composer-task = Aufgabe anlegen
composer-write = Was wurde besprochen oder vereinbart?
composer-what-to-do = Was ist zu tun?

## Search

search = Suchen
search-everything = Alles durchsuchen
search-in = { $name } durchsuchen
search-none = Nichts gefunden zu „{ $query }“

## Settings

settings-appearance = Darstellung
settings-device = Dieses Gerät
settings-device-name = Name dieses Geräts
settings-device-name-hint = Damit Sie Ihre Geräte unterscheiden.
settings-device-guess = { $browser } auf { $system }
settings-install = Als App installieren
settings-language = Sprache
settings-theme = Design
settings-theme-dark = Dunkel
settings-theme-light = Hell
settings-theme-system = Wie das System
settings-version = Version { $version }

## A new version

update-ready = Eine neue Version ist bereit. Nichts Ungesendetes geht verloren.
update-now = Jetzt aktualisieren
update-later = Später

## Keyboard help

keys-title = Tastenkürzel
keys-everything = Alles durchsuchen
keys-search = Diese Liste durchsuchen
keys-move = Nach unten und oben
keys-open = Datensatz öffnen
keys-peek = Datensatz daneben zeigen
keys-edit = Bearbeiten
keys-create = Anlegen
keys-call = Anruf festhalten
keys-task = Aufgabe anlegen
keys-select = Auswählen
keys-undo = Letzte Aktion rückgängig machen
keys-go = Zu einer Seite gehen
keys-help = Diese Liste zeigen
keys-cells = In der Zeile; Enter schreibt den Wert
keys-columns = Auf einem Spaltenkopf: verschieben, mit Umschalt verbreitern
