// A rep's work on one record, without a network and by keyboard alone: a note that mentions a
// colleague, a task for "next tue 10", what happened since they last spoke, a field's past. Then two
// reps write the same sentence of a text: both see both, one settles it.
import { assert, at, demo, kept, offline, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as serverWrite } from './company.mjs';
import { fact, open, reads, tabTo, write } from './people.mjs';

const two = (n) => String(n).padStart(2, '0');

// The Tuesday of next week, as a date field has it.
function nextTuesday() {
  const day = new Date();
  day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7) + 1);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

await story('one record', async () => {
  const server = await serve(await demo());
  const { admin, staff, contact } = await people(server);
  Object.assign(admin, staff.find((person) => person.role === 'admin'));
  const [rep, mate] = contact.reps;
  const base = 'Opens on Monday. Gate 4.';
  const put = (sets) => serverWrite(admin, 'contact', contact.id, sets);
  const one = await at(server, rep.email);
  const { tab } = one;
  // What others do from now on is in this device's own history.
  for (const title of ['Head of lathes', 'Head of pumps']) await put({ job_title: { text: title }, remarks: { text: base } });
  await until('them to arrive', () => kept(tab, 'Head of pumps'));
  await offline(one.context);
  await open(tab, 'contact', contact.id);
  await reads(tab, 'Job title', 'Head of pumps');
  const keys = tab.keyboard;
  const text = tab.locator('#composer-text');
  const logged = () => until('the composer to be empty', async () => (await text.inputValue()) === '');
  await tab.locator('h1').first().click();

  // A call: from here on it counts what happened since.
  await keys.press('l');
  await until('the caret in the composer', () => text.evaluate((at) => at === document.activeElement));
  await keys.type('Wants a price list.');
  await keys.press('Control+Enter');
  await logged();
  const since = tab.locator('.since');
  await since.getByText('Nothing has happened since.').waitFor();

  // A note that mentions a colleague, chosen with the keys.
  await text.evaluate((at) => at.blur());
  await keys.press('n');
  await until('the caret in the composer', () => text.evaluate((at) => at === document.activeElement));
  await keys.type(`Ask @${mate.name.slice(0, 4).toLowerCase()}`);
  const offered = tab.locator('.people [role=option]');
  await offered.filter({ hasText: mate.name }).waitFor();
  while (!(await tab.locator('.people [aria-selected=true]').innerText()).includes(mate.name)) await keys.press('ArrowDown');
  await keys.press('Enter');
  assert.equal(await text.inputValue(), `Ask @${mate.name} `);
  await keys.type('about the pump.');
  await keys.press('Control+Enter');
  await logged();
  await tab.locator('.moment', { hasText: `Ask @${mate.name} about the pump.` }).waitFor();

  // A task, its day said in words; what was understood stands beside it.
  await text.evaluate((at) => at.blur());
  await keys.press('t');
  await until('the caret in the composer', () => text.evaluate((at) => at === document.activeElement));
  await keys.type('Send the price list');
  const words = tab.locator('.composer .said input');
  await tabTo(tab, words);
  await keys.type('3/4');
  await tab.locator('.composer .understood').getByText('can be read in two ways').waitFor();
  await keys.press('Control+Enter');
  await tab.locator('.composer [role=alert]').waitFor();
  await keys.press('Control+A');
  await keys.type('next tue 10');
  await until('the understood day', async () => /Tue.*10:00/.test(await tab.locator('.composer .understood').innerText()));
  assert.equal(await tab.locator('.composer input[type=date]').inputValue(), nextTuesday());
  await keys.press('Control+Enter');
  await logged();
  await tab.locator('.moment.plan', { hasText: 'Send the price list' }).waitFor();

  // Since they spoke: the note, and the open task.
  await since.getByText('Note').waitFor();
  await since.getByText('open task').waitFor();
  assert.equal(await tab.locator('.spoke-line').count(), 1);

  // The timeline filtered by kind, then by person.
  await tabTo(tab, tab.locator('.filters-line button', { hasText: 'Tasks' }));
  await keys.press('Enter');
  await until('tasks alone', () => tab.locator('.moment').evaluateAll((all) => all.length > 0 && all.every((at) => at.dataset.kind === 'task')));
  await tabTo(tab, tab.locator('.filters-line button', { hasText: 'Everything' }), 'Shift+Tab');
  await keys.press('Enter');
  const person = tab.locator('.filters-line select');
  const all = await tab.locator('.moment').count();
  await tabTo(tab, person);
  await until('one person chosen', async () => (await person.inputValue()) === admin.id || keys.press('ArrowDown').then(() => false));
  await until('their moments alone', async () => (await tab.locator('.moment .lead b').allInnerTexts()).every((name) => name === admin.name));
  assert.ok(await tab.locator('.moment').count() < all);
  await keys.press('Home');
  await until('everyone’s again', async () => (await tab.locator('.moment').count()) === all);

  // A field's past, as far as this device knows it; one press brings a value back.
  const job = fact(tab, 'Job title');
  await tabTo(tab, job.locator('button.past'), 'Shift+Tab');
  await keys.press('Enter');
  await tab.getByText('What this device knows.').waitFor();
  await tabTo(tab, tab.locator('.was', { hasText: 'Head of lathes' }).getByRole('button', { name: 'Restore' }));
  await keys.press('Enter');
  await reads(tab, 'Job title', 'Head of lathes');
  // It is a change like any other, and can be taken back.
  await keys.press('z');
  await reads(tab, 'Job title', 'Head of pumps');

  await offline(one.context, false);
  await synced(tab);
  const records = await pullAll(admin);
  const written = [...records.values()];
  const note = written.find(({ fields }) => fields.subject?.text?.includes('about the pump.'));
  assert.deepEqual(note.fields.mentions.set, [mate.id], 'the note holds who is meant');
  const task = written.find(({ fields }) => fields.title?.text === 'Send the price list');
  assert.equal(task.fields.due_on.date, nextTuesday());
  assert.ok(task.fields.remind_at, 'its hour is when it is called to mind');

  // Both write the same sentence.
  const other = await at(server, mate.email);
  await open(other.tab, 'contact', contact.id);
  await reads(tab, 'Remarks', base);
  await reads(other.tab, 'Remarks', base);
  for (const { context } of [one, other]) await offline(context);
  await write(tab, 'Remarks', 'Opens on Tuesday. Gate 4.');
  await write(other.tab, 'Remarks', 'Opens on Friday. Gate 5.');
  for (const { context, tab } of [other, one]) {
    await offline(context, false);
    await synced(tab);
  }
  await synced(other.tab);
  for (const { tab } of [one, other]) {
    const place = fact(tab, 'Remarks').locator('.several');
    for (const [name, day] of [[rep.name, 'Tuesday'], [mate.name, 'Friday']]) {
      await place.locator('.passage', { hasText: name }).filter({ hasText: `Opens on ${day}. Gate 5.` }).waitFor();
    }
  }
  const keep = fact(other.tab, 'Remarks').getByRole('button', { name: `Keep ${rep.name}’s` });
  await tabTo(other.tab, keep);
  await other.tab.keyboard.press('Enter');
  for (const { tab } of [other, one]) {
    await until('it to be settled', async () => await fact(tab, 'Remarks').locator('.several').count() === 0);
    await reads(tab, 'Remarks', 'Opens on Tuesday. Gate 5.');
  }
  for (const { tab } of [one, other]) assert.deepEqual(tab.problems, []);
});
