//! What changed lately, by others and by oneself, day by day.

use crate::platform::intl;
use crate::state::{App, use_app};
use crate::ui::value::{choice_name, entity_name, title_or_gone, to_local};
use crate::ui::{Icon, activity_icon, entity_icon};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Direction, Query, TOUCHED};
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::Record;
use outrider_app::value::Value;

/// What one wants to know of; the app's own records are not among them.
const ENTITIES: [&str; 5] = ["deal", "activity", "contact", "company", "task"];
const LINES: usize = 24;
/// So long after it was made, a record that was touched was changed.
const SAME: Millis = 60_000;

#[derive(Clone, PartialEq)]
struct Line {
    id: RecordId,
    entity: String,
    kind: String,
    at: Millis,
    who: String,
    what: String,
    made: bool,
    /// It is still ahead.
    plan: bool,
}

impl Line {
    fn of(app: App, record: Record) -> Self {
        let made = record.get::<Millis>("created_at").is_none_or(|made| record.at - made < SAME);
        Self {
            id: record.id,
            kind: record.text("kind").to_owned(),
            at: record.at,
            who: title_or_gone(app, record.by),
            what: super::entry::line_words(app, &record),
            made,
            plan: record.entity == "activity" && record.value("done") == &Value::Bool(false),
            entity: record.entity,
        }
    }

    /// What it is: an activity by its kind.
    fn sort(&self) -> String {
        if self.kind.is_empty() {
            entity_name(&self.entity)
        } else {
            choice_name(&self.entity, "kind", &self.kind)
        }
    }

    fn icon(&self) -> &'static str {
        if self.entity == "activity" { activity_icon(&self.kind) } else { entity_icon(&self.entity) }
    }
}

fn lines(app: App) -> Vec<Line> {
    let recent = |entity: &str| app.list(&Query::all(entity).sort(TOUCHED, Direction::Desc).limit(LINES));
    let mut records: Vec<Record> = ENTITIES
        .iter()
        .flat_map(|entity| recent(entity).iter().filter_map(|id| app.record(*id)).collect::<Vec<_>>())
        .filter(|record| record.at > 0)
        .collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.at));
    records.into_iter().take(LINES).map(|record| Line::of(app, record)).collect()
}

#[component]
pub fn Changes() -> impl IntoView {
    let app = use_app();
    let lines = Memo::new(move |_| lines(app));
    view! {
        <aside class="changes" aria-label=move || t("today-recent")>
            <h2>{move || t("today-recent")}</h2>
            <super::away::Away/>
            <div class="timeline">
                {move || {
                    let mut day = None;
                    lines.get().into_iter().map(|line| {
                        let new = to_local(line.at).map(|at| at.date());
                        let head = (new != day).then(|| {
                            day = new;
                            new.map(|day| view! { <h3 class="day"><span>{intl::day(day)}</span></h3> })
                        });
                        view! { {head} {moment(line)} }
                    }).collect_view()
                }}
                {move || lines.with(Vec::is_empty).then(|| view! { <p class="faint">{t("today-none-recent")}</p> })}
            </div>
        </aside>
    }
}

fn moment(line: Line) -> impl IntoView {
    let (icon, sort) = (line.icon(), line.sort());
    let Line { id, entity, at, who, what, made, plan, .. } = line;
    let said = if made { "today-made" } else { "today-changed" };
    view! {
        <div class="moment" class:plan=plan data-kind=entity.clone()>
            <time class="when" title=intl::date_time(at)>{intl::time(at)}</time>
            <span class="sort"><Icon name=icon/></span>
            <div class="told">
                <p class="lead"><a href=format!("/record/{entity}/{id}")>{what}</a></p>
                <p class="by">
                    {sort} ", " {t(said)} " · " {who}
                    {plan.then(|| view! { " " <span class="badge">{t("timeline-planned")}</span> })}
                </p>
            </div>
        </div>
    }
}
