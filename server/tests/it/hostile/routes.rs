//! The table of addresses against the router's own list, and the methods against what it does.

use super::check;
use super::office::Office;
use super::table::{METHODS, ROUTES, Route, Speaks, filled};
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
            let path = filled(route.path, "x");
            for method in METHODS {
                let answer = Ask::new(method, &path).begin(office.world.addr).await;
                let taken = answer.status != 405;
                assert_eq!(taken, route.methods.contains(&method), "{method} {path}: {}", answer.status);
                check::is_ours(route.speaks, &answer, &format!("{method} {path}"));
            }
        }
    });
}

/// Every address and method of the API that is asked in somebody's name.
fn named() -> impl Iterator<Item = (&'static str, &'static str)> {
    let asked = |route: &'static Route| route.methods.iter().map(|method| (*method, route.path));
    let open = [("POST", "/api/v1/session"), ("POST", "/api/v1/setup")];
    let api = ROUTES.iter().filter(|route| route.speaks == Speaks::Api);
    api.flat_map(asked).filter(move |one| !open.contains(one))
}

#[test]
fn under_a_session_that_is_anothers_by_now_nothing_is_done_or_told() {
    run(async {
        let office = Office::open().await;
        for (method, path) in named() {
            let ask = Ask::new(method, &filled(path, &office.own[0].1)).cookie(&office.bob);
            let answer = ask.header("outrider-person", &office.eve_id).begin(office.world.addr).await;
            assert_eq!(answer.status, 401, "{method} {path}");
            assert!(method == "HEAD" || answer.tag() == "other-person", "{method} {path} {}", answer.text());
            assert_eq!(answer.header("set-cookie"), None, "{method} {path}");
        }
        // Nor was he signed out by it; in his own name he is let in.
        let who =
            Ask::new("GET", "/api/v1/session").cookie(&office.bob).header("outrider-person", &office.bob_id);
        assert_eq!(office.world.ask(who).await.status, 200);
    });
}

#[test]
fn a_part_of_an_address_that_is_no_text_names_nothing() {
    run(async {
        let office = Office::open().await;
        for route in ROUTES.iter().filter(|route| route.path.contains('{')) {
            for method in route.methods.iter().filter(|method| **method != "HEAD") {
                let path = filled(route.path, "%ff");
                let answer = office.world.ask(Ask::new(method, &path).cookie(&office.admin)).await;
                match route.speaks {
                    Speaks::Api => {
                        assert_eq!((answer.status, answer.tag()), (404, "not-found".to_owned()), "{path}")
                    }
                    Speaks::Pages => {
                        assert_eq!((answer.status, answer.text().contains("<html")), (410, true), "{path}")
                    }
                }
            }
        }
    });
}

#[test]
fn nothing_on_the_way_keeps_an_answer_of_the_api() {
    run(async {
        let office = Office::open().await;
        for (method, path) in named().filter(|(method, _)| *method == "GET") {
            let ask = Ask::new(method, &filled(path, &office.own[0].1)).cookie(&office.bob);
            let answer = ask.begin(office.world.addr).await;
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path} {}", answer.status);
        }
    });
}
