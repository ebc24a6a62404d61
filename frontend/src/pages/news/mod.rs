//! The bell: everything that asks for the person, in one place. Refused work and values that gave way
//! are shown as the sync page shows them.

use crate::pages::sync::{Notices, TrayList};
use crate::shell::{News, news_read, use_shell};
use crate::state::{App, use_app};
use crate::ui::value::{entity_name, title_or_gone};
use crate::ui::{Button, Empty, Icon, TopBar, activity_icon, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;

#[component]
pub fn NewsPage() -> impl IntoView {
    let app = use_app();
    let news = use_shell().news;
    let list =
        move |of: fn(&News) -> &Vec<RecordId>| Signal::derive(move || news.with(|news| of(news).clone()));
    let unread = move || news.with(|news| !news.assigned.is_empty() || !news.mentioned.is_empty());
    view! {
        <TopBar title=Signal::derive(|| t("nav-news"))>
            <div class="actions">
                <Show when=unread>
                    <Button icon="check" on_click=move |_| news_read(app, news)>{move || t("news-read")}</Button>
                </Show>
            </div>
        </TopBar>
        <div class="body">
            <div class="page news">
                <div class="sheet">
                    <TrayList/>
                    <Notices/>
                    <Section head="news-assigned" ids=list(|news| &news.assigned) by="news-assigned-by"/>
                    <Section head="news-mentioned" ids=list(|news| &news.mentioned) by="news-mentioned-by"/>
                    <Section head="news-due" ids=list(|news| &news.due) by=""/>
                    {move || (news.with(News::count) == 0).then(|| view! { <Empty words=Signal::derive(|| t("news-none"))/> })}
                </div>
            </div>
        </div>
    }
}

#[component]
fn Section(head: &'static str, ids: Signal<Vec<RecordId>>, by: &'static str) -> impl IntoView {
    let app = use_app();
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section class="section">
                <h2>{move || t(head)} " " <span class="count">{move || ids.with(Vec::len)}</span></h2>
                <ul class="news-list">
                    <For each=move || ids.get() key=|id| *id children=move |id| view! { <li>{line(app, id, by)}</li> }/>
                </ul>
            </section>
        </Show>
    }
}

fn line(app: App, id: RecordId, by: &'static str) -> impl IntoView {
    let record = Memo::new(move |_| app.record(id));
    move || {
        let record = record.get()?;
        let icon = match record.entity.as_str() {
            "activity" => activity_icon(record.text("kind")),
            entity => entity_icon(entity),
        };
        let who = (!by.is_empty()).then(|| t_with(by, &[("name", title_or_gone(app, record.by).into())]));
        Some(view! {
            <a href=format!("/record/{}/{id}", record.entity)>
                <Icon name=icon/>
                <b>{crate::pages::today::line_words(app, &record)}</b>
                <span class="soft">{entity_name(&record.entity)}{who.map(|who| format!(" · {who}"))}</span>
            </a>
        })
    }
}
