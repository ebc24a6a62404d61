// Fifty clients push while the server is killed with -9, also while it starts. Whatever it
// acknowledged is there afterwards, once: what is new is looked at after each kill, all of it after
// every fifty and at the end. OUTRIDER_KILLS says how often (twenty).
import { assert, folder, serve, start, story } from './lib.mjs';
import { found } from './company.mjs';
import { randomUUID } from 'node:crypto';

const CLIENTS = Number(process.env.OUTRIDER_CLIENTS ?? 50);
const KILLS = Number(process.env.OUTRIDER_KILLS ?? 20);
/// How many kills between two looks at everything.
const ROUND = 50;

const later = (ms) => new Promise((then) => setTimeout(then, ms));

// What the order says, from a place on to where it stands now: by client and number, each entry once.
async function read(admin, there, cursor) {
  for (let head = null; ;) {
    const answer = await admin.call('GET', `/api/v1/pull?seq=${cursor.seq}&scope=${cursor.scope}&limit=2000`);
    assert.equal(answer.status, 200, answer.text);
    let end;
    for (const line of answer.text.trim().split('\n')) {
      const { entry, cursor } = JSON.parse(line);
      end = cursor ?? end;
      if (entry?.entity !== 'company') continue;
      const key = `${entry.client} ${entry.n}`;
      assert.equal(there.has(key), false, `${key} was applied twice`);
      there.set(key, entry);
    }
    cursor = end.cursor;
    head ??= end.head;
    if (cursor.seq >= head) return cursor;
  }
}

function compare(acknowledged, there, after = 0) {
  for (const [key, { record, seq }] of acknowledged) {
    if (seq <= after) continue;
    const entry = there.get(key);
    assert.ok(entry, `${key} was acknowledged and is not there`);
    assert.deepEqual([entry.record, entry.seq], [record, seq]);
  }
}

await story('killed server', async () => {
  const data = await folder();
  let server = await serve(data);
  const { port } = server;
  const admin = await found(server.url);

  const acknowledged = new Map();
  let [running, failure, retried] = [true, null, 0];
  // Each push makes a company and renames the one before.
  const client = async () => {
    const id = randomUUID();
    let before = null;
    for (let n = 1; running; n += 3) {
      const record = randomUUID();
      const name = (text) => ({ op: 'set', field: 'name', value: { text }, base: { seq: before?.seq ?? 0 } });
      const items = [{ n, entity: 'company', record, at: Date.now(), changes: [{ op: 'create', base: { seq: 0 } }, name(`C ${n}`)] }];
      if (before) items.push({ n: n + 2, entity: 'company', record: before.record, at: Date.now(), changes: [name(`Then ${n}`)] });
      const units = [{ id: randomUUID(), act: 'create', items }];
      for (let tries = 0; ; tries += 1) {
        // The last push is brought to its end even when the killing is over.
        try {
          const answer = await admin.call('POST', '/api/v1/push', { client: id, now: Date.now(), units });
          if (answer.status === 200) {
            for (const [i, outcome] of answer.json.outcomes.entries()) {
              assert.equal(outcome.result, 'accepted', answer.text);
              acknowledged.set(`${id} ${items[i].n}`, { record: items[i].record, seq: outcome.seq });
            }
            before = { record, seq: answer.json.outcomes[0].seq };
            if (tries > 0) retried += 1;
            break;
          }
          assert.ok(answer.status >= 500 || answer.status === 429, `${answer.status} ${answer.text}`);
        } catch (error) {
          if (error.code === 'ERR_ASSERTION') throw error;
        }
        await later(50);
      }
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client)).catch((error) => { failure = error; });

  let there = new Map();
  let cursor = { seq: 0, scope: 1 };
  let slowest = 0;
  for (let kill = 1; kill <= KILLS && !failure; kill += 1) {
    await later(100 + Math.random() * 400);
    await server.stop('SIGKILL');
    // One in three is killed again before it answers, while it reads its log.
    if (kill < KILLS && Math.random() < 1 / 3) {
      const early = start(data, port);
      await later(Math.random() * 400);
      await early.stop('SIGKILL');
      kill += 1;
    }
    const begun = Date.now();
    server = await serve(data, port);
    slowest = Math.max(slowest, Date.now() - begun);
    // What was acknowledged up to here must be among what is there now.
    const known = new Map(acknowledged);
    const all = kill % ROUND < 2;
    if (all) [there, cursor] = [new Map(), { seq: 0, scope: 1 }];
    const after = all ? 0 : cursor.seq;
    cursor = await read(admin, there, cursor);
    compare(known, there, after);
  }
  await later(500);
  running = false;
  await clients;
  if (failure) throw failure;
  await server.stop();
  server = await serve(data, port);
  there = new Map();
  await read(admin, there, { seq: 0, scope: 1 });
  compare(acknowledged, there);
  assert.equal(there.size, acknowledged.size, 'nothing is there that nobody was told of');
  assert.ok(acknowledged.size > CLIENTS, `only ${acknowledged.size} items`);
  console.log(`${acknowledged.size} items acknowledged by a server killed ${KILLS} times, ${retried} pushes retried, ` +
    `slowest start ${slowest} ms; each there once`);
});
