// Two tabs of one person: both see what either writes; each saves while the leader hangs, another
// takes over and syncing goes on, also when the leader is closed. Reading is narrowed meanwhile:
// what may not be seen any more leaves both tabs, what was not sent stays.
import { assert, at, demo, go, offline, page, ready, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { open, reads, write } from './people.mjs';
import { randomUUID } from 'node:crypto';

const leads = (tab) => tab.evaluate(() => window.outrider.leader());
const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());

await story('two tabs', async () => {
  const server = await serve(await demo());
  const { admin, contact, reps } = await people(server);
  const [rep] = contact.reps;
  const own = (entity, test) => [...admin.records.values()].find((record) => record.entity === entity && !record.deleted && test(record.fields));
  // A team mate's company, which the rep may write as long as it is the team's.
  const mates = own('company', (fields) => fields.team?.ref === rep.team && fields.owner?.ref !== rep.id && fields.phone?.text);
  const other = reps.find((person) => person.team !== rep.team);
  const field = async (record, name) => (await pullAll(admin)).get(record).fields[name]?.text;

  const { context, tab: one } = await at(server, rep.email);
  const two = await page(context, server.url);
  await ready(two);
  await until('one tab to lead', () => leads(one));
  assert.equal(await leads(two), false, 'only one tab leads');
  for (const tab of [one, two]) await open(tab, 'contact', contact.id);

  // Both write, both see both, the server has both.
  await write(one, 'Job title', 'Typed in the first');
  await reads(two, 'Job title', 'Typed in the first');
  await write(two, 'Phone', '+49 30 7770 002');
  await reads(one, 'Phone', '7770 002');
  for (const tab of [one, two]) await synced(tab);
  assert.equal(await field(contact.id, 'job_title'), 'Typed in the first');
  assert.match(await field(contact.id, 'phone'), /7770 002/);

  // Without a network: the leader hangs, and each tab saves all the same.
  await offline(context);
  await one.evaluate(() => window.outrider.hang());
  await write(one, 'Job title', 'Typed while hanging');
  await write(two, 'Form of address', 'Dr');
  await reads(two, 'Job title', 'Typed while hanging');
  await reads(one, 'Form of address', 'Dr');
  await open(two, 'company', mates.id);
  await write(two, 'Industry', 'typed in the basement');
  await until('both to know of all that is unsent', async () => (await unsent(one)) === 3 && (await unsent(two)) === 3);

  // Meanwhile reading is narrowed, and the team mate's company goes to another team.
  const rule = { entity: { text: 'company' }, role: { text: 'rep' }, reach: { text: 'team' } };
  assert.equal(await push(admin, 'read_rule', randomUUID(), rule, true), 'accepted');
  assert.equal(await push(admin, 'company', mates.id, { owner: { ref: other.id }, team: { ref: other.team } }), 'accepted');
  await two.bringToFront();
  await offline(context, false);
  await until('the other tab to take over', () => leads(two));
  await until('the tab that hung to know that it leads no more', async () => !(await leads(one)));
  await synced(two);
  assert.equal(await field(contact.id, 'job_title'), 'Typed while hanging');
  assert.equal(await field(contact.id, 'salutation'), 'Dr');
  assert.notEqual(await field(mates.id, 'industry'), 'typed in the basement');
  for (const tab of [one, two]) {
    await until('nothing to be unsent', async () => (await unsent(tab)) === 0);
    await go(tab, '/sync');
    await tab.locator('.tray', { hasText: 'typed in the basement' }).waitFor();
    await go(tab, `/record/company/${mates.id}`);
    await until('the record to have left', async () => !(await tab.locator('main').innerText()).includes(mates.fields.phone.text));
    await go(tab, '/list/company');
    await tab.locator('.row[data-record]').first().waitFor();
    assert.equal(await tab.locator('.row', { hasText: 'typed in the basement' }).count(), 0);
  }

  // The tab that hangs still saves; the one that leads sends it.
  await open(one, 'contact', contact.id);
  await write(one, 'Job title', 'Still typing');
  await until('the edit to be on the server', async () => (await field(contact.id, 'job_title')) === 'Still typing');

  // The leader is closed: the next one leads.
  const three = await page(context, server.url);
  await ready(three);
  await open(three, 'contact', contact.id);
  await reads(three, 'Job title', 'Still typing');
  await two.close();
  await until('the third tab to lead', () => leads(three));
  await write(three, 'Phone', '+49 30 7770 003');
  await synced(three);
  assert.match(await field(contact.id, 'phone'), /7770 003/);
  await reads(one, 'Phone', '7770 003');
  for (const tab of [one, two, three]) assert.deepEqual(tab.problems, []);
});
