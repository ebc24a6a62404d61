//! Pages of a pull, one after the other into one device: a page is taken whole or not at all, and
//! what the device holds in memory after it is what its store says when it is read anew.

use crate::simulation::device::Phone;
use outrider_app::id::RecordId;
use outrider_app::protocol::Page;

pub fn run(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut phone = Phone::new(1, RecordId::derived(&["fuzz", "0"]));
    // A form feed stands between pages.
    for text in text.split('\u{c}') {
        let Some(page) = Page::read(text) else { continue };
        assert_eq!(Page::read(&written(&page)).as_ref(), Some(&page));
        let cut = page.frames.iter().take(page.frames.len() - 1).map(line).collect::<String>();
        assert_eq!(Page::read(&cut), None, "half a page was taken");
        let step = phone.device.apply(&phone.base, phone.device.cursor, &page.frames);
        assert_eq!(step.cursor, Some(page.cursor));
        phone.commit(&step);
        let read = Phone::open(phone.store.clone());
        assert_eq!(read.base, phone.base);
        assert_eq!(read.device, phone.device);
    }
}

fn written(page: &Page) -> String {
    page.frames.iter().map(line).collect()
}

fn line(frame: &outrider_app::protocol::Frame) -> String {
    serde_json::to_string(frame).expect("can be said") + "\n"
}
