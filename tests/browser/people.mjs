// What people do on the screen, by the words they read.
import { assert, go, until } from './lib.mjs';

// Opens a record's page inside the running app.
export async function open(tab, entity, id) {
  await go(tab, `/record/${entity}/${id}`);
  await tab.waitForSelector(`[data-record="${id}"] .facts`, { state: 'attached' });
}

// The fact of a record's page with this label.
export const fact = (tab, label) => tab.locator('.fact').filter({ has: tab.locator('dt', { hasText: new RegExp(`^${label}$`) }) });

// Tab until this has the focus.
export async function tabTo(tab, target, key = 'Tab') {
  for (let press = 0; press < 200; press += 1) {
    if (await target.evaluateAll((all) => all.includes(document.activeElement))) return;
    await tab.keyboard.press(key);
  }
  throw new Error(`no way to ${target} by ${key}`);
}

// Writes a fact and waits until it is saved on the device.
export async function write(tab, label, text) {
  const row = fact(tab, label);
  const before = await tab.evaluate(() => performance.getEntriesByName('outrider:save').length);
  if (await row.locator('button.edit').count()) await row.locator('button.edit').click();
  else await row.locator('button.value').first().click();
  const input = row.locator('input, textarea').first();
  await input.fill(text);
  await input.press((await input.evaluate((at) => at.tagName)) === 'TEXTAREA' ? 'Control+Enter' : 'Enter');
  await tab.waitForFunction((before) => performance.getEntriesByName('outrider:save').length > before, before);
}

export async function reads(tab, label, text) {
  await until(`${label} to read ${text}`, async () => (await fact(tab, label).locator('.value').first().innerText()).includes(text))
    .catch(async (error) => { throw new Error(`${error.message}; it reads ${await fact(tab, label).allInnerTexts()}`); });
}

// The first record of a list.
export async function first(tab, entity) {
  await go(tab, `/list/${entity}`);
  const row = tab.locator('.row[data-record]').first();
  await row.waitFor();
  return row.getAttribute('data-record');
}

// A new record through the dialog, by its labels.
export async function make(tab, entity, words, fields) {
  await go(tab, `/list/${entity}`);
  await tab.locator('.row[data-record], .empty').first().waitFor();
  await tab.getByRole('button', { name: words }).first().click();
  const dialog = tab.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true }).first();
    if (!await field.count()) await dialog.getByRole('button', { name: 'More fields' }).click();
    await field.fill(value);
  }
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(true);
}
