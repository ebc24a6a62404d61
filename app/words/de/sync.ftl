## The sign of sync, always true

sync-saved-here = Auf diesem Gerät gespeichert
sync-sending = { $count } werden gesendet
sync-with-team = Beim Team, { $time }
sync-needs-you = { $count ->
    [one] { $count } braucht Sie
   *[other] { $count } brauchen Sie
}
sync-offline = Offline
sync-never = Noch nicht synchronisiert
sync-now = Jetzt synchronisieren
sync-memory = Hier wird nichts behalten: Dieser Browser speichert keine Daten

## First sync

first-sync-title = Ihre Daten werden geladen
first-sync-progress = { $records } von { $all } Datensätzen, { $size }
first-sync-lead = Danach funktioniert alles ohne Verbindung.

## Unsent

unsent-title = Noch nicht gesendet
unsent-none = Alles ist gesendet
unsent-count = { $count ->
    [one] { $count } Änderung
   *[other] { $count } Änderungen
}
unsent-export = Ungesendetes exportieren
drafts-title = Begonnen, nicht erfasst
draft-discard = Verwerfen
act-create = Angelegt
act-edit = Geändert
act-delete = Gelöscht
act-restore = Wiederhergestellt
act-import = Importiert
act-merge = Zusammengeführt
act-undo = Rückgängig gemacht
act-redo = Wiederholt
act-retry = Erneut gesendet
act-log = Festgehalten
act-bulk = Gemeinsam geändert
act-hand = An Kollegen weitergegeben
act-other = Vorgang

## The tray: what was rejected

tray-title = Braucht Sie
tray-mend = Berichtigen
tray-send = Erneut senden
tray-hand = An Kollegen weitergeben
hand-to = An wen
hand-lead = Die Person bekommt eine Aufgabe mit dem, was Sie geschrieben haben, und es verlässt Ihre Liste. Das geht ohne Netz.
hand-over = Weitergeben
hand-title = Bitte prüfen: { $name }
hand-text = Das ließ sich nicht speichern: { $reason }
hand-nobody = Hier arbeitet noch niemand sonst.
tray-discard = Meine Änderung verwerfen

## Values that did not stand

notice-title = Ersetzte Werte
notice-superseded = { $name } hat dies gleichzeitig geschrieben; jener Wert gilt.
notice-superseded-unknown = Jemand anders hat dies gleichzeitig geschrieben; jener Wert gilt.
notice-prevailed = { $name } hat dies gleichzeitig geschrieben; Ihr Wert gilt.
notice-kept = Unverändert: Es wurde seither geändert oder verwendet.
notice-both = Sie und { $name } haben dieselben Worte geschrieben; beides steht, bis es jemand klärt.
notice-settle = Beide ansehen
notice-merge-crossed = Sie und { $name } haben dieselben beiden andersherum zusammengeführt. Sie sind jetzt ein Eintrag; beide behalten ihre Werte.
notice-restore = Meinen Wert wiederherstellen
notice-restore-theirs = Jenen Wert wiederherstellen
notice-dismiss = So lassen

## Undo

undo-title = Letzte Vorgänge

## Storage

storage-title = Speicher auf diesem Gerät
storage-kept = Bleibt, bis Sie es entfernen
storage-may-clear = Der Browser kann ihn bei Platzmangel leeren
storage-ask = Dauerhaft behalten
storage-memory = Nur im Arbeitsspeicher: weg, sobald dieser Tab geschlossen wird
storage-used = { $used } von { $quota } belegt
storage-records = Datensätze hier
storage-last = Zuletzt beim Server

## Errors

error-offline = Der Server ist nicht erreichbar. Bitte Verbindung prüfen und erneut versuchen.
error-malformed = Die Antwort des Servers war nicht lesbar.
error-unsent = Auf diesem Gerät ist noch Ungesendetes. Bitte zuerst senden, exportieren oder verwerfen.
error-device = Der Speicher dieses Geräts funktioniert nicht. Bitte andere Tabs schließen und neu laden.
error-save-busy = Ein anderer Tab war schneller. Bitte erneut versuchen.
error-save-failed = Das konnte auf diesem Gerät nicht gespeichert werden.
error-save-full = Auf diesem Gerät ist kein Platz mehr. Bitte Platz schaffen und erneut versuchen.
error-save-killed = Der Browser hat den Speicher geschlossen. Bitte neu laden; Gespeichertes ist noch da.
error-save-lost = Der Browser hat den Speicher dieses Geräts gelöscht. Ungesendetes steht nur noch auf dieser Seite: bitte exportieren, dann neu laden.
error-save-no-one = Auf diesem Gerät ist niemand angemeldet.
error-locked-blocked = Ein anderer Tab mit einer älteren Version der App hält den Speicher fest. Bitte schließen; hier geht es dann von selbst weiter.
error-locked-disabled = Ihr Zugang wurde entzogen. Ungesendetes bleibt für Sie aufbewahrt.
error-locked-newer = In einem anderen Tab ist eine neuere Version der App offen. Bitte diesen neu laden.
error-locked-store = Der Speicher dieses Geräts lässt sich nicht öffnen. Bitte andere Tabs schließen und neu laden.
error-locked-too-long = Dieses Gerät war zu lange ohne Kontakt zum Server. Verbinden Sie es, um es zu entsperren.
error-sync-damaged = Ein Teil Ihrer Daten kam beschädigt an. Er wird erneut geholt; was auf diesem Gerät liegt, bleibt.
error-sync-malformed = Die Antwort des Servers war nicht lesbar. Ihre Arbeit bleibt hier.
error-sync-old-app = Bitte die App aktualisieren, um weiter zu synchronisieren. Ihre Arbeit bleibt hier.
error-sync-other-person = In diesem Browser ist jemand anderes angemeldet. Melden Sie sich wieder an, um Ihre Arbeit zu senden.
error-sync-refused = Der Server nimmt Ihre Arbeit gerade nicht an. Sie bleibt hier.
error-sync-server-full = Der Speicher des Servers ist voll. Ihre Arbeit bleibt hier, bis wieder Platz ist.
error-sync-signed-out = Melden Sie sich wieder an, um Ihre Arbeit zu senden.
