// Signing out removes what is here, but never what any tab saved before it was done: not what the
// other tab saved while the server was asked, nor what this one never heard of.
import { assert, browser, demo, go, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { contactOf, people, pullAll } from './company.mjs';
import { open, write } from './people.mjs';

const databases = (tab) => tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith('outrider-')));
const rows = (tab, table) => tab.evaluate(async (table) => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('outrider-'));
  const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
  const count = await new Promise((done) => { database.transaction(table).objectStore(table).count().onsuccess = ({ target }) => done(target.result); });
  database.close();
  return count;
}, table);

// Presses "Sign out" and, while the server is asked, lets something else happen.
async function leave(tab, meanwhile = async () => {}) {
  await go(tab, '/settings');
  await tab.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await tab.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue();
    await meanwhile();
    return route.continue();
  });
  await tab.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await tab.locator('input[name=email]').waitFor();
  await tab.unroute('**/api/v1/session');
}

await story('signing out', async () => {
  const server = await serve(await demo());
  const { admin, reps } = await people(server);
  const contact = await contactOf(server, admin, reps);
  const [rep] = contact.reps;
  const context = await browser();
  const one = await page(context, server.url);
  await signIn(one, rep.email);
  await synced(one);
  const two = await page(context, server.url);
  await ready(two);
  await open(two, 'contact', contact.id);

  // The other tab saves while the server is asked: its work stays, the customer file goes.
  await context.route('**/api/v1/push', (route) => route.abort());
  await leave(one, async () => {
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

  // With nothing left to send the database goes.
  await leave(one);
  await until('the database to be gone', async () => (await databases(one)).length === 0);
  assert.equal(await one.getByText('stays on this device for you').count(), 0);
  assert.deepEqual(one.problems, []);
});
