// One person entered twice: seen while one types and on the page of duplicates, without a network;
// merged by keyboard, taken back, merged again. A second rep merges the same two the other way round.
// Back on the network everyone has one record, with all values of both.
import { randomUUID } from 'node:crypto';
import { api, assert, at, demo, go, offline, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';

const text = (text) => ({ text });
const A = { given_name: text('Ottilie'), family_name: text('Quandt'), email: text('quandt@nordwind.example'), phone: text('+49 30 7654321'),
  remarks: text('Likes tea.'), job_title: text('Buyer') };
const B = { given_name: text('Ottilie'), family_name: text('Quant'), email: text('ottilie@quandt.example'), phone: text('0049 (0)30 765 43-21'),
  remarks: text('Call after ten.'), salutation: text('Dr') };

// Moves by keyboard until the pair is looked at.
async function moveTo(tab, [one, other]) {
  await tab.locator(`.pair[data-record="${one}"][data-other="${other}"]`).waitFor();
  for (let moves = 0; moves < 50; moves += 1) {
    if (await tab.locator(`.compare[data-one="${one}"][data-other="${other}"]`).count()) return;
    const looked = await tab.locator('.compare').getAttribute('data-one');
    await tab.keyboard.press('j');
    await tab.waitForFunction((looked) => document.querySelector('.compare')?.dataset.one !== looked, looked).catch(() => {});
  }
  throw new Error('the keys do not reach the pair');
}

const pair = (tab, [one, other]) => tab.locator(`.pair[data-record="${one}"][data-other="${other}"]`);

async function merge(tab, both) {
  await moveTo(tab, both);
  await tab.keyboard.press('Enter');
  await pair(tab, both).waitFor({ state: 'detached' });
  await tab.locator('.toast', { hasText: 'Merged into' }).waitFor();
}

await story('duplicates', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const owner = await api(server.url);
  assert.ok((await owner.signIn(contact.reps[0].email)).status < 300);
  const both = [randomUUID(), randomUUID()];
  assert.equal(await push(owner, 'contact', both[0], A, true), 'accepted');
  assert.equal(await push(owner, 'contact', both[1], B, true), 'accepted');

  const reps = [];
  for (const rep of contact.reps) reps.push(await at(server, rep.email));
  const [one, two] = reps;
  for (const { context } of reps) await offline(context);

  // While one types, mistyped.
  await go(one.tab, '/list/contact');
  await one.tab.locator('.row[data-record]').first().waitFor();
  await one.tab.keyboard.press('c');
  const dialog = one.tab.getByRole('dialog');
  await dialog.getByLabel('First name').fill('Otilie');
  await dialog.getByLabel('Last name').fill('Quandt');
  const here = dialog.locator('.already a', { hasText: 'Ottilie Quandt' });
  await here.waitFor();
  await here.click();
  await one.tab.locator(`.record[data-record="${both[0]}"] .looks-like`, { hasText: 'Ottilie Quant' }).waitFor();

  // On the page: merged, taken back, merged again.
  await go(one.tab, '/duplicates');
  await merge(one.tab, both);
  await one.tab.keyboard.press('z');
  await pair(one.tab, both).waitFor();
  await merge(one.tab, both);

  // The other way round.
  await go(two.tab, '/duplicates');
  await moveTo(two.tab, both);
  await two.tab.keyboard.press('s');
  await two.tab.locator('.side[data-stays]', { hasText: 'Ottilie Quant' }).waitFor();
  await merge(two.tab, both);
  await go(two.tab, `/record/contact/${both[0]}`);
  await two.tab.locator(`.record[data-record="${both[1]}"]`).waitFor();

  await offline(one.context, false);
  await synced(one.tab);
  await offline(two.context, false);
  await synced(two.tab);
  await synced(one.tab);

  // One redirect, never two; and every value of both is on the one record.
  const records = await pullAll(admin);
  const [a, b] = both.map((id) => records.get(id).fields);
  assert.deepEqual([a.merged_into, b.merged_into?.ref], [undefined, both[0]]);
  assert.deepEqual(a.more_emails.set, ['ottilie@quandt.example']);
  for (const { tab } of reps) {
    for (const id of both) {
      await go(tab, `/record/contact/${id}`);
      await tab.locator(`.record[data-record="${both[0]}"] .facts-col`).waitFor();
      await until('the address to be the record that stands', () => tab.evaluate((id) => location.pathname.endsWith(id), both[0]));
    }
    const facts = await tab.locator('.facts-col').innerText();
    for (const value of ['quandt@nordwind.example', 'ottilie@quandt.example', 'Likes tea.', 'Call after ten.', 'Buyer', 'Dr', '7654321']) {
      assert.ok(facts.includes(value), `${value} is not among ${facts}`);
    }
    await tab.locator(`.merged-here[data-record="${both[1]}"]`, { hasText: 'Quant' }).waitFor();
    await go(tab, '/list/contact');
    await tab.getByRole('searchbox').first().fill('Ottilie Quan');
    await until('one row', async () => (await tab.locator('.row[data-record]').count()) === 1);
    assert.equal(await tab.locator('.row[data-record]').getAttribute('data-record'), both[0]);
    assert.deepEqual(tab.problems, []);
  }
  // Who came second is told, and has nothing to mend.
  await go(two.tab, '/sync');
  await two.tab.locator('.swap', { hasText: 'the other way round' }).waitFor();
  assert.equal(await two.tab.locator('.tray').count(), 0);
});
