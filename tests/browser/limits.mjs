// What runs short: room in the browser; and a second browser that runs the next version already.
import { assert, at, browser, demo, offline, page, serve, signIn, story, synced, until } from './lib.mjs';
import { people, times } from './company.mjs';
import { fact, open, reads, write } from './people.mjs';
import { release, siteCopy } from './site.mjs';

const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());

await story('limits', async () => {
  const site = await siteCopy();
  const server = await serve(await demo(), 0, [], { OUTRIDER_SITE: site });
  const { admin, contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  await open(tab, 'contact', contact.id);

  // No room in the browser: it is said where the form is, and nothing is claimed; what was saved
  // before waits as it did.
  await offline(context);
  await write(tab, 'Phone', '+49 30 7770 012');
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  // The browser remembers for half a minute how much room there was.
  await new Promise((later) => setTimeout(later, 35_000));
  await fact(tab, 'Job title').locator('button.value').click();
  const input = fact(tab, 'Job title').locator('input');
  await input.fill('Too much');
  await input.press('Enter');
  await fact(tab, 'Job title').getByText('No room is left on this device').waitFor();
  await tab.locator('.banner', { hasText: 'No room is left on this device' }).waitFor();
  await tab.locator('.sync-sign', { hasText: 'No room' }).first().waitFor();
  assert.equal(await input.inputValue(), 'Too much', 'what was typed stands');
  assert.equal(await unsent(tab), 1);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await until('it to be saved after all', async () => {
    if (await input.count()) await input.press('Enter').catch(() => {});
    return (await unsent(tab)) === 2;
  }, 60);
  assert.equal(await tab.getByText('No room is left').count(), 0);
  await offline(context, false);
  await synced(tab);
  for (const text of ['+49 30 7770 012', 'Too much']) assert.equal(await times(admin, contact.id, text), 1, text);

  // A second tab with the next version beside one with the version before: both write, both see.
  await release(site);
  const version = (page) => page.evaluate(() => document.documentElement.dataset.version);
  const old = await version(tab);
  const fresh = await browser();
  const other = await page(fresh, server.url);
  await signIn(other, contact.reps[0].email);
  assert.notEqual(await version(other), old);
  await synced(other);
  await write(tab, 'Job title', 'From the version before');
  await open(other, 'contact', contact.id);
  await reads(other, 'Job title', 'From the version before');
  await fresh.close();
  assert.deepEqual(tab.problems, []);
});
