//! The tabs over a list: everything, one's own, saved views; and keeping what stands as a view.

use super::Listing;
use super::listing::Viewed;
use super::saved::write_view;
use crate::ui::{Acts, Icon, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Query, Test};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

#[component]
pub fn Views(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let saved = Memo::new(move |_| {
        let query = Query::all("view").filter("entity", Test::Is(Value::text(def.id.as_ref())));
        app.list(&query).as_ref().clone()
    });
    // What shapes the workspace is nobody's own.
    let has_mine = !def.small;
    view! {
        <nav class="tabs views" aria-label=move || t("views")>
            <One listing viewed=Viewed::All words=Signal::derive(|| t("view-all"))/>
            {has_mine.then(|| view! { <One listing viewed=Viewed::Mine words=Signal::derive(|| t("view-mine"))/> })}
            <For each=move || saved.get() key=|id| *id children=move |id| view! {
                <One listing viewed=Viewed::Saved(id) words=Signal::derive(move || app.title(id))/>
            }/>
            <Keep listing/>
        </nav>
    }
}

#[component]
fn One(listing: Listing, viewed: Viewed, words: Signal<String>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="tab"
            aria-current=move || (listing.viewed.get() == viewed).then_some("page")
            on:click=move |_| listing.show(viewed)
        >
            {move || words.get()}
        </button>
    }
}

/// The plus at the end: keep what stands under a name, change or delete the view one is in.
#[component]
fn Keep(listing: Listing) -> impl IntoView {
    let app = listing.app;
    let open = RwSignal::new(false);
    let button = NodeRef::new();
    let current = move || match listing.viewed.get() {
        Viewed::Saved(id) => app.record(id).filter(|view| app.may_write(view)).map(|view| view.id),
        _ => None,
    };
    let label = Signal::derive(|| t("view-save"));
    view! {
        <button
            node_ref=button
            type="button"
            class="btn quiet icon small"
            aria-label=move || label.get()
            title=move || label.get()
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon name="plus"/>
        </button>
        <Popover open anchor=button class="pop" label>
            <Form listing open/>
            {move || current().map(|id| view! { <Change listing open id/> })}
        </Popover>
    }
}

#[component]
fn Form(listing: Listing, open: RwSignal<bool>) -> impl IntoView {
    let (app, acts) = (listing.app, Acts::new());
    let name = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let failed = RwSignal::new(None::<&'static str>);
    let team = app.me().and_then(|me| me.scope).and_then(|scope| scope.team);
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
                open.set(false);
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
fn Change(listing: Listing, open: RwSignal<bool>, id: RecordId) -> impl IntoView {
    let (app, acts) = (listing.app, Acts::new());
    let update = move |_| {
        open.set(false);
        let draft = acts.edit(id, shape(listing));
        acts.act(draft.into_iter().collect(), "edit", app.title(id), None, |_| {});
    };
    let delete = move |_| {
        open.set(false);
        listing.show(Viewed::All);
        let words = t_with("deleted-one", &[("name", app.title(id).into())]);
        acts.delete(&[id], words, |_| {});
    };
    let name = move || app.title(id);
    view! {
        <hr/>
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
    let query = listing
        .query
        .with_untracked(|query| listing.columns.with_untracked(|columns| write_view(query, columns)));
    let layout = if listing.board.get_untracked() { "board" } else { "table" };
    vec![
        FieldEdit::Set("query".to_owned(), Value::text(query)),
        FieldEdit::Set("layout".to_owned(), Value::text(layout)),
    ]
}
