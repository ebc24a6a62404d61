// `serve --demo`, a rep signs in; Chromium finds nothing that keeps it from installing the app;
// then, without a server, the browser opens from cold at a contact's address.
import { assert, at, browser, folder, go, page, serve, story, until } from './lib.mjs';

const marks = (tab, names) => tab.waitForFunction((names) => names.every((name) => performance.getEntriesByName(name, 'measure').length > 0), names);

await story('install', async () => {
  const server = await serve(await folder(), 0, ['--demo']);
  const rep = server.out.match(/(\S+@\S+)\s+rep\s/);
  assert.ok(rep, `the demo prints who may sign in: ${server.out}`);

  const { context, tab } = await at(server, rep[1]);
  await marks(tab, ['outrider:first-sync', 'outrider:open', 'outrider:searchable']);

  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  const cdp = await context.newCDPSession(tab);
  assert.deepEqual((await cdp.send('Page.getInstallabilityErrors')).installabilityErrors, []);
  const manifest = await cdp.send('Page.getAppManifest');
  assert.deepEqual(manifest.errors, []);
  const { name, start_url, display } = JSON.parse(manifest.data);
  assert.deepEqual([name.length > 0, start_url, display], [true, '/', 'standalone']);

  await go(tab, '/list/contact');
  await tab.locator('.row[data-record]').nth(3).waitFor();
  const rows = await tab.locator('.row[data-record]').evaluateAll((rows) => rows.map((row) => ({
    id: row.dataset.record, name: row.querySelector('[data-phone=title]').textContent.trim(),
  })));
  const [one, other] = [rows[0], rows[3]];
  assert.deepEqual(tab.problems, []);

  await context.close();
  await server.stop();
  const cold = await browser({ profile: context.profile });
  const opened = await page(cold, `${server.url}/record/contact/${one.id}`);
  await opened.locator(`article[data-record="${one.id}"] h1`, { hasText: one.name }).waitFor();
  await until('the facts to be shown', async () => (await opened.locator('.fact dd .value').count()) > 2);
  await marks(opened, ['outrider:open', 'outrider:searchable']);
  assert.equal(await opened.evaluate(() => performance.getEntriesByName('outrider:first-sync').length), 0, 'nothing is fetched anew');

  await opened.keyboard.press('Control+k');
  await opened.getByRole('searchbox').first().fill(other.name);
  await opened.locator(`.hit[data-record="${other.id}"]`).click();
  await opened.locator(`article[data-record="${other.id}"] h1`, { hasText: other.name }).waitFor();
  await marks(opened, ['outrider:search']);
  assert.deepEqual(opened.problems, []);
});
