// The demo company as the server tells it, and work that others do while a story is told.
import { api, assert } from './lib.mjs';
import { randomUUID } from 'node:crypto';

// Everything an admin sees, by pulling it.
export async function pullAll(caller) {
  const records = new Map();
  let cursor = { seq: 0, scope: 1 };
  for (;;) {
    const answer = await caller.call('GET', `/api/v1/pull?seq=${cursor.seq}&scope=${cursor.scope}&limit=2000`);
    assert.equal(answer.status, 200, answer.text);
    for (const line of answer.text.trim().split('\n')) {
      const frame = JSON.parse(line);
      if (frame.enter) records.set(frame.enter.id, { id: frame.enter.id, entity: frame.enter.entity, deleted: !!frame.enter.deleted,
        fields: Object.fromEntries(Object.entries(frame.enter.fields).map(([name, cell]) => [name, cell.value])) });
      if (frame.leave) records.delete(frame.leave);
      if (frame.entry) apply(records, frame.entry);
      if (frame.cursor) {
        const { cursor: next, head } = frame.cursor;
        if (next.seq === head && next.seq === cursor.seq && next.scope === cursor.scope) return records;
        cursor = next;
      }
    }
  }
}

// What was done to one record, by whoever may see it.
export async function entries(caller, record) {
  const answer = await caller.call('GET', `/api/v1/history/${record}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

// How often this text was written to a record.
export const times = async (caller, record, text) =>
  (await entries(caller, record)).filter(({ effects }) => effects.some((effect) => effect.set?.value.text === text)).length;

function apply(records, entry) {
  const record = records.get(entry.record) ?? { id: entry.record, entity: entry.entity, fields: {} };
  records.set(entry.record, record);
  for (const effect of entry.effects) {
    if (effect === 'deleted') record.deleted = true;
    if (effect === 'restored') record.deleted = false;
    if (effect.set) record.fields[effect.set.field] = effect.set.value;
  }
}

// A new company of one: its admin, signed in.
export async function found(url) {
  const admin = await api(url);
  const form = { workspace: 'Acme', name: 'Ada Byron', email: 'ada@acme.example', password: 'a long password',
    pipeline: { name: 'Sales', stages: [{ name: 'New', outcome: 'open' }] } };
  const made = await admin.call('POST', '/api/v1/setup', form);
  assert.ok(made.status < 300, made.text);
  return admin;
}

// Who may sign in: the people of the company, with their teams; and a contact that two reps of one
// team may write.
export async function people(server) {
  const admin = await api(server.url);
  // The demo's first sign-in is its admin.
  const email = process.env.OUTRIDER_DEMO_ADMIN ?? 'ingrid.sorensen@arven.example';
  const signedIn = await admin.signIn(email);
  assert.ok(signedIn.status < 300, signedIn.text);
  admin.records = await pullAll(admin);
  const staff = [...admin.records.values()].filter((record) => record.entity === 'employee').map((record) => ({
    id: record.id, name: record.fields.name.text, email: record.fields.email.text, role: record.fields.role.text, team: record.fields.team?.ref,
  }));
  const reps = staff.filter((person) => person.role === 'rep');
  return { admin, staff, reps, contact: contactOf(admin, reps) };
}

function contactOf(admin, reps) {
  for (const rep of reps) {
    const mate = reps.find((other) => other !== rep && other.team === rep.team);
    const contact = [...admin.records.values()].find((record) => record.entity === 'contact' && record.fields.owner?.ref === rep.id && record.fields.company);
    if (mate && contact) return { id: contact.id, company: contact.fields.company.ref, reps: [rep, mate] };
  }
  throw new Error('no two reps of one team');
}

// Someone's work straight to the server: of each record its entity, its id and `sets`, which are
// {field: value}. Answers what became of each.
export async function writeAll(caller, records, create = false) {
  caller.client ??= randomUUID();
  caller.n ??= 1;
  const items = records.map(([entity, record, sets]) => {
    const changes = Object.entries(sets).map(([field, value]) => ({ op: 'set', field, value, base: { seq: 9_000_000 } }));
    if (create) changes.unshift({ op: 'create', base: { seq: 0 } });
    const n = caller.n;
    caller.n += changes.length;
    return { n, entity, record, at: Date.now(), changes };
  });
  const answer = await caller.call('POST', '/api/v1/push', { client: caller.client, now: Date.now(), units: [{ id: randomUUID(), act: 'edit', items }] });
  assert.equal(answer.status, 200, answer.text);
  return answer.json.outcomes.map(({ result }) => result);
}

// The same of one record.
export const write = async (caller, entity, record, sets, create = false) =>
  (await writeAll(caller, [[entity, record, sets]], create))[0];
