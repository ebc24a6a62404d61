// How soon the sign tells that the network, or the server, is back; and a segment that comes
// damaged is fetched again, twice damaged it is told; one that is no longer given is not asked for
// again, but a new snapshot.
import { PASSWORD, assert, browser, demo, offline, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';

const sign = (tab) => tab.locator('.sync-sign').first().innerText();
const isOff = async (tab) => /Offline/.test(await sign(tab));

await story('coming back', async () => {
  const data = await demo();
  let server = await serve(data);
  const { reps } = await people(server);
  const context = await browser();
  const tab = await page(context, server.url);

  // A segment comes with a wrong byte: once, it is fetched again; every time, it is told.
  let spoilt = 0;
  const spoil = (context, most) => context.route('**/api/v1/segments/*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    if ((spoilt += 1) <= most()) body[body.length >> 1] ^= 1;
    const { 'content-encoding': _, 'content-length': __, ...headers } = answer.headers();
    await route.fulfill({ status: answer.status(), headers, body });
  });
  await spoil(context, () => 1);
  await signIn(tab, reps[0].email);
  await synced(tab);
  assert.ok(spoilt > 1, 'a damaged segment is fetched again');
  const more = await browser();
  let bad = Infinity;
  await spoil(more, () => bad);
  const second = await page(more, server.url);
  await second.fill('input[name=email]', reps[1].email);
  await second.fill('input[name=password]', PASSWORD);
  await second.click('button[type=submit]');
  await second.getByText('A part of your book arrived damaged').waitFor();
  bad = 0;
  await second.getByRole('button', { name: 'Try again' }).click();
  await ready(second);
  await synced(second);
  await more.close();

  // Something left the person's sight while their first sync was away for long.
  const late = await browser();
  const [third, snapshots] = [await page(late, server.url), []];
  third.on('request', (request) => request.url().endsWith('/snapshot') && snapshots.push(request));
  const refused = { status: 404, json: { error: 'not-found', message: 'there is nothing at that name' } };
  await late.route('**/api/v1/segments/*', (route) => route.fulfill(refused), { times: 1 });
  await signIn(third, reps[2].email);
  await synced(third);
  assert.equal(snapshots.length, 2, 'it begins again by itself');
  await late.close();

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
  await tab.waitForTimeout(10_000);
  await took('online after the network is back', 2, () => offline(context, false));
  // The server goes, which no event tells of.
  const { port } = server;
  const gone = async (tab) => {
    await server.stop('SIGKILL');
    await until('the sign to be offline', () => isOff(tab), 6);
    await tab.waitForTimeout(10_000);
    server = await serve(data, port);
  };
  await gone(tab);
  await took('online after the server is back', 11, () => {});
  await gone(tab);
  await took('online after a look', 2, () => tab.evaluate(() => window.dispatchEvent(new Event('focus'))));
  // A tab that does not lead is looked at.
  const follower = await page(context, server.url);
  await ready(follower);
  await synced(follower);
  assert.equal(await follower.evaluate(() => window.outrider.leader()), false);
  await gone(follower);
  await took('online after a look at another tab', 2, () => follower.evaluate(() => window.dispatchEvent(new Event('focus'))));
  assert.deepEqual(tab.problems, []);
});
