# Was die Synchronisation und der Server zu sagen haben.

## Warum etwas abgelehnt wurde und was hilft; $field ist der Feldname, $flaw ein Mangel von unten

reason-unknown_entity = Der Server kennt diese Art von Datensatz noch nicht. Hier aufbewahren, bis der Server aktualisiert ist.
reason-unknown_field = Der Server kennt das Feld „{ $field }“ noch nicht. Hier aufbewahren, bis der Server aktualisiert ist.
reason-invalid = { $field }: { $flaw }. Bitte den Wert berichtigen und erneut senden.
reason-forbidden = Sie dürfen diesen Datensatz nicht ändern. Geben Sie die Änderung an die zuständige Person oder die Leitung weiter.
reason-forbidden_field = Sie dürfen „{ $field }“ nicht ändern. Bitten Sie die Leitung oder die Administration darum.
reason-no_such_record = Diesen Datensatz gibt es auf dem Server nicht. Er wurde vielleicht endgültig entfernt.
reason-deleted = Dieser Datensatz wurde inzwischen gelöscht. Stellen Sie ihn wieder her, um die Änderung zu übernehmen.
reason-needs = „{ $field }“ verweist auf einen Datensatz, der noch nicht angekommen ist. Sobald er da ist, geht es weiter; oder wählen Sie einen anderen.
reason-archived = „{ $field }“ wurde inzwischen archiviert. Bitte etwas anderes wählen.
reason-taken = { $field }: Dieser Wert steht schon bei einem anderen Datensatz, den Sie vielleicht nicht sehen. Ändern Sie ihn oder fragen Sie nach.
reason-together = Ein anderer Teil derselben Arbeit wurde abgelehnt. Wird er berichtigt, geht dieser mit.
reason-last_admin = Jemand muss Admin bleiben. Bitte zuerst eine andere Person zum Admin machen.
reason-too_large = Das ist größer, als der Server in einem Stück annimmt. Bitte kürzen, oder exportieren und weitergeben.
reason-failing = Der Server scheitert an dieser Änderung; alles andere ist angekommen. Bitte später erneut senden oder weitergeben.
reason-number_reused = Die Nummer dieser Änderung wurde schon für eine andere verwendet. Bitte als neue Änderung senden.
reason-unknown = Der Server hat dies nicht angenommen. Aktualisieren Sie die App, um den Grund zu sehen.

## Was an einem Wert nicht stimmt; steht nach dem Feldnamen

flaw-kind = diese Art von Wert passt nicht
flaw-too_long = der Text ist zu lang
flaw-choice = dies ist keiner der Auswahlwerte
flaw-email = dies ist keine E-Mail-Adresse
flaw-phone = dies ist keine Telefonnummer
flaw-link = dies ist keine Webadresse
flaw-range = der Wert liegt außerhalb des Bereichs
flaw-required = ein Wert ist nötig
flaw-target = ein Datensatz anderer Art ist nötig
flaw-other = dieser Wert ist nicht gültig

## Regeln über mehrere Felder, die ein Datensatz verletzt

flag-activity-ends-before-start = Ende liegt vor dem Beginn
flag-deal-closed-before-opened = Abschluss liegt vor der Eröffnung
flag-deal-probability-range = Die Wahrscheinlichkeit muss zwischen 0 und 100 liegen
flag-required = „{ $field }“ fehlt

## Womit der Server ablehnt

refusal-busy = Der Server ist ausgelastet. Gleich folgt ein neuer Versuch.
refusal-credentials = E-Mail oder Passwort stimmt nicht.
refusal-cursor = Dieses Gerät ist weiter als der Server. Vielleicht wurde eine Sicherung eingespielt: Fragen Sie Ihre Administration.
refusal-disabled = Ihr Zugang wurde entzogen. Fragen Sie Ihre Administration.
refusal-email-missing = Diese Person hat keine E-Mail-Adresse. Bitte zuerst eine eintragen.
refusal-forbidden = Dazu fehlt Ihnen die Berechtigung.
refusal-full = Der Speicher des Servers ist voll. Ihre Eingaben bleiben auf diesem Gerät.
refusal-internal = Auf dem Server ist ein Fehler aufgetreten. Er wurde dort festgehalten.
refusal-invalid = Der Server hat diese Werte nicht angenommen.
refusal-link-gone = Dieser Link wurde schon benutzt oder ist zu alt. Bitten Sie um einen neuen.
refusal-malformed = Der Server konnte die Anfrage nicht lesen.
refusal-method = Diese Adresse nimmt solche Anfragen nicht an.
refusal-not-found = Das gibt es auf dem Server nicht.
refusal-origin = Die Anfrage kam von einer anderen Website.
refusal-own-access = Den eigenen Zugang kann man sich nicht entziehen.
refusal-password-long = Das Passwort ist zu lang.
refusal-password-short = Das Passwort ist zu kurz. Bitte mindestens zehn Zeichen verwenden.
refusal-protocol = Diese Version der App ist zu alt für den Server. Bitte aktualisieren; nichts Ungesendetes geht verloren.
refusal-set-up = Dieser Arbeitsbereich ist schon eingerichtet. Bitte anmelden.
refusal-setup = Dieser Arbeitsbereich ist noch nicht eingerichtet.
refusal-signed-out = Sie sind abgemeldet. Bitte wieder anmelden; nichts Ungesendetes geht verloren.
refusal-other-person = In diesem Browser hat sich jemand anders angemeldet. Bitte unter Ihrem Namen neu anmelden; nichts Ungesendetes geht verloren.
refusal-too-large = Das ist mehr, als der Server auf einmal annimmt.
refusal-too-many = Zu viele Versuche. Bitte kurz warten und erneut versuchen.
