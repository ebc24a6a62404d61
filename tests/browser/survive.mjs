// What was typed offline survives a reload, a stopped server, a killed browser, a server that
// starts again, and a new version of the app taken over with unsent work waiting.
import { assert, browser, demo, killBrowser, offline, page, PASSWORD, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people, pullAll } from './company.mjs';
import { fact, make, open, reads, write } from './people.mjs';
import { release, siteCopy } from './site.mjs';

const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());
const version = (tab) => tab.evaluate(() => document.documentElement.dataset.version);

// Notes how every write of own work asks to be kept, and can hold the news of its end back.
function watch() {
  window.written = [];
  window.gate = Promise.resolve();
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (tables, mode, options) {
    if (mode === 'readwrite' && [tables].flat().includes('outbox')) window.written.push(options?.durability);
    return transaction.apply(this, arguments);
  };
  const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    ...complete,
    set(tell) {
      complete.set.call(this, tell && (async (event) => {
        if (this.mode === 'readwrite') await window.gate;
        tell.call(this, event);
      }));
    },
  });
}

// The screen has said that it is saved: nothing is being edited any more.
const said = (tab, label) => fact(tab, label).locator('input, textarea').waitFor({ state: 'detached' });

await story('survive', async () => {
  const site = await siteCopy();
  const data = await demo();
  let server = await serve(data, 0, [], { OUTRIDER_SITE: site });
  const { admin, contact } = await people(server);
  const [rep] = contact.reps;
  let context = await browser();
  await context.addInitScript(watch);
  let tab = await page(context, server.url);
  await signIn(tab, rep.email);
  await synced(tab);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  await open(tab, 'contact', contact.id);
  const first = await version(tab);

  // "Saved" is said after the disk has it, not before.
  await offline(context);
  await tab.evaluate(() => { window.written = []; window.gate = new Promise((opened) => { window.opened = opened; }); });
  await fact(tab, 'Job title').locator('button.value').click();
  await fact(tab, 'Job title').locator('input').fill('Keeper of reloads');
  await fact(tab, 'Job title').locator('input').press('Enter');
  await tab.waitForFunction(() => window.written.length > 0);
  await tab.evaluate(() => new Promise((frames) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(frames)), 300)));
  assert.equal(await fact(tab, 'Job title').locator('input').count(), 1, 'the form stays until the write is complete');
  assert.equal(await unsent(tab), 0, 'nothing counts as written before');
  await tab.evaluate(() => window.opened());
  await said(tab, 'Job title');
  assert.deepEqual([...new Set(await tab.evaluate(() => window.written))], ['strict']);

  // A reload without a network.
  await tab.reload();
  await ready(tab);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Job title', 'Keeper of reloads');
  assert.equal(await unsent(tab), 1);

  // A server that is not there, while the network is.
  await server.stop();
  await offline(context, false);
  const note = 'Said while the server was away';
  await tab.locator('#composer-text').fill(note);
  await tab.getByRole('button', { name: 'Save note' }).click();
  await tab.locator('.moment', { hasText: note }).waitFor();
  await make(tab, 'contact', 'New contact', { 'First name': 'Ada', 'Last name': 'Unsent' });
  await tab.reload();
  await ready(tab);
  await open(tab, 'contact', contact.id);
  await tab.locator('.moment', { hasText: note }).waitFor();
  assert.equal(await unsent(tab), 3);

  // The browser is killed the moment the screen has said that it is saved.
  await write(tab, 'Phone', '+49 30 7770 001');
  await said(tab, 'Phone');
  await killBrowser(context);
  context = await browser({ profile: context.profile });
  tab = await page(context, `${server.url}/record/contact/${contact.id}`);
  await reads(tab, 'Phone', '7770 001');
  await reads(tab, 'Job title', 'Keeper of reloads');
  await tab.locator('.moment', { hasText: note }).waitFor();
  assert.equal(await unsent(tab), 4);

  // The server comes back, under the same address. A browser writes cookies half a minute late, so
  // the session may have died with it: here it did. One signs in again, and everything goes.
  await context.clearCookies();
  server = await serve(data, server.port, [], { OUTRIDER_SITE: site });
  await tab.evaluate(() => window.dispatchEvent(new Event('online')));
  await tab.locator('.banner').getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('dialog').locator('input[name=email]').fill(rep.email);
  await tab.getByRole('dialog').locator('input[name=password]').fill(PASSWORD);
  await tab.getByRole('dialog').locator('button[type=submit]').click();
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await synced(tab);
  assert.equal(await tab.locator('.banner').getByRole('button', { name: 'Sign in' }).count(), 0);

  // A new version arrives and waits; more is written without a network; then it takes over.
  const second = await release(site);
  await tab.evaluate(() => window.outriderCheckUpdate());
  const banner = tab.locator('.banner', { hasText: 'A new version is ready' });
  await banner.waitFor();
  assert.equal(await version(tab), first, 'nothing changes unasked');
  await offline(context);
  await write(tab, 'Form of address', 'Dr');
  await said(tab, 'Form of address');
  await Promise.all([tab.waitForEvent('load'), banner.getByRole('button', { name: 'Update now' }).click()]);
  await ready(tab);
  assert.notEqual(first, second);
  assert.equal(await version(tab), second);
  assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--next-version').trim()), '1');
  assert.equal(await unsent(tab), 1);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Form of address', 'Dr');
  assert.equal(await banner.count(), 0);
  await offline(context, false);
  await synced(tab);

  // All of it is on the server, each once.
  const all = [...(await pullAll(admin)).values()];
  const there = all.find((record) => record.id === contact.id).fields;
  assert.deepEqual([there.job_title.text, there.phone.text, there.salutation.text], ['Keeper of reloads', '+49 30 7770 001', 'Dr']);
  assert.equal(all.filter((record) => record.entity === 'activity' && record.fields.subject?.text === note).length, 1);
  assert.equal(all.filter((record) => record.entity === 'contact' && record.fields.family_name?.text === 'Unsent').length, 1);
  const history = (await admin.call('GET', `/api/v1/history/${contact.id}`)).json;
  for (const field of ['job_title', 'phone', 'salutation']) {
    const own = history.filter((entry) => entry.by === rep.id && entry.effects.some((effect) => effect.set?.field === field && effect.set.value.text === there[field].text));
    assert.equal(own.length, 1, `${field} was applied once`);
  }
  assert.deepEqual(await tab.locator('.tray').count(), 0);
  assert.deepEqual(tab.problems, []);
});
