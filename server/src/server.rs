//! A server's life: opening the store, listening, and ending without losing anything.

use crate::demo::{self, FillError};
use crate::engine::Engine;
use crate::jobs;
use crate::routes;
use crate::settings::Settings;
use crate::state::App;
use crate::storage::{Database, OpenError};
use outrider_app::store::StoreError;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How long requests may take to end once the server is asked to.
const GRACE: Duration = Duration::from_secs(5);

/// Why a server did not start, in one line for whoever started it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("cannot listen on {0}: it is in use; give another with --addr HOST:PORT")]
    InUse(String),
    #[error("cannot listen on {0}: {1}")]
    Listen(String, std::io::Error),
    #[error("cannot read the database: {0}")]
    Store(#[from] StoreError),
    #[error("the store cannot be served: {0}")]
    Demo(#[from] FillError),
}

/// A server that answers.
pub struct Running {
    /// Where: the real port, also where 0 was asked for.
    pub addr: SocketAddr,
    ending: watch::Sender<bool>,
    serving: JoinHandle<std::io::Result<()>>,
    writer: JoinHandle<()>,
    store: Database,
}

/// Starts a server; once this returns it answers.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    // For the pages that Leptos renders; a second server in one process (a test) finds it done.
    let _ = any_spawner::Executor::init_tokio();
    let listener = listen(&settings.addr).await?;
    let addr = listener.local_addr().map_err(|error| StartError::Listen(settings.addr.clone(), error))?;
    let store = Database::open(&settings.database).await?;
    demo::check_whole(&store).await?;
    if settings.demo {
        demo::demo(&store).await?;
    }
    let (engine, writer) = Engine::start(store.clone()).await?;
    let (ending, ended) = watch::channel(false);
    tokio::spawn(jobs::forget_deleted(engine.clone(), ended.clone()));
    tokio::spawn(jobs::mind_the_disk(store.clone(), ended.clone()));
    let app = App::new(settings, store.clone(), engine, ended.clone());
    tokio::spawn(jobs::warm_segments(app.clone(), ended.clone()));
    let service = routes::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let asked_to_end = async move {
        let mut ended = ended;
        let _ = ended.wait_for(|ended| *ended).await;
    };
    let serving = axum::serve(listener, service).with_graceful_shutdown(asked_to_end);
    let serving = tokio::spawn(serving.into_future());
    Ok(Running { addr, ending, serving, writer, store })
}

async fn listen(addr: &str) -> Result<TcpListener, StartError> {
    TcpListener::bind(addr).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => StartError::InUse(addr.to_owned()),
        _ => StartError::Listen(addr.to_owned(), error),
    })
}

impl Running {
    /// Ends it: no new requests, open streams closed, the last batch committed, the store closed.
    pub async fn stop(self) {
        self.ending.send_replace(true);
        let abort = self.serving.abort_handle();
        if timeout(GRACE, self.serving).await.is_err() {
            tracing::warn!("some requests did not end in time");
            abort.abort();
        }
        if timeout(GRACE, self.writer).await.is_err() {
            tracing::warn!("the writer did not end in time");
        }
        self.store.close().await;
    }
}
