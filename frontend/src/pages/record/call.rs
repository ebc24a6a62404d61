//! Logging a call in two taps: "Log call", then what came of it. A planned call becomes done; anything
//! else gets a call of its own.

use super::attach::{attach, attach_edits};
use crate::state::{App, use_app};
use crate::ui::value::{choice_name, title_or_gone};
use crate::ui::{Acts, Button, Icon, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::Value;

const OUTCOMES: [&str; 3] = ["reached", "no_answer", "left_message"];

/// Can a call be logged with one press on this record?
pub fn takes_call(record: &Record) -> bool {
    let planned = record.text("kind") == "call" && record.value("done") != &Value::Bool(true);
    attach(record).is_some() || planned
}

fn draft(app: App, record: &Record, outcome: &'static str) -> Draft {
    let set = |field: &str, value: Value| FieldEdit::Set(field.to_owned(), value);
    let told = [set("done", Value::Bool(true)), set("outcome", Value::text(outcome))];
    if record.entity == "activity" {
        let edits = told.to_vec();
        return Draft { entity: record.entity.clone(), record: record.id, create: false, edits };
    }
    let name = format!("{}: {}", choice_name("activity", "kind", "call"), title_or_gone(app, record.id));
    let mut edits = attach_edits("activity", record);
    edits.extend(app.me().map(|me| set("owner", Value::Ref(me.user))));
    edits.extend([
        set("kind", Value::text("call")),
        set("subject", Value::Text(name)),
        set("starts_at", Value::Time(app.now())),
        set("direction", Value::text("out")),
    ]);
    edits.extend(told);
    Draft { entity: "activity".to_owned(), record: app.new_id(), create: true, edits }
}

/// The button and its outcomes.
#[component]
pub fn LogCall(
    id: RecordId,
    /// What it looks like beside `btn`.
    #[prop(optional)]
    look: &'static str,
) -> impl IntoView {
    let (app, acts, pop) = (use_app(), Acts::new(), Pop::menu());
    let label = Signal::derive(|| t("composer-call"));
    let log = move |outcome: &'static str| {
        pop.close();
        let Some(record) = untrack(|| app.record(id)) else { return };
        let name = untrack(|| title_or_gone(app, id));
        let words = t_with("call-logged", &[("name", name.clone().into())]);
        let draft = untrack(|| draft(app, &record, outcome));
        let act = if draft.create { "create" } else { "edit" };
        acts.act(vec![draft], act, name, Some(words), |_| {});
    };
    view! {
        <Button look=look icon="check" pop><span class="log-words">{move || t("composer-call")}</span></Button>
        <Popover pop label>
            {OUTCOMES.map(|outcome| view! {
                <button type="button" class="item" role="menuitem" on:click=move |_| log(outcome)>
                    <Icon name="check"/>
                    <span class="label">{move || choice_name("activity", "outcome", outcome)}</span>
                </button>
            }).collect_view()}
        </Popover>
    }
}
