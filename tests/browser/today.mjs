// Today on a phone: birthdays, new leads, what changed while one was away, and a call logged in two
// taps, from there and from a record. All of it without a network.
import { assert, at, demo, go, offline, ready, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;
// The day in so many, in the browser's zone.
const ahead = (days, year) => { const at = new Date(Date.now() + days * 24 * HOUR); return `${year}-${String(at.getUTCMonth() + 1).padStart(2, '0')}-${String(at.getUTCDate()).padStart(2, '0')}`; };

await story('today', async () => {
  const server = await serve(await demo());
  const { contact, admin } = await people(server);
  const rep = contact.reps[0];
  const { context, tab } = await at(server, rep.email, { timezoneId: 'UTC', hasTouch: true, viewport: { width: 390, height: 844 } });
  const make = async (entity, sets) => {
    const id = randomUUID();
    assert.equal(await push(admin, entity, id, { owner: { ref: rep.id }, team: { ref: rep.team }, ...sets }, true), 'accepted');
    return id;
  };
  await make('contact', { given_name: { text: 'Ada' }, family_name: { text: 'Lovelace' }, birthday: { date: ahead(2, 1980) } });
  await make('contact', { given_name: { text: 'Grace' }, family_name: { text: 'Hopper' }, lifecycle: { text: 'lead' }, origin: { text: 'website' } });
  await make('activity', { kind: { text: 'call' }, subject: { text: 'Ask about the boiler' }, starts_at: { time: Date.now() }, done: { bool: false } });
  const entry = tab.locator('.entry', { hasText: 'Ask about the boiler' });
  await entry.waitFor();
  await offline(context);

  const section = (head) => tab.locator('.agenda', { has: tab.getByRole('heading', { name: new RegExp(`^${head}`) }) });
  await section('Birthdays').getByText('Ada Lovelace').waitFor();
  const turns = new Date(Date.now() + 48 * HOUR).getUTCFullYear() - 1980;
  await section('Birthdays').getByText(`turns ${turns}`).first().waitFor();
  await section('New leads').getByText('Grace Hopper').waitFor();

  // Two taps finish a planned call.
  await entry.getByRole('button', { name: 'Log call' }).tap();
  await tab.getByRole('menuitem', { name: 'No answer' }).tap();
  await until('the call to be done', async () => (await entry.count()) === 0);
  // And two log one on a person.
  await go(tab, `/record/contact/${contact.id}`);
  await tab.locator(`article[data-record="${contact.id}"]`).waitFor();
  await tab.getByRole('button', { name: 'Log call' }).first().tap();
  await tab.getByRole('menuitem', { name: 'Reached' }).tap();
  await until('the call to be saved', () => tab.evaluate(() => window.outrider.unsent() === 2));
  await offline(context, false);
  await synced(tab);
  const calls = [...(await pullAll(admin)).values()].filter((one) => one.entity === 'activity' && one.fields.outcome);
  const boiler = calls.find((one) => one.fields.subject?.text === 'Ask about the boiler');
  assert.deepEqual([boiler.fields.done.bool, boiler.fields.outcome.text], [true, 'no_answer']);
  const logged = calls.filter((one) => one.fields.contact?.ref === contact.id && one.fields.outcome.text === 'reached')
    .filter((one) => one.fields.starts_at.time > Date.now() - HOUR);
  assert.equal(logged.length, 1);

  // Back after an hour away: others' changes are counted, one's own are not.
  await go(tab, '/settings');
  const away = Date.now() - HOUR;
  await tab.evaluate(([key, value]) => localStorage.setItem(key, JSON.stringify(value)), [`outrider.today.${rep.id}`, `${away} ${away}`]);
  await go(tab, '/');
  const digest = tab.locator('.away');
  await digest.getByText('Contacts').waitFor();
  await until('two new contacts', async () => /Contacts.*2 new/.test((await digest.innerText()).replace(/\s+/g, ' ')));
  // Who only looks away for a moment reads the same again.
  await tab.reload();
  await ready(tab);
  await until('the same digest', async () => /Contacts.*2 new/.test((await digest.innerText()).replace(/\s+/g, ' ')));
  assert.deepEqual(tab.problems, []);
});
