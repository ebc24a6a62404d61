//! A copy of unsent work to take along.

use crate::state::App;
use crate::ui::save_file;

/// Outbox and tray as a file in the downloads.
pub fn export_unsent(app: App) {
    save_file(&format!("outrider-unsent-{}.json", app.today()), "application/json", &app.export_outbox());
}
