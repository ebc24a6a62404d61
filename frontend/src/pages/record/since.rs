//! One look at what happened since one last spoke with a customer.

use super::shown::Shown;
use super::told::Heard;
use crate::platform::intl;
use crate::ui::value::{choice_name, field_name, title_or_gone};
use crate::ui::{Icon, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::since::{Digest, Spoke};

/// Fields and deals named before "and 2 more".
const NAMED: usize = 4;

#[component]
pub fn Since(shown: Shown, heard: Memo<Heard>) -> impl IntoView {
    let app = shown.app;
    let spoke = Memo::new(move |_| heard.with(|heard| heard.spoke));
    let digest = Memo::new(move |_| heard.with(|heard| heard.since.clone()));
    let head = move |spoke: Spoke| {
        let activity = app.record(spoke.activity)?;
        let who = activity.reference("owner").map(|who| title_or_gone(app, who)).unwrap_or_default();
        let kind = choice_name("activity", "kind", activity.text("kind"));
        let words = t_with(
            "since-spoke",
            &[("kind", kind.into()), ("name", who.into()), ("when", intl::when(spoke.at).into())],
        );
        Some(view! {
            <a href=format!("/record/activity/{}", spoke.activity) title=intl::date_time(spoke.at)>{words}</a>
        })
    };
    view! {
        {move || spoke.get().map(|spoke| view! {
            <section class="since" aria-label=move || t("since")>
                <h3>{move || t("since")} " " <span class="soft">{head(spoke)}</span></h3>
                {move || match digest.get() {
                    digest if digest.is_empty() => view! { <p class="faint">{t("since-nothing")}</p> }.into_any(),
                    digest => view! { <ul>{lines(shown, &digest)}</ul> }.into_any(),
                }}
            </section>
        })}
    }
}

fn lines(shown: Shown, digest: &Digest) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let counted = digest.activities.iter().map(|(kind, count)| {
        let kind = choice_name("activity", "kind", kind);
        if *count == 1 { kind } else { format!("{} × {kind}", intl::number(*count)) }
    });
    let counted: Vec<String> = counted.collect();
    let fields = digest.fields.iter().filter(|field| def.field(field).is_some_and(|field| !field.hidden));
    let fields: Vec<String> = fields.map(|field| field_name(&def.id, field)).collect();
    let deal = |deal: &RecordId, words: Option<String>| {
        let (deal, title) = (*deal, title_or_gone(app, *deal));
        view! { <li><Icon name=entity_icon("deal")/><span><a href=format!("/record/deal/{deal}")>{title}</a> {words}</span></li> }
    };
    let moved = digest.deals.iter().take(NAMED).map(|(id, from)| {
        let stage = |stage: RecordId| title_or_gone(app, stage);
        let now = app.record(*id).and_then(|deal| deal.reference("stage"));
        let words = match (from, now) {
            (Some(from), Some(now)) if *from != now => format!(": {} → {}", stage(*from), stage(now)),
            _ => format!(": {}", t("since-amount")),
        };
        deal(id, Some(words))
    });
    let begun = digest.begun.iter().take(NAMED).map(|id| deal(id, Some(format!(": {}", t("since-begun")))));
    let rest = (digest.deals.len().saturating_sub(NAMED)) + digest.begun.len().saturating_sub(NAMED);
    let line = |icon: &'static str, words: String| view! { <li><Icon name=icon/><span>{words}</span></li> };
    view! {
        {(!counted.is_empty()).then(|| line(entity_icon("activity"), counted.join(", ")))}
        {moved.collect_view()}
        {begun.collect_view()}
        {(rest > 0).then(|| line(entity_icon("deal"), t_with("since-more-deals", &[("count", rest.into())])))}
        {(!fields.is_empty()).then(|| line("edit", named(&fields)))}
        {(digest.open > 0).then(|| line(entity_icon("task"), t_with("since-open", &[("count", digest.open.into())])))}
    }
}

/// "changed Phone, Town and 2 more".
fn named(fields: &[String]) -> String {
    let names = fields.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match fields.len().saturating_sub(NAMED) {
        0 => t_with("since-fields", &[("field", names.into())]),
        more => t_with("since-fields-more", &[("field", names.into()), ("count", more.into())]),
    }
}
