//! How a server is run. The defaults need nothing.

use std::path::PathBuf;

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The database's address: `surrealkv://FOLDER?sync=every`, `mem://`, `ws://HOST`.
    pub database: String,
    /// Where cut segments are kept.
    pub segments: PathBuf,
    /// Where to listen: `HOST:PORT`; port 0 takes a free one.
    pub addr: String,
    /// The address people use, where a proxy stands before the server: `https://crm.example.com`.
    /// With https the cookie is Secure, and the proxy's word on who asks is believed.
    pub public_url: Option<String>,
    /// Fills an empty store with the demo company.
    pub demo: bool,
    /// The folder with the built frontend, where it is not the usual one.
    pub site: Option<PathBuf>,
}

impl Settings {
    /// A server over a data folder (and a database elsewhere, if one is named). OUTRIDER_SITE may
    /// name the built frontend.
    pub fn new(data: PathBuf, database: Option<String>, addr: String) -> Self {
        let site = std::env::var_os("OUTRIDER_SITE").map(PathBuf::from);
        let database = database.unwrap_or_else(|| crate::storage::url_of(&data.join("db")));
        Self { database, segments: data.join("segments"), addr, public_url: None, demo: false, site }
    }

    /// Is the server reached by https, through a proxy?
    pub fn https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}
