// Fifty clients push while the server is killed with -9 ten times. Whatever it acknowledged is
// there afterwards, once.
import { api, assert, folder, serve, story } from './lib.mjs';
import { randomUUID } from 'node:crypto';

const CLIENTS = Number(process.env.OUTRIDER_CLIENTS ?? 50);
const KILLS = Number(process.env.OUTRIDER_KILLS ?? 10);

await story('killed server', async () => {
  const data = await folder();
  let server = await serve(data);
  const port = server.port;
  const admin = await api(server.url);
  const form = { workspace: 'Acme', name: 'Ada Byron', email: 'ada@acme.example', password: 'a long password',
    pipeline: { name: 'Sales', stages: [{ name: 'New', outcome: 'open' }] } };
  const made = await admin.call('POST', '/api/v1/setup', form);
  assert.equal(made.status < 300, true, made.text);

  const acknowledged = new Map();
  let running = true;
  let retried = 0;
  const client = async () => {
    const id = randomUUID();
    for (let n = 1; running; n += 2) {
      const record = randomUUID();
      const push = () => ({ client: id, now: Date.now(), units: [{ id: randomUUID(), act: 'create', items: [{ n, entity: 'company', record, at: 1_780_000_000_000,
        changes: [{ op: 'create', base: { seq: 0 } }, { op: 'set', field: 'name', value: { text: `C ${n}` }, base: { seq: 0 } }] }] }] });
      for (let tries = 0; ; tries += 1) {
        // The last push is brought to its end even when the killing is over.
        try {
          const answer = await admin.call('POST', '/api/v1/push', push());
          if (answer.status === 200) {
            const [outcome] = answer.json.outcomes;
            assert.equal(outcome.result, 'accepted', answer.text);
            assert.equal(acknowledged.has(record), false);
            acknowledged.set(record, { client: id, n, seq: outcome.seq });
            if (tries > 0) retried += 1;
            break;
          }
          assert.ok(answer.status >= 500 || answer.status === 429, `${answer.status} ${answer.text}`);
        } catch (error) {
          if (error.code === 'ERR_ASSERTION') throw error;
        }
        await new Promise((again) => setTimeout(again, 50));
      }
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await new Promise((later) => setTimeout(later, 300 + Math.random() * 700));
    await server.stop('SIGKILL');
    server = await serve(data, port);
  }
  await new Promise((later) => setTimeout(later, 500));
  running = false;
  await Promise.all(clients);
  await server.stop();
  server = await serve(data, port);

  const there = new Map();
  let cursor = { seq: 0, scope: 1 };
  for (;;) {
    const answer = await admin.call('GET', `/api/v1/pull?seq=${cursor.seq}&scope=${cursor.scope}&limit=1000`);
    assert.equal(answer.status, 200, answer.text);
    const frames = answer.text.trim().split('\n').map((line) => JSON.parse(line));
    for (const { entry } of frames) {
      if (entry?.entity !== 'company') continue;
      assert.equal(there.has(entry.record), false, `${entry.record} was applied twice`);
      there.set(entry.record, entry);
    }
    const end = frames.at(-1).cursor;
    if (end.cursor.seq === end.head && end.cursor.seq === cursor.seq) break;
    cursor = end.cursor;
  }
  for (const [record, { client, n, seq }] of acknowledged) {
    const entry = there.get(record);
    assert.ok(entry, `${record} was acknowledged and is not there`);
    assert.deepEqual([entry.client, entry.n, entry.seq], [client, n, seq]);
  }
  assert.equal(there.size, acknowledged.size);
  assert.ok(acknowledged.size > CLIENTS, `only ${acknowledged.size} pushes`);
  console.log(`${acknowledged.size} acknowledged by a server killed ${KILLS} times, ${retried} of them retried; each there once`);
});
