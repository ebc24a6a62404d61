## The calendar

nav-calendar = Calendar
calendar-month = Month
calendar-week = Week
calendar-day = Day
calendar-agenda = Agenda
calendar-mine = Mine
calendar-team = My team’s
calendar-whose = Whose
calendar-show = What is shown
calendar-all-day = all day
calendar-zone = Times are those of this device’s time zone.
calendar-none = Nothing is planned here. Press C to plan a visit.
calendar-count = { $count ->
    [0] nothing
    [one] { $count } event
   *[other] { $count } events
}
calendar-more = { $count } more
calendar-over = { $count } more. Choose fewer people, or go on to later days.
calendar-moved = “{ $name }” is now on { $when }
calendar-not-yours = “{ $name }” is not yours to move.
keys-in-calendar = In the calendar
keys-looks = Month, week, day, agenda
keys-turn = Back and on; on an event: a day earlier or later
keys-today = Go to today
keys-plan = Plan a visit
keys-later = An event 15 minutes earlier or later
keys-longer = with the arrows: change an event’s end

## Tasks that come again

field-repeat = Repeats
field-repeat_every = Every (how many)
field-repeat_on = On days
field-repeat_until = Repeats until
field-checklist = Checklist
field-checked = Done steps
field-series = Series
field-term = Number in its series
field-repeat_from = Series began on
choice-repeat-daily = daily
choice-repeat-weekly = weekly
choice-repeat-monthly = monthly
choice-repeat-yearly = yearly
choice-repeat_on-mo = Monday
choice-repeat_on-tu = Tuesday
choice-repeat_on-we = Wednesday
choice-repeat_on-th = Thursday
choice-repeat_on-fr = Friday
choice-repeat_on-sa = Saturday
choice-repeat_on-su = Sunday

## The bell, reminders, steps and today

nav-news = For you
news-none = Nothing asks for you.
news-read = Mark as read
news-assigned = Given to you
news-assigned-by = by { $name }
news-mentioned = You are mentioned
news-mentioned-by = by { $name }
news-due = Due
checklist-progress = { $done } of { $all }
checklist-add = Add a step
checklist-reword = Reword “{ $name }”
call-logged = Call logged: { $name }
today-leads = New leads
today-birthdays = Birthdays
today-since = Since you were here last, { $when }
today-since-none = Nobody else changed anything.
birthday-age = turns { $age }
today-since-made = { $count } new
today-since-changed = { $count } changed
