// A rep's day by keyboard alone, in Hindi, on a screen of a phone's width, without a network until the
// end: signs in, finds a contact by a mistyped name, logs a call, plans a visit, moves a deal, brings a
// card in, merges a duplicate and takes that back, and sees it all on a second device.
import { randomUUID } from 'node:crypto';
import { api, assert, at, browser, demo, go, offline, page, ready, serve, story, synced, until, PASSWORD } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { tabTo } from './people.mjs';

const text = (text) => ({ text });
const CARD = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ana Quito', 'N:Quito;Ana;;;', 'EMAIL:quito@nordwind.example', 'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1', 'END:VCARD', ''].join('\r\n');

// Goes to a page by its letter.
async function chord(tab, letter, there) {
  await tab.evaluate(() => document.activeElement?.blur());
  await tab.keyboard.press('g');
  await tab.keyboard.press(letter);
  await tab.locator(there).first().waitFor();
}

await story('a day', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const rep = contact.reps[0];
  const owner = await api(server.url);
  assert.ok((await owner.signIn(rep.email)).status < 300);
  const both = [randomUUID(), randomUUID()];
  const double = { given_name: text('Ottilie'), phone: text('+49 30 7654321') };
  for (const [at, family] of ['Quandt', 'Quant'].entries()) {
    assert.equal(await push(owner, 'contact', both[at], { ...double, family_name: text(family) }, true), 'accepted');
  }

  const context = await browser({ locale: 'hi-IN', viewport: { width: 390, height: 844 } });
  const tab = await page(context, server.url);
  const keys = tab.keyboard;
  // From the start: told to wait for it only when it opens, Playwright may be too late.
  const chooser = new Promise((done) => { tab.once('filechooser', done); });
  await tab.locator('input[name=email]').waitFor();
  await tabTo(tab, tab.locator('input[name=email]'));
  await keys.type(rep.email);
  await tabTo(tab, tab.locator('input[name=password]'));
  await keys.type(PASSWORD);
  await keys.press('Enter');
  await ready(tab);
  await synced(tab);
  assert.equal(await tab.evaluate(() => document.documentElement.lang), 'hi');
  await tab.evaluate(() => navigator.serviceWorker.ready);
  await offline(context);

  // Found by a mistyped name.
  await keys.press('Control+k');
  await tab.locator('.palette [role=searchbox]').waitFor();
  await keys.type('Otilie Quandt');
  await tab.locator(`.palette [data-record="${both[0]}"]`).waitFor();
  for (let moves = 0; moves < 10 && !await tab.locator(`.palette [data-record="${both[0]}"][aria-selected=true]`).count(); moves += 1) await keys.press('ArrowDown');
  await keys.press('Enter');
  await tab.locator(`article[data-record="${both[0]}"]`).waitFor();

  // A call is logged.
  await keys.press('l');
  await until('the caret in the composer', () => tab.locator('#composer-text').evaluate((at) => at === document.activeElement));
  await keys.type('मंगलवार को फिर बात');
  await keys.press('Control+Enter');
  await tab.getByText('मंगलवार को फिर बात').first().waitFor();

  // A visit is planned.
  await chord(tab, 'k', '.calendar');
  await keys.press('c');
  await tab.getByRole('dialog').waitFor();
  await keys.type('Walk the roof');
  await keys.press('Enter');
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });

  // A deal goes a stage further.
  await chord(tab, 'd', '.board .card');
  const stages = await tab.locator('.lane').evaluateAll((all) => all.map((one) => [one.dataset.lane, one.querySelector('.card')?.dataset.record]));
  await tabTo(tab, tab.locator('.board .card'));
  const deal = await tab.evaluate(() => document.activeElement.dataset.record);
  const from = await tab.evaluate(() => document.activeElement.closest('.lane').dataset.lane);
  const to = stages[stages.findIndex(([lane]) => lane === from) + 1][0];
  await keys.press('Alt+ArrowRight');
  await tab.locator(`.lane[data-lane="${to}"] [data-record="${deal}"]`).waitFor();

  // A card comes in from a file.
  await go(tab, '/import');
  await tab.locator('input[type=file]').waitFor({ state: 'attached' });
  await tabTo(tab, tab.locator('input[type=file]'));
  await keys.press('Enter');
  await (await chooser).setFiles([{ name: 'ana.vcf', mimeType: 'text/vcard', buffer: Buffer.from(CARD) }]);
  await tab.locator('.import-foot .btn.primary:not([disabled])').waitFor();
  await tabTo(tab, tab.locator('.import-foot .btn.primary'));
  await keys.press('Enter');
  await tab.locator('.tallies').waitFor();
  await tabTo(tab, tab.locator('.import-foot .btn.primary'));
  await keys.press('Enter');
  await tab.locator('.import-foot').waitFor({ state: 'detached' });

  // Two that are one are merged, and taken apart again.
  await chord(tab, 'u', '.pair');
  const pair = tab.locator(`.pair[data-record="${both[0]}"][data-other="${both[1]}"]`);
  await pair.waitFor();
  for (let moves = 0; moves < 50 && !await tab.locator(`.compare[data-one="${both[0]}"]`).count(); moves += 1) {
    await keys.press('j');
    await tab.waitForTimeout(100);
  }
  await keys.press('Enter');
  await pair.waitFor({ state: 'detached' });
  await keys.press('z');
  await pair.waitFor();
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= 390), 'nothing sticks out');

  // The network comes back; the second device has it all.
  await offline(context, false);
  await synced(tab);
  const second = await at(server, rep.email);
  const records = [...(await pullAll(admin)).values()].filter((one) => !one.deleted);
  const named = (entity, field, wanted) => records.find((one) => one.entity === entity && one.fields[field]?.text === wanted);
  const call = records.find((one) => one.entity === 'activity' && JSON.stringify(one.fields).includes('मंगलवार को फिर बात'));
  assert.equal(call.fields.kind.text, 'call');
  assert.ok([call.fields.contact?.ref, call.fields.customer?.ref].includes(both[0]), JSON.stringify(call));
  const visit = named('activity', 'subject', 'Walk the roof');
  const ana = named('contact', 'family_name', 'Quito');
  assert.equal(records.find((one) => one.id === deal).fields.stage.ref, to);
  assert.ok(!records.find((one) => one.id === both[1]).fields.merged_into?.ref);
  for (const [entity, id] of [['activity', call.id], ['activity', visit.id], ['contact', ana.id], ['contact', both[1]], ['deal', deal]]) {
    await go(second.tab, `/record/${entity}/${id}`);
    await second.tab.locator(`[data-record="${id}"] .facts`).first().waitFor({ state: 'attached' });
  }
  assert.deepEqual(tab.problems, []);
});
