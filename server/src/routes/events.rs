//! `GET /api/v1/events`: says where the order stands, at once and whenever it moves. Clients pull.

use super::fault::Fault;
use super::guard::User;
use crate::auth::sessions::Token;
use crate::state::App;
use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::{Stream, stream};
use outrider_app::id::Seq;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, sleep_until};

/// How often a quiet stream says that it lives.
const ALIVE: Duration = Duration::from_secs(15);
/// How often an open stream asks whether its session still stands.
const CHECK: Duration = Duration::from_secs(20);

/// A busy order is told of a few times a second: each time, every device asks for what is new.
const PACE: Duration = Duration::from_millis(200);

struct Watch {
    told: Option<Instant>,
    app: App,
    token: Token,
    head: watch::Receiver<Seq>,
    sessions: watch::Receiver<u64>,
    ending: watch::Receiver<bool>,
    check: Interval,
}

/// `data: {"head":N}` per move. The stream ends with the session and with the server.
pub async fn events(
    State(app): State<App>,
    user: User,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    let mut head = app.engine.head();
    head.mark_changed();
    let mut check = interval(CHECK);
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    check.reset();
    let watch = Watch {
        token: user.token,
        sessions: app.auth.changed(),
        ending: app.ending.clone(),
        head,
        check,
        app,
        told: None,
    };
    let events = stream::unfold(watch, |mut watch| async {
        let event = watch.next().await?;
        Some((Ok(event), watch))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)))
}

impl Watch {
    async fn next(&mut self) -> Option<Event> {
        if let Some(told) = self.told {
            sleep_until(told + PACE).await;
        }
        loop {
            tokio::select! {
                moved = self.head.changed() => {
                    moved.ok()?;
                    self.told = Some(Instant::now());
                    let head = *self.head.borrow_and_update();
                    return Some(Event::default().data(format!("{{\"head\":{head}}}")));
                }
                _ = self.ending.wait_for(|ending| *ending) => return None,
                ended = self.sessions.changed() => ended.ok()?,
                _ = self.check.tick() => {}
            }
            if matches!(self.app.auth.who(&self.token).await, Err(error) if error.ends_session()) {
                return None;
            }
        }
    }
}
