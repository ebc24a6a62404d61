//! Keeping how a list stands as a view, and changing or deleting the view one is in.

use super::Listing;
use super::listing::Viewed;
use super::saved::{Laid, write_view};
use super::views::own_team;
use crate::ui::{Acts, IconButton, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// The plus at the end: keep what stands under a name, change or delete the view one is in.
#[component]
pub fn Keep(listing: Listing) -> impl IntoView {
    let app = listing.app;
    let pop = Pop::form();
    let current = move || match listing.viewed.get() {
        Viewed::Saved(id) => app.record(id).filter(|view| app.may_write(view)).map(|view| view.id),
        _ => None,
    };
    let label = Signal::derive(|| t("view-save"));
    view! {
        <IconButton icon="plus" look="quiet small" label pop/>
        <Popover pop label>
            <Form listing pop/>
            {move || current().map(|id| view! { <Change listing pop id/> })}
        </Popover>
    }
}

#[component]
fn Form(listing: Listing, pop: Pop) -> impl IntoView {
    let (app, acts) = (listing.app, Acts::new());
    let name = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let failed = RwSignal::new(None::<&'static str>);
    let team = untrack(|| own_team(app));
    let save = move || {
        let (Some(me), title) = (untrack(|| app.me()), name.get_untracked().trim().to_owned()) else {
            return;
        };
        if title.is_empty() {
            return failed.set(Some("wrong-required"));
        }
        let id = app.new_id();
        let mut edits = vec![
            FieldEdit::Set("name".to_owned(), Value::text(title.clone())),
            FieldEdit::Set("entity".to_owned(), Value::text(listing.def.id.as_ref())),
            FieldEdit::Set("owner".to_owned(), Value::Ref(me.user)),
        ];
        edits.extend(shape(listing));
        if let Some(team) = team.filter(|_| shared.get_untracked()) {
            edits.push(FieldEdit::Set("team".to_owned(), Value::Ref(team)));
        }
        let draft = Draft { entity: "view".to_owned(), record: id, create: true, edits };
        acts.act(vec![draft], "create", title, None, move |saved| match saved {
            Ok(()) => {
                listing.viewed.set(Viewed::Saved(id));
                pop.close();
            }
            Err(error) => failed.set(Some(error.key())),
        });
    };
    view! {
        <form class="fields" novalidate on:submit=move |event| { event.prevent_default(); save() }>
            <label class="field" data-state=move || failed.get().map(|_| "error")>
                <span class="label">{move || t("view-name")}</span>
                <input
                    type="text"
                    autocomplete="off"
                    prop:value=move || name.get()
                    on:input=move |event| { failed.set(None); name.set(event_target_value(&event)) }
                />
                {move || failed.get().map(|key| view! { <span class="error" role="alert">{t(key)}</span> })}
            </label>
            {team.is_some().then(|| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || shared.get() on:change=move |event| shared.set(event_target_checked(&event))/>
                    {move || t("view-share")}
                </label>
            })}
            <div class="btns"><button type="submit" class="btn primary">{move || t("view-save")}</button></div>
        </form>
    }
}

/// Changing or deleting the view one is in.
#[component]
fn Change(listing: Listing, pop: Pop, id: RecordId) -> impl IntoView {
    let (app, acts) = (listing.app, Acts::new());
    let update = move |_| {
        pop.close();
        let draft = acts.edit(id, shape(listing));
        acts.act(draft.into_iter().collect(), "edit", app.title(id), None, |_| {});
    };
    let delete = move |_| {
        pop.close();
        listing.show(Viewed::All);
        let words = t_with("deleted-one", &[("name", app.title(id).into())]);
        acts.delete(&[id], words, |_| {});
    };
    let name = move || app.title(id);
    let begins = move || app.record(id).is_some_and(|view| view.value("first") == &Value::Bool(true));
    let begin = move |first: bool| {
        let draft = acts.edit(id, vec![FieldEdit::Set("first".to_owned(), Value::Bool(first))]);
        acts.act(draft.into_iter().collect(), "edit", app.title(id), None, |_| {});
    };
    view! {
        <hr/>
        <label class="check">
            <input type="checkbox" prop:checked=begins on:change=move |event| begin(event_target_checked(&event))/>
            {move || t("view-first")}
        </label>
        <div class="btns">
            <button type="button" class="btn" on:click=update>
                {move || t_with("view-update", &[("name", name().into())])}
            </button>
            <button type="button" class="btn danger" on:click=delete>
                {move || t_with("delete-one", &[("name", name().into())])}
            </button>
        </div>
    }
}

/// How the list stands, as a view's fields.
fn shape(listing: Listing) -> Vec<FieldEdit> {
    let columns =
        listing.columns.with_untracked(|columns| columns.iter().map(|field| field.id.to_string()).collect());
    let laid = Laid {
        columns,
        widths: listing.widths.of.get_untracked(),
        pinned: listing.widths.pinned.get_untracked(),
        lanes: listing.lanes.get_untracked().map(|field| field.id.to_string()),
        group: listing.group.get_untracked().map(|field| field.id.to_string()),
    };
    let query = listing.query.with_untracked(|query| write_view(query, &laid));
    let layout = if listing.board.get_untracked() { "board" } else { "table" };
    vec![
        FieldEdit::Set("query".to_owned(), Value::text(query)),
        FieldEdit::Set("layout".to_owned(), Value::text(layout)),
    ]
}
