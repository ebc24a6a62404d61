//! A server for one test, and what tests do with it again and again.

use crate::http::{Answer, Ask};
use outrider_server::server::{self, Running};
use outrider_server::settings::Settings;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::PathBuf;

pub const PASSWORD: &str = "correct horse battery";

/// A running server on an empty store; it and its folder go away with the test.
pub struct World {
    pub addr: SocketAddr,
    pub folder: PathBuf,
    settings: Settings,
    running: Option<Running>,
}

impl World {
    pub async fn start() -> Self {
        Self::start_with(Some("mem://"), |_| ()).await
    }

    /// One whose folder and settings are prepared; on disk where no database is named.
    pub async fn start_with(database: Option<&str>, prepare: impl FnOnce(&mut Settings)) -> Self {
        let folder = std::env::temp_dir().join(format!("outrider-it-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut settings =
            Settings::new(folder.clone(), database.map(str::to_owned), "127.0.0.1:0".to_owned());
        settings.site = Some(folder.join("nothing-built"));
        prepare(&mut settings);
        let running = server::start(settings.clone()).await.unwrap();
        Self { addr: running.addr, folder, settings, running: Some(running) }
    }

    /// Ends the server and starts it anew on the same folder.
    pub async fn restart(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
        let running = server::start(self.settings.clone()).await.unwrap();
        self.addr = running.addr;
        self.running = Some(running);
    }

    /// One with an admin. The cookie is theirs.
    pub async fn with_admin() -> (Self, String) {
        Self::start().await.set_up().await
    }

    pub async fn set_up(self) -> (Self, String) {
        let world = self;
        let answer = world.post("/api/v1/setup", &setup("ada@acme.example")).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        let cookie = answer.cookie().unwrap();
        (world, cookie)
    }

    pub async fn ask(&self, ask: Ask) -> Answer {
        ask.send(self.addr).await
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Ask::new("GET", path).cookie(cookie)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(Ask::new("POST", path).json(body)).await
    }

    pub async fn post_as(&self, cookie: &str, path: &str, body: &Value) -> Answer {
        self.ask(Ask::new("POST", path).cookie(cookie).json(body)).await
    }

    /// Makes an employee; gives their record's id.
    pub async fn hire(&self, admin: &str, name: &str, email: &str) -> String {
        let id = uuid::Uuid::new_v4().to_string();
        let fields = json!({ "name": {"text": name}, "email": {"text": email}, "role": {"text": "rep"}, "active": {"bool": true} });
        let answer = self.create(admin, "employee", &id, &fields).await;
        assert_eq!(answer["outcomes"][0]["result"], "accepted", "{answer}");
        id
    }

    /// Pushes one new record under a client id of its own.
    pub async fn create(&self, cookie: &str, entity: &str, id: &str, fields: &Value) -> Value {
        let answer = self.post_as(cookie, "/api/v1/push", &push(entity, id, fields)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    /// Gives someone access, and lets them choose their password; gives their cookie.
    pub async fn let_in(&self, admin: &str, employee: &str) -> String {
        let given = self.post_as(admin, "/api/v1/access", &json!({ "employee": employee })).await;
        assert_eq!(given.status, 201, "{}", given.text());
        let link = given.json()["link"].as_str().unwrap().to_owned();
        let answer = self.choose(&link, PASSWORD, PASSWORD).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.cookie().unwrap()
    }

    /// Fills in the form behind a link.
    pub async fn choose(&self, link: &str, password: &str, again: &str) -> Answer {
        let form =
            format!("username=x&password={}&again={}", password.replace(' ', "+"), again.replace(' ', "+"));
        let ask =
            Ask::new("POST", link).body(form).header("content-type", "application/x-www-form-urlencoded");
        self.ask(ask.header("origin", &format!("http://{}", self.addr))).await
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.post("/api/v1/session", &json!({ "email": email, "password": password })).await
    }

    /// Ends the server and waits for it.
    pub async fn stop(mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            tokio::spawn(running.stop());
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The body that creates the first admin.
pub fn setup(email: &str) -> Value {
    json!({
        "name": "Ada", "email": email, "password": PASSWORD, "workspace": "Acme",
        "pipeline": { "name": "Sales", "stages": [
            { "name": "Lead", "outcome": "open", "probability": 20 },
            { "name": "Won", "outcome": "won" },
        ] },
    })
}

/// A push of one new record.
pub fn push(entity: &str, id: &str, fields: &Value) -> Value {
    let mut changes = vec![json!({ "op": "create", "base": { "seq": 0 } })];
    for (field, value) in fields.as_object().unwrap() {
        changes.push(json!({ "op": "set", "field": field, "value": value, "base": { "seq": 0 } }));
    }
    let item = json!({ "n": 1, "entity": entity, "record": id, "at": now(), "changes": changes });
    let unit = json!({ "id": uuid::Uuid::new_v4(), "act": "create", "items": [item] });
    json!({ "client": uuid::Uuid::new_v4(), "now": now(), "units": [unit] })
}

pub fn now() -> i64 {
    outrider_server::clock::now()
}

/// SurrealDB's futures are deep: they want a bigger stack than a test thread has.
pub fn run<F: Future<Output = ()> + Send + 'static>(test: F) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_stack_size(10 * 1024 * 1024)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async { tokio::spawn(test).await.unwrap() });
}
