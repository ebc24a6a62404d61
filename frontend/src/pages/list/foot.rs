//! Under the list: how many, what their amounts come to, and the way out as a file.

use super::Listing;
use super::export::Export;
use super::sums::{amounts, sums};
use crate::platform::intl;
use crate::ui::value::field_name;
use crate::words::{find, t_with};
use leptos::prelude::*;

#[component]
pub fn Foot(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let sums = sums(listing.app, listing.ids.into(), Signal::derive(move || listing.money()));
    let count = move || {
        let key = format!("entity-{}-count", def.id);
        let count = listing.count();
        find(&key).map_or_else(|| intl::number(count), |_| t_with(&key, &[("count", count.into())]))
    };
    let shown = move || {
        let filled = sums.get().0.into_iter().filter(|(_, sum)| !sum.is_empty());
        filled
            .map(|(field, sum)| {
                view! {
                    <span>{field_name(&def.id, &field.id)} " " <b class="num">{amounts(&sum)}</b></span>
                }
            })
            .collect_view()
    };
    view! {
        <div class="tfoot">
            <span class="num">{count}</span>
            {shown}
            <span class="grow"></span>
            <Export listing look="quiet small" ids=Callback::new(move |()| listing.ids.get_untracked().as_ref().clone())/>
        </div>
    }
}
