//! A long text as it is read. Where two wrote the same words at once, both passages stand under their
//! authors, and one press keeps the one, the other, or both.

use crate::platform::intl;
use crate::state::App;
use crate::ui::value::{field_name, title_or_gone};
use crate::ui::{Acts, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::device::{FieldEdit, NoticeKind};
use outrider_app::id::RecordId;
use outrider_app::mention::spans;
use outrider_app::passages::{Keep, Passage, Piece, may_be_marked, pieces, settle};
use outrider_app::value::Value;

/// Whose text it is.
#[derive(Clone, Copy)]
pub struct Text {
    pub record: RecordId,
    pub entity: &'static str,
    pub field: &'static str,
    pub may_write: bool,
}

/// Does some place of a text hold several passages?
pub fn is_parted(text: &str) -> bool {
    may_be_marked(text) && pieces(text).iter().any(|piece| matches!(piece, Piece::Several(_)))
}

/// The text, its mentions leading to who is meant.
#[component]
pub fn TextView(app: App, of: Text, text: String, mentions: Vec<RecordId>) -> impl IntoView {
    let mut place = 0;
    let people: Vec<(RecordId, String)> =
        mentions.into_iter().map(|id| (id, untrack(|| app.title(id)))).collect();
    let shown = pieces(&text).into_iter().map(|piece| match piece {
        Piece::Plain(lines) => {
            let parts = spans(&lines.join("\n"), &people).into_iter().map(|span| match span.who {
                Some(id) => {
                    view! { <a class="mention" href=format!("/record/employee/{id}")>{span.text}</a> }
                        .into_any()
                }
                None => span.text.into_any(),
            });
            view! { <span class="plain">{parts.collect_view()}</span> }.into_any()
        }
        Piece::Several(passages) => {
            place += 1;
            view! { <Place app of text=text.clone() place=place - 1 passages/> }.into_any()
        }
    });
    shown.collect_view()
}

/// One place, to be settled.
#[component]
fn Place(app: App, of: Text, text: String, place: usize, passages: Vec<Passage>) -> impl IntoView {
    let acts = Acts::new();
    let failed = RwSignal::new(None::<String>);
    let keep = Callback::new(move |keep: Keep| {
        let after = settle(&text, place, keep);
        let edits = vec![FieldEdit::Set(of.field.to_owned(), Value::Text(after))];
        let drafts = acts.edit(of.record, edits).into_iter().collect();
        let words = t_with("several-settled", &[("field", field_name(of.entity, of.field).into())]);
        let label = untrack(|| app.title(of.record));
        acts.act(drafts, "edit", label, Some(words), move |saved| match saved {
            Ok(()) => read_notices(app, of),
            Err(error) => drop(failed.try_set(Some(fail_words(&error)))),
        });
    });
    let one = move |(at, passage): (usize, Passage)| {
        let (by, written) = (passage.by, passage.at);
        let words = passage.lines.join("\n");
        let gone = passage.lines.is_empty();
        let name = move || title_or_gone(app, by);
        view! {
            <div class="passage">
                <p class="by" title=move || intl::date_time(written)>{move || name()} ", " {move || intl::when(written)}</p>
                <p class="words" class:faint=gone>{move || if gone { t("several-gone") } else { words.clone() }}</p>
                {of.may_write.then(|| view! {
                    <button type="button" class="btn small" on:click=move |_| keep.run(Keep::One(at))>
                        {move || t_with("several-keep", &[("name", name().into())])}
                    </button>
                })}
            </div>
        }
    };
    let count = passages.len();
    view! {
        <div class="several" role="group" aria-label=move || t("several")>
            <p class="what"><span class="mark-two" aria-hidden="true"></span> {move || t("several")}</p>
            {passages.into_iter().enumerate().map(one).collect_view()}
            {of.may_write.then(|| view! {
                <button type="button" class="btn small quiet" on:click=move |_| keep.run(Keep::All)>
                    {move || t_with("several-keep-all", &[("count", count.into())])}
                </button>
            })}
            {move || failed.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
        </div>
    }
}

/// Who settles it has read of it.
fn read_notices(app: App, of: Text) {
    let mut notices = untrack(|| app.notices());
    notices.retain(|(_, notice)| {
        notice.record == of.record
            && notice.field == of.field
            && notice.kind == NoticeKind::Both
            && !notice.read
    });
    for (at, _) in notices {
        spawn_local(async move { drop(app.read_notice(at).await) });
    }
}
