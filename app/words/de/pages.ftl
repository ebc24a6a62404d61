# What stands around the pages, and what the pages say beyond the common words.

## The shell

look = Ansehen
reload = Neu laden
install-hint = Als App installiert öffnet Outrider für sich, und der Browser behält die Daten.
sync-saved-short = Gespeichert
sync-offline-unsent = Offline, { $count } hier gespeichert
sync-full = Kein Platz: die letzte Änderung ist nicht gespeichert
sync-stopped = Angehalten: bitte neu laden
sync-look = Bitte ansehen
keys-anywhere = Überall
keys-in-lists = In Listen
keys-on-records = Auf einem Datensatz
search-found = Ergebnisse
search-acts = Ausführen

## Before the app

sign-in-wait = { $count ->
    [one] Zu viele Versuche. In { $count } Sekunde erneut versuchen.
   *[other] Zu viele Versuche. In { $count } Sekunden erneut versuchen.
}
locked-title = Dieses Gerät ist gesperrt
setup-missing = Hier fehlt eine Angabe.
setup-email-wrong = Bitte eine E-Mail-Adresse eingeben, etwa name@firma.de.
setup-pipeline = Verkauf
setup-stage-contact = Erstkontakt
setup-stage-need = Bedarf geklärt
setup-stage-offer = Angebot gesendet
setup-stage-negotiation = Verhandlung
setup-stage-won = Gewonnen
setup-stage-lost = Verloren

## Today

today-late = { $count ->
    [one] { $count } Tag zu spät
   *[other] { $count } Tage zu spät
}
today-tick = Erledigt: { $name }
today-ticked = „{ $name }“ ist erledigt
today-plan = Anruf planen
today-stuck = Deals ohne nächsten Schritt
today-visits = Besuche der Woche nach Ort
today-no-town = Ort unbekannt
today-made = neu
today-changed = geändert

## Import

import-how = Wie die Datei gelesen wird
import-comma = Komma
import-semicolon = Semikolon
import-tab = Tabulator
import-bar = Senkrechter Strich
import-columns = { $count ->
    [one] { $count } Spalte
   *[other] { $count } Spalten
}
import-own-id = Outriders eigene Kennung
import-by-name = { $field } ({ $entity }, nach Namen)
import-dates = Reihenfolge im Datum
import-day-first = Tag zuerst: 31.12.
import-month-first = Monat zuerst: 12/31
import-decimals = Schreibweise der Zahlen
import-kept = Wird für die nächste Datei mit diesen Spalten gemerkt
import-mapping-choose = Lesen wie gespeichert
import-mapping-name = Diese Zuordnung unter einem Namen behalten
import-check = { $count ->
    [one] { $count } Zeile prüfen
   *[other] { $count } Zeilen prüfen
}
import-checking = { $done } von { $all } Zeilen geprüft
import-writing = { $count ->
    [one] { $count } Datensatz wird auf diesem Gerät gespeichert
   *[other] { $count } Datensätze werden auf diesem Gerät gespeichert
}
import-write = { $count ->
    [one] { $count } Datensatz importieren
   *[other] { $count } Datensätze importieren
}
import-made = { $count ->
    [one] { $count } weiterer Datensatz entsteht, weil Zeilen ihn nennen
   *[other] { $count } weitere Datensätze entstehen, weil Zeilen sie nennen
}
import-doubtful = { $count ->
    [one] { $count } zweifelhaft
   *[other] { $count } zweifelhaft
}
import-accept-all = Alle { $count } Vorschläge übernehmen
import-create-all = Alle { $count } fehlenden anlegen
import-all-doubts = Alle { $count } Zweifel zeigen
import-more-rows = { $count ->
    [one] Mehr zeigen; { $count } Zeile folgt noch
   *[other] Mehr zeigen; { $count } Zeilen folgen noch
}
import-stays-out = bleibt draußen
import-line-short = Zeile
import-mark = Import prüfen
import-another = Weitere Datei importieren

## The sync page

tray-waits-for = Wartet auf „{ $name }“; geht von selbst, sobald das berichtigt ist.
tray-restore-send = Wiederherstellen und senden
tray-discard-ask = Was Sie an „{ $name }“ geschrieben haben, wird auf diesem Gerät verworfen. Das lässt sich nicht rückgängig machen; exportieren Sie vorher eine Kopie, wenn Sie es noch brauchen könnten.
unsent-more = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
notice-restored = Wiederhergestellt bei „{ $name }“
storage-room = Platz
storage-safety = Aufbewahrung

## Settings

settings-language-hint = Namen, Daten, Geld und Sortierung folgen ihr.
settings-install-hint = Öffnet ohne die Leisten des Browsers und behält ihren Speicher.
settings-sign-out-hint = Die Kundendaten verlassen dieses Gerät.
settings-pipelines = Pipelines und Phasen
settings-pipelines-hint = Die Schritte eines Deals. Eine archivierte Phase nimmt keine Deals mehr auf; vorhandene bleiben.
settings-pipeline-label = Name der Pipeline
settings-pipeline-name = Neue Pipeline
settings-stage-label = Name der Phase
settings-stage-name = Neue Phase
settings-archive = Archivieren
settings-archive-one = „{ $name }“ archivieren
settings-archived = „{ $name }“ archiviert
settings-restore-one = „{ $name }“ wiederherstellen
settings-restored = „{ $name }“ ist wieder in Gebrauch
settings-out-of-use = Archiviert
settings-up = Nach oben
settings-down = Nach unten
settings-everyone = Für alle
settings-lock_days-hint = Ein Gerät, das den Server länger nicht erreicht hat, öffnet erst wieder, wenn es ihn erreicht. Ungesendetes bleibt darauf.
settings-keep_deleted_days-hint = So lange lässt sich Gelöschtes wiederherstellen.
settings-reading = Wer was liest
settings-reading-hint = Admins lesen alles. Was eingeschränkt wird, verlässt die Geräte derer, die es nicht mehr lesen dürfen; was sie noch nicht gesendet haben, bleibt erhalten.
settings-reading-of = { $name }: was { $role } liest

## Team

team-empty = Fügen Sie die Menschen hinzu, mit denen Sie arbeiten, und geben Sie ihnen Zugang.
team-none = Ohne Team
team-in = in { $name }
team-led = Leitung: { $name }
team-inactive = Kein Zugang
team-changed = { $name }: { $field } geändert
access-lead = Erzeugen Sie einen Link, über den diese Person ein Passwort wählt. Sie senden ihn selbst.
access-make-link = Link erzeugen
access-take-ask = { $name } wird überall abgemeldet, und die Kundendaten werden bei der nächsten Verbindung von den Geräten entfernt.
