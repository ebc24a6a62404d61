// Who is signed in is the browser's matter: a tab at the sign-in screen goes on when another tab
// signs in; a tab whose session became another person's turns into theirs and sends nothing under
// it, also where it heard nothing.
import { api, assert, browser, demo, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people, pullAll } from './company.mjs';
import { open, write } from './people.mjs';

await story('who is signed in', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const [rep, mate] = contact.reps;
  const context = await browser();
  const one = await page(context, server.url);
  await one.locator('input[name=email]').waitFor();
  const two = await page(context, server.url);
  await signIn(two, rep.email);
  await ready(one);
  await synced(one);

  // In what the tabs do not hear of, the session becomes the mate's: as by a link to join.
  const other = await api(server.url);
  assert.equal((await other.signIn(mate.email)).status < 300, true);
  const sent = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/v1/')) sent.push([request.method(), new URL(request.url()).pathname, request.headers()['outrider-person']]);
  });
  const [key, value] = other.cookie().split('=');
  await two.close();
  await open(one, 'contact', contact.id);
  await context.setOffline(true);
  await write(one, 'Job title', 'Written by the first');
  await context.addCookies([{ name: key, value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  await context.setOffline(false);
  const turned = (person) => until(`the tab to be ${person.name}’s`, async () => {
    const databases = await one.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)).catch(() => []);
    const me = await one.evaluate(() => new Promise((done) => {
      const ask = indexedDB.open('outrider');
      ask.onsuccess = () => {
        const row = ask.result.transaction('meta').objectStore('meta').get(['person']);
        row.onsuccess = () => { ask.result.close(); done(row.result && new TextDecoder().decode(row.result)); };
      };
    })).catch(() => '');
    return databases.includes(`outrider-${person.id}`) && me?.includes(person.id);
  });
  await turned(mate);
  await ready(one);
  await synced(one);
  const record = (await pullAll(admin)).get(contact.id);
  assert.notEqual(record.fields.job_title?.text, 'Written by the first', 'nothing went out under the other name');
  for (const [method, path, person] of sent) {
    if (!/session$/.test(path) && !/events$/.test(path)) assert.ok(person, `${method} ${path} says whose it is`);
  }
  // The server takes nothing in another name.
  const asked = await fetch(`${server.url}/api/v1/pull?seq=1&scope=1`, { headers: { cookie: other.cookie(), 'x-outrider-protocol': '1', 'outrider-person': rep.id } });
  assert.equal(asked.status, 401);
  assert.equal((await asked.json()).error, 'other-person');

  // The first signs in again: their work goes.
  await one.goto(`${server.url}/settings`);
  await one.getByRole('button', { name: 'Sign out', exact: true }).click();
  await one.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await one.locator('input[name=email]').waitFor();
  await signIn(one, rep.email);
  await synced(one);
  assert.equal((await pullAll(admin)).get(contact.id).fields.job_title?.text, 'Written by the first');
  assert.deepEqual(one.problems, []);
});
