// What runs out or is taken away: room in the browser, the browser's storage under the open app, and
// a second tab that still runs the version before.
import { assert, at, browser, demo, offline, page, serve, signIn, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';
import { fact, open, reads, write } from './people.mjs';
import { release, siteCopy } from './site.mjs';

const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());

await story('limits', async () => {
  const site = await siteCopy();
  const server = await serve(await demo(), 0, [], { OUTRIDER_SITE: site });
  const { contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  await open(tab, 'contact', contact.id);

  // No room in the browser: it is said where the form is, and nothing is claimed.
  await offline(context);
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  // The browser remembers for half a minute how much room there was.
  await new Promise((later) => setTimeout(later, 35_000));
  await fact(tab, 'Job title').locator('button.value').click();
  const input = fact(tab, 'Job title').locator('input');
  await input.fill('Too much');
  await input.press('Enter');
  await tab.getByText('No room is left on this device').first().waitFor();
  assert.equal(await input.inputValue(), 'Too much', 'what was typed stands');
  assert.equal(await unsent(tab), 0);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await until('it to be saved after all', async () => {
    if (await input.count()) await input.press('Enter').catch(() => {});
    return (await unsent(tab)) === 1;
  }, 60);
  await offline(context, false);
  await synced(tab);

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

  // The browser takes its storage away under the open app: that is said, and nothing pretended.
  await synced(tab);
  await offline(context);
  await cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb' });
  await fact(tab, 'Job title').locator('button.value').click();
  await input.fill('Into the void');
  await input.press('Enter');
  await tab.getByText(/storage/i).first().waitFor();
  assert.equal(await unsent(tab), 0, 'nothing counts as saved');
  await offline(context, false);
  await tab.reload();
  await until('to be asked to sign in, or to have the file again', async () =>
    (await tab.locator('input[name=email]').count()) > 0 || tab.evaluate(() => window.outrider?.head() > 0));
});
