//! Values that gave way: whose, when, and one press to put them back.

use super::unsent::made_at;
use crate::state::use_app;
use crate::ui::value::{field_name, plain, title_or_gone};
use crate::ui::{Acts, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::device::{FieldEdit, Notice, NoticeKind};
use outrider_app::id::RecordId;
use outrider_app::registry::MERGED_INTO;
use outrider_app::value::Value;

#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    let rows =
        Memo::new(move |_| app.notices().into_iter().filter(|(_, notice)| !notice.read).collect::<Vec<_>>());
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <section class="section">
                <h2>{move || t("notice-title")} " " <span class="count">{move || rows.with(Vec::len)}</span></h2>
                <For each=move || rows.get() key=|(at, _)| *at children=|(at, notice)| view! { <One at notice/> }/>
            </section>
        </Show>
    }
}

#[component]
fn One(at: (u64, u64), notice: Notice) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let failed = RwSignal::new(None::<String>);
    let Notice { kind, entity, record, field, value, by, over, .. } = notice.clone();
    // The other person: whose value stands, or whose gave way.
    let by = if matches!(kind, NoticeKind::Superseded | NoticeKind::Both) { over } else { by };
    let def = app.registry().field(&entity, &field);
    let shown = move |value: &Value| {
        def.map(|field| plain(app, &notice.entity, field, value)).filter(|text| !text.is_empty())
    };
    let gone = shown(&value).unwrap_or_else(|| t("none"));
    let stands = {
        let field = field.clone();
        Memo::new(move |_| app.record(record).map(|record| record.value(&field).clone()).unwrap_or_default())
    };
    // A merge that gave way is not put back with one press: the pair is there to be looked at.
    let redirect = field == MERGED_INTO;
    // Two merged the same pair the other way round: it is one record.
    let stands_itself = untrack(|| app.own_record(record)).is_some_and(|record| record.stands());
    let crossed = redirect && kind != NoticeKind::Kept && stands_itself;
    let said = move || {
        let key = match kind {
            _ if crossed => "notice-merge-crossed",
            // Told by the server's answer alone, which does not say whose stands.
            NoticeKind::Superseded if by == RecordId::default() => "notice-superseded-unknown",
            NoticeKind::Superseded => "notice-superseded",
            NoticeKind::Prevailed => "notice-prevailed",
            NoticeKind::Both => "notice-both",
            NoticeKind::Kept => "notice-kept",
        };
        t_with(key, &[("name", title_or_gone(app, by).into())])
    };
    let read = move || spawn_local(async move { drop(app.read_notice(at).await) });
    let many = def.is_some_and(|field| field.many);
    let restore = {
        let field = field.clone();
        move |_| {
            let edits = match (&value, many) {
                (Value::Set(set), true) => {
                    set.iter().map(|item| FieldEdit::Add(field.clone(), item.clone())).collect()
                }
                (Value::Text(item), true) => vec![FieldEdit::Add(field.clone(), item.clone())],
                _ => vec![FieldEdit::Set(field.clone(), value.clone())],
            };
            let drafts = acts.edit(record, edits).into_iter().collect();
            let words = t_with("notice-restored", &[("name", app.title(record).into())]);
            acts.act(drafts, "edit", app.title(record), Some(words), move |saved| match saved {
                Ok(()) => read(),
                Err(error) => drop(failed.try_set(Some(fail_words(&error)))),
            });
        }
    };
    let here = Memo::new(move |_| app.record(record).is_some());
    let key = if kind == NoticeKind::Prevailed { "notice-restore-theirs" } else { "notice-restore" };
    let href = format!("/record/{entity}/{record}");
    let (both, look) = (kind == NoticeKind::Both, href.clone());
    let name = move || field_name(&entity, &field);
    let now = move || stands.with(|stands| shown(stands)).unwrap_or_else(|| t("none"));
    view! {
        <div class="swap" data-record=record.to_string()>
            <span class="of"><a href=href><b>{move || title_or_gone(app, record)}</b></a> ", " {name}</span>
            {(!crossed).then(|| view! {
                <span class="pair">
                    {(!both).then(|| view! { <s>{gone}</s> " " <span aria-hidden="true">"→"</span> " " })}
                    <b>{now}</b>
                </span>
            })}
            <span class="by">{said} " " {made_at(notice.at)}</span>
            {move || failed.get().map(|words| view! { <span class="error" role="alert">{words}</span> })}
            <div class="btns">
                {
                    let restore = restore.clone();
                    move || {
                        let restore = restore.clone();
                        let look = look.clone();
                        (here.get() && !redirect).then(|| if both {
                            view! { <a class="btn small" href=look>{move || t("notice-settle")}</a> }.into_any()
                        } else { view! {
                            <button type="button" class="btn small" on:click=restore>{move || t(key)}</button>
                        }.into_any() })
                    }
                }
                <button type="button" class="btn small quiet" on:click=move |_| read()>{move || t("notice-dismiss")}</button>
            </div>
        </div>
    }
}
