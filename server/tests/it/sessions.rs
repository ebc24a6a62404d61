//! Setting up, signing in and out, giving access and taking it away.

use crate::http::Ask;
use crate::world::{PASSWORD, World, run, setup};
use serde_json::json;

#[test]
fn the_first_admin_is_made_once_however_many_try() {
    run(async {
        let world = World::start().await;
        assert_eq!(world.get("/api/v1/session", "").await.tag(), "setup");
        let weak = world
            .post("/api/v1/setup", &{
                let mut body = setup("a@b.example");
                body["password"] = json!("short");
                body
            })
            .await;
        assert_eq!((weak.status, weak.tag()), (422, "password-short".to_owned()));
        let bad = world.post("/api/v1/setup", &setup("no address")).await;
        assert_eq!((bad.status, bad.tag()), (422, "invalid".to_owned()), "{}", bad.text());
        let bodies = [setup("ada@acme.example"), setup("eve@acme.example"), setup("bob@acme.example")];
        let answers =
            futures::future::join_all(bodies.iter().map(|body| world.post("/api/v1/setup", body))).await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409, 409]);
        let first = answers.iter().find(|answer| answer.status == 201).unwrap();
        let person = world.get("/api/v1/session", &first.cookie().unwrap()).await.json();
        assert_eq!(
            (&person["name"], &person["role"], &person["workspace"]),
            (&json!("Ada"), &json!("admin"), &json!("Acme"))
        );
        assert_eq!(world.get("/api/v1/session", "").await.tag(), "signed-out");
        // Nothing of those who came too late was written: one employee, one pipeline, two stages.
        let pulled = world.get("/api/v1/pull?seq=0&scope=1", &first.cookie().unwrap()).await.text();
        assert_eq!(pulled.matches("\"entry\"").count(), 4, "{pulled}");
    });
}

#[test]
fn signing_in_and_out() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let answer = world.sign_in(" ADA@Acme.example ", PASSWORD).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let set = answer.header("set-cookie").unwrap();
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Secure"), "{set}");
        let cookie = answer.cookie().unwrap();
        assert_eq!(world.get("/api/v1/session", &cookie).await.status, 200);
        assert_eq!(world.ask(Ask::new("DELETE", "/api/v1/session").cookie(&cookie)).await.status, 204);
        assert_eq!(world.get("/api/v1/session", &cookie).await.tag(), "signed-out");
        assert_eq!(world.get("/api/v1/session", &admin).await.status, 200);
    });
}

#[test]
fn wrong_passwords_and_unknown_people_are_told_the_same_and_must_wait() {
    run(async {
        let (world, _) = World::with_admin().await;
        let wrong = world.sign_in("ada@acme.example", "another password").await;
        let unknown = world.sign_in("nobody@acme.example", "another password").await;
        assert_eq!((wrong.status, unknown.status), (401, 401));
        assert_eq!(wrong.body, unknown.body);
        for _ in 0..4 {
            world.sign_in("ada@acme.example", "another password").await;
        }
        let waits = world.sign_in("ada@acme.example", PASSWORD).await;
        assert_eq!((waits.status, waits.tag()), (429, "too-many".to_owned()));
        assert!(waits.header("retry-after").unwrap().parse::<u64>().unwrap() <= 60);
        assert_eq!(world.sign_in("eve@acme.example", "x").await.status, 401);
    });
}

#[test]
fn access_is_given_by_a_link_that_works_once() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let bob = world.hire(&admin, "Bob", "bob@acme.example").await;
        assert_eq!(world.sign_in("bob@acme.example", PASSWORD).await.tag(), "credentials");
        let given = world.post_as(&admin, "/api/v1/access", &json!({ "employee": bob })).await.json();
        let link = given["link"].as_str().unwrap();
        let page = world.get(link, "").await;
        assert!(page.status == 200 && page.text().contains("bob@acme.example"), "{}", page.text());
        assert!(!page.text().contains("<script>"), "nothing inline: {}", page.text());
        assert_eq!(world.choose(link, PASSWORD, "something else").await.status, 422);
        assert_eq!(world.choose(link, "short", "short").await.status, 422);
        let joined = world.choose(link, PASSWORD, PASSWORD).await;
        assert_eq!((joined.status, joined.header("location")), (303, Some("/")));
        let me = world.get("/api/v1/session", &joined.cookie().unwrap()).await.json();
        assert_eq!((&me["id"], &me["role"]), (&json!(bob), &json!("rep")));
        assert_eq!(world.choose(link, PASSWORD, PASSWORD).await.status, 410);
        assert_eq!(world.get("/join/nonsense", "").await.status, 410);
        let refused =
            world.post_as(&joined.cookie().unwrap(), "/api/v1/access", &json!({ "employee": bob })).await;
        assert_eq!((refused.status, refused.tag()), (403, "forbidden".to_owned()));
    });
}

#[test]
fn whoever_loses_access_hears_it_from_every_address() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let bob = world.hire(&admin, "Bob", "bob@acme.example").await;
        let cookie = world.let_in(&admin, &bob).await;
        assert_eq!(world.get("/api/v1/session", &cookie).await.status, 200);
        let taken = world.ask(Ask::new("DELETE", &format!("/api/v1/access/{bob}")).cookie(&admin)).await;
        assert_eq!(taken.status, 204, "{}", taken.text());
        for path in ["/api/v1/session", "/api/v1/pull?seq=0&scope=1", "/api/v1/snapshot", "/api/v1/events"] {
            let answer = world.get(path, &cookie).await;
            assert_eq!((answer.status, answer.tag()), (401, "disabled".to_owned()), "{path}");
        }
        assert_eq!(world.sign_in("bob@acme.example", PASSWORD).await.tag(), "credentials");
        let again = world.let_in(&admin, &bob).await;
        assert_eq!(world.get("/api/v1/session", &again).await.status, 200);
        let person = world.get("/api/v1/session", &admin).await.json();
        let own = format!("/api/v1/access/{}", person["id"].as_str().unwrap());
        assert_eq!(world.ask(Ask::new("DELETE", &own).cookie(&admin)).await.tag(), "own-access");
    });
}

#[test]
fn an_admin_who_makes_someone_inactive_shuts_them_out() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let bob = world.hire(&admin, "Bob", "bob@acme.example").await;
        let cookie = world.let_in(&admin, &bob).await;
        world.create(&admin, "employee", &bob, &json!({ "active": {"bool": false} })).await;
        assert_eq!(world.get("/api/v1/pull?seq=0&scope=1", &cookie).await.tag(), "disabled");
        assert_eq!(world.sign_in("bob@acme.example", PASSWORD).await.tag(), "disabled");
    });
}
