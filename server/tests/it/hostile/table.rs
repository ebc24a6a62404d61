//! Every address of the server with the methods it takes. A test compares it with the router's own
//! list, so that a new route is asked hostile questions too.

/// What an answer looks like where it is not the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// A refusal in JSON.
    Api,
    /// A page, or a line of text.
    Pages,
}

/// One address.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub path: &'static str,
    pub methods: &'static [&'static str],
    pub speaks: Speaks,
}

const fn api(path: &'static str, methods: &'static [&'static str]) -> Route {
    Route { path, methods, speaks: Speaks::Api }
}

const fn page(path: &'static str, methods: &'static [&'static str]) -> Route {
    Route { path, methods, speaks: Speaks::Pages }
}

const GET: &[&str] = &["GET", "HEAD"];
const POST: &[&str] = &["POST"];

pub const ROUTES: [Route; 12] = [
    page("/health", GET),
    page("/join/{token}", &["GET", "HEAD", "POST"]),
    api("/api/v1/session", &["GET", "HEAD", "POST", "DELETE"]),
    api("/api/v1/setup", POST),
    api("/api/v1/access", POST),
    api("/api/v1/access/{employee}", &["DELETE"]),
    api("/api/v1/push", POST),
    api("/api/v1/pull", GET),
    api("/api/v1/snapshot", GET),
    api("/api/v1/segments/{name}", GET),
    api("/api/v1/history/{record}", GET),
    api("/api/v1/events", GET),
];

/// Addresses that lead nowhere, or to a file.
pub const ELSEWHERE: [Route; 6] = [
    api("/api/", &[]),
    api("/api/v1/{name}", &[]),
    api("/api/v2/push", &[]),
    page("/", GET),
    page("/{name}", GET),
    page("/pkg/{name}.js", GET),
];

pub const METHODS: [&str; 9] =
    ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

/// An address with this in place of what differs.
pub fn filled(path: &str, part: &str) -> String {
    let Some((before, rest)) = path.split_once('{') else { return path.to_owned() };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    format!("{before}{part}{after}")
}
