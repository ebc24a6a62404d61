## The calendar

nav-calendar = Kalender
calendar-month = Monat
calendar-week = Woche
calendar-day = Tag
calendar-agenda = Agenda
calendar-mine = Meine
calendar-team = Mein Team
calendar-whose = Wessen
calendar-show = Was gezeigt wird
calendar-all-day = ganztags
calendar-zone = Die Zeiten gelten in der Zeitzone dieses Geräts.
calendar-none = Hier ist nichts geplant. Mit C planen Sie einen Besuch.
calendar-count = { $count ->
    [0] nichts
    [one] { $count } Termin
   *[other] { $count } Termine
}
calendar-more = { $count } weitere
calendar-over = { $count } weitere. Wählen Sie weniger Personen oder spätere Tage.
calendar-moved = „{ $name }“ ist jetzt am { $when }
calendar-not-yours = „{ $name }“ können Sie nicht verschieben.
keys-in-calendar = Im Kalender
keys-looks = Monat, Woche, Tag, Agenda
keys-turn = Zurück und weiter; auf einem Termin: einen Tag früher oder später
keys-today = Zu heute gehen
keys-plan = Einen Besuch planen
keys-later = Einen Termin 15 Minuten früher oder später
keys-longer = mit den Pfeilen: das Ende eines Termins ändern

## Tasks that come again

field-repeat = Wiederholung
field-repeat_every = Alle (wie viele)
field-repeat_on = An Tagen
field-repeat_until = Wiederholt bis
field-checklist = Checkliste
field-checked = Erledigte Schritte
field-series = Serie
field-term = Nummer in der Serie
field-repeat_from = Beginn der Serie
choice-repeat-daily = täglich
choice-repeat-weekly = wöchentlich
choice-repeat-monthly = monatlich
choice-repeat-yearly = jährlich
choice-repeat_on-mo = Montag
choice-repeat_on-tu = Dienstag
choice-repeat_on-we = Mittwoch
choice-repeat_on-th = Donnerstag
choice-repeat_on-fr = Freitag
choice-repeat_on-sa = Samstag
choice-repeat_on-su = Sonntag

## The bell, reminders, steps and today

nav-news = Für Sie
news-none = Nichts wartet auf Sie.
news-read = Als gelesen markieren
news-assigned = Ihnen zugewiesen
news-assigned-by = von { $name }
news-mentioned = Sie wurden erwähnt
news-mentioned-by = von { $name }
news-due = Fällig
checklist-progress = { $done } von { $all }
checklist-add = Schritt hinzufügen
checklist-reword = „{ $name }“ umformulieren
call-logged = Anruf protokolliert: { $name }
today-leads = Neue Leads
today-birthdays = Geburtstage
today-since = Seit Ihrem letzten Besuch, { $when }
today-since-none = Niemand sonst hat etwas geändert.
birthday-age = wird { $age }
today-since-made = { $count } neu
today-since-changed = { $count } geändert
