//! The long-lived protocol: push, pull, snapshot, history and events.

use crate::http::Ask;
use crate::world::{World, push, run};
use outrider_app::protocol::{Frame, Segment, Snapshot};
use serde_json::json;
use std::time::Duration;
use tokio::io::AsyncReadExt as _;
use tokio::time::timeout;

fn frames(text: &str) -> Vec<Frame> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn what_one_pushes_another_pulls_once() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let bob = world.hire(&admin, "Bob", "bob@acme.example").await;
        let bob = world.let_in(&admin, &bob).await;
        let id = uuid::Uuid::new_v4().to_string();
        let work = push("company", &id, &json!({ "name": {"text": "Müller & Söhne"} }));
        let first = world.post_as(&bob, "/api/v1/push", &work).await.json();
        let again = world.post_as(&bob, "/api/v1/push", &work).await.json();
        assert_eq!(first["outcomes"], again["outcomes"], "a retry is harmless");
        assert_eq!(first["head"], again["head"]);
        let mut seq = 0;
        let mut seen = 0;
        loop {
            let answer = world.get(&format!("/api/v1/pull?seq={seq}&scope=1&limit=2"), &admin).await;
            assert_eq!(answer.header("content-type"), Some("application/x-ndjson"));
            let frames = frames(&answer.text());
            seen += frames
                .iter()
                .filter(|frame| matches!(frame, Frame::Entry(entry) if entry.record.to_string() == id))
                .count();
            let Some(Frame::Cursor { cursor, head }) = frames.last() else { panic!("no cursor: {frames:?}") };
            seq = cursor.seq;
            if seq == *head {
                break;
            }
        }
        assert_eq!(seen, 1);
        let history = world.get(&format!("/api/v1/history/{id}"), &admin).await.json();
        assert_eq!(history.as_array().unwrap().len(), 1);
    });
}

#[test]
fn many_push_at_once_and_the_order_is_dense() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let pushes: Vec<_> = (0..40)
            .map(|i| {
                push(
                    "company",
                    &uuid::Uuid::new_v4().to_string(),
                    &json!({ "name": {"text": format!("Company {i}")} }),
                )
            })
            .collect();
        let answers =
            futures::future::join_all(pushes.iter().map(|push| world.post_as(&admin, "/api/v1/push", push)))
                .await;
        let mut seqs: Vec<u64> =
            answers.iter().map(|answer| answer.json()["outcomes"][0]["seq"].as_u64().unwrap()).collect();
        seqs.sort_unstable();
        let first = seqs[0];
        assert_eq!(seqs, (first..first + 40).collect::<Vec<_>>());
    });
}

#[test]
fn first_sync_gives_segments_to_whom_they_belong() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let bob = world.hire(&admin, "Bob", "bob@acme.example").await;
        let bob = world.let_in(&admin, &bob).await;
        let id = uuid::Uuid::new_v4().to_string();
        world
            .create(
                &admin,
                "view",
                &id,
                &json!({ "name": {"text": "Mine alone"}, "entity": {"text": "deal"} }),
            )
            .await;
        let snapshot: Snapshot =
            serde_json::from_slice(&world.get("/api/v1/snapshot", &admin).await.body).unwrap();
        assert!(snapshot.cursor.seq > 0 && snapshot.scope.active);
        let path = |segment: &Segment| format!("/api/v1/segments/{}", segment.name);
        let mut holding = None;
        for segment in &snapshot.segments {
            let plain = world.get(&path(segment), &admin).await;
            assert_eq!((plain.status, plain.body.len() as u64), (200, segment.bytes));
            let records = outrider_app::pack::decode_chunk(&plain.body).unwrap();
            assert_eq!(records.len() as u64, segment.records);
            let holds = records.iter().any(|record| record.id.to_string() == id);
            holding = holding.or_else(|| holds.then(|| path(segment)));
        }
        let path = holding.unwrap();
        assert_eq!(world.get(&path, &bob).await.status, 404, "it holds the admin's own view");
        let again: Snapshot =
            serde_json::from_slice(&world.get("/api/v1/snapshot", &admin).await.body).unwrap();
        assert_eq!(again, snapshot, "cut once");
        let history = world.get(&format!("/api/v1/history/{id}"), &bob).await;
        assert_eq!(history.status, 404);
    });
}

#[test]
fn the_event_stream_says_where_the_order_stands_and_ends_with_the_server() {
    run(async {
        let (world, admin) = World::with_admin().await;
        let mut stream = Ask::new("GET", "/api/v1/events").cookie(&admin).open(world.addr).await;
        let mut text = String::new();
        let mut until = async |words: &str| {
            while !text.contains(words) {
                let mut bytes = [0; 4096];
                let read = timeout(Duration::from_secs(5), stream.read(&mut bytes)).await;
                let read = read.unwrap_or_else(|_| panic!("no {words:?} in {text}")).unwrap();
                assert!(read > 0, "ended early: {text}");
                text += &String::from_utf8_lossy(&bytes[..read]);
            }
        };
        until("data: {\"head\":4}").await;
        world
            .create(&admin, "company", &uuid::Uuid::new_v4().to_string(), &json!({ "name": {"text": "New"} }))
            .await;
        until("data: {\"head\":5}").await;
        timeout(Duration::from_secs(4), world.stop()).await.unwrap();
        let mut rest = Vec::new();
        timeout(Duration::from_secs(1), stream.read_to_end(&mut rest)).await.unwrap().unwrap();
    });
}

#[test]
#[ignore = "a measurement"]
fn measure() {
    run(async {
        let (world, admin) = World::start_with(None, |_| ()).await.set_up().await;
        for clients in [1_usize, 10, 50] {
            let begun = std::time::Instant::now();
            let client = async |c: usize| {
                for i in 0..20 {
                    let name = json!({ "name": {"text": format!("Company {c} {i}")} });
                    world.create(&admin, "company", &uuid::Uuid::new_v4().to_string(), &name).await;
                }
            };
            futures::future::join_all((0..clients).map(client)).await;
            let took = begun.elapsed();
            println!("{clients} clients: {:.0} pushes/s", clients as f64 * 20.0 / took.as_secs_f64());
        }
        let begun = std::time::Instant::now();
        let answer = world.get("/api/v1/pull?seq=0&scope=1&limit=1000", &admin).await;
        println!("pull of 1000: {:?}, {} bytes", begun.elapsed(), answer.body.len());
        let begun = std::time::Instant::now();
        world.get("/api/v1/session", &admin).await;
        println!("session: {:?}", begun.elapsed());
        let begun = std::time::Instant::now();
        world.get("/api/v1/snapshot", &admin).await;
        println!("snapshot: {:?}", begun.elapsed());
        world.stop().await;
    });
}
