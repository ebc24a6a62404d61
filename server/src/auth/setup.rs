//! The first start: the first admin, the workspace's name and a pipeline to begin with.

use super::rows::{self, Account, Workspace, account_key, durable, first_key, read, workspace_key};
use super::sessions::Token;
use super::{Auth, AuthError, Person, password};
use crate::clock;
use crate::engine::EngineError;
use crate::work;
use outrider_app::change::{Flaw, Reason};
use outrider_app::entities::{Employee, Pipeline, Stage};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::fold;
use outrider_app::store::{Batch, Table};
use outrider_app::value::Value;
use rust_decimal::Decimal;
use serde::Deserialize;

/// What the first person tells. The words are theirs: the server has no language.
#[derive(Deserialize)]
pub struct Setup {
    pub name: String,
    pub email: String,
    pub password: String,
    pub workspace: String,
    pub pipeline: FirstPipeline,
}

/// The pipeline to begin with.
#[derive(Debug, Deserialize)]
pub struct FirstPipeline {
    pub name: String,
    pub stages: Vec<FirstStage>,
}

/// A stage of it, in order.
#[derive(Debug, Deserialize)]
pub struct FirstStage {
    pub name: String,
    /// `open`, `won` or `lost`.
    pub outcome: String,
    /// In percent.
    #[serde(default)]
    pub probability: Option<u8>,
}

impl Auth {
    /// Is there an account yet?
    pub async fn is_set_up(&self) -> Result<bool, AuthError> {
        let first: Option<RecordId> = read(&self.store, Table::Account, first_key()).await?;
        Ok(first.is_some())
    }

    /// Makes the first admin and signs them in, unless there is an account.
    pub async fn set_up(&self, setup: Setup) -> Result<(Token, Person), AuthError> {
        if self.is_set_up().await? {
            return Err(AuthError::SetUp);
        }
        password::check(&setup.password)?;
        for (field, text) in [("name", &setup.name), ("email", &setup.email), ("workspace", &setup.workspace)]
        {
            if fold(text).is_empty() {
                return Err(AuthError::Refused(Reason::Invalid {
                    field: field.to_owned(),
                    detail: Flaw::Required,
                }));
            }
        }
        let hash = password::hash(setup.password).await;
        let admin = RecordId::random(clock::random());
        let person = Record::new(admin, Employee::ENTITY)
            .with("name", Value::text(setup.name.trim()))
            .with("email", Value::text(setup.email.trim()))
            .with("role", Value::text("admin"))
            .with("active", Value::Bool(true));
        let mut records = vec![person];
        records.extend(pipeline(&setup.pipeline));
        let workspace = setup.workspace.trim().chars().take(200).collect();
        self.found(admin, hash, workspace, records).await?;
        let token = self.open_session(admin).await?;
        let person = self.person(&token).await?;
        Ok((token, person))
    }

    /// Writes the first account with the records that come with it, once however many try.
    async fn found(
        &self,
        admin: RecordId,
        hash: String,
        workspace: String,
        records: Vec<Record>,
    ) -> Result<(), AuthError> {
        let mut also = durable();
        also.expect(Table::Account, first_key(), None);
        rows::put(&mut also, Table::Account, first_key(), &admin);
        let account = Account { employee: admin, hash: Some(hash), disabled: false };
        rows::put(&mut also, Table::Account, account_key(admin), &account);
        rows::put(&mut also, Table::Meta, workspace_key(), &Workspace { name: workspace });
        let now = clock::now();
        let items = work::creates(records.into_iter().map(|record| Record { at: now, ..record }));
        match work::submit(&self.engine, admin, work::push("create", items), also).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(reason)) => Err(AuthError::Refused(reason)),
            Err(EngineError::Overtaken) => Err(AuthError::SetUp),
            Err(error) => Err(error.into()),
        }
    }
}

fn pipeline(first: &FirstPipeline) -> Vec<Record> {
    let id = RecordId::random(clock::random());
    let place = |index: usize| Value::Number(Decimal::from(index + 1));
    let pipeline = Record::new(id, Pipeline::ENTITY)
        .with("name", Value::text(first.name.trim()))
        .with("position", place(0));
    let stages = first.stages.iter().enumerate().map(|(index, stage)| {
        let record = Record::new(RecordId::random(clock::random()), Stage::ENTITY)
            .with("name", Value::text(stage.name.trim()))
            .with("pipeline", Value::Ref(id))
            .with("position", place(index))
            .with("outcome", Value::text(stage.outcome.clone()));
        match stage.probability {
            Some(probability) => record.with("probability", Value::Number(Decimal::from(probability))),
            None => record,
        }
    });
    [pipeline].into_iter().chain(stages).collect()
}

/// Adds accounts of people who exist to a batch, for a store that has none: for made-up companies.
pub fn open_accounts(batch: &mut Batch, workspace: &str, accounts: Vec<(RecordId, String)>) {
    batch.expect(Table::Account, first_key(), None);
    rows::put(batch, Table::Meta, workspace_key(), &Workspace { name: workspace.to_owned() });
    for (employee, hash) in accounts {
        rows::put(batch, Table::Account, first_key(), &employee);
        let account = Account { employee, hash: Some(hash), disabled: false };
        rows::put(batch, Table::Account, account_key(employee), &account);
    }
}
