mod programs;

use super::*;
use crate::import::cell::{DateOrder, Decimals};
use crate::import::{Book, ReadOptions, read};
use crate::registry::Registry;

const USUAL: Usual = Usual {
    currency: Currency::EUR,
    dates: DateOrder::DayFirst,
    decimals: Decimals::Comma,
    zone_minutes: 60,
};

fn sheet(name: &str, text: &str) -> Sheet {
    read(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn guess(name: &str, text: &str) -> (Sheet, Mapping) {
    let sheet = sheet(name, text);
    let book = Book::default();
    let mapping = Guesser { registry: Registry::standard(), book: &book, usual: USUAL }.guess(&sheet);
    (sheet, mapping)
}

fn fields(mapping: &Mapping) -> Vec<String> {
    let name = |target: &Target| match target {
        Target::Ignore => "-".to_owned(),
        Target::Key => "key".to_owned(),
        Target::Id => "id".to_owned(),
        Target::Field(field) => field.clone(),
        Target::Part(field, part) => format!("{field}.{part}"),
        Target::Currency(field) => format!("{field}.currency"),
    };
    mapping.columns.iter().map(|column| name(&column.target)).collect()
}

#[test]
fn columns_are_understood_in_four_languages() {
    for (file, header, row) in [
        (
            "people.csv",
            "First Name,Last Name,Company,E-mail Address,Mobile,Birthday,Job Title",
            "Ana,Lima,Acme,a@b.example,+49 30 1234567,1990-01-31,CEO",
        ),
        (
            "kontakte.csv",
            "Vorname;Nachname;Firma;E-Mail;Handy;Geburtsdatum;Funktion",
            "Ana;Lima;Acme;a@b.example;+49 30 1234567;31.01.1990;CEO",
        ),
        (
            "contatos.csv",
            "Primeiro nome;Sobrenome;Empresa;E-mail;Celular;Data de nascimento;Cargo",
            "Ana;Lima;Acme;a@b.example;+55 11 1234567;31/01/1990;CEO",
        ),
        (
            "x.csv",
            "पहला नाम,उपनाम,कंपनी,ईमेल,मोबाइल,जन्मदिन,पद",
            "अना,लीमा,Acme,a@b.example,+91 98 1234567,31/01/1990,CEO",
        ),
    ] {
        let (_, mapping) = guess(file, &format!("{header}\n{row}\n"));
        assert_eq!(mapping.entity.as_deref(), Some("contact"), "{header}");
        let expected = ["given_name", "family_name", "company", "email", "phone", "birthday", "job_title"];
        assert_eq!(fields(&mapping), expected, "{header}");
    }
}

#[test]
fn exports_of_other_programs_are_recognised() {
    let (_, mapping) = guess(
        "hubspot-deals.csv",
        "Deal ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Deal owner,Associated Company\n1,Big,Won,10,EUR,2020-01-31,Bo,Acme\n",
    );
    assert_eq!(mapping.entity.as_deref(), Some("deal"));
    assert_eq!(
        fields(&mapping),
        ["key", "name", "stage", "amount", "amount.currency", "closed_on", "owner", "customer"]
    );
    let (_, mapping) = guess(
        "Accounts.csv",
        "Account ID,Account Name,Billing Street,Billing City,Billing Zip,Billing Country,Phone,Website,Industry,Annual Revenue\n1,Acme,Main St 1,Berlin,10115,Germany,+49 30 123456,acme.example,retail,1000000\n",
    );
    assert_eq!(mapping.entity.as_deref(), Some("company"));
    assert_eq!(
        fields(&mapping),
        [
            "key",
            "name",
            "address.0",
            "address.2",
            "address.1",
            "address.4",
            "phone",
            "website",
            "industry",
            "revenue"
        ]
    );
}

#[test]
fn a_sheet_without_header_is_read_by_its_values() {
    let (sheet, mapping) =
        guess("list.csv", "Ana Lima,ana@x.example,+49 30 1234567\nBo Berg,bo@x.example,+49 30 1234568\n");
    assert!(!sheet.has_header);
    let fields = fields(&mapping);
    assert_eq!(fields[1..], ["email", "phone"], "{mapping:?}");
}

#[test]
fn a_second_address_goes_to_the_list_of_more() {
    let (_, mapping) = guess(
        "contacts.csv",
        "Last name,E-mail,E-mail 2,Phone,Mobile\nLima,a@b.example,c@d.example,123456,234567\n",
    );
    assert_eq!(fields(&mapping), ["family_name", "email", "more_emails", "phone", "more_phones"]);
}

#[test]
fn dates_and_numbers_say_how_they_are_written() {
    let (sheet, mapping) = guess(
        "deals.csv",
        "id,deal name,amount,close date,open date\n1,A,\"1,234.50\",10/20/2016,1/2/2016\n2,B,7,3/4/2016,1/3/2016\n",
    );
    let format = |column: usize| mapping.columns[column].format;
    assert_eq!(format(2).decimals, Some(Decimals::Point));
    assert_eq!(format(3).dates, Some(DateOrder::MonthFirst));
    assert_eq!(
        format(4).dates,
        Some(DateOrder::MonthFirst),
        "a column that leaves it open follows the others"
    );
    assert_eq!(mapping.issues(&sheet, Registry::standard()), []);

    let (sheet, mapping) = guess("deals.csv", "id,deal name,amount,close date\n1,A,\"1,234\",3/4/2016\n");
    assert_eq!(
        mapping.issues(&sheet, Registry::standard()),
        [Issue::AmbiguousNumbers { column: 2 }, Issue::AmbiguousDates { column: 3 }]
    );
}

#[test]
fn what_cannot_be_guessed_is_said() {
    let (sheet, mapping) = guess("x.csv", "foo,bar\nqq,ww\nee,rr\n");
    assert_eq!(mapping.issues(&sheet, Registry::standard()), [Issue::NoEntity], "{mapping:?}");
    let (sheet, mut mapping) = guess("tasks.csv", "title,due date\nCall,2020-01-01\n");
    assert_eq!(mapping.entity.as_deref(), Some("task"));
    assert_eq!(mapping.issues(&sheet, Registry::standard()), [Issue::NoKey]);
    mapping.columns[0].target = Target::Field("due_on".into());
    assert!(mapping.issues(&sheet, Registry::standard()).contains(&Issue::Twice { field: "due_on".into() }));
}

#[test]
fn a_kept_mapping_is_found_again_for_the_same_columns() {
    let (sheet, mut mapping) = guess("deals-2024-05.csv", "Deal ID,Name\n1,A\n");
    mapping.name = "My deals".into();
    assert_eq!(mapping.source, "deals");
    let json = serde_json::to_string(&mapping).unwrap();
    let kept: Vec<Mapping> = vec![serde_json::from_str(&json).unwrap()];
    let (next, _) = guess("deals-2024-06.csv", "deal_id,NAME\n2,B\n");
    assert_eq!(remembered(&kept, &next), Some(&mapping));
    assert!(mapping.fits(&sheet));
    let (other, _) = guess("x.csv", "Deal ID,Name,Amount\n1,A,2\n");
    assert_eq!(remembered(&kept, &other), None);
}

#[test]
fn a_mapping_with_a_name_reads_other_files_by_the_names_of_their_columns() {
    let (_, mut named) = guess("deals.csv", "Nr,Kunde,Was,Note\n1,Acme,Rope,x\n");
    named.called = Some("Old system".into());
    named.entity = Some("deal".into());
    let targets =
        [Target::Key, Target::Field("customer".into()), Target::Field("name".into()), Target::Ignore];
    named.columns.iter_mut().zip(targets).for_each(|(column, target)| column.target = target);
    let json = serde_json::to_string(&named).unwrap();
    let (sheet, mut other) = guess("people.csv", "Was,E-mail,NR\nRope,a@x.example,1\n");
    other.follow(&serde_json::from_str(&json).unwrap());
    assert_eq!(fields(&other), ["name", "-", "key"], "an e-mail address is of no deal");
    assert_eq!((other.entity.as_deref(), other.called.as_deref()), (Some("deal"), Some("Old system")));
    assert!(other.fits(&sheet), "it is of this file's columns");
    let older: Mapping = serde_json::from_str(&json.replace("\"called\":\"Old system\",", "")).unwrap();
    assert_eq!(older.called, None, "what an older version kept is read");
}
