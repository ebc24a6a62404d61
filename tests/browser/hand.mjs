// What was refused is handed to a colleague without a network: they get a task with all that was
// written, on the record where they see it; and the device's name is kept.
import { assert, at, demo, go, offline, ready, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { open, write } from './people.mjs';

await story('handing over', async () => {
  const server = await serve(await demo());
  const { admin, contact, reps } = await people(server);
  const [rep, mate] = contact.reps;
  const { context, tab } = await at(server, rep.email);
  await offline(context);
  await open(tab, 'contact', contact.id);
  await write(tab, 'Job title', 'Head of basements');
  // Meanwhile it is another team's.
  const other = reps.find((person) => person.team !== rep.team);
  assert.equal(await push(admin, 'contact', contact.id, { owner: { ref: other.id }, team: { ref: other.team } }), 'accepted');
  assert.equal(await push(admin, 'company', contact.company, { owner: { ref: other.id }, team: { ref: other.team } }), 'accepted');
  await offline(context, false);
  await until('it to be answered', () => tab.evaluate(() => window.outrider.unsent() === 0));
  await go(tab, '/sync');
  const item = tab.locator('.tray', { hasText: 'Head of basements' });
  await item.waitFor();
  await synced(tab);

  await offline(context);
  await item.getByRole('button', { name: 'Hand to a colleague' }).click();
  const dialog = tab.getByRole('dialog');
  assert.equal(await dialog.getByRole('button', { name: 'Hand over' }).isDisabled(), true);
  assert.equal(await dialog.locator('option', { hasText: rep.name }).count(), 0, 'not to oneself');
  await dialog.getByLabel('To whom').selectOption({ label: mate.name });
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await until('the tray to be empty', async () => (await tab.locator('.tray').count()) === 0);
  await tab.reload();
  await ready(tab);
  await go(tab, '/sync');
  await tab.locator('.unit', { hasText: 'Please check' }).waitFor();
  assert.equal(await tab.locator('.tray').count(), 0);
  await offline(context, false);
  await synced(tab);
  const task = [...(await pullAll(admin)).values()].find((record) => record.entity === 'task' && record.fields.title?.text?.startsWith('Please check: '));
  assert.ok(task, 'the task arrived');
  assert.equal(task.fields.owner.ref, mate.id);
  assert.match(task.fields.text.text, /Job title: Head of basements/);
  assert.equal(task.fields.customer?.ref, contact.id, 'the colleague sees the contact');

  // The device's name.
  await go(tab, '/settings');
  const name = tab.getByLabel('Name of this device');
  await until('a guess', async () => /Chrom(e|ium) on Linux/.test(await name.inputValue()));
  await name.fill('The van’s tablet');
  await name.press('Enter');
  await tab.waitForTimeout(300);
  await tab.reload();
  await ready(tab);
  await go(tab, '/settings');
  await until('the name to be kept', async () => (await name.inputValue()) === 'The van’s tablet');
  assert.deepEqual(tab.problems, []);
});
