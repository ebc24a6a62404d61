//! What the browser says it is, as names a person knows.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Browser and system; empty where they are not known.
pub fn agent() -> (&'static str, &'static str) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return ("", "") };
    let text = navigator.user_agent().unwrap_or_default();
    (browser(&text, brands(&navigator).as_deref()), system(&text))
}

/// The brands a Chromium tells, in one line: by its text alone it passes for Chrome.
fn brands(navigator: &JsValue) -> Option<String> {
    let data = Reflect::get(navigator, &"userAgentData".into()).ok().filter(JsValue::is_object)?;
    let brands: Array = Reflect::get(&data, &"brands".into()).ok()?.dyn_into().ok()?;
    let names = brands.iter().filter_map(|brand| Reflect::get(&brand, &"brand".into()).ok()?.as_string());
    Some(names.collect::<Vec<_>>().join(";"))
}

fn browser(text: &str, brands: Option<&str>) -> &'static str {
    let bare = brands.is_some_and(|brands| brands.contains("Chromium") && !brands.contains("Google Chrome"));
    // Each of these calls itself by the names after it too.
    let known = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", if bare { "Chromium" } else { "Chrome" }),
        ("Safari/", "Safari"),
    ];
    first(text, &known)
}

fn system(text: &str) -> &'static str {
    let known = [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    first(text, &known)
}

fn first(text: &str, known: &[(&str, &'static str)]) -> &'static str {
    known.iter().find(|(sign, _)| text.contains(sign)).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINUX: &str = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    #[test]
    fn a_browser_is_told_from_those_it_passes_for() {
        assert_eq!((browser(LINUX, None), system(LINUX)), ("Chrome", "Linux"));
        assert_eq!(browser(LINUX, Some("Chromium;Not A Brand")), "Chromium");
        assert_eq!(browser(LINUX, Some("Google Chrome;Chromium")), "Chrome");
        assert_eq!(browser(&format!("{LINUX} Edg/131.0"), Some("Microsoft Edge;Chromium")), "Edge");
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1";
        assert_eq!((browser(phone, None), system(phone)), ("Safari", "iPhone"));
        assert_eq!((browser("curl/8", None), system("curl/8")), ("", ""));
    }
}
