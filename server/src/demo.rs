//! Filling an empty store with a made-up company, through the ordinary accept path.

use crate::auth::{self, password};
use crate::clock;
use crate::storage::Database;
use crate::work;
use jiff::civil::Date;
use outrider_app::change::{Reason, Verdict};
use outrider_app::demo::{SignIn, Spec, records, sign_ins};
use outrider_app::id::{Millis, RecordId};
use outrider_app::key;
use outrider_app::protocol::Push;
use outrider_app::registry::Registry;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::view::{View, run};
use outrider_app::store::{Batch, Key, Store as _, StoreError, Table};
use outrider_app::sync::{self, Role, SEQ_KEY, Submission};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tokio::task::{JoinError, JoinSet};

/// Everyone's password in a made-up company.
pub const PASSWORD: &str = "outrider-demo";
/// Records made by one push.
const PUSH: usize = 1_000;
/// Batches written at once.
const AT_ONCE: usize = 3;
/// In [`Table::Meta`] while a company is being made.
const MARK: &str = "filling";

/// Why a company was not made.
#[derive(Debug, thiserror::Error)]
pub enum FillError {
    #[error("the store is not empty: it holds data already")]
    NotEmpty,
    #[error("making its company was broken off: delete the folder and begin again")]
    Half,
    #[error("a record was refused: {0}")]
    Refused(Reason),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("a task failed: {0}")]
    Task(#[from] JoinError),
}

/// This day, by the server's clock in UTC.
pub fn today() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// Makes the demo company where the store is empty, and prints who may sign in.
pub async fn demo(store: &Database) -> Result<(), FillError> {
    let spec = Spec::demo(today());
    match fill(store, &spec, |_| ()).await {
        Ok(people) => println!("{}", list(&people)),
        Err(FillError::NotEmpty) => tracing::info!("the store holds data already: no demo company was made"),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Fails for a store that was filled by half.
pub async fn check_whole(store: &Database) -> Result<(), FillError> {
    let mark = store.get(&[(Table::Meta, key![MARK])]).await?;
    if mark.iter().any(Option::is_some) { Err(FillError::Half) } else { Ok(()) }
}

/// Makes a company, through the same judging as every push. `progress` is told how many records
/// there are so far.
///
/// Nobody else writes yet, so the rows that judging reads are kept in memory, and batches are
/// written beside it, several at once. A mark stands in the store until all of it is there: a
/// store that was filled by half is refused, not served.
pub async fn fill(
    store: &Database,
    spec: &Spec,
    mut progress: impl FnMut(u64),
) -> Result<Vec<SignIn>, FillError> {
    let people = sign_ins(spec);
    let admin = people
        .iter()
        .find(|person| person.role == Role::Admin)
        .map(|person| person.employee)
        .unwrap_or_default();
    begin(store).await?;
    let known = MemoryStore::default();
    let mut last = Batch { durable: true, ..Batch::default() };
    let mut writing = JoinSet::new();
    let mut made = 0;
    let mut records = records(spec).peekable();
    while records.peek().is_some() {
        let push = work::push("create", work::creates(records.by_ref().take(PUSH)));
        let (count, mut batch) = judge(&known, admin, &push).await?;
        known.commit_now(Batch { writes: rows(&batch, |table| !written_only(table)), ..Batch::default() })?;
        // Counters and scopes change with every push: the last word on them is written last.
        last.writes.extend(rows(&batch, changes_often));
        batch.writes.retain(|(table, _), _| !changes_often(*table));
        // Nothing is promised of it alone: it counts once the last one is there.
        batch.durable = false;
        if writing.len() >= AT_ONCE {
            written(writing.join_next().await)?;
        }
        let store = store.clone();
        writing.spawn(async move { store.commit(batch).await });
        made += count;
        progress(made);
    }
    while let Some(done) = writing.join_next().await {
        written(Some(done))?;
    }
    last.delete(Table::Meta, key![MARK]);
    let mut accounts = Vec::new();
    for person in &people {
        accounts.push((person.employee, password::hash(PASSWORD.to_owned()).await));
    }
    auth::setup::open_accounts(&mut last, "Arven", accounts);
    store.commit(last).await?;
    Ok(people)
}
async fn begin(store: &Database) -> Result<(), FillError> {
    check_whole(store).await?;
    let head = store.get(&[(Table::Meta, key![SEQ_KEY])]).await?;
    if head.iter().any(Option::is_some) {
        return Err(FillError::NotEmpty);
    }
    let mut batch = Batch { durable: true, ..Batch::default() };
    batch.put(Table::Meta, key![MARK], b"1".to_vec());
    Ok(store.commit(batch).await?)
}

async fn judge(known: &MemoryStore, admin: RecordId, push: &Push) -> Result<(u64, Batch), FillError> {
    let submission = Submission { user: admin, system: true, push, now: clock::now() };
    let mut view = View::default();
    let pushed = run(known, &mut view, |view| sync::accept(Registry::standard(), view, &submission)).await?;
    for outcome in &pushed.outcomes {
        if let Verdict::Rejected(reason) = &outcome.result {
            return Err(FillError::Refused(reason.clone()));
        }
    }
    Ok((pushed.outcomes.len() as u64, view.batch(&[])))
}

fn written_only(table: Table) -> bool {
    matches!(table, Table::Log | Table::Trail)
}

fn changes_often(table: Table) -> bool {
    matches!(table, Table::Meta | Table::Scope)
}

type Rows = BTreeMap<(Table, Key), Option<Vec<u8>>>;

fn rows(batch: &Batch, which: impl Fn(Table) -> bool) -> Rows {
    let chosen = batch.writes.iter().filter(|((table, _), _)| which(*table));
    chosen.map(|(key, bytes)| (key.clone(), bytes.clone())).collect()
}

fn written(done: Option<Result<Result<(), StoreError>, JoinError>>) -> Result<(), FillError> {
    match done {
        Some(done) => Ok(done??),
        None => Ok(()),
    }
}

/// Who may sign in, as a table.
pub fn list(people: &[SignIn]) -> String {
    let mut text = format!("sign in with the password {PASSWORD}:\n");
    let width = people.iter().map(|person| person.email.chars().count()).max().unwrap_or(0);
    for person in people {
        let role = match person.role {
            Role::Admin => "admin",
            Role::Manager => "manager",
            Role::Rep => "rep",
        };
        let _ = writeln!(text, "  {:width$}  {role:7}  {}", person.email, person.name);
    }
    text.trim_end().to_owned()
}

/// How far a fill has come, a line every few thousand records.
pub fn report(begun: Millis) -> impl FnMut(u64) {
    let mut told = 0;
    move |made| {
        if made - told >= 20_000 {
            told = made;
            eprintln!("{made} records, {} s", (clock::now() - begun) / 1000);
        }
    }
}
