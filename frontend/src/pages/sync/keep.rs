//! A copy of unsent work to take along.

use crate::state::App;
use crate::ui::save_file;

/// Outbox, tray and drafts as a file in the downloads.
pub fn export_unsent(app: App) {
    leptos::task::spawn_local(async move {
        let file = app.export_outbox().await;
        save_file(&format!("outrider-unsent-{}.json", app.today()), "application/json", &file);
    });
}
