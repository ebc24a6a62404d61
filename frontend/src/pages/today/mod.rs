//! Today: what is due, what is planned, where one drives, whose birthday it is, which leads are new
//! and which deals nobody moves, and what others changed while one was away. One page to begin the day
//! with; all of it from the device.

mod asks;
mod away;
mod changes;
mod entry;
mod sections;
mod visits;

use crate::platform::intl;
use crate::shell::use_shell;
use crate::state::use_app;
use crate::ui::{Button, TopBar, on_key};
use crate::words::t;
use changes::Changes;
pub use entry::line_words;
use leptos::prelude::*;
use outrider_app::value::Value;
use sections::{Birthdays, Due, Leads, Planned, Stuck};
use visits::Visits;

#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    let call = move || {
        shell.make(
            "activity",
            vec![
                ("kind".to_owned(), Value::text("call")),
                ("done".to_owned(), Value::Bool(true)),
                ("direction".to_owned(), Value::text("out")),
                ("starts_at".to_owned(), Value::Time(app.now())),
            ],
        );
    };
    let task = move || shell.make("task", vec![("due_on".to_owned(), Value::Date(app.today()))]);
    on_key(move |event| {
        match event.key().as_str() {
            "l" => call(),
            "t" => task(),
            _ => return false,
        }
        true
    });
    view! {
        <TopBar title=Signal::derive(weekday)>
            <div class="actions">
                <Button look="wide-only" icon="phone" key="L" on_click=move |_| call()>{move || t("composer-call")}</Button>
                <Button look="primary wide-only" icon="plus" key="T" on_click=move |_| task()>
                    {move || crate::ui::value::entity_name("task")}
                </Button>
            </div>
        </TopBar>
        <div class="body">
            <div class="page today">
                <div class="day-page">
                    <Planned/>
                    <Due/>
                    <Visits/>
                    <Birthdays/>
                    <Leads/>
                    <Stuck/>
                </div>
                <Changes/>
            </div>
        </div>
    }
}

/// "Wednesday, 4 March"; on a phone "Wed, 4 Mar".
fn weekday() -> String {
    let options = js_sys::Object::new();
    let form = if crate::ui::is_phone() { "short" } else { "long" };
    for (name, form) in [("weekday", form), ("day", "numeric"), ("month", form)] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &form.into());
    }
    js_sys::Date::new_0().to_locale_date_string(&intl::locale(), &options).into()
}
