//! What every store must do, told once and run on each of them.

use super::{Batch, Part, Range, Store, StoreError, Table};
use crate::key;

/// Runs the whole story on an empty store; panics where it behaves otherwise.
pub async fn story<S: Store>(store: &S) {
    keys_read_back_what_was_written(store).await;
    ranges_are_ordered_and_half_open(store).await;
    a_batch_is_whole_or_not_at_all(store).await;
    clears_come_before_writes(store).await;
    large_and_odd_rows_survive(store).await;
}

async fn put<S: Store>(store: &S, rows: &[(super::Key, &[u8])]) {
    let mut batch = Batch { durable: true, ..Batch::default() };
    for (key, bytes) in rows {
        batch.put(Table::Log, key.clone(), bytes.to_vec());
    }
    store.commit(batch).await.expect("commits");
}

async fn keys_in<S: Store>(store: &S, range: Range) -> Vec<super::Key> {
    let rows = store.range(&range).await.expect("reads");
    rows.into_iter().map(|(key, _)| key).collect()
}

async fn keys_read_back_what_was_written<S: Store>(store: &S) {
    put(store, &[(key![1], b"one"), (key![2], b"two")]).await;
    let keys = [(Table::Log, key![2]), (Table::Log, key![9]), (Table::Meta, key![2]), (Table::Log, key![1])];
    let rows = store.get(&keys).await.expect("reads");
    assert_eq!(rows, [Some(b"two".to_vec()), None, None, Some(b"one".to_vec())]);
    put(store, &[(key![2], b"zwei")]).await;
    assert_eq!(store.get(&keys[..1]).await.expect("reads"), [Some(b"zwei".to_vec())]);
    let mut batch = Batch::default();
    batch.delete(Table::Log, key![2]);
    batch.delete(Table::Log, key![404]);
    store.commit(batch).await.expect("commits");
    assert_eq!(store.get(&keys[..1]).await.expect("reads"), [None]);
    assert_eq!(store.get(&[]).await.expect("reads"), Vec::<Option<Vec<u8>>>::new());
}

async fn ranges_are_ordered_and_half_open<S: Store>(store: &S) {
    put(
        store,
        &[
            (key![10], b"c"),
            (key![9], b"b"),
            (key![100], b"d"),
            (key![1_u64 << 52], b"e"),
            (key!["a"], b""),
            (key!["a", 2], b""),
            (key!["a", 10], b""),
            (key!["a", "x"], b""),
            (key!["ab"], b""),
            (key!["b", "ü"], b""),
        ],
    )
    .await;
    assert_eq!(keys_in(store, Range::numbers(Table::Log, 9, 100)).await, [key![9], key![10]]);
    assert_eq!(
        keys_in(store, Range::under(Table::Log, key!["a"])).await,
        [key!["a"], key!["a", 2], key!["a", 10], key!["a", "x"]]
    );
    assert_eq!(keys_in(store, Range::under(Table::Log, key!["a", 2])).await, [key!["a", 2]]);
    assert_eq!(keys_in(store, Range::under(Table::Log, key!["zz"])).await, []);
    let all = keys_in(store, Range::all(Table::Log)).await;
    let mut sorted = all.clone();
    sorted.sort();
    assert_eq!(all, sorted, "numbers by value, then texts");
    assert_eq!(all.len(), 11);
    assert!(matches!(all[0].parts()[0], Part::Num(1)));
}

async fn a_batch_is_whole_or_not_at_all<S: Store>(store: &S) {
    put(store, &[(key!["counter"], b"7")]).await;
    let step = |seen: Option<&[u8]>, next: &[u8]| {
        let mut batch = Batch { durable: true, ..Batch::default() };
        batch.expect(Table::Log, key!["counter"], seen.map(<[u8]>::to_vec));
        batch.expect(Table::Log, key!["never"], None);
        batch.put(Table::Log, key!["counter"], next.to_vec());
        batch.put(Table::Outbox, key![1], next.to_vec());
        batch
    };
    assert_eq!(store.commit(step(Some(b"7"), b"8")).await, Ok(()));
    assert_eq!(store.commit(step(Some(b"7"), b"9")).await, Err(StoreError::Conflict));
    assert_eq!(store.commit(step(None, b"9")).await, Err(StoreError::Conflict));
    let keys = [(Table::Log, key!["counter"]), (Table::Outbox, key![1])];
    assert_eq!(store.get(&keys).await.expect("reads"), [Some(b"8".to_vec()), Some(b"8".to_vec())]);
}

async fn clears_come_before_writes<S: Store>(store: &S) {
    put(store, &[(key!["old", 1], b"x"), (key!["old", 2], b"x")]).await;
    let mut batch = Batch::default();
    batch.clears.push(Range::under(Table::Log, key!["old"]));
    batch.put(Table::Log, key!["old", 2], b"new".to_vec());
    store.commit(batch).await.expect("commits");
    let rows = store.range(&Range::under(Table::Log, key!["old"])).await.expect("reads");
    assert_eq!(rows, [(key!["old", 2], b"new".to_vec())]);
}

async fn large_and_odd_rows_survive<S: Store>(store: &S) {
    let large: Vec<u8> = (0..3_000_000_u32).map(|i| (i % 251) as u8).collect();
    let mut batch = Batch { durable: true, ..Batch::default() };
    batch.put(Table::Chunk, key![1], large.clone());
    batch.put(Table::Chunk, key![2], Vec::new());
    for i in 0..2_500_u64 {
        batch.put(Table::Delta, key![i], i.to_be_bytes().to_vec());
    }
    store.commit(batch).await.expect("commits");
    let keys = [(Table::Chunk, key![1]), (Table::Chunk, key![2])];
    assert_eq!(store.get(&keys).await.expect("reads"), [Some(large), Some(Vec::new())]);
    let rows = store.range(&Range::numbers(Table::Delta, 1_000, 2_500)).await.expect("reads");
    assert_eq!(rows.len(), 1_500);
    assert!(
        rows.iter().zip(1_000_u64..).all(|((key, bytes), i)| *key == key![i] && *bytes == i.to_be_bytes())
    );
}
