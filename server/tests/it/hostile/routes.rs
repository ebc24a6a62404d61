//! The table of addresses against the router's own list, and the methods against what it does.

use super::check;
use super::office::Office;
use super::table::{METHODS, ROUTES};
use crate::http::Ask;
use crate::world::run;
use outrider_server::engine::Engine;
use outrider_server::routes::router;
use outrider_server::settings::Settings;
use outrider_server::state::App;
use outrider_server::storage::Database;
use std::collections::BTreeSet;

#[test]
fn every_route_is_in_the_table() {
    run(async {
        let settings = Settings::new(std::env::temp_dir(), Some("mem://".to_owned()), String::new());
        let store = Database::open(&settings.database).await.unwrap();
        let (engine, _writer) = Engine::start(store.clone()).await.unwrap();
        let (_ending, ended) = tokio::sync::watch::channel(false);
        let router = format!("{:?}", router(App::new(settings, store, engine, ended)));
        // The router tells its addresses in what it prints for debugging, each in quotes.
        let mut addresses: BTreeSet<&str> = router.split('"').filter(|part| part.starts_with('/')).collect();
        // Its fallbacks, which take whatever is left.
        for fallback in
            ["/", "/api", "/api/", "/{*__private__axum_fallback}", "/api/{*__private__axum_fallback}"]
        {
            assert!(addresses.remove(fallback), "{fallback}");
        }
        let known: BTreeSet<&str> = ROUTES.iter().map(|route| route.path).collect();
        assert_eq!(addresses, known);
    });
}

#[test]
fn every_address_takes_its_methods_and_no_other() {
    run(async {
        let office = Office::open().await;
        for route in ROUTES {
            let path = route.path.replace("{token}", "x").replace("{name}", "x").replace("{record}", "x");
            let path = path.replace("{employee}", "x");
            for method in METHODS {
                let answer = Ask::new(method, &path).begin(office.world.addr).await;
                let taken = answer.status != 405;
                assert_eq!(taken, route.methods.contains(&method), "{method} {path}: {}", answer.status);
                check::is_ours(route.speaks, &answer, &format!("{method} {path}"));
            }
        }
    });
}
