## Pages the server renders itself

served-noscript = Outrider keeps your customer file on your device and needs JavaScript for it. Please allow it for this site.
served-join-title = Choose your password
served-join-welcome = Welcome,
served-join-hint = At least ten characters. You sign in with this e-mail address:
served-password = Password
served-password-again = The same password again
served-join-button = Save and open Outrider
served-gone = This link was used or has expired. Please ask an admin of your workspace for a new one.
served-short = The password needs at least ten characters.
served-long = The password is too long.
served-different = The two passwords are not the same.
served-failed = That did not work just now. Please try again in a moment.
served-to-app = To Outrider
