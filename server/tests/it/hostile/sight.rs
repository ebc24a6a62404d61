//! A record that one may not see is answered like one that is not there, and appears in nothing.

use super::check::{is_ours, tells_nothing};
use super::office::{NAMED, Office, SECRET};
use super::table::Speaks;
use crate::http::{Answer, Ask};
use crate::world::run;
use outrider_app::pack::decode_chunk;
use outrider_app::protocol::{Frame, Page, Snapshot};
use outrider_app::registry::{EntityAccess, EntityDef, FieldDef, Kind, Registry};
use serde_json::{Value, json};

/// What an answer says, but for the id that was asked for and the time.
fn said(answer: &Answer, id: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = answer.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("date"));
    (answer.status, headers.cloned().collect(), answer.text().replace(id, "ID"))
}

#[test]
fn a_record_out_of_sight_is_answered_like_none() {
    run(async {
        let office = Office::open().await;
        for (entity, hidden) in &office.hidden {
            let nobody = uuid::Uuid::new_v4().to_string();
            for (method, path) in [("GET", "history"), ("DELETE", "access")] {
                let ask = async |id: &str, cookie: &str| {
                    let ask = Ask::new(method, &format!("/api/v1/{path}/{id}"));
                    said(&office.world.ask(ask.cookie(cookie)).await, id)
                };
                let (bob, eve) = (&office.bob, &office.eve);
                assert_eq!(ask(hidden, bob).await, ask(&nobody, bob).await, "{method} {path} {entity}");
                // It is there for Eve: what Bob is not told could have been told.
                assert_eq!(ask(hidden, eve).await == ask(&nobody, eve).await, path == "access", "{entity}");
            }
            for changes in every_change() {
                let change = async |id: &str| office.change(&office.bob, entity, id, &changes).await;
                assert_eq!(change(hidden).await, change(&nobody).await, "{entity} {changes}");
            }
            let change = async |id: &str| office.change(&office.eve, entity, id, &every_change()[2]).await;
            assert_ne!(change(hidden).await, change(&nobody).await, "{entity}");
            // Only that an id is taken must be told to whoever would make a record of it.
            let create = json!([{ "op": "create", "base": {"seq": 0} }]);
            let refused = office.change(&office.bob, entity, hidden, &create).await;
            assert_eq!(refused, json!({ "rejected": { "why": "forbidden" } }), "{entity}");
        }
    });
}

/// Every change to a record that must be there.
fn every_change() -> Vec<Value> {
    let set = |field: &str, value: Value| json!([{ "op": "set", "field": field, "value": value, "base": {"seq": 3} }]);
    vec![
        set("name", json!({ "text": "x" })),
        set("owner", json!("none")),
        set("no_such_field", json!("none")),
        set("created_by", json!("none")),
        set("name", json!({ "number": "1" })),
        json!([{ "op": "add", "field": "tags", "value": {"text": "x"}, "base": {"own": 1} }]),
        json!([{ "op": "remove", "field": "tags", "value": {"text": "x"}, "base": {"own": 1} }]),
        json!([{ "op": "delete", "base": {"seq": 0} }]),
        json!([{ "op": "restore", "base": {"seq": 0} }]),
        json!([]),
    ]
}

#[test]
fn a_reference_to_a_record_out_of_sight_is_judged_by_nothing_that_it_is() {
    run(async {
        let office = Office::open().await;
        let mut told = 0;
        let written = |def: &&EntityDef| def.access == EntityAccess::OwnAndTeam;
        for def in Registry::standard().entities().filter(written) {
            let points = |field: &&FieldDef| matches!(field.kind, Kind::Ref(_)) && !field.many;
            // What it hangs on is asked for the right to write as well.
            let hangs = |field: &&FieldDef| !def.parents.contains(&field.id);
            for field in def.fields.iter().filter(points).filter(hangs) {
                let point = async |id: &str| {
                    let own = uuid::Uuid::new_v4().to_string();
                    let fields = json!({ &*field.id: { "ref": id } });
                    let answer = office.world.create(&office.bob, &def.id, &own, &fields).await;
                    answer["outcomes"][0]["result"].to_string().replace(id, "ID")
                };
                let none = point(&uuid::Uuid::new_v4().to_string()).await;
                for (entity, hidden) in &office.hidden {
                    assert_eq!(point(hidden).await, none, "{} {} {entity}", def.id, field.id);
                }
                for (_, own) in &office.own {
                    told += usize::from(point(own).await.contains("target"));
                }
            }
        }
        assert!(told > 0, "what he sees is judged");
    });
}

#[test]
fn no_segment_of_anothers_can_be_told_from_none() {
    run(async {
        let office = Office::open().await;
        let own = snapshot(&office, &office.bob).await.segments;
        let mut others = 0;
        for segment in snapshot(&office, &office.admin).await.segments {
            if own.contains(&segment) {
                continue;
            }
            others += 1;
            let none = "0".repeat(segment.name.len());
            let get = async |name: &str| {
                said(&office.world.get(&format!("/api/v1/segments/{name}"), &office.bob).await, name)
            };
            assert_eq!(get(&segment.name).await, get(&none).await);
            let path = format!("/api/v1/segments/{}", segment.name);
            assert_eq!(office.world.get(&path, &office.admin).await.status, 200);
        }
        assert!(others > 0, "the admin sees more than Bob");
    });
}

/// The one of a person's segments that holds this record.
async fn holding(office: &Office, cookie: &str, id: &str) -> Option<String> {
    for segment in snapshot(office, cookie).await.segments {
        let path = format!("/api/v1/segments/{}", segment.name);
        let bytes = office.world.get(&path, cookie).await.body;
        if decode_chunk(&bytes).unwrap().iter().any(|record| record.id.to_string() == id) {
            return Some(path);
        }
    }
    None
}

#[test]
fn a_segment_is_given_no_more_once_what_it_holds_may_have_left_sight() {
    run(async {
        let mut office = Office::on_disk().await;
        let (_, own) = office.own[0].clone();
        let path = holding(&office, &office.bob, &own).await.expect("his own company");
        office.world.restart().await;
        assert_eq!(office.world.get(&path, &office.bob).await.status, 200, "nothing has left");
        // He begins a first sync, and meanwhile the company becomes Eve's.
        let begun = snapshot(&office, &office.bob).await;
        let owner = json!([{ "op": "set", "field": "owner", "value": {"ref": office.eve_id}, "base": {"seq": begun.head} }]);
        assert_eq!(office.change(&office.admin, "company", &own, &owner).await, "accepted");
        assert_eq!(office.world.get(&path, &office.bob).await.status, 200, "he may bring it to its end");
        office.world.restart().await;
        let none = format!("/api/v1/segments/{}", "0".repeat(64));
        let (left, none) =
            (office.world.get(&path, &office.bob).await, office.world.get(&none, &office.bob).await);
        assert_eq!((left.status, left.text()), (404, none.text()));
        // A new snapshot goes on without it, and every segment of that one is there.
        assert_eq!(holding(&office, &office.bob, &own).await, None);
        for segment in snapshot(&office, &office.bob).await.segments {
            let path = format!("/api/v1/segments/{}", segment.name);
            assert_eq!(office.world.get(&path, &office.bob).await.status, 200);
        }
    });
}

#[test]
fn nothing_that_bob_can_pull_tells_of_what_is_hidden() {
    run(async {
        let office = Office::open().await;
        let head = head(&office).await;
        let mut named = 0;
        for seq in 0..=head + 1 {
            for scope in 0..=8 {
                let path = format!("/api/v1/pull?seq={seq}&scope={scope}&limit=3");
                let answer = office.world.get(&path, &office.bob).await;
                is_ours(Speaks::Api, &answer, &path);
                tells_nothing(&office, &answer, &path);
                named += usize::from(answer.text().contains(NAMED));
                assert!(answer.status == 409 || Page::read(&answer.text()).is_some(), "{path}");
            }
        }
        assert!(named > 0, "what his own company points to is named");
        let pulled = office.world.get("/api/v1/pull?seq=0&scope=1&limit=5000", &office.eve).await;
        assert!(pulled.text().contains(SECRET), "Eve is told what he is not");
        let answer = office.world.get("/api/v1/snapshot", &office.bob).await;
        tells_nothing(&office, &answer, "snapshot");
        let snapshot: Snapshot = serde_json::from_slice(&answer.body).unwrap();
        for segment in snapshot.segments {
            let path = format!("/api/v1/segments/{}", segment.name);
            tells_nothing(&office, &office.world.get(&path, &office.bob).await, &path);
        }
        for (_, id) in &office.own {
            let path = format!("/api/v1/history/{id}");
            tells_nothing(&office, &office.world.get(&path, &office.bob).await, &path);
        }
    });
}

#[test]
fn whoever_points_to_a_record_out_of_sight_is_told_its_name_and_nothing_else() {
    run(async {
        let office = Office::open().await;
        let before = head(&office).await;
        let (_, hidden) = &office.hidden[0];
        let (_, own) = &office.own[1];
        let customer =
            json!([{ "op": "set", "field": "customer", "value": {"ref": hidden}, "base": {"seq": before} }]);
        assert_eq!(office.change(&office.bob, "deal", own, &customer).await, "accepted");
        let scope = snapshot(&office, &office.bob).await.cursor.scope;
        let path = format!("/api/v1/pull?seq={before}&scope={scope}");
        let answer = office.world.get(&path, &office.bob).await;
        let page = Page::read(&answer.text()).unwrap();
        let kinds = page.frames.iter().map(|frame| match frame {
            Frame::Labels(labels) => labels.values().cloned().collect(),
            Frame::Entry(entry) if entry.record.to_string() == *own => "own".to_owned(),
            Frame::Cursor { .. } => "end".to_owned(),
            other => format!("{other:?}"),
        });
        assert_eq!(kinds.collect::<Vec<_>>(), ["own", "Zanzibar Ltd", "end"]);
    });
}

async fn snapshot(office: &Office, cookie: &str) -> Snapshot {
    serde_json::from_slice(&office.world.get("/api/v1/snapshot", cookie).await.body).unwrap()
}

async fn head(office: &Office) -> u64 {
    let pulled = office.world.get("/api/v1/pull?seq=0&scope=1&limit=1", &office.admin).await;
    Page::read(&pulled.text()).unwrap().head
}
