//! The device's own time: what its clock on the wall shows at an instant, and back.

use jiff::civil::{Date, DateTime};
use outrider_app::calendar::Zone;
use outrider_app::id::Millis;

/// The time zone the device is in, by the browser: its rules are kept up to date by the system.
#[derive(Clone, Copy, Debug)]
pub struct Here;

impl Zone for Here {
    fn local(&self, at: Millis) -> DateTime {
        to_local(at).unwrap_or_default()
    }

    fn instant(&self, local: DateTime) -> Millis {
        from_local(local)
    }
}

/// The local date and time of an instant; `None` where it is no instant.
pub fn to_local(at: Millis) -> Option<DateTime> {
    let date = js_sys::Date::new(&(at as f64).into());
    DateTime::new(
        i16::try_from(date.get_full_year()).ok()?,
        i8::try_from(date.get_month() + 1).ok()?,
        i8::try_from(date.get_date()).ok()?,
        i8::try_from(date.get_hours()).ok()?,
        i8::try_from(date.get_minutes()).ok()?,
        i8::try_from(date.get_seconds()).ok()?,
        0,
    )
    .ok()
}

/// The instant of a local date and time.
pub fn from_local(local: DateTime) -> Millis {
    let date = js_sys::Date::new_with_year_month_day_hr_min_sec(
        local.year().unsigned_abs().into(),
        i32::from(local.month()) - 1,
        local.day().into(),
        local.hour().into(),
        local.minute().into(),
        local.second().into(),
    );
    // Years below 100 are read as 19xx.
    date.set_full_year(local.year().unsigned_abs().into());
    date.get_time() as Millis
}

/// When a day begins here.
pub fn start_of_day(date: Date) -> Millis {
    from_local(date.at(0, 0, 0, 0))
}
