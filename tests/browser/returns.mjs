// How soon the sign tells that the network, or the server, is back; and a segment that comes
// damaged is fetched again, twice damaged it is told.
import { assert, browser, demo, offline, page, serve, signIn, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';

const sign = (tab) => tab.locator('.sync-sign').first().innerText();
const isOff = async (tab) => /Offline/.test(await sign(tab));

await story('coming back', async () => {
  const data = await demo();
  let server = await serve(data);
  const { reps } = await people(server);
  const context = await browser();
  const tab = await page(context, server.url);

  // The first segment comes with a wrong byte, once.
  let spoilt = 0;
  let times = 1;
  await context.route('**/api/v1/segments/*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    if (spoilt < times) {
      spoilt += 1;
      body[body.length >> 1] ^= 1;
    }
    const headers = { ...answer.headers() };
    delete headers['content-encoding'];
    delete headers['content-length'];
    await route.fulfill({ status: answer.status(), headers, body });
  });
  await signIn(tab, reps[0].email).catch(() => {});
  await synced(tab);
  assert.equal(spoilt, 1, 'a damaged segment is fetched again');
  const more = await browser();
  times = 0;
  const second = await page(more, server.url);
  let bad = true;
  await more.route('**/api/v1/segments/*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    if (bad) body[body.length >> 1] ^= 1;
    const headers = { ...answer.headers() };
    delete headers['content-encoding'];
    delete headers['content-length'];
    await route.fulfill({ status: answer.status(), headers, body });
  });
  await second.fill('input[name=email]', reps[1].email);
  await second.fill('input[name=password]', 'outrider-demo');
  await second.click('button[type=submit]');
  await second.getByText('A part of your book arrived damaged').waitFor();
  bad = false;
  await synced(second);
  await more.close();

  const took = async (what, most, act) => {
    const start = Date.now();
    await act();
    await until(what, async () => !(await isOff(tab)), 90);
    const seconds = (Date.now() - start) / 1000;
    console.log(`${what}: ${seconds.toFixed(1)} s`);
    assert.ok(seconds < most, `${what} took ${seconds} s`);
  };
  // The network goes for long enough that patience has grown.
  await offline(context);
  await until('the sign to be offline', () => isOff(tab), 5);
  await tab.waitForTimeout(20_000);
  await took('online after the network is back', 2, () => offline(context, false));
  // The server goes, which no event tells of.
  const { port } = server;
  await server.stop('SIGKILL');
  await until('the sign to be offline', () => isOff(tab), 40);
  await tab.waitForTimeout(40_000);
  await took('online after the server is back', 14, async () => { server = await serve(data, port); });
  // The same, and one looks again.
  await server.stop('SIGKILL');
  await until('the sign to be offline', () => isOff(tab), 40);
  await tab.waitForTimeout(15_000);
  server = await serve(data, port);
  await took('online after a look', 2, () => tab.evaluate(() => window.dispatchEvent(new Event('focus'))));
  // Two tabs: the one that leads is hidden, the other is looked at.
  const other = await page(context, server.url);
  await synced(other);
  await other.bringToFront();
  await server.stop('SIGKILL');
  await until('the sign to be offline', () => isOff(other), 40);
  await other.waitForTimeout(15_000);
  server = await serve(data, port);
  const start = Date.now();
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await until('the other tab to be online', async () => !(await isOff(other)), 60);
  console.log('a tab that does not lead:', (Date.now() - start) / 1000);
  assert.ok(Date.now() - start < 3_000);
  assert.deepEqual(tab.problems, []);
});
