// The app's storage in other hands: a tab of an older version that holds it and does not let go,
// another page that deletes it, a browser that clears it. It is said at once and in true words,
// nothing is claimed to be saved that is not, and what was not sent can be taken along.
import { assert, at, demo, offline, page, ready, serve, story, synced, until } from './lib.mjs';
import { people, times } from './company.mjs';
import { fact, open, reads, write } from './people.mjs';
import { readFile } from 'node:fs/promises';

const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());

// Makes the person's database one of the version before, with all that is in it, and holds it open
// as a tab does that hangs: it hears of no upgrade.
async function holdOlder() {
  const done = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
  const [{ name, version }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('outrider-'));
  const newer = await done(indexedDB.open(name));
  const stores = [...newer.objectStoreNames];
  const rows = await Promise.all(stores.map(async (store) => {
    const from = newer.transaction(store).objectStore(store);
    return Promise.all([done(from.getAllKeys()), done(from.getAll())]);
  }));
  newer.close();
  await done(indexedDB.deleteDatabase(name));
  const request = indexedDB.open(name, version - 1);
  // The newest table is not there yet; an empty one is none's loss.
  const left = stores.filter((store) => store !== 'undo');
  request.onupgradeneeded = () => left.forEach((store) => request.result.createObjectStore(store));
  window.held = await done(request);
  const writing = window.held.transaction(left, 'readwrite', { durability: 'strict' });
  left.forEach((store) => {
    const [keys, values] = rows[stores.indexOf(store)];
    keys.forEach((key, i) => writing.objectStore(store).put(values[i], key));
  });
  await new Promise((good, bad) => { writing.oncomplete = good; writing.onabort = () => bad(writing.error); });
  return window.held.version;
}

const remove = () => new Promise((good, bad) => {
  indexedDB.databases().then((all) => {
    const request = indexedDB.deleteDatabase(all.map(({ name }) => name).find((name) => name.startsWith('outrider-')));
    request.onsuccess = () => good();
    request.onerror = request.onblocked = () => bad(new Error('it is held'));
  });
});

await story('storage in other hands', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const [rep] = contact.reps;
  const { context, tab: first } = await at(server, rep.email);
  await first.waitForFunction(() => navigator.serviceWorker.controller);
  // A page of the same site that does not run the app.
  const aside = await page(context, `${server.url}/health`);
  await first.bringToFront();

  // The upgrade is blocked: the app says what to do, and goes on once it is done.
  await offline(context);
  await open(first, 'contact', contact.id);
  await write(first, 'Job title', 'Held by an older tab');
  await first.close();
  const older = await aside.evaluate(holdOlder);
  let tab = await page(context, `${server.url}/record/contact/${contact.id}`);
  await tab.getByText('Another tab runs an older version of the app').waitFor();
  assert.equal(await tab.locator('.shell .topbar').count(), 0, 'nothing is shown as if it were open');
  await aside.goto('about:blank');
  await ready(tab);
  assert.equal(await tab.getByText('Another tab runs an older version').count(), 0);
  assert.equal(await unsent(tab), 1);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Job title', 'Held by an older tab');
  assert.ok((await tab.evaluate(() => indexedDB.databases())).some(({ version }) => version === older + 1), 'it is of this version now');
  await offline(context, false);
  await synced(tab);
  assert.equal(await times(admin, contact.id, 'Held by an older tab'), 1);

  // It is taken away with unsent work in it: by another page of the site, then by the browser.
  const cdp = await context.newCDPSession(tab);
  await aside.goto(`${server.url}/health`);
  await tab.bringToFront();
  const ways = {
    'another page': () => aside.evaluate(remove),
    'the browser': () => cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' }),
  };
  for (const [who, take] of Object.entries(ways)) {
    const words = `Taken away by ${who}`;
    await offline(context);
    await write(tab, 'Job title', words);
    assert.equal(await unsent(tab), 1);
    await take();
    const banner = tab.locator('.banner', { hasText: 'deleted this device’s storage' });
    await banner.waitFor();
    await until('the sign to say that it stopped', async () => /Stopped/.test(await tab.locator('.sync-sign').first().innerText()), 5);

    // What is typed now stays in its form.
    const input = fact(tab, 'Form of address').locator('input');
    await fact(tab, 'Form of address').locator('button.value, button.edit').first().click();
    await input.fill('Into the void');
    await input.press('Enter');
    await fact(tab, 'Form of address').getByText('deleted this device’s storage').waitFor();
    assert.equal(await input.inputValue(), 'Into the void');
    assert.equal(await unsent(tab), 1, 'it does not count as saved');

    // What was saved before can be taken along.
    const [file] = await Promise.all([tab.waitForEvent('download'), banner.getByRole('button', { name: 'Export what is unsent' }).click()]);
    const exported = JSON.parse(await readFile(await file.path(), 'utf8'));
    assert.ok(JSON.stringify(exported.outbox).includes(words));

    // Loaded anew, the file comes back from the server.
    await offline(context, false);
    await banner.getByRole('button', { name: 'Reload' }).click();
    await ready(tab);
    await synced(tab);
    await open(tab, 'contact', contact.id);
    await reads(tab, 'Job title', 'Held by an older tab');
    await write(tab, 'Phone', `+49 30 7770 0${who.length}`);
    await synced(tab);
    assert.equal(await banner.count(), 0);
  }
  assert.equal(await times(admin, contact.id, 'Into the void'), 0);
  assert.deepEqual(tab.problems, []);
});
