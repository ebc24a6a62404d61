//! What bad input gets: a clear refusal in our own form, whatever is wrong.

use crate::http::Ask;
use crate::world::{World, push, run, setup};
use serde_json::json;

#[test]
fn another_sites_pages_change_nothing() {
    run(async {
        let world = World::start().await;
        let ask = |origin: &str| {
            Ask::new("POST", "/api/v1/setup").json(&setup("a@b.example")).header("origin", origin)
        };
        for origin in ["https://evil.example", "null", "http://127.0.0.1"] {
            let answer = world.ask(ask(origin)).await;
            assert_eq!((answer.status, answer.tag()), (403, "origin".to_owned()), "{origin}");
        }
        let cross = Ask::new("POST", "/api/v1/setup")
            .json(&setup("a@b.example"))
            .header("sec-fetch-site", "cross-site");
        assert_eq!(world.ask(cross).await.status, 403);
        let own = format!("http://{}", world.addr);
        assert_eq!(world.ask(ask(&own)).await.status, 201);
    });
}

#[test]
fn another_protocol_is_told_so() {
    run(async {
        let (world, admin) = World::with_admin().await;
        for said in ["0", "99", "x"] {
            let ask = Ask::new("GET", "/api/v1/session").cookie(&admin).header("x-outrider-protocol", said);
            let answer = world.ask(ask).await;
            assert_eq!((answer.status, answer.tag()), (426, "protocol".to_owned()), "{said}");
        }
        let ask = Ask::new("GET", "/api/v1/session").cookie(&admin).header("x-outrider-protocol", "1");
        assert_eq!(world.ask(ask).await.status, 200);
    });
}

#[test]
fn half_a_message_and_none_at_all() {
    run(async {
        let (world, admin) = World::with_admin().await;
        for (body, says) in [
            ("", "ends too early"),
            ("{\"client\":", "ends too early"),
            ("<xml>", "not JSON"),
            ("{}", "expected form"),
        ] {
            let answer = world.ask(Ask::new("POST", "/api/v1/push").cookie(&admin).body(body)).await;
            assert_eq!((answer.status, answer.tag()), (400, "malformed".to_owned()), "{body}");
            assert!(answer.text().contains(says), "{body}: {}", answer.text());
        }
        let answer = world.get("/api/v1/pull?seq=minus", &admin).await;
        assert_eq!((answer.status, answer.tag()), (400, "malformed".to_owned()));
        let deep = "[".repeat(100_000);
        assert_eq!(world.ask(Ask::new("POST", "/api/v1/push").cookie(&admin).body(deep)).await.status, 400);
    });
}

#[test]
fn too_large_a_body_and_too_many_items() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let huge = Ask::new("POST", "/api/v1/push").cookie(&admin).body(vec![b' '; 16 * 1024 * 1024 + 1]);
        let answer = world.ask(huge).await;
        assert_eq!((answer.status, answer.tag()), (413, "too-large".to_owned()));
        let mut many = push("company", &uuid::Uuid::new_v4().to_string(), &json!({}));
        let item = many["units"][0]["items"][0].clone();
        many["units"][0]["items"] = json!(vec![item; 2_001]);
        assert_eq!(world.post_as(&admin, "/api/v1/push", &many).await.tag(), "too-large");
    });
}

#[test]
fn numbers_that_a_store_cannot_tell_apart_are_not_taken() {
    run(async {
        let (world, admin) = World::with_admin().await;
        for n in [1_u64 << 53, u64::MAX - 1, u64::MAX] {
            let mut body = push("company", &uuid::Uuid::new_v4().to_string(), &json!({}));
            body["units"][0]["items"][0]["n"] = json!(n);
            let answer = world.post_as(&admin, "/api/v1/push", &body).await;
            assert_eq!((answer.status, answer.tag()), (400, "malformed".to_owned()), "{n}");
        }
    });
}

#[test]
fn unknown_addresses_and_methods_are_answered_in_json() {
    run(async {
        let (world, admin) = World::with_admin().await;
        for path in ["/api", "/api/", "/api/v1/nothing", "/api/v2/push", "/api/v1/history/nonsense"] {
            let answer = world.get(path, &admin).await;
            assert_eq!((answer.status, answer.tag()), (404, "not-found".to_owned()), "{path}");
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        }
        let answer = world.get("/api/v1/push", &admin).await;
        assert_eq!((answer.status, answer.tag()), (405, "method".to_owned()));
        for path in ["/api/v1/push", "/api/v1/access"] {
            let answer =
                world.post(path, &push("company", &uuid::Uuid::new_v4().to_string(), &json!({}))).await;
            assert_eq!(answer.status, 401, "{path}");
        }
    });
}

#[test]
fn a_cursor_from_the_future_begins_again() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let answer = world.get("/api/v1/pull?seq=999999&scope=1", &admin).await;
        assert_eq!((answer.status, answer.tag()), (409, "cursor".to_owned()));
        let answer = world.get("/api/v1/pull?seq=1&scope=77", &admin).await;
        assert_eq!(answer.status, 409);
    });
}
