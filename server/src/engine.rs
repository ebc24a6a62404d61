//! The one writer. Every push goes through one task with **group commit**: all that waits is
//! judged over one view and committed as one durable batch, and only then answered.
//!
//! What always holds: nothing is acknowledged that is not on disk; a batch expects the order's
//! counter as it was loaded, so that two servers on one database cannot give a place twice; a
//! reader through [`Engine::read`] never sees half of a batch.

use crate::clock;
use crate::storage::Database;
use outrider_app::change::{Outcome, Verdict};
use outrider_app::id::{Millis, RecordId, Seq};
use outrider_app::key;
use outrider_app::protocol::{Push, Pushed};
use outrider_app::registry::Registry;
use outrider_app::store::cache::Cache;
use outrider_app::store::view::{Miss, View, run};
use outrider_app::store::{Batch, Range, Row, Store, StoreError, Table};
use outrider_app::sync::{self, SEQ_KEY, Submission};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{RwLock, mpsc, oneshot, watch};

/// Submissions that may wait; those beyond it wait for a place.
const WAITING: usize = 256;
/// The most items judged into one batch.
const GROUP_ITEMS: usize = 4_000;
/// How often a conflicted batch is judged again.
const TRIES: usize = 8;

/// Work for the writer.
#[derive(Debug)]
pub struct Work {
    /// The employee record of who is signed in.
    pub user: RecordId,
    /// The server's own work: set-up, demo data, access.
    pub system: bool,
    pub push: Push,
    /// Rows beside the order (accounts), written in the same batch where they stand as expected
    /// and no item is rejected.
    pub also: Batch,
}

/// Why work was not done. Nothing of it was written, unless it says otherwise.
#[derive(Clone, Debug, thiserror::Error)]
pub enum EngineError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A row that [`Work::also`] expected was changed by another.
    #[error("another was faster")]
    Overtaken,
    #[error("judging the push failed")]
    Panicked,
    #[error("the server is shutting down")]
    Stopped,
}

struct Job {
    work: Work,
    reply: oneshot::Sender<Result<Pushed, EngineError>>,
}

/// What waits for the writer.
enum Task {
    Push(Job),
    /// Deletions before this time are forgotten.
    Purge(Millis, oneshot::Sender<Result<usize, EngineError>>),
}

/// A handle on the writer. Clones share it.
#[derive(Clone)]
pub struct Engine {
    store: Database,
    /// None where other servers write the same database.
    cache: Option<Arc<Cache>>,
    jobs: mpsc::Sender<Task>,
    head: watch::Receiver<Seq>,
    still: Arc<RwLock<()>>,
}

impl Engine {
    /// Starts the writer. It ends, its last batch committed, once every handle is dropped.
    pub async fn start(store: Database) -> Result<(Self, tokio::task::JoinHandle<()>), StoreError> {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let (head_sender, head) = watch::channel(stored_head(&store).await?);
        let still = Arc::new(RwLock::new(()));
        let cache = store.is_ours_alone().then(Arc::<Cache>::default);
        let (ours, stands) = (store.clone(), still.clone());
        let writer = Writer { store: ours, cache: cache.clone(), head: head_sender, still: stands };
        let task = tokio::spawn(writer.run(waiting));
        Ok((Self { store, cache, jobs, head, still }, task))
    }

    /// Where the order stands, and when it moves.
    pub fn head(&self) -> watch::Receiver<Seq> {
        self.head.clone()
    }

    /// Has work done and waits until it is on disk.
    pub async fn submit(&self, work: Work) -> Result<Pushed, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.ask(Task::Push(Job { work, reply }), answer).await
    }

    /// Forgets some of the records that were deleted before a time; answers how many.
    pub async fn purge(&self, before: Millis) -> Result<usize, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.ask(Task::Purge(before, reply), answer).await
    }

    async fn ask<T>(
        &self,
        task: Task,
        answer: oneshot::Receiver<Result<T, EngineError>>,
    ) -> Result<T, EngineError> {
        self.jobs.send(task).await.map_err(|_| EngineError::Stopped)?;
        answer.await.map_err(|_| EngineError::Stopped)?
    }

    /// The rows of a range, all of one moment.
    pub async fn scan(&self, range: &Range) -> Result<Vec<Row>, StoreError> {
        self.store.range(range).await
    }

    /// Runs a pure function over the rows as they are between two batches.
    pub async fn read<T>(&self, function: impl FnMut(&mut View) -> Result<T, Miss>) -> Result<T, StoreError> {
        let _still = self.still.read().await;
        run(&self.store, &mut View::over(self.cache.clone()), function).await
    }
}

async fn stored_head(store: &Database) -> Result<Seq, StoreError> {
    let rows = store.get(&[(Table::Meta, key![SEQ_KEY])]).await?;
    match rows.into_iter().next().flatten() {
        Some(bytes) => serde_json::from_slice(&bytes)
            .map_err(|error| StoreError::Damaged(format!("the order's counter: {error}"))),
        None => Ok(0),
    }
}

struct Writer {
    store: Database,
    cache: Option<Arc<Cache>>,
    head: watch::Sender<Seq>,
    still: Arc<RwLock<()>>,
}

impl Writer {
    async fn run(self, mut waiting: mpsc::Receiver<Task>) {
        let mut next = None;
        loop {
            let first = match next.take() {
                Some(task) => task,
                None => match waiting.recv().await {
                    Some(task) => task,
                    None => return,
                },
            };
            let first = match first {
                Task::Push(job) => job,
                Task::Purge(before, reply) => {
                    let _ = reply.send(self.purge(before).await);
                    continue;
                }
            };
            let mut items = items_of(&first);
            let mut group = vec![first];
            // Work with rows of its own is committed alone: its expectations are its own affair.
            while is_plain(&group[0]) && items < GROUP_ITEMS {
                match waiting.try_recv() {
                    Ok(Task::Push(job)) if is_plain(&job) => {
                        items += items_of(&job);
                        group.push(job);
                    }
                    Ok(task) => {
                        next = Some(task);
                        break;
                    }
                    Err(_) => break,
                }
            }
            self.do_group(group).await;
        }
    }

    async fn do_group(&self, group: Vec<Job>) {
        match self.commit(&group).await {
            Ok(answers) => {
                for (job, answer) in group.into_iter().zip(answers) {
                    let _ = job.reply.send(answer);
                }
            }
            // One of them may be at fault: each is tried by itself.
            Err(EngineError::Store(StoreError::Failed(_) | StoreError::Damaged(_))) if group.len() > 1 => {
                for job in group {
                    let answer = self.commit(std::slice::from_ref(&job)).await;
                    let answer =
                        answer.and_then(|mut answers| answers.pop().unwrap_or(Err(EngineError::Stopped)));
                    let _ = job.reply.send(answer);
                }
            }
            Err(error) => {
                for job in group {
                    let _ = job.reply.send(Err(error.clone()));
                }
            }
        }
    }

    /// Judges the group and commits it; again from what stands then where another was faster.
    async fn commit(&self, group: &[Job]) -> Result<Vec<Result<Pushed, EngineError>>, EngineError> {
        let retryable = group.iter().all(|job| !job.work.system);
        for _ in 0..TRIES {
            // What is answered without a write, a retry, must be on disk as well.
            self.store.mend().await?;
            let begun = Instant::now();
            let mut view = View::over(self.cache.clone());
            let mut answers = Vec::with_capacity(group.len());
            for job in group {
                answers.push(judge(&self.store, &mut view, &job.work).await?);
            }
            if refused_with_rows_of_its_own(group, &answers) {
                return Ok(answers);
            }
            let batch = batch_of(&view, group);
            let (judged, rows) = (begun.elapsed(), batch.writes.len());
            match self.write(batch).await {
                Ok(()) => {
                    let committed = begun.elapsed() - judged;
                    tracing::debug!(pushes = group.len(), rows, ?judged, ?committed, "batch");
                    let heads = answers.iter().flatten().map(|pushed| pushed.head);
                    if let Some(head) = heads.max() {
                        self.head.send_if_modified(|known| std::mem::replace(known, head) != head);
                    }
                    return Ok(answers);
                }
                Err(StoreError::Conflict) => self.check_expectations(group).await?,
                // The numbers of the items tell at the next try whether it arrived.
                Err(StoreError::Unknown(why)) if retryable => tracing::warn!(why, "commit outcome unknown"),
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    async fn purge(&self, before: Millis) -> Result<usize, EngineError> {
        let mut view = View::over(self.cache.clone());
        let purge = |view: &mut View| {
            sync::head(view)?;
            sync::purge(Registry::standard(), view, |_, at| at >= before)
        };
        let forgotten = run(&self.store, &mut view, purge).await?;
        self.write(view.batch(&[(Table::Meta, key![SEQ_KEY])])).await?;
        Ok(forgotten)
    }

    async fn write(&self, batch: Batch) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let noted = Cache::note(&batch.writes);
        let _still = self.still.write().await;
        let done = self.store.commit(batch).await;
        match (&self.cache, &done) {
            (Some(cache), Ok(())) => cache.apply(noted),
            (Some(cache), Err(_)) => cache.clear(),
            (None, _) => {}
        }
        done
    }

    async fn check_expectations(&self, group: &[Job]) -> Result<(), EngineError> {
        for job in group {
            let keys: Vec<_> =
                job.work.also.expect.iter().map(|(table, key, _)| (*table, key.clone())).collect();
            let rows = self.store.get(&keys).await?;
            if rows.iter().zip(&job.work.also.expect).any(|(row, (_, _, expected))| row != expected) {
                return Err(EngineError::Overtaken);
            }
        }
        Ok(())
    }
}

fn items_of(job: &Job) -> usize {
    job.work.push.units.iter().map(|unit| unit.items.len()).sum()
}

fn is_plain(job: &Job) -> bool {
    job.work.also.is_empty() && job.work.also.expect.is_empty()
}

fn batch_of(view: &View, group: &[Job]) -> Batch {
    let mut batch = view.batch(&[(Table::Meta, key![SEQ_KEY])]);
    for job in group {
        batch.expect.extend(job.work.also.expect.iter().cloned());
        batch.writes.extend(job.work.also.writes.clone());
    }
    batch
}

/// Rows beside the order stand or fall with the work they came with.
fn refused_with_rows_of_its_own(group: &[Job], answers: &[Result<Pushed, EngineError>]) -> bool {
    let refused = |outcome: &Outcome| matches!(outcome.result, Verdict::Rejected(_));
    group.iter().any(|job| !is_plain(job))
        && answers
            .iter()
            .any(|answer| answer.as_ref().map_or(true, |pushed| pushed.outcomes.iter().any(refused)))
}

/// Judges one submission into the view. A fault in judging it costs only this one.
async fn judge(
    store: &Database,
    view: &mut View,
    work: &Work,
) -> Result<Result<Pushed, EngineError>, StoreError> {
    let checkpoint = view.checkpoint();
    let submission = Submission { user: work.user, system: work.system, push: &work.push, now: clock::now() };
    loop {
        let accept = || sync::accept(Registry::standard(), view, &submission);
        match catch_unwind(AssertUnwindSafe(accept)) {
            Ok(Ok(pushed)) => return Ok(Ok(pushed)),
            Ok(Err(Miss)) => {
                view.rollback(checkpoint);
                view.load(store).await?;
            }
            Err(_) => {
                view.rollback(checkpoint);
                tracing::error!(client = %work.push.client, "judging a push panicked");
                return Ok(Err(EngineError::Panicked));
            }
        }
    }
}
