//! Address cards and calendars through the same path as every other file.

use super::support::*;
use crate::import::plan::{Plan, World};
use crate::import::read::Note;
use crate::import::{Book, Guesser, Here, Options, ReadOptions, Sheet, read_all};
use crate::record::Record;
use crate::value::Value;
use std::path::Path;

fn plan_file(book: &Book, file: &str, bytes: &[u8]) -> Plan {
    let sheets = read_all(file, bytes, &ReadOptions::default(), Here::default()).unwrap();
    plan_sheets(book, sheets)
}

fn plan_sheets(book: &Book, sheets: Vec<Sheet>) -> Plan {
    let mappings = Guesser { registry: registry(), book, usual: USUAL }.guess_all(&sheets);
    Plan::of(&World { registry: registry(), book }, sheets, mappings, Options::default())
}

const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nN:Lima;Ana;;;\nORG:Acme;Sales\nEMAIL;TYPE=pref:ana@x.example\nEMAIL:ana@y.example\n\
    UID:one\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Acme\nORG:Acme\nX-ABShowAs:COMPANY\nUID:two\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:3.0\nN:Berg;Bo;;;\nORG:Bolt\nBDAY:--0203\nEND:VCARD\n";

#[test]
fn people_come_in_with_the_companies_their_cards_name() {
    let book = Book::default();
    let planned = plan_file(&book, "phone.vcf", CARDS.as_bytes());
    let after = write(&book, &planned.drafts());
    let (ana, bo) = (named(&after, "contact", "Ana Lima"), named(&after, "contact", "Bo Berg"));
    let acme = named(&after, "company", "Acme");
    assert_eq!(ana.reference("company"), Some(acme.id));
    assert_eq!(bo.reference("company"), Some(named(&after, "company", "Bolt").id));
    assert_eq!(all(&after, "company").len(), 2, "a company with a card and one without");
    assert_eq!(
        (ana.text("email"), ana.value("more_emails")),
        ("ana@x.example", &Value::Set(["ana@y.example".to_owned()].into()))
    );
    assert_eq!((ana.text("external_key"), ana.text("source_system")), ("one", "vcard"));
    assert_eq!(bo.text("remarks"), "[birthday: --0203]", "a birthday without a year is no date, and is kept");
    assert_eq!(plan_file(&after, "another name.vcf", CARDS.as_bytes()).drafts(), [], "the same cards again");
}

#[test]
fn a_card_of_a_person_who_is_there_changes_what_differs() {
    let ana = Record::new(crate::id::RecordId::from_bytes([8; 16]), "contact")
        .with("family_name", Value::text("Lima"))
        .with("email", Value::text("ANA@x.example"));
    let book = Book::of(registry(), [ana.clone()]);
    let after = write(&book, &plan_file(&book, "phone.vcf", CARDS.as_bytes()).drafts());
    assert_eq!(named(&after, "contact", "Ana Lima").id, ana.id);
}

#[test]
fn events_come_in_once_whatever_the_file_is_called() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@x\nSUMMARY:Visit\nDTSTART:20260101T100000Z\nDTEND:20260101T110000Z\n\
        ATTENDEE:mailto:ana@x.example\nATTENDEE:mailto:nobody@x.example\nEND:VEVENT\n\
        BEGIN:VTODO\nUID:b@x\nSUMMARY:Call\nDUE;VALUE=DATE:20260105\nEND:VTODO\nEND:VCALENDAR\n";
    let people = plan_file(&Book::default(), "phone.vcf", CARDS.as_bytes());
    let book = write(&Book::default(), &people.drafts());
    let planned = plan_file(&book, "work.ics", text.as_bytes());
    assert_eq!(doubts(&planned), [("unknown_reference", "nobody@x.example", 1)]);
    let after = write(&book, &planned.drafts());
    let (visit, ana) = (named(&after, "activity", "Visit"), named(&after, "contact", "Ana Lima"));
    assert_eq!(visit.value("participants"), &Value::Set([ana.id.to_string()].into()));
    assert_eq!(visit.value("starts_at"), &Value::Time(1_767_261_600_000));
    assert_eq!(named(&after, "task", "Call").value("due_on"), &Value::Date(jiff::civil::date(2026, 1, 5)));
    assert_eq!(plan_file(&after, "other.ics", text.as_bytes()).drafts(), []);
    let moved = text.replace("T100000Z", "T103000Z");
    let drafts = plan_file(&after, "work.ics", moved.as_bytes()).drafts();
    assert_eq!(drafts.len(), 1, "{drafts:?}");
    assert_eq!(drafts[0].fields, [("starts_at".to_owned(), Value::Time(1_767_263_400_000))]);
}

#[test]
fn several_columns_of_one_list_are_one_list() {
    let text = "Last name,E-mail,E-mail 2,E-mail 3\nLima,a@x.example,b@x.example,c@x.example\n";
    let after = write(&Book::default(), &plan(&Book::default(), &[("contacts.csv", text)]).drafts());
    let more = ["b@x.example", "c@x.example"].map(str::to_owned);
    assert_eq!(named(&after, "contact", "Lima").value("more_emails"), &Value::Set(more.into()));
}

/// The real cards of `shared/data/vcard`, where they are present: contact, the cell's column, its text.
#[test]
fn real_cards_of_address_books_come_in_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/vcard");
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let read = |file: &str| {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        read_all(file, &bytes, &ReadOptions::default(), Here::default()).unwrap()
    };
    let (gmail, iphone, many, rfc) = (
        read("John_Doe_GMAIL.vcf"),
        read("John_Doe_IPHONE.vcf"),
        read("gmail-single2.vcf"),
        read("rfc6350-example.vcf"),
    );
    let sheets = [&gmail, &iphone, &many, &rfc];
    for sheets in sheets {
        assert_eq!((sheets.len(), sheets[0].rows.len()), (1, 1));
        assert_eq!(sheets[0].rows[0].trouble, None, "{:?}", sheets[0].rows[0]);
    }
    assert_eq!(iphone[0].notes, [Note::PhotosLeftOut { count: 1 }]);
    let contact = |sheets: Vec<Sheet>| {
        let after = write(&Book::default(), &plan_sheets(&Book::default(), sheets).drafts());
        let contact = all(&after, "contact").remove(0).clone();
        let company = contact
            .reference("company")
            .and_then(|id| after.records().find(|record| record.id == id).cloned());
        (contact, company.map(|company| company.text("name").to_owned()))
    };
    let (john, company) = contact(iphone);
    assert_eq!(
        (john.text("given_name"), john.text("family_name"), john.text("salutation")),
        ("John Richter James", "Doe", "Mr.")
    );
    assert_eq!(
        (john.text("email"), john.text("phone"), company.as_deref()),
        ("john.doe@ibm.com", "905-555-1234", Some("IBM"))
    );
    assert_eq!(john.value("birthday"), &Value::Date(jiff::civil::date(2012, 6, 6)));
    assert!(
        john.text("remarks").contains("[TEL AssistantPhone: 905-222-1234]")
            || john.value("more_phones").as_set().unwrap().contains("905-222-1234")
    );
    let (john, _) = contact(gmail);
    assert!(john.text("remarks").contains("Favotire Color: Blue"), "{}", john.text("remarks"));
    assert!(
        john.text("remarks").contains("ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE"),
        "the folds are gone"
    );
    let (test, _) = contact(many);
    assert_eq!(
        (test.text("email"), test.value("more_emails").as_set().unwrap().len()),
        ("email@example.com", 4)
    );
    assert_eq!((test.text("phone"), test.value("more_phones").as_set().unwrap().len()), ("5555551111", 7));
    assert_eq!(test.value("messaging").as_set().unwrap().len(), 8);
    let (simon, company) = contact(rfc);
    assert_eq!(
        (simon.text("phone"), simon.text("gender"), company.as_deref()),
        ("+1-418-656-9254 ext 102", "male", Some("Viagenie"))
    );
    assert!(simon.text("remarks").contains("[birthday: --0203]"), "{}", simon.text("remarks"));
}
