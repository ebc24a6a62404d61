//! What every route works with.

use crate::auth::Auth;
use crate::engine::Engine;
use crate::segments::Segments;
use crate::settings::Settings;
use crate::site::Site;
use crate::storage::Database;
use std::sync::Arc;
use tokio::sync::watch;

/// The services, shared by all routes.
#[derive(Clone)]
pub struct App(Arc<Services>);

/// What there is one of in a server.
pub struct Services {
    pub settings: Settings,
    pub engine: Engine,
    pub auth: Auth,
    pub segments: Segments,
    pub site: Site,
    /// True once the server is ending: open streams end then.
    pub ending: watch::Receiver<bool>,
}

impl App {
    /// Over an open store.
    pub fn new(settings: Settings, store: Database, engine: Engine, ending: watch::Receiver<bool>) -> Self {
        let auth = Auth::new(store, engine.clone());
        let segments = Segments::new(settings.segments.clone(), engine.clone());
        let site = Site::open(settings.site.clone());
        Self(Arc::new(Services { settings, engine, auth, segments, site, ending }))
    }
}

impl std::ops::Deref for App {
    type Target = Services;
    fn deref(&self) -> &Services {
        &self.0
    }
}
