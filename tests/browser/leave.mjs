// Signing out removes what is here, but never what any tab saved before it was done: not what the
// other tab saved while the server was asked, nor what this one never heard of.
import { assert, browser, demo, go, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { open, write } from './people.mjs';
import { shutEars } from './ears.mjs';

const databases = (tab) => tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('outrider-')));
const rows = (tab, table) => tab.evaluate(async (table) => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('outrider-'));
  const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
  const count = await new Promise((done) => { database.transaction(table).objectStore(table).count().onsuccess = ({ target }) => done(target.result); });
  database.close();
  return count;
}, table);

// Presses "Sign out" and, while the server is asked, lets something else happen.
async function leave(tab, words = 'Sign out', meanwhile = async () => {}) {
  await go(tab, '/settings');
  await tab.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await tab.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue();
    await meanwhile();
    return route.continue();
  });
  await tab.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();
  await tab.locator('input[name=email]').waitFor();
  await tab.unroute('**/api/v1/session');
}

await story('signing out', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const [rep] = contact.reps;
  const context = await browser();
  await context.addInitScript(shutEars);
  const one = await page(context, server.url);
  await signIn(one, rep.email);
  await synced(one);
  const two = await page(context, server.url);
  await ready(two);
  await open(two, 'contact', contact.id);

  // The other tab saves while the server is asked: its work stays, the customer file goes.
  await context.route('**/api/v1/push', (route) => route.abort());
  await leave(one, 'Sign out', async () => {
    await write(two, 'Job title', 'Saved while signing out');
    await new Promise((then) => setTimeout(then, 300));
  });
  await one.getByText('stays on this device for you').waitFor();
  await two.close();
  assert.equal((await databases(one)).length, 1);
  assert.ok(await rows(one, 'outbox') > 0, 'the edit is kept');
  assert.equal(await rows(one, 'chunk'), 0, 'the customer file is gone');
  assert.equal(await rows(one, 'delta'), 0);

  // Its owner comes back: it is sent.
  await context.unroute('**/api/v1/push');
  await signIn(one, rep.email);
  await synced(one);
  assert.equal((await pullAll(admin)).get(contact.id).fields.job_title.text, 'Saved while signing out');

  // The tab that leads hears nothing of it, and a page it asked for before comes after it: nothing
  // of the customer file comes back to the device.
  const three = await page(context, server.url);
  await ready(three);
  await until('the first tab to lead', () => one.evaluate(() => window.outrider.leader()));
  let arrive;
  const late = new Promise((then) => { arrive = then; });
  let asked = false;
  await one.route('**/api/v1/pull*', async (route) => {
    const response = await route.fetch();
    asked = true;
    await late;
    return route.fulfill({ response });
  });
  await one.evaluate(() => { window.deaf = true; });
  assert.equal(await push(admin, 'contact', contact.id, { salutation: { text: 'Dr' } }), 'accepted');
  await until('the page to be asked for', () => asked);
  await open(three, 'contact', contact.id);
  await write(three, 'Job title', 'Kept');
  await leave(three, 'Sign out and keep it here');
  arrive();
  await new Promise((then) => setTimeout(then, 3_000));
  for (const table of ['chunk', 'delta', 'history']) assert.equal(await rows(three, table), 0, table);
  await one.close();
  await signIn(three, rep.email);
  await synced(three);
  assert.equal((await pullAll(admin)).get(contact.id).fields.job_title.text, 'Kept');

  // With nothing left to send the database goes.
  await leave(three);
  await until('the database to be gone', async () => (await databases(three)).length === 0);
  assert.equal(await three.getByText('stays on this device for you').count(), 0);
  assert.deepEqual(three.problems, []);
});
