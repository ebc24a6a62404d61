// The server's disk is full: nothing is acknowledged, the person is told, and their work stays with
// them. Once there is room it goes on by itself; and when the server is killed then, all that was
// acknowledged is there, before and after.
import { assert, at, demo, folder, go, serve, story, synced } from './lib.mjs';
import { entries, people, times } from './company.mjs';
import { open, write } from './people.mjs';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// A small disk of its own, where we may mount one, for as long as it is used.
async function onSmallDisk(use) {
  const path = await folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return console.log('no small disk can be mounted here: a full one is not tried');
  }
  try {
    await use(path);
  } finally {
    execFileSync('umount', ['-l', path]);
  }
}

// A client that makes companies, one by one; `told` holds those the server took.
function maker(caller) {
  const told = [];
  let n = 1;
  const make = async () => {
    const record = randomUUID();
    const changes = [{ op: 'create', base: { seq: 0 } }, { op: 'set', field: 'name', value: { text: `Company ${n} ${'x'.repeat(n % 700)}` }, base: { seq: 0 } }];
    const units = [{ id: randomUUID(), act: 'create', items: [{ n, entity: 'company', record, at: Date.now(), changes }] }];
    n += changes.length;
    const answer = await caller.call('POST', '/api/v1/push', { client: make.client, now: Date.now(), units });
    if (answer.status === 200 && answer.json.outcomes[0].result === 'accepted') told.push(record);
    return answer.status;
  };
  make.client = randomUUID();
  return { make, told };
}

async function filled(disk) {
  await cp(await demo(), disk, { recursive: true });
  let server = await serve(disk);
  const { admin, contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  await open(tab, 'contact', contact.id);
  const unsent = () => tab.evaluate(() => window.outrider.unsent());
  const ballast = join(disk, 'ballast');
  const { make, told } = maker(admin);
  assert.equal(await make(), 200);

  // A file that grows until nothing more fits.
  await writeFile(ballast, Buffer.alloc(200 * 1024 * 1024)).catch(() => {});
  // The last page of a file takes some more; then so many that the log's own buffer is full as well.
  for (let i = 0; i < 100; i += 1) await make();
  assert.equal(await make(), 507);
  await write(tab, 'Job title', 'Written to a full disk');
  await go(tab, '/sync');
  await tab.getByText('The server’s disk is full').first().waitFor({ timeout: 60_000 });
  assert.equal(await unsent(), 1, 'it stays on the device');
  assert.equal((await admin.call('GET', '/health')).json.status, 'ok');
  assert.equal((await entries(admin, told[0])).length, 1, 'what is there can be read');

  // It would try again within a minute; the person asks for it.
  await rm(ballast);
  await tab.locator('.sync-now button').click();
  await synced(tab);
  for (let i = 0; i < 20; i += 1) assert.equal(await make(), 200);
  await server.stop('SIGKILL');
  server = await serve(disk, server.port);
  assert.equal(await times(admin, contact.id, 'Written to a full disk'), 1);
  for (const record of told) {
    assert.equal((await entries(admin, record)).length, 1, `${record} was acknowledged and is not there`);
  }
  assert.deepEqual(tab.problems, []);
  await context.close();
  await server.stop();
}

await story('a full disk', () => onSmallDisk(filled));
