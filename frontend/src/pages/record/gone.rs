//! A record that is not here: deleted (and how to bring it back), out of one's sight, or never
//! here.

use crate::state::use_app;
use crate::ui::value::entity_many;
use crate::ui::{Acts, Empty, Icon, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;

#[component]
pub fn Gone(id: RecordId) -> impl IntoView {
    let (app, acts) = (use_app(), Acts::new());
    move || {
        let title = app.title(id);
        let named = |key: &'static str, title: &str| t_with(key, &[("name", title.into())]);
        match app.any_record(id) {
            Some(record) if record.deleted.is_some() => {
                let name = app
                    .registry()
                    .entity(&record.entity)
                    .map(|def| def.title_of(&record))
                    .unwrap_or_default();
                let words = named("gone-deleted", &name);
                let entity = record.entity.clone();
                let icon = entity_icon(&entity);
                let list = entity.clone();
                let restore = move |_| {
                    let draft = Draft {
                        entity: entity.clone(),
                        record: id,
                        create: false,
                        edits: vec![FieldEdit::Restore],
                    };
                    acts.act(vec![draft], "restore", name.clone(), None, |_| {});
                };
                view! {
                    <Empty words=Signal::stored(words)>
                        {app.may_write(&record).then(|| view! {
                            <button type="button" class="btn primary" on:click=restore>{t("restore")}</button>
                        })}
                        <a class="btn" href=format!("/list/{list}")><Icon name=icon/>{entity_many(&list)}</a>
                    </Empty>
                }
                .into_any()
            }
            _ => {
                let words = if title.is_empty() { t("gone-never") } else { named("gone-sight", &title) };
                view! { <Empty words=Signal::stored(words)><a class="btn" href="/">{t("today")}</a></Empty> }
                    .into_any()
            }
        }
    }
}
