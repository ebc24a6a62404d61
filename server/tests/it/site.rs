//! The built frontend's files and the shell around them.

use crate::http::Ask;
use crate::world::{World, run};
use outrider_server::settings::Settings;
use serde_json::json;
use std::fs;

const BOOT: &str = "/boot.0123456789abcdef.js";

pub fn build(settings: &mut Settings) {
    let site = settings.segments.parent().unwrap().join("site");
    fs::create_dir_all(site.join("pkg")).unwrap();
    let index = json!({
        "version": "v1", "js": "/pkg/outrider.0000000000000001.js", "wasm": "/pkg/outrider.0000000000000002.wasm",
        "css": "/style.0000000000000003.css", "boot": BOOT, "theme": "/theme.0000000000000004.js", "files": [],
    });
    fs::write(site.join("site.json"), index.to_string()).unwrap();
    fs::write(site.join(BOOT.trim_start_matches('/')), "start();\n".repeat(100)).unwrap();
    fs::write(site.join("sw.js"), "worker();").unwrap();
    settings.site = Some(site);
}

#[test]
fn the_shell_names_the_built_files_whatever_the_page() {
    run(async {
        let world = World::start_with(Some("mem://"), build).await;
        for path in ["/", "/contacts/0b0e5a1e-1b1a-4f1e-9d1c-0123456789ab", "/import"] {
            let ask = Ask::new("GET", path).header("accept-language", "de-AT,de;q=0.9");
            let answer = world.ask(ask).await;
            let text = answer.text();
            assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-cache")), "{path}");
            assert!(text.starts_with("<!DOCTYPE html><html lang=\"de\""), "{text}");
            assert!(
                text.contains("viewport-fit=cover")
                    && text.contains("apple-touch-icon")
                    && text.contains("<noscript>")
            );
            assert!(text.contains(&format!("<script type=\"module\" src=\"{BOOT}\">")), "{text}");
            let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
            assert!(place("/theme.0000000000000004.js") < place("/style.0000000000000003.css"));
            assert!(!text.contains("<script>"), "nothing inline");
        }
    });
}

#[test]
fn hashed_files_are_kept_for_ever_and_others_are_asked_for_again() {
    run(async {
        let world = World::start_with(Some("mem://"), build).await;
        let plain = world.get(BOOT, "").await;
        assert_eq!((plain.status, plain.body.len()), (200, 900));
        assert_eq!(plain.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(plain.header("content-type"), Some("text/javascript; charset=utf-8"));
        let packed = world.ask(Ask::new("GET", BOOT).header("accept-encoding", "gzip, br")).await;
        assert_eq!(packed.header("content-encoding"), Some("br"));
        assert_eq!(outrider_server::site::unpack(&packed.body).unwrap(), plain.body);
        let worker = world.get("/sw.js", "").await;
        assert_eq!((worker.status, worker.header("cache-control")), (200, Some("no-cache")));
        let known = Ask::new("GET", "/sw.js").header("if-none-match", worker.header("etag").unwrap());
        assert_eq!(world.ask(known).await.status, 304);
        fs::write(world.folder.join("site/sw.js"), "another();").unwrap();
        assert_eq!(world.get("/sw.js", "").await.text(), "another();");
        assert_eq!(world.get("/boot.ffffffffffffffff.js", "").await.status, 404);
    });
}
