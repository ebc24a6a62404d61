// Screenshots of every page at both sizes, dark and light, into a folder, to be looked at:
//   node tests/browser/look.mjs OUT [names...]
// Each page is also checked for what eyes miss: axe's findings, and what sticks out of the window.
import { api, assert, browser, demo, folder, go, page, serve, signIn, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [out = await folder(), ...names] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const THEMES = ['light', 'dark'];
const found = [];

const CSV = 'Name;Industry;Phone;Website\nKellerwerk GmbH;Machines;+49 30 1234;kellerwerk.example\n'
  + 'A company with a name that goes on and on because its founders could not agree GmbH & Co. KGaA;technolgy;;\n;no name;;\nZażółć gęślą;Fittings;call me;x\n';

async function shoot(tab, name, size, theme) {
  if (names.length && !names.some((wanted) => name.includes(wanted))) return;
  await tab.evaluate(() => document.fonts.ready);
  await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
  const file = `${name}-${size}-${theme}.png`;
  await tab.screenshot({ path: join(out, file) });
  const wide = await tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (at) => { for (let up = at.parentElement; up; up = up.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
    const outside = [...document.querySelectorAll('body *')].filter((at) => {
      const box = at.getBoundingClientRect();
      return box.width && (box.right > width + 1 || box.left < -1) && at.checkVisibility() && !scrolls(at) && !at.closest('.visually-hidden, .skip');
    });
    const cut = [...document.querySelectorAll('button, a, h1, h2, h3, label, th, dt, .btn, .tab, .badge')].filter((at) =>
      at.checkVisibility() && !at.closest('.visually-hidden') && at.scrollWidth > at.clientWidth + 1 && getComputedStyle(at).overflowX !== 'visible' && at.clientWidth > 0);
    const say = (at) => `${at.tagName.toLowerCase()}.${at.className?.baseVal ?? at.className} "${at.textContent.trim().slice(0, 40)}"`;
    return { scroll: document.documentElement.scrollWidth > width, outside: outside.slice(0, 5).map(say), cut: cut.slice(0, 8).map(say) };
  });
  await tab.evaluate(axe);
  const result = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const one of result.violations) {
    found.push(`${file}: ${one.impact} ${one.id}: ${one.nodes.length}x ${one.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? ''})`).join(' | ')}`);
  }
  if (wide.scroll || wide.outside.length) found.push(`${file}: sticks out: ${wide.outside.join(' | ') || 'the page scrolls sideways'}`);
  if (wide.cut.length) found.push(`${file}: cut off: ${wide.cut.join(' | ')}`);
}

async function looks(server, who, size, theme, tell) {
  const context = await browser({ viewport: SIZES[size], colorScheme: theme, hasTouch: size === 'phone', deviceScaleFactor: 1 });
  const tab = await page(context, server.url);
  await tell(tab, (name) => shoot(tab, name, size, theme), context);
  for (const problem of tab.problems) found.push(`${size} ${theme}: ${problem}`);
  await context.close();
}

await story('look', async () => {
  await mkdir(out, { recursive: true });
  const empty = await serve(await folder());
  const server = await serve(await demo());
  const { admin, reps, staff } = await people(server);
  const boss = staff.find((person) => person.role === 'admin');
  const record = (entity, test = () => true) => [...admin.records.values()].filter((one) => one.entity === entity && !one.deleted && test(one.fields));
  const busy = (entity, field) => {
    const uses = new Map();
    for (const one of admin.records.values()) { const to = one.fields[field]?.ref; if (to) uses.set(to, (uses.get(to) ?? 0) + 1); }
    return record(entity).sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0))[0].id;
  };
  const ids = { company: busy('company', 'customer'), contact: busy('contact', 'contact'), deal: busy('deal', 'deal'), task: record('task')[0].id };
  const longest = record('company').sort((a, b) => b.fields.name.text.length - a.fields.name.text.length)[0].id;

  for (const size of Object.keys(SIZES)) {
    for (const theme of THEMES) {
      await looks(empty, null, size, theme, async (tab, shot) => {
        await tab.locator('input[name=workspace]').waitFor();
        await shot('first-admin');
        await tab.click('button[type=submit]');
        await shot('first-admin-wrong');
      });
      await looks(server, boss, size, theme, async (tab, shot, context) => {
        await tab.locator('input[name=password]').waitFor();
        await shot('sign-in');
        await tab.fill('input[name=email]', boss.email);
        await tab.fill('input[name=password]', 'wrong password');
        await tab.click('button[type=submit]');
        await tab.locator('.note').waitFor();
        await shot('sign-in-wrong');
        await signIn(tab, boss.email);
        await synced(tab);
        await tab.locator('.today').waitFor();
        await shot('today');
        for (const view of ['month', 'week', 'day', 'agenda']) {
          await go(tab, '/news');
          await tab.locator('.page.news').waitFor();
          await go(tab, `/calendar?view=${view}`);
          await tab.locator('.calendar').waitFor();
          await tab.waitForTimeout(400);
          if (view !== 'week' || size === 'desk') await shot(`calendar-${view}`);
        }
        await go(tab, '/news');
        await tab.locator('.page.news').waitFor();
        await tab.waitForTimeout(600);
        await shot('news');
        for (const entity of ['company', 'contact', 'deal', 'activity', 'task', 'product']) {
          await go(tab, `/list/${entity}`);
          await tab.locator('.row[data-record], .board').first().waitFor();
          await shot(`list-${entity}`);
          if (entity === 'contact' && size === 'desk') {
            await tab.locator('.row[data-record]').nth(2).click();
            await tab.locator('.peek article').waitFor();
            await tab.waitForTimeout(400);
            await shot('peek');
          }
        }
        await go(tab, '/board/deal');
        await tab.locator('.board').waitFor();
        await shot('board');
        for (const [entity, id] of [...Object.entries(ids), ['company', longest]]) {
          await go(tab, `/record/${entity}/${id}`);
          await tab.locator(`article[data-record="${id}"]`).waitFor();
          await tab.waitForTimeout(500);
          const name = id === longest ? 'record-long-name' : `record-${entity}`;
          await shot(name);
          if (size === 'phone' && name === 'record-contact') {
            for (const part of ['Facts', 'Related']) {
              await tab.getByRole('tab', { name: part }).click();
              await shot(`record-contact-${part.toLowerCase()}`);
            }
          }
        }
        await go(tab, `/record/contact/${ids.contact}`);
        await tab.locator(`article[data-record="${ids.contact}"]`).waitFor();
        await tab.keyboard.press('Control+k');
        await tab.getByRole('searchbox').first().fill('an');
        await tab.locator('.hit').first().waitFor();
        await shot('palette');
        await tab.keyboard.press('Escape');
        await go(tab, '/list/contact');
        await tab.locator('.row[data-record]').first().waitFor();
        await go(tab, '/list/deal');
        await tab.locator('.row[data-record], .board').first().waitFor();
        await tab.keyboard.press('c');
        await tab.getByRole('dialog').waitFor({ timeout: 3000 }).then(() => shot('create'), () => found.push(`${size}: c makes no dialog`));
        await tab.keyboard.press('Escape');
        await go(tab, '/import');
        await tab.locator('input[type=file]').first().waitFor({ state: 'attached' });
        await shot('import');
        await tab.locator('input[type=file]').first().setInputFiles({ name: 'companies.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
        await tab.getByRole('button', { name: /^Check \d/ }).waitFor();
        await shot('import-columns');
        await tab.getByRole('button', { name: /^Check \d/ }).click();
        await tab.getByRole('button', { name: /^Import \d/ }).waitFor();
        await shot('import-preview');
        await go(tab, '/duplicates');
        await tab.locator('.pair').first().waitFor();
        await shot('duplicates');
        if (size === 'phone') {
          await tab.locator('.pair').first().click();
          await shot('duplicates-pair');
        }
        await go(tab, '/settings');
        await tab.locator('.settings, .page').first().waitFor();
        await shot('settings');
        await go(tab, '/team');
        await tab.locator('.team, .page').first().waitFor();
        await shot('team');
        await context.setOffline(true);
        await go(tab, `/record/contact/${ids.contact}`);
        await tab.locator(`article[data-record="${ids.contact}"]`).waitFor();
        if (size === 'phone') await tab.getByRole('tab', { name: 'Facts' }).click();
        await tab.locator('.fact button.value').first().click();
        await tab.locator('.fact[data-edit] input, .fact[data-edit] textarea').first().waitFor();
        await shot('record-editing');
        await tab.locator('.fact[data-edit] input, .fact[data-edit] textarea').first().fill(`Unsent ${size} ${theme}`);
        await tab.keyboard.press('Enter');
        await until('an unsent edit', () => tab.evaluate(() => window.outrider.unsent() > 0));
        await go(tab, '/sync');
        await tab.locator('.page.sync').waitFor();
        await shot('sync-offline');
        await context.setOffline(false);
        await synced(tab);
        await shot('sync');
        await go(tab, '/nowhere');
        await shot('nowhere');
      });
    }
  }
  await writeFile(join(out, 'found.txt'), `${[...new Set(found)].join('\n')}\n`);
  assert.deepEqual([...new Set(found)], [], 'what eyes miss');
});
