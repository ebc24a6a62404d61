//! What the server does by itself.

use crate::clock;
use crate::engine::{Engine, EngineError};
use crate::state::App;
use crate::storage::Database;
use outrider_app::entities::Workspace;
use outrider_app::sync::{self, PURGE_AT_ONCE};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

/// How often deleted records are looked through.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// How often the disk is looked at.
const LOOK: Duration = Duration::from_secs(60);

/// Looks after the store's disk, until the server ends.
pub async fn mind_the_disk(store: Database, mut ended: watch::Receiver<bool>) {
    while timeout(LOOK, ended.wait_for(|ended| *ended)).await.is_err() {
        // What is wrong was logged; whoever writes is told.
        let _ = store.look().await;
    }
}

/// Forgets what was deleted longer ago than the workspace keeps it, until the server ends.
pub async fn forget_deleted(engine: Engine, mut ended: watch::Receiver<bool>) {
    loop {
        if let Err(error) = forget(&engine).await {
            tracing::error!(why = %error, "forgetting deleted records failed; it is tried again in an hour");
        }
        if timeout(EVERY, ended.wait_for(|ended| *ended)).await.is_ok() {
            return;
        }
    }
}

/// Reads everything into the seal that first syncs are cut from, unless the server ends meanwhile.
pub async fn warm_segments(app: App, mut ended: watch::Receiver<bool>) {
    tokio::select! {
        warmed = app.segments.warm() => {
            if let Err(error) = warmed {
                tracing::warn!(why = %error, "the first one to sync anew has to wait");
            }
        }
        _ = ended.wait_for(|ended| *ended) => {}
    }
}

/// Once through all that is due.
pub async fn forget(engine: &Engine) -> Result<usize, EngineError> {
    let set = engine.read(|view| sync::load_record(view, Workspace::id())).await?;
    let before = clock::now() - Workspace::span(set.as_deref(), "keep_deleted_days");
    let mut forgotten = 0;
    loop {
        let some = engine.purge(before).await?;
        forgotten += some;
        if some < PURGE_AT_ONCE {
            return Ok(forgotten);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::work;
    use outrider_app::change::{Base, Change, Item, Op};
    use outrider_app::id::{RecordId, SEQ_END};
    use outrider_app::record::Record;
    use outrider_app::store::Batch;
    use outrider_app::value::Value;

    #[tokio::test(flavor = "multi_thread")]
    async fn what_was_deleted_is_kept_as_long_as_is_set_and_then_forgotten() {
        let store = Database::open("mem://").await.unwrap();
        let (engine, _writer) = Engine::start(store).await.unwrap();
        let (user, gone) = (RecordId::random(clock::random()), RecordId::random(clock::random()));
        let record =
            Record { at: clock::now(), ..Record::new(gone, "company") }.with("name", Value::text("Acme"));
        let delete =
            Change { op: Op::Delete, field: String::new(), value: Value::None, base: Base::Seq(SEQ_END) };
        let delete =
            Item { n: 1, entity: "company".into(), record: gone, at: clock::now(), changes: vec![delete] };
        for items in [work::creates([record]), vec![delete]] {
            work::submit(&engine, user, work::push("test", items), Batch::default()).await.unwrap().unwrap();
        }
        assert_eq!(forget(&engine).await.unwrap(), 0, "ninety days where nothing is set");
        assert_eq!(engine.purge(clock::now() + 1).await.unwrap(), 1);
        assert!(engine.read(|view| sync::load_record(view, gone)).await.unwrap().is_none());
    }
}
