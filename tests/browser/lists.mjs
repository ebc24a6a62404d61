// Working with many records: conditions of which one is enough, dates told from today, me and my
// team, several orders, groups with sums, columns moved and pinned, values written in the table, one
// field of many changed with a preview and taken back; all without a network, and kept as a view.
import { assert, at, demo, go, offline, serve, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';

const rows = (tab) => tab.locator('.table .row');
const count = async (tab) => Number((await tab.locator('.filters .found').innerText()).match(/^[\d,.]+/)[0].replace(/[,.]/g, ''));
const pop = (tab) => tab.locator('[popover]:popover-open');

async function addFilter(tab, field, test, write) {
  await tab.locator('.filters').getByRole('button', { name: 'Filter', exact: true }).click();
  await pop(tab).getByRole('menuitem', { name: field, exact: true }).click();
  await condition(tab, test, write);
}

async function condition(tab, test, write) {
  await pop(tab).locator('form select').first().selectOption({ label: test });
  if (write) await write(pop(tab));
  await pop(tab).getByRole('button', { name: 'Apply filter' }).click();
  await pop(tab).waitFor({ state: 'hidden' });
  await drawn(tab);
}

// What was done is on the screen.
const drawn = (tab) => tab.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));

async function unfilter(tab, at) {
  await tab.locator('.filter .off').nth(at).click();
  await drawn(tab);
}

await story('lists', async () => {
  const server = await serve(await demo());
  const { staff } = await people(server);
  const { context, tab } = await at(server, staff.find((person) => person.role === 'admin').email);
  await offline(context);
  await go(tab, '/list/deal');
  await tab.getByRole('radio', { name: 'Table' }).check({ force: true });
  await tab.waitForSelector('.table .row');
  const all = await count(tab);

  // One condition, then another way for it to hold: more are found, never fewer.
  await addFilter(tab, 'Closed on', 'is', (form) => form.locator('select').nth(1).selectOption({ label: 'this year' }));
  const thisYear = await count(tab);
  assert.ok(thisYear < all, `${thisYear} of ${all} were closed this year`);
  await tab.locator('.filter .cond').click();
  await pop(tab).getByRole('button', { name: 'Or …' }).click();
  await pop(tab).getByText('Closed on', { exact: true }).click();
  await condition(tab, 'is empty');
  const either = await count(tab);
  assert.ok(either > thisYear && either <= all, `${either} were closed this year or are open`);
  assert.match(await tab.locator('.filter .cond').innerText(), /this year or .*is empty/);

  // Mine, and my team's, which holds mine.
  await addFilter(tab, 'Owner', 'is in my team');
  const team = await count(tab);
  await unfilter(tab, 1);
  await addFilter(tab, 'Owner', 'is me');
  assert.ok(await count(tab) <= team && team <= either);
  await unfilter(tab, 1);

  // Two orders: within one stage by amount.
  const head = (name) => tab.getByRole('columnheader', { name: new RegExp(`^${name}`) }).getByRole('button');
  await head('Stage').click();
  await head('Amount').click({ modifiers: ['Shift'] });
  assert.equal(await tab.locator('[aria-sort="ascending"]').count(), 2);

  // Groups with their number and sum; folded, their rows are not there.
  await tab.locator('.filters').getByRole('button', { name: 'Group: Group' }).click();
  await pop(tab).getByRole('menuitemradio', { name: 'Stage' }).click();
  const first = tab.locator('.group-head').first();
  await until('the sum of the first group', async () => /\d/.test(await first.locator('b.num').first().innerText().catch(() => '')));
  const before = await tab.locator('[role=grid]').getAttribute('aria-rowcount');
  await first.getByRole('button').click();
  assert.equal(await first.getByRole('button').getAttribute('aria-expanded'), 'false');
  assert.ok(Number(await tab.locator('[role=grid]').getAttribute('aria-rowcount')) < Number(before));
  await first.getByRole('button').click();

  // A column goes elsewhere and stays in sight, by keys alone.
  await head('Amount').focus();
  await tab.keyboard.press('Alt+ArrowLeft');
  const columns = await tab.locator('[data-column]').evaluateAll((all) => all.map((one) => one.dataset.column));
  assert.ok(columns.indexOf('amount') < columns.indexOf('stage'), columns.join(' '));
  await tab.keyboard.press('Alt+Shift+ArrowRight');
  // And by mouse: an edge is dragged wider, a head is dragged to another's place.
  const wide = async (name) => (await tab.locator(`[data-column="${name}"]`).boundingBox()).width;
  const was = await wide('stage');
  const edge = await tab.locator('[data-column="stage"] .grip').boundingBox();
  await tab.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await tab.mouse.down();
  await tab.mouse.move(edge.x + 60, edge.y + edge.height / 2, { steps: 4 });
  await tab.mouse.up();
  await tab.mouse.move(edge.x + 200, edge.y + 200);
  assert.ok(Math.abs(await wide('stage') - was - 56) < 8, `${was} became ${await wide('stage')}`);
  await head('Stage').dragTo(head('Customer'));
  const order = await tab.locator('[data-column]').evaluateAll((all) => all.map((one) => one.dataset.column));
  assert.ok(order.indexOf('stage') < order.indexOf('customer'), order.join(' '));
  await tab.getByRole('button', { name: 'Columns' }).click();
  await pop(tab).getByRole('button', { name: /in sight/ }).first().click();
  await tab.keyboard.press('Escape');
  assert.ok(await tab.locator('.row .cell.pin-0').count() > 0);

  // A value is written where it stands: right along the row, Enter, and back.
  await rows(tab).first().focus();
  await tab.keyboard.press('Home');
  const row = tab.locator('.row[tabindex="0"]');
  const id = await row.getAttribute('data-record');
  const place = (await tab.locator('[data-column]').evaluateAll((all) => all.map((one) => one.dataset.column))).indexOf('expected_close');
  for (let step = 0; step < place; step += 1) await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('Enter');
  const editor = tab.locator('.cell-edit input').first();
  await editor.fill('2031-05-06');
  await editor.press('Enter');
  await until('the date in its cell', async () => /2031/.test(await tab.locator(`[data-record="${id}"]`).innerText()));

  // Kept as a view that the list opens with.
  await tab.locator('.views').getByRole('button', { name: 'Save as view' }).click();
  await pop(tab).getByLabel('Name of the view').fill('Mine to close');
  await pop(tab).getByRole('button', { name: 'Save as view' }).click();
  await tab.locator('.views .tab', { hasText: 'Mine to close' }).waitFor();
  await tab.locator('.views').getByRole('button', { name: 'Save as view' }).click();
  await pop(tab).getByLabel('Open this list with this view').check();
  await tab.keyboard.press('Escape');
  await go(tab, '/list/company');
  await tab.waitForSelector('.table .row');

  // Many companies change one field: what changes is shown first, and it is taken back as one.
  const companies = await count(tab);
  await tab.getByRole('checkbox', { name: 'Select all' }).check();
  await tab.getByRole('button', { name: 'Change a field' }).click();
  await pop(tab).getByText('Industry', { exact: true }).click();
  await pop(tab).locator('input').fill('Shipbuilding');
  await until('the preview', async () => (await pop(tab).locator('.preview li').count()) === 3);
  assert.match(await pop(tab).locator('[role=status]').innerText(), new RegExp(`${companies} change`));
  await pop(tab).getByRole('button', { name: 'Apply' }).click();
  await tab.getByRole('button', { name: 'Undo' }).waitFor();
  await addFilter(tab, 'Industry', 'is', (form) => form.locator('input').fill('Shipbuilding'));
  assert.equal(await count(tab), companies);
  await tab.getByRole('button', { name: 'Undo' }).click();
  await until('it to be taken back', async () => (await count(tab)) === 0);

  // Anything with a choice is a board: a company goes a lane further, by a key.
  await unfilter(tab, 0);
  await tab.getByRole('radio', { name: 'Board' }).check({ force: true });
  const card = tab.locator('.lane').first().locator('.card').first();
  const moved = await card.getAttribute('data-record');
  await card.focus();
  await tab.keyboard.press('Alt+ArrowRight');
  await tab.locator('.lane').nth(1).locator(`[data-record="${moved}"]`).waitFor();

  // On a phone a list is searched too.
  await tab.setViewportSize({ width: 390, height: 844 });
  await go(tab, '/list/contact');
  await tab.waitForSelector('.table .row');
  await tab.getByRole('button', { name: 'Search Contacts' }).click();
  await tab.locator('#list-search:focus').waitFor();
  await tab.keyboard.type('schmidt');
  await until('the list to be narrowed', async () => (await count(tab)) < 100);
  await tab.keyboard.press('Escape');
  await tab.setViewportSize({ width: 1280, height: 860 });

  await offline(context, false);
  await synced(tab);
  await tab.reload();
  await go(tab, '/list/deal');
  await tab.locator('.views .tab[aria-current=page]', { hasText: 'Mine to close' }).waitFor();
  assert.ok(await tab.locator('.group-head').count() > 0, 'the view keeps its groups');
  assert.equal(await tab.locator(`[data-record="${id}"]`).count() <= 1, true);
  assert.deepEqual(tab.problems, []);
});
