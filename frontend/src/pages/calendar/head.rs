//! The calendar's top bar: which days, how laid out, whose, and of what.

use super::keys::make;
use super::state::{Calendar, Look, Who, entities};
use crate::platform::intl;
use crate::shell::use_shell;
use crate::ui::value::{entity_many, entity_new};
use crate::ui::{Button, IconButton, Pop, Popover, TopBar, is_phone};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Query, Test};
use outrider_app::id::RecordId;

#[component]
pub fn Head(calendar: Calendar) -> impl IntoView {
    let shell = use_shell();
    let title = Signal::derive(move || {
        let day = calendar.day.get();
        match calendar.look.get() {
            Look::Month | Look::Week => intl::month_year(day, if is_phone() { "short" } else { "long" }),
            Look::Day | Look::Agenda if is_phone() => intl::short_day(day),
            Look::Day | Look::Agenda => intl::full_day(day),
        }
    });
    let may = move || calendar.app.may_create("activity");
    view! {
        <TopBar title>
            <div class="actions cal-actions">
                <IconButton icon="back" label=Signal::derive(|| t("previous")) on_click=move |_| calendar.turn(-1)/>
                <Button on_click=move |_| calendar.day.set(calendar.app.today())>{move || t("today")}</Button>
                <IconButton icon="next" label=Signal::derive(|| t("next")) on_click=move |_| calendar.turn(1)/>
                <Looks calendar/>
                <Whose calendar/>
                <Shown calendar/>
                <Show when=may>
                    <Button look="primary wide-only" icon="plus" key="C" on_click=move |_| make(calendar, shell, None)>
                        {move || entity_new("activity")}
                    </Button>
                </Show>
            </div>
        </TopBar>
    }
}

#[component]
fn Looks(calendar: Calendar) -> impl IntoView {
    let option = move |look: Look| {
        let words = move || t(&format!("calendar-{}", look.tag()));
        view! {
            <label class:wide-only=look == Look::Week>
                <input
                    type="radio"
                    name="look"
                    prop:checked=move || calendar.look.get() == look
                    on:change=move |_| calendar.look.set(look)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <div class="segment" role="radiogroup" aria-label=move || t("layout")>{Look::ALL.map(option).collect_view()}</div>
    }
}

/// Mine, my team's, everyone's or a person's.
#[component]
fn Whose(calendar: Calendar) -> impl IntoView {
    let app = calendar.app;
    let people = Memo::new(move |_| {
        let me = app.me().map(|me| me.user);
        let ids = app.list(&Query::all("employee").filter("active", Test::True));
        ids.iter().copied().filter(|id| Some(*id) != me).collect::<Vec<_>>()
    });
    let choose = move |event| {
        let value = event_target_value(&event);
        calendar.who.set(match value.as_str() {
            "mine" => Who::Mine,
            "team" => Who::Team,
            _ => RecordId::parse(&value).map_or(Who::Everyone, Who::One),
        });
    };
    let is = move |who: Who| calendar.who.get() == who;
    view! {
        <select class="cal-who" aria-label=move || t("calendar-whose") on:change=choose>
            <option value="mine" selected=move || is(Who::Mine)>{move || t("calendar-mine")}</option>
            <option value="team" selected=move || is(Who::Team)>{move || t("calendar-team")}</option>
            <option value="all" selected=move || is(Who::Everyone)>{move || t("everyone")}</option>
            <For each=move || people.get() key=|id| *id children=move |id| view! {
                <option value=id.to_string() selected=move || is(Who::One(id))>{move || app.title(id)}</option>
            }/>
        </select>
    }
}

/// Which entities are shown.
#[component]
fn Shown(calendar: Calendar) -> impl IntoView {
    let pop = Pop::form();
    let label = Signal::derive(|| t("calendar-show"));
    let check = move |entity: &'static str| {
        let is = move || calendar.shown.with(|shown| shown.contains(&entity));
        let toggle = move |_| {
            calendar.shown.update(|shown| {
                let before = shown.len();
                shown.retain(|other| *other != entity);
                if shown.len() == before {
                    shown.push(entity);
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is on:change=toggle/>
                {move || entity_many(entity)}
            </label>
        }
    };
    view! {
        <IconButton icon="filter" label pop/>
        <Popover pop label>
            {entities(calendar.app).map(|(def, _)| check(def.id.as_ref())).collect_view()}
        </Popover>
    }
}
