//! The stories of `tests/browser`, each told to a real server and a real Chromium, one after the
//! other. `cargo ci` builds what they need and says where it is.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};

/// One browser at a time: the machine has few cores, and stories wait for screens.
static TURN: Mutex<()> = Mutex::new(());

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A demo company made once, copied by each story.
fn demo(bin: &str) -> &'static Path {
    static DEMO: OnceLock<PathBuf> = OnceLock::new();
    DEMO.get_or_init(|| {
        let path = std::env::temp_dir().join(format!("outrider-demo-{}", std::process::id()));
        let made = Command::new(bin)
            .args(["seed", "--companies", "200", "--contacts", "1000", "--deals", "420"])
            .args(["--activities", "2000", "--seed", "1", "--data"])
            .arg(&path)
            .status()
            .unwrap();
        assert!(made.success(), "the demo company could not be made");
        path
    })
}

fn story(file: &str) {
    let Ok(bin) = std::env::var("OUTRIDER_BIN") else {
        println!("skipped: `cargo ci` builds the server and the frontend and says where they are");
        return;
    };
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let told = Command::new("node")
        .arg(here().join("browser").join(file))
        .env("OUTRIDER_DEMO", demo(&bin))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    println!("{words}");
    assert!(told.status.success(), "{file}: {words}");
}

macro_rules! stories {
    ($($name:ident: $file:literal,)*) => {$(
        #[test]
        fn $name() {
            story($file);
        }
    )*};
}

stories! {
    indexeddb_passes_the_stores_suite_in_a_real_browser: "store.mjs",
    the_app_installs_and_opens_from_cold_without_a_network: "install.mjs",
    two_reps_edit_one_contact_offline: "conflict.mjs",
    a_unit_arrives_but_for_what_only_the_server_can_refuse: "tray.mjs",
    offline_edits_survive_everything: "survive.mjs",
    a_rep_who_loses_a_team_loses_its_records_and_keeps_own_words: "sight.mjs",
    two_tabs_edit_and_a_hung_leader_is_replaced: "tabs.mjs",
    files_are_imported_offline_undone_and_redone: "import.mjs",
    cards_workbooks_and_calendars_come_in_and_go_out: "formats.mjs",
    nothing_acknowledged_is_lost_when_the_server_is_killed: "kill.mjs",
    a_store_in_use_is_told_and_takes_no_harm: "locked.mjs",
    a_slow_or_failing_disk_is_waited_for_and_never_claimed: "slow-disk.mjs",
    a_full_disk_loses_nothing_that_was_acknowledged: "full-disk.mjs",
    nothing_said_to_be_saved_is_lost_when_the_browser_is_killed: "mid-write.mjs",
    storage_that_is_held_or_taken_away_is_told: "taken.mjs",
    a_clock_that_is_set_harms_nobody: "clock.mjs",
    bad_input_gets_a_clear_error: "hostile.mjs",
    what_runs_short_is_said_and_nothing_is_lost: "limits.mjs",
    many_records_are_found_ordered_grouped_and_changed_offline: "lists.mjs",
    a_half_written_note_survives_and_is_its_writers_alone: "drafts.mjs",
    refused_work_is_handed_to_a_colleague: "hand.mjs",
    the_network_and_the_server_are_noticed_as_soon_as_they_are_back: "returns.mjs",
    a_tab_that_heard_nothing_never_writes_what_is_old: "stale.mjs",
    a_tab_follows_who_is_signed_in: "who.mjs",
    signing_out_removes_nothing_that_was_saved_and_not_sent: "leave.mjs",
    a_rep_works_on_one_record_by_keyboard_and_two_settle_a_text: "record.mjs",
    one_person_entered_twice_is_found_merged_and_merged_crosswise: "duplicates.mjs",
    no_page_hides_anything_from_anyone_in_either_theme_and_width: "look.mjs",
    one_change_the_server_fails_at_stops_nothing_else: "vain.mjs",
    a_day_is_planned_offline_by_keys_and_mouse: "calendar.mjs",
    a_rep_gets_through_a_day_by_keyboard_in_hindi_on_a_phones_width_offline: "day.mjs",
    tasks_come_again_once_and_reminders_are_told_once: "tasks.mjs",
    today_tells_what_matters_and_takes_calls_in_two_taps: "today.mjs",
}
