## Pages the server renders itself

served-noscript = Outrider bewahrt Ihre Kundendaten auf Ihrem Gerät auf und braucht dafür JavaScript. Bitte erlauben Sie es für diese Seite.
served-join-title = Passwort wählen
served-join-welcome = Willkommen,
served-join-hint = Mindestens zehn Zeichen. Sie melden sich mit dieser E-Mail-Adresse an:
served-password = Passwort
served-password-again = Dasselbe Passwort noch einmal
served-join-button = Speichern und Outrider öffnen
served-gone = Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte fragen Sie bei der Verwaltung Ihres Arbeitsbereichs nach einem neuen.
served-short = Das Passwort braucht mindestens zehn Zeichen.
served-long = Das Passwort ist zu lang.
served-different = Die beiden Passwörter sind nicht gleich.
served-failed = Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.
served-to-app = Zu Outrider
