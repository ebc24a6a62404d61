//! The program itself: started, ended and refused as whoever runs it meets it.

use crate::http::Ask;
use crate::world::run;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A data folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("outrider-process-{}", uuid::Uuid::new_v4())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn outrider(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outrider"));
    command.args(args).arg("--data").arg(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Serves the folder; returns once it says where.
fn serve(folder: &Path) -> (Child, SocketAddr) {
    let mut child = outrider(folder, &["serve", "--addr", "127.0.0.1:0"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let addr = line.trim().strip_prefix("listening on http://").unwrap_or_else(|| panic!("said {line:?}"));
    (child, addr.parse().unwrap())
}

/// Asks it to end as a service manager does.
fn terminate(child: Child) -> Output {
    assert!(Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
    child.wait_with_output().unwrap()
}

/// The one line for whoever started it.
fn refusal(output: Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("outrider: ")).collect();
    assert_eq!(lines.len(), 1, "{said}");
    lines[0].to_owned()
}

#[test]
fn asked_to_end_it_ends_cleanly_and_what_it_kept_is_there_again() {
    let folder = Folder::new();
    let setup = crate::world::setup("ada@acme.example");
    let (child, addr) = serve(&folder.0);
    run(async move {
        assert_eq!(Ask::new("POST", "/api/v1/setup").json(&setup).send(addr).await.status, 201);
    });
    let ended = terminate(child);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let (child, addr) = serve(&folder.0);
    run(async move {
        let again = Ask::new("POST", "/api/v1/setup").json(&crate::world::setup("eve@acme.example"));
        assert_eq!(again.send(addr).await.status, 409, "it has its admin");
    });
    assert!(terminate(child).status.success());
}

#[test]
fn a_taken_port_and_a_folder_in_use_are_told_in_a_line() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let said = refusal(outrider(&folder.0, &["serve", "--addr", &addr]).output().unwrap());
    assert!(said.contains("--addr"), "{said}");
    let (child, _) = serve(&folder.0);
    let said = refusal(outrider(&folder.0, &["serve", "--addr", "127.0.0.1:0"]).output().unwrap());
    assert!(said.contains("in use"), "{said}");
    assert!(terminate(child).status.success());
}

#[test]
fn a_seeded_folder_tells_its_sign_ins_and_is_never_filled_over() {
    let folder = Folder::new();
    let few = ["seed", "--companies", "4", "--contacts", "9", "--deals", "3", "--activities", "20"];
    let first = outrider(&folder.0, &few).output().unwrap();
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    assert!(String::from_utf8_lossy(&first.stdout).contains("@arven.example"));
    let said = refusal(outrider(&folder.0, &few).output().unwrap());
    assert!(said.contains("not empty"), "{said}");
}
