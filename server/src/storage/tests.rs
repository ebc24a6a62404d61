//! The suite every store passes, in memory and on disk, and what only a disk can show.

use super::SurrealStore;
use super::connect::url_of;
use outrider_app::key;
use outrider_app::store::{Batch, Range, Store, StoreError, Table, conformance};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("outrider-{name}-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// SurrealDB's futures are deep: they want a bigger stack than a test thread has.
fn on_a_big_stack<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce() -> F + Send + 'static) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_stack_size(10 * 1024 * 1024)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async { tokio::spawn(test()).await.expect("the test ends") });
}

async fn open(folder: &Path) -> SurrealStore {
    SurrealStore::open(&url_of(folder)).await.expect("opens")
}

#[test]
fn the_suite_in_memory() {
    on_a_big_stack(|| async {
        conformance::story(&SurrealStore::open("mem://").await.expect("opens")).await;
    });
}

#[test]
fn the_suite_on_disk_and_the_rows_outlive_the_process() {
    on_a_big_stack(|| async {
        let folder = Folder::new("disk");
        let store = open(&folder.0).await;
        conformance::story(&store).await;
        let before = store.range(&Range::all(Table::Log)).await.expect("reads");
        store.close().await;
        let again = open(&folder.0).await;
        assert_eq!(again.range(&Range::all(Table::Log)).await.expect("reads"), before);
        again.close().await;
    });
}

#[test]
#[ignore = "a measurement"]
fn measure() {
    on_a_big_stack(|| async {
        let folder = Folder::new("measure");
        let store = open(&folder.0).await;
        for (round, count) in [1_000_u64, 5_000, 5_000].into_iter().enumerate() {
            let mut batch = Batch { durable: true, ..Batch::default() };
            for i in 0..count {
                batch.put(Table::Log, key![round as u64 * 100_000 + i], vec![b'x'; 300]);
            }
            let begun = Instant::now();
            store.commit(batch).await.expect("commits");
            println!("insert {count}: {:?}", begun.elapsed());
        }
        let begun = Instant::now();
        let rows = store.range(&Range::numbers(Table::Log, 100_000, 105_000)).await.expect("reads");
        println!("range of {}: {:?}", rows.len(), begun.elapsed());
        let begun = Instant::now();
        let rows = store.range(&Range::numbers(Table::Log, 100_000, 100_010)).await.expect("reads");
        println!("range of {}: {:?}", rows.len(), begun.elapsed());
        let keys: Vec<_> = (0..2_000).map(|i| (Table::Log, key![100_000_u64 + i])).collect();
        let begun = Instant::now();
        store.get(&keys).await.expect("reads");
        println!("get {}: {:?}", keys.len(), begun.elapsed());
        let begun = Instant::now();
        for i in 0..50_u64 {
            let mut batch = Batch { durable: true, ..Batch::default() };
            batch.expect(Table::Meta, key!["head"], (i > 0).then(|| (i - 1).to_string().into_bytes()));
            batch.put(Table::Meta, key!["head"], i.to_string().into_bytes());
            batch.put(Table::Log, key![900_000 + i], vec![b'x'; 300]);
            store.commit(batch).await.expect("commits");
        }
        println!("one small durable batch: {:?}", begun.elapsed() / 50);
        store.close().await;
        let _ = StoreError::Conflict;
    });
}
