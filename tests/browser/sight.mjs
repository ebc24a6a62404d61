// A rep loses a team: its records leave the device; own values that were not sent are kept.
import { assert, at, demo, go, kept, offline, serve, story, until } from './lib.mjs';
import { people, write as push } from './company.mjs';
import { open, write } from './people.mjs';
import { randomUUID } from 'node:crypto';

await story('a lost team', async () => {
  const server = await serve(await demo());
  const { admin, reps } = await people(server);
  const rep = reps.find((person) => reps.some((other) => other.team !== person.team));
  const other = reps.find((person) => person.team !== rep.team);
  const rule = { entity: { text: 'company' }, role: { text: 'rep' }, reach: { text: 'team' } };
  assert.equal(await push(admin, 'read_rule', randomUUID(), rule, true), 'accepted');
  const company = [...admin.records.values()].find((record) => record.entity === 'company' && record.fields.team?.ref === rep.team
    && record.fields.owner?.ref !== rep.id && record.fields.address?.address?.street);
  assert.ok(company, 'a company of the team that is not the rep\'s own');
  const name = company.fields.name.text;
  const { street } = company.fields.address.address;

  const { context, tab } = await at(server, rep.email);
  await open(tab, 'company', company.id);
  assert.ok(await kept(tab, street), 'what it holds is found on the device');
  await offline(context);
  await write(tab, 'Industry', 'typed in the basement');

  assert.equal(await push(admin, 'employee', rep.id, { team: { ref: other.team } }), 'accepted');
  await offline(context, false);
  await until('the team to be gone from the device', () => tab.evaluate(() => window.outrider.unsent() === 0));
  await go(tab, '/list/company');
  await tab.locator('.row[data-record]').first().waitFor();
  await go(tab, `/record/company/${company.id}`);
  await until('the record to have left', async () => !(await tab.locator('body').innerText()).includes(street));
  await go(tab, '/sync');
  const tray = tab.locator('.tray', { hasText: 'typed in the basement' });
  await tray.waitFor();
  assert.match(await tray.innerText(), new RegExp(name.slice(0, 12).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  // Nothing else of the record is on the device, in no packed row either.
  await until('the record to be off the disk', async () => !(await kept(tab, street)));
  await offline(context);
  await tab.reload();
  await go(tab, '/sync');
  await tab.locator('.tray', { hasText: 'typed in the basement' }).waitFor();
  assert.deepEqual(tab.problems, []);
});
