//! The built frontend: files from the site folder, or carried in the binary (feature `embed`).
//!
//! `site.json` names them. A file with a hash in its name is read, compressed and kept once; the
//! others are read again when they change, so that a new build shows without a restart.

use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use outrider_app::digest;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::SystemTime;

/// What `site.json` tells, as addresses.
#[derive(Clone, Debug, Deserialize)]
pub struct Index {
    pub version: String,
    pub js: String,
    pub wasm: String,
    pub css: String,
    pub boot: String,
    pub theme: String,
}

/// A file ready to be sent.
pub struct Asset {
    pub bytes: Bytes,
    /// Named by its content: never changes.
    pub hashed: bool,
    pub kind: &'static str,
    /// Tells one content from another.
    pub etag: String,
    packed: OnceLock<Option<Bytes>>,
    at: Option<SystemTime>,
}

/// Where the files are.
pub struct Site {
    source: Source,
    kept: RwLock<HashMap<String, Arc<Asset>>>,
}

enum Source {
    Folder(PathBuf),
    #[cfg(feature = "embed")]
    Embedded,
}

#[cfg(feature = "embed")]
#[derive(rust_embed::RustEmbed)]
#[folder = "$OUTRIDER_SITE"]
struct Files;

impl Site {
    /// This folder; else what the binary carries; else `target/site`.
    pub fn open(folder: Option<PathBuf>) -> Self {
        let source = match folder {
            Some(folder) => Source::Folder(folder),
            #[cfg(feature = "embed")]
            None => Source::Embedded,
            #[cfg(not(feature = "embed"))]
            None => Source::Folder("target/site".into()),
        };
        Self { source, kept: RwLock::default() }
    }

    /// What was built; `None` where nothing was.
    pub fn index(&self) -> Option<Index> {
        serde_json::from_slice(&self.asset("/site.json")?.bytes).ok()
    }

    /// The file at an address; `None` where there is none.
    pub fn asset(&self, address: &str) -> Option<Arc<Asset>> {
        let name = address.strip_prefix('/')?;
        let plain =
            |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0', ':']);
        if !name.split('/').all(plain) {
            return None;
        }
        let hashed = is_hashed(name);
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        let at = if hashed && kept.is_some() { None } else { self.changed(name) };
        match kept {
            Some(asset) if hashed || asset.at == at => return Some(asset),
            _ => {}
        }
        let bytes: Bytes = self.read(name)?.into_owned().into();
        let etag: String = digest::sha256(&bytes).chars().take(16).collect();
        let etag = format!("\"{etag}\"");
        let asset = Arc::new(Asset { bytes, hashed, kind: kind_of(name), etag, packed: OnceLock::new(), at });
        self.kept.write().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), asset.clone());
        Some(asset)
    }

    fn read(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match &self.source {
            Source::Folder(folder) => std::fs::read(folder.join(name)).ok().map(Cow::Owned),
            #[cfg(feature = "embed")]
            Source::Embedded => Files::get(name).map(|file| file.data),
        }
    }

    fn changed(&self, name: &str) -> Option<SystemTime> {
        match &self.source {
            Source::Folder(folder) => folder.join(name).metadata().ok()?.modified().ok(),
            #[cfg(feature = "embed")]
            Source::Embedded => None,
        }
    }
}

impl Asset {
    /// The file compressed with brotli, where that is worth it. Done once, on first use.
    pub fn packed(&self) -> Option<Bytes> {
        let worth_it = !self.kind.starts_with("image/png") && !self.kind.starts_with("font/");
        self.packed
            .get_or_init(|| if worth_it { pack(&self.bytes, BEST).map(Bytes::from) } else { None })
            .clone()
    }
}

/// For what is compressed once and sent to everyone.
const BEST: i32 = 9;

/// Compresses with brotli of this quality (0 to 11); `None` where it is not worth it. The quick profile compresses small
/// files only: there brotli is not optimised and takes longer than any network it serves.
pub fn pack(bytes: &[u8], quality: i32) -> Option<Vec<u8>> {
    let most = if cfg!(debug_assertions) { 64 * 1024 } else { usize::MAX };
    if !(256..most).contains(&bytes.len()) {
        return None;
    }
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).ok()?;
    (packed.len() < bytes.len()).then_some(packed)
}

/// The reverse of [`pack`].
pub fn unpack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut plain)?;
    Ok(plain)
}

/// Does whoever asks understand brotli?
pub fn takes_brotli(headers: &HeaderMap) -> bool {
    let said = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|list| list.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br")
            && parts.all(|weight| weight.trim_start_matches("q=").parse() != Ok(0.0_f32))
    })
}

/// Sixteen hex digits between dots, in the file's name or its folder's.
fn is_hashed(name: &str) -> bool {
    let hash =
        |part: &str| part.len() == 16 && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    name.split('/').any(|part| part.split('.').skip(1).any(hash))
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_those_the_build_makes() {
        assert!(is_hashed("boot.0123456789abcdef.js"));
        assert!(is_hashed("pkg/snippets.0123456789abcdef/a.js"));
        assert!(!is_hashed("sw.js") && !is_hashed("0123456789abcdef") && !is_hashed("a.0123456789ABCDEF.js"));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let site = Site { source: Source::Folder("/".into()), kept: RwLock::default() };
        for address in
            ["/../etc/passwd", "/etc/../etc/passwd", "//etc/passwd", "/.ssh", "etc/passwd", "/etc\\passwd"]
        {
            assert!(site.asset(address).is_none(), "{address}");
        }
        assert!(site.asset("/etc/passwd").is_some());
    }

    #[test]
    fn what_is_packed_unpacks() {
        let text = "outrider ".repeat(1_000).into_bytes();
        let packed = pack(&text, BEST).expect("worth it");
        assert!(packed.len() < 100);
        assert_eq!(unpack(&packed).expect("unpacks"), text);
        assert_eq!(pack(b"short", BEST), None);
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let takes = |said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, said.parse().expect("a value"));
            takes_brotli(&headers)
        };
        assert!(takes("gzip, deflate, br, zstd") && takes("br;q=0.5"));
        assert!(!takes("gzip") && !takes("br;q=0") && !takes("*"));
    }
}
