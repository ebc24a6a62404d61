//! A value as it stands in a list or on a record: addresses call, mail and open at one press,
//! references lead to their record, choices and tags carry their tint.

use super::plain::{address_lines, plain, title_or_gone};
use super::tint::{choice_tint, record_tint};
use super::{choice_name, to_local};
use crate::platform::intl;
use crate::state::{App, use_app};
use crate::ui::avatar::Avatar;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::Value;

/// One value. `links` makes references lead to their record.
#[component]
pub fn ValueView(
    entity: &'static str,
    field: &'static FieldDef,
    value: Value,
    #[prop(optional)] links: bool,
    /// An address line by line.
    #[prop(optional)]
    lines: bool,
) -> impl IntoView {
    value_view(use_app(), entity, field, value, links, lines)
}

pub(super) fn value_view(
    app: App,
    entity: &'static str,
    field: &'static FieldDef,
    value: Value,
    links: bool,
    lines: bool,
) -> AnyView {
    match (&field.kind, value) {
        (_, Value::None) => ().into_any(),
        (Kind::Choice(_), Value::Text(tag)) => choice(entity, field, tag).into_any(),
        (Kind::Choice(_), Value::Set(tags)) => {
            view! { <span class="tags">{tags.into_iter().map(|tag| choice(entity, field, tag)).collect_view()}</span> }
                .into_any()
        }
        (Kind::Ref(_), Value::Ref(id)) => reference(app, id, links),
        (Kind::Ref(_), Value::Set(ids)) => {
            let ids = ids.iter().filter_map(|id| RecordId::parse(id));
            view! { <span class="tags">{ids.map(|id| tag(app, id)).collect_view()}</span> }.into_any()
        }
        (_, Value::Time(at)) => {
            let machine = to_local(at).map(|local| local.to_string());
            view! { <time datetime=machine title=move || intl::date_time(at)>{move || intl::date_time(at)}</time> }.into_any()
        }
        (_, Value::Date(date)) => {
            view! { <time datetime=date.to_string()>{move || intl::date(date)}</time> }.into_any()
        }
        (_, Value::Address(address)) if lines => {
            let all = address_lines(&address).into_iter().map(|line| view! { <span>{line}</span> <br/> });
            all.collect_view().into_any()
        }
        (_, value) => plain_view(app, entity, field, &value).into_any(),
    }
}

fn plain_view(app: App, entity: &'static str, field: &'static FieldDef, value: &Value) -> impl IntoView {
    let value = value.clone();
    let number = matches!(value, Value::Number(_) | Value::Money(_)) || matches!(field.kind, Kind::Phone);
    view! { <span class:num=number>{move || plain(app, entity, field, &value)}</span> }
}

fn choice(entity: &'static str, field: &'static FieldDef, tag: String) -> impl IntoView {
    let tint = choice_tint(field, &tag).to_string();
    view! { <span class="chip" data-tint=tint><span>{move || choice_name(entity, &field.id, &tag)}</span></span> }
}

fn tag(app: App, id: RecordId) -> impl IntoView {
    let tint = move || record_tint(app, id).map(|tint| tint.to_string());
    view! { <span class="tag" data-tint=tint><span>{move || title_or_gone(app, id)}</span></span> }
}

/// A person with their initials, a stage as a chip, anything else by its name.
fn reference(app: App, id: RecordId, links: bool) -> AnyView {
    // It may arrive after what points to it.
    let entity = Memo::new(move |_| app.record(id).map(|record| record.entity));
    let title = move || title_or_gone(app, id);
    let shown = move || match entity.get().as_deref() {
        Some("employee") => {
            view! { <span class="line"><Avatar id=id size="s"/><span class="cut">{title}</span></span> }
                .into_any()
        }
        Some("stage") => {
            let tint = move || record_tint(app, id).map(|tint| tint.to_string());
            view! { <span class="chip" data-tint=tint><span>{title}</span></span> }.into_any()
        }
        Some("tag") => tag(app, id).into_any(),
        Some(entity) if links => view! { <a href=format!("/record/{entity}/{id}")>{title}</a> }.into_any(),
        _ => view! { <span>{title}</span> }.into_any(),
    };
    shown.into_any()
}

/// Where a press on the value leads: a call, a mail, a page. `None` for what does not open itself.
pub fn link_href(field: &FieldDef, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || outrider_app::registry::validate(field, &Value::text(text)).is_err() {
        return None;
    }
    match field.kind {
        Kind::Phone => {
            let number = text.split(['e', 'x', 'E', 'X', ';', ',']).next().unwrap_or_default();
            let number: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            (!number.is_empty()).then(|| format!("tel:{number}"))
        }
        Kind::Email => Some(format!("mailto:{text}")),
        Kind::Link if text.starts_with("https://") || text.starts_with("http://") => Some(text.to_owned()),
        Kind::Link => Some(format!("https://{text}")),
        _ => None,
    }
}
