// A disk that takes its time, and at times fails. The server answers when it has the work, not before: the power is
// cut, and what was acknowledged is there. Whoever does not wait so long asks again, and nothing
// happens twice. The app says all the while where the work is.
import { api, assert, at, demo, folder, serve, story, synced, until } from './lib.mjs';
import { entries, found, people, pullAll, times } from './company.mjs';
import { diskUnder } from './disk.mjs';
import { open, reads, write } from './people.mjs';
import { randomUUID } from 'node:crypto';

const SLOW = 120;
const CUTS = 3;
const CLIENTS = 20;

const later = (ms) => new Promise((then) => setTimeout(then, ms));

// Clients that wait half as long as the disk takes, again and again, while the power is cut.
async function impatient() {
  const data = await folder();
  let server = await serve(data);
  const admin = await found(server.url);
  await server.stop();
  const disk = await diskUnder(data);
  if (!disk) return console.log('no slow disk can be made here (it takes Linux and a C compiler): it is not tried');
  await disk.slow(SLOW);
  server = await serve(data, server.port, [], disk.env);

  const acknowledged = new Set();
  let [running, gaveUp, fastest] = [true, 0, Infinity];
  const client = async () => {
    const id = randomUUID();
    for (let n = 1; running; n += 2) {
      const record = randomUUID();
      const changes = [{ op: 'create', base: { seq: 0 } }, { op: 'set', field: 'name', value: { text: `C ${n}` }, base: { seq: 0 } }];
      const push = { client: id, now: Date.now(), units: [{ id: randomUUID(), act: 'create', items: [{ n, entity: 'company', record, at: Date.now(), changes }] }] };
      const begun = performance.now();
      for (let patience = SLOW / 2; ; patience *= 2) {
        const answer = await admin.call('POST', '/api/v1/push', push, AbortSignal.timeout(patience)).catch(() => null);
        if (answer?.status === 200) {
          assert.equal(answer.json.outcomes[0].result, 'accepted');
          acknowledged.add(record);
          fastest = Math.min(fastest, performance.now() - begun);
          break;
        }
        gaveUp += 1;
        if (patience > 2_000) await later(100);
      }
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  clients.catch(() => {});
  for (let cut = 0; cut < CUTS; cut += 1) {
    await later(1_000 + Math.random() * SLOW);
    // For a moment it takes nothing at all; whoever asks again meets it then too.
    await disk.fail();
    await later(500);
    await disk.slow(SLOW);
    await later(Math.random() * 500);
    await server.stop('SIGKILL');
    await disk.cut();
    const known = [...acknowledged];
    server = await serve(data, server.port, [], disk.env);
    const all = await pullAll(admin);
    for (const record of known) assert.ok(all.has(record), `${record} was acknowledged and went with the power`);
  }
  running = false;
  await clients;
  const all = await pullAll(admin);
  for (const record of acknowledged) {
    assert.ok(all.has(record), `${record} was acknowledged and is not there`);
    assert.equal((await entries(admin, record)).length, 1, `${record} was made twice`);
  }
  assert.ok(gaveUp > CLIENTS, 'they did not wait');
  assert.ok(fastest >= SLOW, `an answer after ${fastest} ms came before the disk had it`);
  console.log(`${acknowledged.size} acknowledged, the fastest after ${Math.round(fastest)} ms, ${gaveUp} times not waited for, the power cut ${CUTS} times`);
  await server.stop();
  return true;
}

// What the person reads while the server's disk takes seconds.
async function told() {
  const data = await demo();
  const disk = await diskUnder(data);
  let server = await serve(data, 0, [], disk.env);
  const { admin, contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  await open(tab, 'contact', contact.id);
  const state = () => tab.locator('.sync-sign').first().getAttribute('data-state');
  const unsent = () => tab.evaluate(() => window.outrider.unsent());
  const taken = (text) => times(admin, contact.id, text);

  await disk.slow(3_000);
  const begun = Date.now();
  await write(tab, 'Job title', 'Waits for the disk');
  await until('the sign to say that it is being sent', async () => (await state()) === 'sending', 2);
  await tab.locator('.sync-sign', { hasText: /Sending 1/ }).first().waitFor();
  while (Date.now() - begun < 2_500) {
    assert.equal(await state(), 'sending', 'it is not with the team yet');
    assert.equal(await unsent(), 1);
    await later(200);
  }
  await until('it to be with the team', async () => (await state()) === 'synced');
  assert.ok(Date.now() - begun >= 3_000);

  // The line breaks while the disk is at it: it is sent again, and taken once.
  let broken = 0;
  await context.route('**/api/v1/push', async (route) => {
    if ((broken += 1) > 1) return route.continue();
    route.fetch().catch(() => {});
    await later(1_000);
    await route.abort('connectionreset');
  });
  await write(tab, 'Job title', 'Sent twice');
  await until('the sign to say that it is offline', async () => (await state()) === 'offline', 2);
  assert.equal(await unsent(), 1);
  await synced(tab);
  assert.ok(broken > 1);
  assert.equal(await taken('Sent twice'), 1);
  await context.unroute('**/api/v1/push');

  // The power goes while the disk is at it: it was not acknowledged, and the device still has it.
  await write(tab, 'Job title', 'Outlives the server');
  await later(1_000);
  await server.stop('SIGKILL');
  await disk.cut();
  await disk.slow(0);
  assert.equal(await unsent(), 1);
  server = await serve(data, server.port, [], disk.env);
  await tab.evaluate(() => window.dispatchEvent(new Event('online')));
  await synced(tab);
  await reads(tab, 'Job title', 'Outlives the server');
  for (const text of ['Waits for the disk', 'Sent twice', 'Outlives the server']) assert.equal(await taken(text), 1, text);
  assert.equal(await tab.locator('.tray').count(), 0);
  assert.deepEqual(tab.problems, []);
}

await story('a slow disk', async () => {
  if (await impatient()) await told();
});
