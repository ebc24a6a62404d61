//! The list as a file: its rows in their order, every field that people see, in their words, in a
//! format the entity has. Written in turns with the page; a second press stops it.

use super::Listing;
use crate::platform::clock;
use crate::platform::idle::Turns;
use crate::platform::intl;
use crate::state::App;
use crate::ui::value::{entity_many, field_name};
use crate::ui::{Button, Icon, Pop, Popover, save_file};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::export::{ExportOptions, FileFormat, Heading, Words, WriteError, Writer, plain_heading};
use outrider_app::id::RecordId;
use outrider_app::record::FieldId;
use outrider_app::registry::{EntityDef, MergeRule};

/// Records between two looks at the clock.
const RECORDS: usize = 50;

/// How far the writing is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Rests,
    Writes(usize, usize),
    /// A text is too long for a workbook.
    TooLong,
    Failed,
}

/// The button, and the formats to choose from.
#[component]
pub fn Export(listing: Listing, ids: Callback<(), Vec<RecordId>>, look: &'static str) -> impl IntoView {
    let pop = Pop::menu();
    let state = RwSignal::new(State::Rests);
    let label = Signal::derive(|| t("export"));
    let begin = move |format: FileFormat| {
        pop.close();
        let (ids, def, app) = (ids.run(()), listing.def, listing.app);
        state.set(State::Writes(0, ids.len()));
        spawn_local(async move {
            let ended = match written(app, def, &ids, format, state).await {
                Some(Ok(bytes)) => {
                    let name =
                        format!("{} {}.{}", entity_many(&def.id), untrack(|| app.today()), format.ending());
                    save_file(&name, format.media_type(), &bytes);
                    State::Rests
                }
                Some(Err(WriteError::TextTooLong)) => State::TooLong,
                Some(Err(WriteError::Archive(_))) => State::Failed,
                None => State::Rests,
            };
            state.try_set(ended);
        });
    };
    let item = move |format: FileFormat| {
        view! {
            <button type="button" class="item" role="menuitem" on:click=move |_| begin(format)>
                <span class="label">{move || t(&format!("format-{}", format.tag()))}</span>
                <span class="count">{format!(".{}", format.ending())}</span>
            </button>
        }
    };
    let words = move || match state.get() {
        State::Writes(done, all) => Some(t_with(
            "exporting",
            &[("done", intl::number(done).into()), ("all", intl::number(all).into())],
        )),
        State::TooLong => Some(t("export-too-long")),
        State::Failed => Some(t("export-failed")),
        State::Rests => None,
    };
    let writes = move || matches!(state.get(), State::Writes(..));
    view! {
        <span class="soft" role="status">{words}</span>
        {move || if writes() {
            view! {
                <button type="button" class=format!("btn {look}") on:click=move |_| state.set(State::Rests)>
                    <Icon name="close"/>{move || t("cancel")}
                </button>
            }.into_any()
        } else {
            view! { <Button look icon="export" pop>{move || t("export")}</Button> }.into_any()
        }}
        <Popover pop label>{FileFormat::of(&listing.def.id).iter().map(|format| item(*format)).collect_view()}</Popover>
    }
}

/// The file of these records; `None` where it was told to stop, or the page is gone.
async fn written(
    app: App,
    def: &'static EntityDef,
    ids: &[RecordId],
    format: FileFormat,
    state: RwSignal<State>,
) -> Option<Result<Vec<u8>, WriteError>> {
    let fields: Vec<FieldId> = def
        .visible_fields()
        .filter(|field| field.merge != MergeRule::ServerOnly || field.drawn)
        .map(|field| field.id.to_string())
        .collect();
    let heading = |heading: &Heading<'_>| match heading {
        Heading::Field(field) => field_name(&def.id, &field.id),
        other => plain_heading(other),
    };
    let options = ExportOptions { now: clock::now(), ..ExportOptions::default() };
    let none = |_: RecordId| None;
    let mut writer =
        Writer::begin(format, def, &fields, &Words { heading: &heading, title: &none }, &options);
    let turns = Turns::begin();
    for (at, part) in ids.chunks(RECORDS).enumerate() {
        app.with_book(|book| {
            let title = |id: RecordId| book.title(id);
            let words = Words { heading: &heading, title: &title };
            part.iter().filter_map(|id| book.get(*id)).for_each(|record| writer.add(&record, &words));
        });
        if turns.over() {
            let stands = state.try_get_untracked().is_some_and(|state| matches!(state, State::Writes(..)));
            if !stands {
                return None;
            }
            state.try_set(State::Writes(at * RECORDS, ids.len()));
            turns.breathe().await;
        }
    }
    Some(writer.finish())
}
