//! The files: how each was read, what its rows become.

use super::accept::{become_entity, reread};
use super::handle::{File, Import};
use super::words::{note_words, read_error_words};
use crate::ui::value::entity_many;
use crate::ui::{Icon, IconButton, Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::export::FileFormat;
use outrider_app::import::{ReadOptions, Sheet};

/// Encodings offered where the guess was wrong.
const ENCODINGS: [&str; 6] = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "windows-1251", "macintosh"];
const DELIMITERS: [(char, &str); 4] =
    [(',', "import-comma"), (';', "import-semicolon"), ('\t', "import-tab"), ('|', "import-bar")];
/// What is never made from a file by hand.
const NOT_OFFERED: [&str; 3] = ["view", "read_rule", "workspace"];

#[component]
pub fn Files(import: Import) -> impl IntoView {
    let seen = move || {
        import
            .files
            .with(|files| files.iter().map(|file| (file.number, file.options.clone())).collect::<Vec<_>>())
    };
    let listed = Memo::new(move |_| seen());
    view! {
        <div class="files">
            {move || listed.get().into_iter().filter_map(|(number, _)| {
                let file = import.files.with_untracked(|files| files.iter().find(|file| file.number == number).cloned())?;
                Some(view! { <One import file/> })
            }).collect_view()}
        </div>
    }
}

#[component]
fn One(import: Import, file: File) -> impl IntoView {
    let number = file.number;
    let remove = t_with("remove-one", &[("name", file.name.clone().into())]);
    let told = match file.sheet.as_ref() {
        Ok(sheet) => view! { <How import file=file.clone() sheet=sheet.clone()/> }.into_any(),
        Err(error) => {
            let error = error.clone();
            view! { <Note tone=Tone::Bad words=Signal::derive(move || read_error_words(&error))/> }.into_any()
        }
    };
    let becomes = if file.sheet.is_ok() {
        view! { <Became import number/> }.into_any()
    } else {
        view! { <span></span> }.into_any()
    };
    let rows = file.sheet.as_ref().as_ref().ok().map(|sheet| {
        let written = if sheet.format.is_text() {
            sheet.encoding.clone()
        } else {
            t(&format!("format-{}", sheet.format.tag()))
        };
        (sheet.rows.len(), written)
    });
    view! {
        <div class="file">
            <Icon name="file"/>
            <div class="cut">
                <b>{file.name.clone()}</b> " "
                <span class="faint">
                    {rows.map(|(rows, written)| format!("{} · {written}", t_with("import-rows", &[("count", rows.into())])))}
                </span>
            </div>
            {becomes}
            <IconButton icon="close" label=remove on_click=move |_| import.remove(number)/>
        </div>
        {told}
    }
}

/// What the rows become.
#[component]
fn Became(import: Import, number: u64) -> impl IntoView {
    let entity = Memo::new(move |_| {
        import
            .files
            .with(|files| files.iter().find(|file| file.number == number)?.mapping.as_ref()?.entity.clone())
    });
    let offered = import.app.registry().entities().filter(|def| !NOT_OFFERED.contains(&def.id.as_ref()));
    let choose = move |event| {
        let chosen = event_target_value(&event);
        become_entity(import, number, Some(chosen).filter(|chosen| !chosen.is_empty()));
    };
    view! {
        <select aria-label=move || t("import-entity") on:change=choose>
            <option value="" selected=move || entity.get().is_none()>{move || t("import-leave-out")}</option>
            {offered.map(|def| view! {
                <option value=def.id.as_ref() selected=move || entity.get().as_deref() == Some(def.id.as_ref())>
                    {move || entity_many(&def.id)}
                </option>
            }).collect_view()}
        </select>
    }
}

/// How the file was read, and what was odd; changed where the guess was wrong.
#[component]
fn How(import: Import, file: File, sheet: Sheet) -> impl IntoView {
    let (number, options) = (file.number, StoredValue::new(file.options));
    let change = move |change: &dyn Fn(&mut ReadOptions)| {
        let mut changed = options.get_value();
        change(&mut changed);
        reread(import, number, changed);
    };
    let (encoding, delimiter, header) = (sheet.encoding.to_lowercase(), sheet.delimiter, sheet.has_header);
    let known = ENCODINGS.contains(&encoding.as_str());
    let other = (!known).then(|| encoding.clone());
    let notes = sheet.notes.clone();
    // A workbook says how it is written; cards and calendars have neither columns nor a header.
    let format = sheet.format;
    let has_encoding = format != FileFormat::Xlsx;
    let has_header = matches!(format, FileFormat::Csv | FileFormat::Xlsx);
    view! {
        <details>
            <summary>{move || t("import-how")}</summary>
            <div class="fields two">
                {has_encoding.then(|| view! { <label class="field">
                    <span class="label">{move || t("import-encoding")}</span>
                    <select on:change=move |event| { let to = event_target_value(&event); change(&|o| o.encoding = Some(to.clone())) }>
                        {other.into_iter().chain(ENCODINGS.map(str::to_owned)).map(|one| {
                            let selected = one == encoding;
                            view! { <option value=one.clone() selected=selected>{one.to_uppercase()}</option> }
                        }).collect_view()}
                    </select>
                </label> })}
                {format.is_text().then(|| view! { <label class="field">
                    <span class="label">{move || t("import-delimiter")}</span>
                    <select on:change=move |event| { let to = event_target_value(&event).chars().next(); change(&|o| o.delimiter = to) }>
                        {DELIMITERS.map(|(one, words)| view! {
                            <option value=one.to_string() selected=one == delimiter>{move || t(words)}</option>
                        })}
                    </select>
                </label> })}
                {has_header.then(|| view! { <label class="check full">
                    <input type="checkbox" checked=header on:change=move |_| change(&|o| o.header = Some(!header))/>
                    " " {move || t("import-header")}
                </label> })}
            </div>
        </details>
        {notes.into_iter().map(|note| view! {
            <p class="faint">{move || note_words(&note)}</p>
        }).collect_view()}
    }
}
