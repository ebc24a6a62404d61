//! Two records side by side: which one stays, which value each field gets, and the act itself.

use super::doubles::Doubles;
use super::part::{PartView, Side};
use crate::platform::intl;
use crate::state::Mark;
use crate::ui::value::title_or_gone;
use crate::ui::{Avatar, Button, Icon, Note, Tone, fail_words, why_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::duplicates::{Choice, Merge, Pair, not_the_same};
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::FieldId;
use std::collections::BTreeMap;

/// A pair that is looked at. A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Compared {
    pub doubles: Doubles,
    pub one: RecordId,
    pub other: RecordId,
    /// The first stays.
    pub first: RwSignal<bool>,
    /// What the person chose, by a part's first field.
    pub chosen: RwSignal<BTreeMap<FieldId, Side>>,
    pub merge: Memo<Option<Merge>>,
    /// Why it cannot be merged now: a key of the words.
    hinders: Memo<Option<&'static str>>,
    failed: RwSignal<Option<String>>,
}

impl Compared {
    fn new(doubles: Doubles, pair: &Pair) -> Self {
        let (one, other, app, def) = (pair.one, pair.other, doubles.app, doubles.def);
        let first = RwSignal::new(true);
        let merge = Memo::new(move |_| {
            let (keep, other) = if first.get() { (one, other) } else { (other, one) };
            Some(Merge::new(def, app.record(keep)?, app.record(other)?))
        });
        let hinders = Memo::new(move |_| {
            let both = [one, other];
            let may = |id: &RecordId| app.record(*id).is_some_and(|record| app.may_write(&record));
            // The server does not have it yet: what points to it would be refused with it.
            let refused = |id: &RecordId| app.mark(*id) == Mark::Refused;
            match (both.iter().all(may), both.iter().any(refused)) {
                (false, _) => Some("doubles-may-not"),
                (_, true) => Some("doubles-refused"),
                _ => None,
            }
        });
        Self {
            doubles,
            one,
            other,
            first,
            chosen: RwSignal::default(),
            merge,
            hinders,
            failed: RwSignal::new(None),
        }
    }

    /// The same choice, as seen from the record that stays.
    pub fn choice(self, side: Side) -> Choice {
        match (side, self.first.get()) {
            (Side::Both, _) => Choice::Both,
            (Side::One, true) | (Side::Other, false) => Choice::Keep,
            (Side::One, false) | (Side::Other, true) => Choice::Take,
        }
    }

    pub fn side(self, choice: Choice) -> Side {
        match (choice, self.first.get()) {
            (Choice::Both, _) => Side::Both,
            (Choice::Keep, true) | (Choice::Take, false) => Side::One,
            (Choice::Keep, false) | (Choice::Take, true) => Side::Other,
        }
    }

    pub fn choose(self, field: &str, side: Side) {
        self.chosen.update(|chosen| {
            chosen.insert(field.to_owned(), side);
        });
    }

    pub fn swap(self) {
        let _ = self.first.try_update(|first| *first = !*first);
    }

    /// Makes one of both; the toast makes two of it again.
    pub fn merge(self) {
        let Some(merge) = self.merge.try_get_untracked().flatten() else { return };
        if self.hinders.get_untracked().is_some() {
            return;
        }
        let chosen = untrack(|| {
            let choice = |(field, side): (FieldId, Side)| (field, self.choice(side));
            self.chosen.get().into_iter().map(choice).collect()
        });
        let drafts = merge.drafts(self.doubles.def, &chosen);
        let name = self.doubles.def.title_of(&merge.keep);
        let words = t_with("doubles-merged", &[("name", name.clone().into())]);
        self.act(drafts, "merge", name, words);
    }

    /// Says that they are two.
    pub fn part(self) {
        let app = self.doubles.app;
        let draft = untrack(|| {
            app.with_book(|book| not_the_same(book, self.one, self.other, |_| true))
                .filter(|draft| app.record(draft.record).is_some_and(|record| app.may_write(&record)))
        });
        let Some(draft) = draft else { return self.failed.set(Some(t("doubles-may-not"))) };
        let name = untrack(|| app.title(draft.record));
        self.act(vec![draft], "edit", name, t("doubles-parted"));
    }

    fn act(self, drafts: Vec<outrider_app::device::Draft>, act: &'static str, label: String, words: String) {
        let doubles = self.doubles;
        doubles.acts.act(drafts, act, label, Some(words), move |saved| match saved {
            Ok(()) => doubles.go_on(),
            Err(error) => drop(self.failed.try_set(Some(fail_words(&error)))),
        });
    }
}

#[component]
pub fn Compare(doubles: Doubles, pair: Pair) -> impl IntoView {
    let compared = Compared::new(doubles, &pair);
    doubles.compared.set(Some(compared));
    let app = doubles.app;
    let label = move || {
        let names = [pair.one, pair.other].map(|id| title_or_gone(app, id));
        names.join(" / ")
    };
    let parts = move || {
        let parts = compared.merge.with(|merge| merge.as_ref().map(|merge| merge.parts.clone()));
        parts.unwrap_or_default()
    };
    let alike =
        move || compared.merge.with(|merge| merge.as_ref().is_some_and(|merge| merge.parts.is_empty()));
    view! {
        <section class="compare" aria-label=label data-one=pair.one.to_string() data-other=pair.other.to_string()>
            <p class="compare-top">
                <button type="button" class="btn quiet phone-only" on:click=move |_| doubles.open.set(false)>
                    <Icon name="back"/>{move || t("doubles-pairs")}
                </button>
                <span class="soft">{why_words(&pair.why)}</span>
            </p>
            <div class="sides" role="radiogroup" aria-label=move || t("doubles-keep")>
                <SideHead compared id=pair.one first=true/>
                <SideHead compared id=pair.other first=false/>
            </div>
            <div class="parts">
                <For each=parts key=|part| part.fields.clone() children=move |part| view! { <PartView compared part/> }/>
                <Show when=alike><p class="faint">{move || t("doubles-alike")}</p></Show>
            </div>
            <p class="faint">{move || t("doubles-hint")}</p>
            <div class="btns act">
                {move || compared.failed.get().map(|words| view! { <Note tone=Tone::Bad words/> })}
                {move || {
                    let key = compared.hinders.get().filter(|_| compared.failed.with(Option::is_none))?;
                    Some(view! { <Note tone=Tone::Info words=Signal::derive(move || t(key))/> })
                }}
                <Show when=move || compared.hinders.get().is_none()>
                    <Button look="primary" icon="merge" key="Enter" on_click=move |_| compared.merge()>{move || t("doubles-merge")}</Button>
                </Show>
                <Button key="N" on_click=move |_| compared.part()>{move || t("doubles-part")}</Button>
            </div>
        </section>
    }
}

/// One of both: what it is called, since when it is here, and whether it stays.
#[component]
fn SideHead(compared: Compared, id: RecordId, first: bool) -> impl IntoView {
    let (app, def) = (compared.doubles.app, compared.doubles.def);
    let stays = move || compared.first.get() == first;
    let title = move || title_or_gone(app, id);
    let since = move || {
        let made = app.record(id).and_then(|record| record.get::<Millis>("created_at"));
        let links = app.referencing(id).len();
        let made = made.map(|at| t_with("doubles-since", &[("when", intl::when(at).into())]));
        let linked = t_with("doubles-linked", &[("count", links.into())]);
        [made, Some(linked)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <label class="side" data-stays=move || stays().then_some("")>
            <Avatar id firm=def.title.len() < 2/>
            <span class="who">
                <a href=format!("/record/{}/{id}", def.id)><b>{title}</b></a>
                <span class="hint">{since}</span>
            </span>
            <span class="check">
                <input
                    type="radio"
                    name="doubles-keep"
                    aria-label=move || t_with("doubles-keep-one", &[("name", title().into())])
                    prop:checked=stays
                    on:change=move |_| compared.first.set(first)
                />
                {move || t(if stays() { "doubles-stays" } else { "doubles-goes" })}
            </span>
        </label>
    }
}
