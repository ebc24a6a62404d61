// Tasks without a network: one that comes again is made once however many devices finish it, a
// checklist takes both devices' ticks, a reminder is told once, and the bell counts what asks for one.
import { assert, at, demo, go, offline, ready, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { open } from './people.mjs';
import { randomUUID } from 'node:crypto';

const day = (text) => ({ date: text });

await story('tasks', async () => {
  const server = await serve(await demo());
  const { contact, admin } = await people(server);
  const rep = contact.reps[0];
  const one = await at(server, rep.email);
  const two = await at(server, rep.email);
  const both = [one, two];
  const named = async (name) => [...(await pullAll(admin)).values()].filter((task) => task.entity === 'task' && !task.deleted && task.fields.title?.text === name);
  const together = async () => {
    for (const { context } of both) await offline(context, false);
    for (let twice = 0; twice < 2; twice += 1) for (const { tab } of both) await synced(tab);
  };

  // It is planned on the screen, with its rule.
  await go(one.tab, '/list/task');
  await one.tab.getByRole('button', { name: 'New task' }).first().click();
  const dialog = one.tab.getByRole('dialog');
  await dialog.getByLabel('Task', { exact: true }).fill('Count the stock');
  await dialog.getByLabel('Due', { exact: true }).fill('2027-01-29');
  await dialog.getByRole('button', { name: 'More fields' }).click();
  await dialog.getByLabel('Repeats', { exact: true }).selectOption('monthly');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await together();
  const [first] = await named('Count the stock');

  // Both finish it offline; with both back there is one more, a month later.
  for (const { context, tab } of both) {
    await open(tab, 'task', first.id);
    await offline(context);
    await tab.getByRole('button', { name: 'Done', exact: true }).click();
    await until('both to be made here', () => tab.evaluate(() => window.outrider.unsent() >= 2));
  }
  await together();
  const tasks = await named('Count the stock');
  assert.deepEqual(tasks.map((task) => [task.fields.done?.bool ?? false, task.fields.due_on]).sort(), [
    [false, day('2027-02-28')], [true, day('2027-01-29')],
  ]);
  const next = tasks.find((task) => !task.fields.done?.bool);
  assert.equal(next.fields.series.ref, first.id);

  // The 29th comes back after February; undo takes the next one back with the tick.
  await open(one.tab, 'task', next.id);
  await one.tab.getByRole('button', { name: 'Done', exact: true }).click();
  await go(one.tab, '/calendar?view=agenda&day=2027-03-29');
  await one.tab.locator('.event', { hasText: 'Count the stock' }).waitFor();
  await one.tab.keyboard.press('z');
  await until('the next one to be taken back', async () => (await one.tab.locator('.event', { hasText: 'Count the stock' }).count()) === 0);
  await synced(one.tab);
  assert.equal((await named('Count the stock')).filter((task) => !task.fields.done?.bool).length, 1);

  // A checklist takes what both do to it.
  for (const { context, tab } of both) {
    await open(tab, 'task', next.id);
    await offline(context);
  }
  const add = async (tab, words) => {
    await tab.getByLabel('Add a step').fill(words);
    await tab.getByLabel('Add a step').press('Enter');
    await tab.getByLabel(words, { exact: true }).waitFor();
  };
  await add(one.tab, 'Top shelf');
  await add(two.tab, 'Back room');
  await together();
  for (const { tab } of both) await until('both steps', async () => (await tab.locator('.checklist li').count()) === 2);
  for (const { context } of both) await offline(context);
  await one.tab.getByLabel('Top shelf', { exact: true }).check();
  await two.tab.getByLabel('Reword “Top shelf”').fill('Top shelf, twice');
  await two.tab.getByLabel('Reword “Top shelf”').press('Enter');
  await two.tab.getByLabel('Top shelf, twice', { exact: true }).waitFor();
  await together();
  for (const { tab } of both) {
    await until('the step to be reworded and ticked', async () => tab.getByLabel('Top shelf, twice', { exact: true }).isChecked().catch(() => false));
    assert.equal(await tab.locator('.checklist li').count(), 2);
  }

  // A reminder is told on the screen where the system may not tell it, and not again after a reload.
  const remind = async (name) => {
    const made = await push(admin, 'task', randomUUID(), { title: { text: name }, owner: { ref: rep.id }, team: { ref: rep.team },
      done: { bool: false }, due_on: day('2027-05-05'), remind_at: { time: Date.now() - 1000 } }, true);
    assert.equal(made, 'accepted');
    await synced(one.tab);
    await one.tab.locator('.reminder', { hasText: name }).waitFor();
  };
  await remind('Ring the bell');
  await one.tab.reload();
  await ready(one.tab);
  await remind('Ring it again');
  assert.equal(await one.tab.locator('.reminder', { hasText: 'Ring the bell' }).count(), 0);
  await one.tab.locator('.reminder', { hasText: 'Ring it again' }).getByRole('button', { name: 'Close' }).click();
  assert.equal(await one.tab.locator('.reminder').count(), 0);

  // Both were given by someone else: the bell says so, until they are marked as read.
  await go(one.tab, '/news');
  const given = one.tab.locator('.section', { hasText: 'Given to you' });
  await given.getByText('Ring the bell').waitFor();
  assert.equal(await given.locator('li').count(), 2);
  const count = async () => Number((await one.tab.locator('.rail .bell .count').textContent().catch(() => '0')) || 0);
  const before = await count();
  await one.tab.getByRole('button', { name: 'Mark as read' }).click();
  await until('the bell to count two less', async () => (await count()) === before - 2);
  for (const { tab } of both) assert.deepEqual(tab.problems, []);
});
