// A clock that is set while one works: three years ahead, five years back, with edits from before and
// after, without a network and with one. It harms nobody: what is written counts from when it was
// written or came in, nothing is lost, and the app goes on.
import { assert, at, demo, go, offline, ready, serve, story, synced, until } from './lib.mjs';
import { entries, people, write as push } from './company.mjs';
import { fact, open, reads, write } from './people.mjs';

const YEAR = 365 * 24 * 3_600_000;

// The page's clock, ahead of the machine's by what its session says.
function movable() {
  const real = Date;
  const now = () => { try { return real.now() + Number(sessionStorage.getItem('clock-ahead')); } catch { return real.now(); } };
  window.Date = new Proxy(real, {
    construct: (target, given) => (given.length ? new target(...given) : new target(now())),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

await story('a clock that is set', async () => {
  const begun = Date.now();
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  await context.addInitScript(movable);
  await tab.reload();
  await ready(tab);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  await synced(tab);
  const unsent = () => tab.evaluate(() => window.outrider.unsent());
  const year = () => tab.evaluate(() => new Date().getFullYear());
  const set = async (ahead) => {
    await tab.evaluate((ahead) => sessionStorage.setItem('clock-ahead', ahead), ahead);
    // Long enough to be noticed.
    await tab.waitForTimeout(1_500);
  };
  const theirs = (text) => push(admin, 'contact', contact.id, { job_title: { text } });
  const titles = async () => (await entries(admin, contact.id)).flatMap(({ at, effects }) =>
    effects.filter(({ set }) => set?.field === 'job_title').map(({ set }) => ({ at, text: set.value.text })));
  await open(tab, 'contact', contact.id);

  // Ahead, without a network: it is saved and waits; it comes in as of now, and a colleague who
  // writes after it is not outvoted by the future.
  await offline(context);
  await set(3 * YEAR);
  assert.equal(await year(), new Date().getFullYear() + 3);
  await write(tab, 'Job title', 'Written in the future');
  assert.equal(await unsent(), 1);
  await tab.locator('.sync-sign', { hasText: 'Offline, 1 saved here' }).first().waitFor();
  await offline(context, false);
  await synced(tab, 20);
  assert.equal(await theirs('Written today, and later'), 'accepted');
  await reads(tab, 'Job title', 'Written today, and later');
  await synced(tab);

  // Right again, and a colleague writes while one is away; then five years back, before it is sent.
  await set(0);
  await offline(context);
  await write(tab, 'Job title', 'Written before it was set back');
  await write(tab, 'Phone', '+49 30 7770 011');
  assert.equal(await theirs('Written meanwhile'), 'accepted');
  await set(-5 * YEAR);
  await write(tab, 'Form of address', 'Dr');
  assert.equal(await unsent(), 3);
  await offline(context, false);
  await synced(tab, 20);
  // When it was written cannot be told any more: what comes in last is what stands.
  await reads(tab, 'Job title', 'Written before it was set back');
  await reads(tab, 'Phone', '7770 011');
  await reads(tab, 'Form of address', 'Dr');

  // A reload on a wrong clock and without a network. Far ahead, the device takes itself for lost:
  // it says so, and keeps what waits. With the right time it opens as it was.
  await offline(context);
  await write(tab, 'Job title', 'Waits for the right time');
  await tab.reload();
  await ready(tab);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Job title', 'Waits for the right time');
  await set(2 * YEAR);
  await tab.reload();
  await tab.getByText('This device has not met the server for too long').waitFor();
  await tab.getByRole('button', { name: /1 change .* Export/ }).waitFor();
  await tab.evaluate(() => sessionStorage.removeItem('clock-ahead'));
  await tab.reload();
  await ready(tab);
  assert.equal(await unsent(), 1);
  // Ahead once more, the server unlocks it.
  await set(2 * YEAR);
  await offline(context, false);
  await tab.reload();
  await ready(tab);
  await synced(tab, 20);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Job title', 'Waits for the right time');
  await go(tab, '/');
  await tab.locator('main h1').first().waitFor();

  // All of it is there, each once, and nothing is of another time than today's.
  const all = await titles();
  for (const text of ['Written in the future', 'Written today, and later', 'Written before it was set back', 'Written meanwhile', 'Waits for the right time']) {
    assert.equal(all.filter((title) => title.text === text).length, 1, text);
  }
  for (const { at, effects } of (await entries(admin, contact.id)).slice(-8)) {
    const when = `${JSON.stringify(effects)} at ${new Date(at)}`;
    if (all.length) assert.ok(at <= Date.now() + 1_000, when);
  }
  for (const { at, text } of all.slice(-5)) assert.ok(at >= begun - 60_000 && at <= Date.now() + 1_000, `${text} at ${new Date(at)}`);
  assert.equal(await tab.locator('.tray').count(), 0);
  assert.deepEqual(tab.problems, []);
});
