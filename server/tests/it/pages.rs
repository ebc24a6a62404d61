//! What a browser is given.

use crate::http::Ask;
use crate::world::{World, run};

#[test]
fn health_and_headers() {
    run(async {
        let world = World::start().await;
        let answer = world.get("/health", "").await;
        assert_eq!((answer.status, answer.json()["status"].as_str()), (200, Some("ok")));
        assert_eq!(answer.json()["protocol"], outrider_app::protocol::PROTOCOL);
        for path in ["/health", "/", "/contacts/1", "/api/v1/session", "/join/x", "/nothing.js"] {
            let answer = world.get(path, "").await;
            let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{path}"));
            assert!(
                policy.contains("script-src 'self' 'wasm-unsafe-eval';")
                    && policy.contains("frame-ancestors 'none'")
            );
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
        }
        assert_eq!(world.get("/nothing.js", "").await.status, 404);
        assert_eq!(world.get("/..%2f..%2fetc/passwd", "").await.status, 503, "a page, where none was built");
        assert_eq!(world.ask(Ask::new("POST", "/contacts")).await.status, 405);
    });
}
