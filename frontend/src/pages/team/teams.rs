//! People by team, teams under those they belong to, people without one last.

use super::person::Person;
use crate::state::{App, use_app};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::id::RecordId;

/// Deeper teams are listed all the same, not deeper.
const DEPTH: usize = 5;

/// A team with its depth and its people; `None` for people without a team.
type Group = (Option<RecordId>, usize, Vec<RecordId>);

fn groups(app: App) -> Vec<Group> {
    let teams = app.list(&Query::all("team"));
    let people = app.list(&Query::all("employee"));
    let team_of = |id: &RecordId| app.record(*id).and_then(|person| person.reference("team"));
    let of =
        |team: Option<RecordId>| people.iter().copied().filter(|id| team_of(id) == team).collect::<Vec<_>>();
    let parent = |team: &RecordId| {
        app.record(*team).and_then(|team| team.reference("parent")).filter(|parent| teams.contains(parent))
    };
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Vec<(RecordId, usize)> =
        teams.iter().rev().filter(|team| parent(team).is_none()).map(|team| (*team, 0)).collect();
    while let Some((team, depth)) = open.pop() {
        if groups.iter().any(|(known, _, _)| *known == Some(team)) {
            continue;
        }
        groups.push((Some(team), depth, of(Some(team))));
        if depth < DEPTH {
            open.extend(
                teams
                    .iter()
                    .rev()
                    .filter(|below| parent(below) == Some(team))
                    .map(|below| (*below, depth + 1)),
            );
        }
    }
    // Teams in a circle hang on none of the others.
    for team in teams
        .iter()
        .filter(|team| !groups.iter().any(|(known, _, _)| *known == Some(**team)))
        .copied()
        .collect::<Vec<_>>()
    {
        groups.push((Some(team), 0, of(Some(team))));
    }
    let listed = |id: &RecordId| team_of(id).is_some_and(|team| teams.contains(&team));
    let without: Vec<RecordId> = people.iter().copied().filter(|id| !listed(id)).collect();
    if !without.is_empty() {
        groups.push((None, 0, without));
    }
    groups
}

#[component]
pub fn Teams(admin: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let groups = Memo::new(move |_| groups(app));
    view! {
        <For each=move || groups.get() key=|group| group.clone() children=move |(team, _, people)| view! {
            <section class="section">
                <h2>
                    {match team {
                        Some(team) => view! { <a href=format!("/record/team/{team}")>{move || app.title(team)}</a> }.into_any(),
                        None => (move || t("team-none")).into_any(),
                    }}
                    " " <span class="count">{people.len()}</span>
                    {team.map(|team| view! { <span class="count under">{move || under(app, team)}</span> })}
                </h2>
                <For each={ let people = people.clone(); move || people.clone() } key=|id| *id children=move |id| view! { <Person id admin/> }/>
            </section>
        }/>
    }
}

/// "in North, led by Cecily".
fn under(app: App, team: RecordId) -> String {
    let Some(record) = app.record(team) else { return String::new() };
    let named =
        |field: &str| record.reference(field).map(|id| app.title(id)).filter(|title| !title.is_empty());
    let part = |key: &str, name: String| t_with(key, &[("name", name.into())]);
    let parts =
        [named("parent").map(|name| part("team-in", name)), named("lead").map(|name| part("team-led", name))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
