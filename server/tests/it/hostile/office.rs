//! A workspace with something to hide: Bob, a rep, reads his own customers only; all of Eve's carry
//! a word that nobody but her and the admin may ever be told.

use crate::world::{World, push};
use outrider_app::id::RecordId;
use serde_json::{Value, json};

/// Stands in every text of every record that Bob may not see.
pub const SECRET: &str = "Zanzibar";
/// Stands in the name of a record that he may not see, and that his own points to.
pub const NAMED: &str = "Nomenclature";

pub struct Office {
    pub world: World,
    pub admin: String,
    pub bob: String,
    pub bob_id: String,
    pub eve: String,
    pub eve_id: String,
    /// A session that was ended, and one whose owner lost access.
    pub ended: String,
    pub disabled: String,
    /// Records that Bob has never seen, and may not.
    pub hidden: Vec<(&'static str, String)>,
    /// Records of his own.
    pub own: Vec<(&'static str, String)>,
}

impl Office {
    pub async fn open() -> Self {
        Self::in_world(World::start_with(Some("mem://"), crate::site::build).await).await
    }

    /// One whose server can be restarted.
    pub async fn on_disk() -> Self {
        Self::in_world(World::start_with(None, |_| ()).await).await
    }

    async fn in_world(world: World) -> Self {
        let (world, admin) = world.set_up().await;
        let mut people = Vec::new();
        for name in ["bob", "eve", "dan"] {
            let id = world.hire(&admin, name, &format!("{name}@acme.example")).await;
            people.push((world.let_in(&admin, &id).await, id));
        }
        let [(bob, bob_id), (eve, eve_id), (disabled, dan)]: [(String, String); 3] =
            people.try_into().unwrap();
        let ended = world.sign_in("bob@acme.example", crate::world::PASSWORD).await.cookie().unwrap();
        let out = crate::http::Ask::new("DELETE", "/api/v1/session").cookie(&ended);
        assert_eq!(world.ask(out).await.status, 204);
        let away = crate::http::Ask::new("DELETE", &format!("/api/v1/access/{dan}")).cookie(&admin);
        assert_eq!(world.ask(away).await.status, 204);
        let mut office = Self {
            world,
            admin,
            bob,
            bob_id,
            eve,
            eve_id,
            ended,
            disabled,
            hidden: Vec::new(),
            own: Vec::new(),
        };
        // What he could see before the rules narrowed it is not hidden: the rules come first here,
        // but his scope was another before them.
        for entity in ["company", "contact", "deal", "activity", "task"] {
            office.narrow(entity).await;
        }
        office.fill().await;
        office
    }

    async fn narrow(&self, entity: &str) {
        let fields = json!({ "entity": {"text": entity}, "role": {"text": "rep"}, "reach": {"text": "own"} });
        self.make(&self.admin, "read_rule", &fields).await;
    }

    async fn fill(&mut self) {
        let eve = self.eve.clone();
        let text = |text: &str| json!({ "text": text });
        let secret = |what: &str| text(&format!("{SECRET} {what}"));
        let company =
            self.make(&eve, "company", &json!({ "name": secret("Ltd"), "remarks": secret("owes") })).await;
        let contact = json!({ "family_name": secret("Doe"), "email": text(&format!("{SECRET}@x.example")), "company": {"ref": company} });
        let contact = self.make(&eve, "contact", &contact).await;
        let deal =
            self.make(&eve, "deal", &json!({ "name": secret("deal"), "customer": {"ref": company} })).await;
        let activity = json!({ "subject": secret("call"), "kind": text("call"), "customer": {"ref": company}, "text": secret("said") });
        let activity = self.make(&eve, "activity", &activity).await;
        let task = self.make(&eve, "task", &json!({ "title": secret("task"), "deal": {"ref": deal} })).await;
        let view = self.make(&eve, "view", &json!({ "name": secret("view"), "entity": text("deal") })).await;
        let gone = self.make(&eve, "company", &json!({ "name": secret("gone") })).await;
        self.change(&eve, "company", &gone, &json!([{ "op": "delete", "base": {"seq": 1_000_000} }])).await;
        let named = json!({ "name": text(NAMED), "remarks": secret("of the named") });
        let named = self.make(&eve, "company", &named).await;
        self.hidden = vec![
            ("company", company),
            ("contact", contact),
            ("deal", deal),
            ("activity", activity),
            ("task", task),
            ("view", view),
            ("company", gone),
        ];
        let bob = self.bob.clone();
        let own =
            self.make(&bob, "company", &json!({ "name": text("Bob's"), "parent": {"ref": named} })).await;
        let deal = self.make(&bob, "deal", &json!({ "name": text("Rope"), "customer": {"ref": own} })).await;
        self.own = vec![("company", own), ("deal", deal)];
    }

    /// Makes a record; gives its id.
    pub async fn make(&self, cookie: &str, entity: &str, fields: &Value) -> String {
        let id = uuid::Uuid::new_v4().to_string();
        let answer = self.world.create(cookie, entity, &id, fields).await;
        assert_eq!(answer["outcomes"][0]["result"], "accepted", "{entity} {answer}");
        id
    }

    /// Pushes one item with these changes; gives its outcome.
    pub async fn change(&self, cookie: &str, entity: &str, id: &str, changes: &Value) -> Value {
        let mut body = push(entity, id, &json!({}));
        body["units"][0]["items"][0]["changes"] = changes.clone();
        let answer = self.world.post_as(cookie, "/api/v1/push", &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()["outcomes"][0]["result"].clone()
    }

    /// The ids that Bob must not learn of.
    pub fn unknown_to_bob(&self) -> impl Iterator<Item = RecordId> {
        self.hidden.iter().filter_map(|(_, id)| RecordId::parse(id))
    }
}
