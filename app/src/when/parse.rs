//! From the meanings of the words to a day and a time.

use super::tables::{Mean, Phrases, Unit};
use super::token::{Token, tokens};
use super::{Unread, When};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// Numbers of this size and more are no count of days.
const FAR: u32 = 10_000;

/// A part of the day that goes on after midnight.
const NIGHT: i8 = 20;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Mean(Mean),
    Number(u32, usize),
    Mark(char),
}

/// What is known so far.
#[derive(Default)]
struct Found {
    date: Option<Date>,
    time: Option<(u32, u32)>,
    /// A moment counted from now.
    moment: Option<DateTime>,
    part: Option<i8>,
    half: Option<bool>,
    next: bool,
    weekday: Option<i8>,
    /// The number that stood alone.
    bare: Option<u32>,
}

pub fn read(text: &str, table: &Phrases, now: DateTime) -> Result<When, Unread> {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return Err(Unread::Empty);
    }
    let said = meanings(&tokens, table)?;
    let mut found = Found::default();
    let mut rest = said.as_slice();
    while !rest.is_empty() {
        let taken = found.take(rest, table, now)?;
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    found.settle(text, now)
}

/// The words as what they mean: the longest phrases first.
fn meanings(tokens: &[Token], table: &Phrases) -> Result<Vec<Said>, Unread> {
    let mut said = Vec::new();
    let mut rest = tokens;
    while let [first, more @ ..] = rest {
        let fits = table.all.iter().filter(|(phrase, _)| rest.starts_with(phrase));
        match (fits.max_by_key(|(phrase, _)| phrase.len()), first) {
            (Some((phrase, mean)), _) => {
                if *mean != Mean::Skip {
                    said.push(Said::Mean(*mean));
                }
                rest = rest.get(phrase.len()..).unwrap_or_default();
                continue;
            }
            (None, Token::Number(number, digits)) => said.push(Said::Number(*number, *digits)),
            // RFC 3339 writes a T between day and time.
            (None, Token::Word(word)) if word == "t" => {}
            (None, Token::Word(word)) => return Err(Unread::Word(word.clone())),
            (None, Token::Mark(c)) => said.push(Said::Mark(*c)),
        }
        rest = more;
    }
    Ok(said)
}

fn no_such(words: impl ToString) -> Unread {
    Unread::NoSuch(words.to_string())
}

impl Found {
    /// Takes what stands first; how many things that were.
    fn take(&mut self, said: &[Said], table: &Phrases, now: DateTime) -> Result<usize, Unread> {
        use Mean::{Ago, Ahead, Am, At, Clock, Days, HalfTo, Month, Next, Part, Pm, Weekday};
        use Said::{Mark, Mean as M, Number as N};
        let today = now.date();
        let count = |said: &Said| match said {
            N(number, _) | M(Mean::Number(number)) if *number < FAR => Some(i64::from(*number)),
            _ => None,
        };
        let unit = |said: &Said| match said {
            M(Mean::Unit(unit)) => Some(*unit),
            _ => None,
        };
        // "in 2 weeks", "2 weeks ago", "in a week", "next month".
        let (sign, from) = match said {
            [M(Ahead), ..] => (1, 1),
            [M(Ago), ..] => (-1, 1),
            _ => (0, 0),
        };
        if let Some([N(number, _), M(Mean::Unit(_)), ..]) = said.get(from..)
            && *number >= FAR
        {
            return Err(no_such(number));
        }
        if let Some([number, length, after @ ..]) = said.get(from..)
            && let (Some(count), Some(unit)) = (count(number), unit(length))
        {
            let (sign, more) = match (sign, after.first()) {
                (0, Some(M(Ahead))) => (1, 1),
                (0, Some(M(Ago))) => (-1, 1),
                (0, _) => return Err(Unread::Ambiguous(format!("{count}"))),
                (sign, _) => (sign, 0),
            };
            self.count(sign * count, unit, now)?;
            return Ok(from + 2 + more);
        }
        match said {
            [M(Next), M(Mean::Unit(unit)), ..] | [M(Mean::Unit(unit)), M(Next), ..] => {
                self.count(1, *unit, now).map(|()| 2)
            }
            [M(Next), ..] => {
                self.next = true;
                Ok(1)
            }
            [M(Days(days)), ..] => {
                let day = today.checked_add(days.days()).map_err(no_such)?;
                self.day(day).map(|()| 1)
            }
            [M(Weekday(day)), ..] => {
                if self.weekday.replace(*day).is_some() {
                    return Err(Unread::Twice);
                }
                // "mo." and "2.": an abbreviation's point.
                Ok(1 + usize::from(matches!(said.get(1), Some(Mark('.')))))
            }
            // 2026-12-03
            [N(year, 4), Mark('-'), N(month, _), Mark('-'), N(day, _), ..] => {
                self.day(date(*year, *month, *day)?).map(|()| 5)
            }
            // 14:30
            [N(hour, 1 | 2), Mark(':'), N(minute, 2), Mark(':'), N(_, 2), ..] => {
                self.clock(*hour, *minute, said.get(5..).unwrap_or_default()).map(|more| 5 + more)
            }
            [N(hour, 1 | 2), Mark(':'), N(minute, 2), rest @ ..] => {
                self.clock(*hour, *minute, rest).map(|more| 3 + more)
            }
            // 14.30 Uhr
            [N(hour, 1 | 2), Mark('.'), N(minute, 2), rest @ ..] if is_clock(rest) => {
                self.clock(*hour, *minute, rest).map(|more| 3 + more)
            }
            // 14h30
            [N(hour, 1 | 2), M(Clock), N(minute, 2), rest @ ..] if *minute < 60 => {
                self.clock(*hour, *minute, rest).map(|more| 3 + more)
            }
            [N(hour, 1 | 2), rest @ ..] if is_clock(rest) => self.clock(*hour, 0, rest).map(|more| 1 + more),
            // "às 9 horas"
            [M(At), N(hour, 1 | 2), M(Mean::Unit(Unit::Hour)), rest @ ..] => {
                self.clock(*hour, 0, rest).map(|more| 3 + more)
            }
            [M(At), ..] => Ok(1),
            [M(HalfTo), N(hour, _) | M(Mean::Number(hour)), rest @ ..] if (1..=24).contains(hour) => {
                self.clock(hour - 1, 30, rest).map(|more| 2 + more)
            }
            // 3/12/2026, 3.12., 3-12
            [N(one, 1 | 2), Mark(mark @ ('/' | '.' | '-')), N(two, 1 | 2), rest @ ..] => {
                let (year, more) = match rest {
                    [Mark(again), N(year, 2 | 4), ..] if again == mark => (Some(*year), 2),
                    [Mark('.'), ..] if *mark == '.' => (None, 1),
                    _ => (None, 0),
                };
                let day_first = match table.day_first {
                    Some(first) => first,
                    // A point stands after the day wherever it stands in a date.
                    None if *one > 12 || *mark == '.' || one == two => true,
                    None if *two > 12 => false,
                    None => return Err(Unread::Ambiguous(format!("{one}{mark}{two}"))),
                };
                let (day, month) = if day_first { (*one, *two) } else { (*two, *one) };
                self.day(near(year, month, day, today)?).map(|()| 3 + more)
            }
            // 3 December 2026, December 3
            [N(day, 1 | 2), M(Month(month)), rest @ ..] => {
                let (year, more) = year_of(rest);
                self.day(near(year, *month as u32, *day, today)?).map(|()| 2 + more)
            }
            [N(day, 1 | 2), Mark('.'), M(Month(month)), rest @ ..] => {
                let (year, more) = year_of(rest);
                self.day(near(year, *month as u32, *day, today)?).map(|()| 3 + more)
            }
            [M(Month(month)), N(day, 1 | 2), rest @ ..] => {
                let (year, more) = year_of(rest);
                self.day(near(year, *month as u32, *day, today)?).map(|()| 2 + more)
            }
            [M(Part(hour)), ..] => {
                if self.part.replace(*hour).is_some() {
                    return Err(Unread::Twice);
                }
                Ok(1)
            }
            [N(number, digits), ..] if *digits <= 2 && self.bare.is_none() => {
                self.bare = Some(*number);
                Ok(1)
            }
            [N(number, _), ..] => Err(no_such(number)),
            [M(Am | Pm | Clock | HalfTo | Ahead | Ago | Mean::Unit(_) | Mean::Number(_) | Month(_)), ..]
            | [M(Mean::Skip), ..] => Err(Unread::NoDay),
            [Mark(mark), ..] => Err(Unread::Word(mark.to_string())),
            [] => Ok(0),
        }
    }

    fn day(&mut self, day: Date) -> Result<(), Unread> {
        match self.date.replace(day) {
            Some(_) => Err(Unread::Twice),
            None => Ok(()),
        }
    }

    fn time(&mut self, hour: u32, minute: u32) -> Result<(), Unread> {
        if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
            return Err(no_such(format!("{hour}:{minute:02}")));
        }
        match self.time.replace((hour, minute)) {
            Some(_) => Err(Unread::Twice),
            None => Ok(()),
        }
    }

    /// An hour and what says of which half of the day; how many things that took.
    fn clock(&mut self, hour: u32, minute: u32, rest: &[Said]) -> Result<usize, Unread> {
        self.time(hour, minute)?;
        let mut taken = 0;
        for said in rest {
            match said {
                Said::Mean(Mean::Clock) => {}
                Said::Mean(Mean::Am) => self.half = Some(false),
                Said::Mean(Mean::Pm) => self.half = Some(true),
                _ => break,
            }
            taken += 1;
        }
        if self.half.is_some() && !(1..=12).contains(&hour) {
            return Err(no_such(format!("{hour}:{minute:02}")));
        }
        Ok(taken)
    }

    fn count(&mut self, count: i64, unit: Unit, now: DateTime) -> Result<(), Unread> {
        let span = match unit {
            Unit::Minute => count.minutes(),
            Unit::Hour => count.hours(),
            Unit::Day => count.days(),
            Unit::Week => count.weeks(),
            Unit::Month => count.months(),
            Unit::Year => count.years(),
        };
        let moment = now.checked_add(span).map_err(|_| no_such(count))?;
        if matches!(unit, Unit::Minute | Unit::Hour) {
            self.moment = Some(moment);
        }
        self.day(moment.date())
    }

    fn settle(mut self, text: &str, now: DateTime) -> Result<When, Unread> {
        let today = now.date();
        if let Some(weekday) = self.weekday {
            let day = weekday_after(today, weekday, self.next)?;
            match self.date {
                // "Tue 3 December" must be a Tuesday.
                Some(date) if date.weekday().to_monday_zero_offset() != weekday => {
                    return Err(no_such(text.trim()));
                }
                Some(_) => {}
                None => self.date = Some(day),
            }
        } else if self.next {
            return Err(Unread::NoDay);
        }
        if let Some(bare) = self.bare {
            match (self.date, self.part) {
                (None, None) => return Err(Unread::Ambiguous(bare.to_string())),
                _ => self.time(bare, 0)?,
            }
        }
        if let Some(moment) = self.moment {
            let time = moment.time().with().second(0).subsec_nanosecond(0).build();
            return match self.time {
                Some(_) => Err(Unread::Twice),
                None => Ok(When { date: moment.date(), time: time.ok() }),
            };
        }
        let date = match (self.date, self.time, self.part) {
            (Some(date), ..) => date,
            (None, None, None) => return Err(Unread::NoDay),
            _ => today,
        };
        let (date, time) = match (self.time, self.part) {
            (None, None) => (date, None),
            (None, Some(part)) => (date, Some((part as u32, 0))),
            // Twelve at night, and the hours after it, are the next day's.
            (Some((hour @ (1..=4 | 12), minute)), Some(part)) if part >= NIGHT && self.half.is_none() => {
                (date.tomorrow().map_err(no_such)?, Some((hour % 12, minute)))
            }
            (Some((24, _)), _) => (date.tomorrow().map_err(no_such)?, Some((0, 0))),
            (Some((hour, minute)), part) => {
                let late = self.half.unwrap_or(part.is_some_and(|part| part >= 12) && hour < 12);
                let hour = match (late, self.half) {
                    // 12 am is midnight.
                    (false, Some(_)) => hour % 12,
                    (true, _) => hour % 12 + 12,
                    (false, None) => hour,
                };
                (date, Some((hour, minute)))
            }
        };
        let time = time.map(|(hour, minute)| Time::new(hour as i8, minute as i8, 0, 0).map_err(no_such));
        Ok(When { date, time: time.transpose()? })
    }
}

/// Is the number before this one of the clock?
fn is_clock(rest: &[Said]) -> bool {
    matches!(rest, [Said::Mean(Mean::Clock | Mean::Am | Mean::Pm), ..])
}

/// The year after a day and its month.
fn year_of(rest: &[Said]) -> (Option<u32>, usize) {
    match rest {
        [Said::Number(year, 4), ..] => (Some(*year), 1),
        _ => (None, 0),
    }
}

fn date(year: u32, month: u32, day: u32) -> Result<Date, Unread> {
    let wrong = || no_such(format!("{year}-{month:02}-{day:02}"));
    let parts = (i16::try_from(year).ok(), i8::try_from(month).ok(), i8::try_from(day).ok());
    let (Some(year), Some(month), Some(day)) = parts else { return Err(wrong()) };
    Date::new(year, month, day).map_err(|_| wrong())
}

/// The day of this year or, where that has passed, of the next in which it is one.
fn near(year: Option<u32>, month: u32, day: u32, today: Date) -> Result<Date, Unread> {
    let this = u32::from(today.year().unsigned_abs());
    match year {
        Some(year) if year < 100 => date(2_000 + year, month, day),
        Some(year) => date(year, month, day),
        // 29 February may be years away.
        None => (this..this + 9)
            .filter_map(|year| date(year, month, day).ok())
            .find(|date| *date >= today)
            .ok_or_else(|| no_such(format!("{day}.{month}."))),
    }
}

/// The first such day after today; that of next week where it is said.
fn weekday_after(today: Date, weekday: i8, next: bool) -> Result<Date, Unread> {
    let weekday = Weekday::from_monday_zero_offset(weekday).map_err(no_such)?;
    if !next {
        return today.nth_weekday(1, weekday).map_err(no_such);
    }
    let monday = today.nth_weekday(1, Weekday::Monday).map_err(no_such)?;
    let days = i64::from(weekday.to_monday_zero_offset());
    monday.checked_add(days.days()).map_err(no_such)
}
