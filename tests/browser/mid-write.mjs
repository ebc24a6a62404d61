// A browser that is killed in the middle of writing, again and again, on one profile: while a person
// edits without a network and with one, while a page comes in, while the records are folded, and
// during a first sync with unsent work. Every edit of which the app said that it is saved is there
// afterwards, once, and the app opens whole. OUTRIDER_BROWSER_KILLS says how often (ten).
import { PASSWORD, assert, browser, demo, go, killBrowser, missing, offline, page, ready, serve, story, synced, until } from './lib.mjs';
import { entries, people, pullAll, write as push, writeAll } from './company.mjs';
import { fact, open } from './people.mjs';
import { randomUUID } from 'node:crypto';

const KILLS = Number(process.env.OUTRIDER_BROWSER_KILLS ?? 10);
/// Others' changes in one page.
const PAGE = 1_000;

const later = (ms) => new Promise((then) => setTimeout(then, ms));
const unsent = (tab) => tab.evaluate(() => window.outrider.unsent());

// Tells on the console when the app begins to write these tables.
function tellWrites() {
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (tables, mode, options) {
    if (mode === 'readwrite') for (const table of ['chunk', 'delta']) if ([tables].flat().includes(table)) console.log(`writes ${table}`);
    return transaction.apply(this, arguments);
  };
}

// Edits a job title and saves notes, by what a person touches and as fast as the app lets them, and
// tells on the console what it said was saved. Never ends.
async function editFast(round) {
  const look = (check) => new Promise((then) => {
    const again = () => { const found = check(); if (found) then(found); else setTimeout(again, 1); };
    again();
  });
  const type = (input, text) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const fact = () => [...document.querySelectorAll('.fact')].find((row) => row.querySelector('dt')?.innerText === 'Job title');
  for (let i = 0; ; i += 1) {
    const text = `R${round}.${i}.`;
    if (i % 2) {
      (await look(() => fact()?.querySelector('button.value'))).click();
      const input = await look(() => fact()?.querySelector('input'));
      type(input, `Title ${text}`);
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await look(() => fact() && !fact().querySelector('input'));
      console.log(`saved Title ${text}`);
    } else {
      const input = await look(() => document.querySelector('#composer-text'));
      type(input, `Note ${text}`);
      input.form.requestSubmit();
      await look(() => document.querySelector('#composer-text')?.value === '');
      console.log(`saved Note ${text}`);
    }
  }
}

await story('killed in the middle of writing', async () => {
  const server = await serve(await demo());
  const { admin, reps } = await people(server);
  const [rep] = reps;
  const other = reps.find((person) => person.team !== rep.team);
  const own = [...admin.records.values()].filter((record) => record.entity === 'contact' && record.fields.owner?.ref === rep.id);
  const theirs = [...admin.records.values()].filter((record) => record.entity === 'contact' && record.fields.owner?.ref !== rep.id).slice(0, PAGE);
  const mates = [...admin.records.values()].find((record) => record.entity === 'company' && record.fields.team?.ref === rep.team);
  const rule = { entity: { text: 'company' }, role: { text: 'rep' }, reach: { text: 'team' } };
  assert.equal(await push(admin, 'read_rule', randomUUID(), rule, true), 'accepted');

  let context, tab, profile;
  let cookies = [];
  let said = [];
  let writes = () => {};
  const told = [];
  const begin = async (withNetwork = true) => {
    context = await browser(profile ? { profile } : {});
    profile = context.profile;
    await context.addInitScript(tellWrites);
    // A browser writes cookies half a minute late: the session would be gone.
    await context.addCookies(cookies);
    await offline(context, !withNetwork);
    tab = await page(context, server.url);
    tab.on('console', (line) => {
      const [, what, text] = line.text().match(/^(saved|writes) (.*)$/) ?? [];
      if (what === 'saved') said.push(text);
      if (what === 'writes') writes(text);
    });
  };
  const signedIn = async () => {
    await tab.fill('input[name=email]', rep.email);
    await tab.fill('input[name=password]', PASSWORD);
    await Promise.all([tab.waitForResponse((answer) => answer.url().endsWith('/session') && answer.request().method() === 'POST'), tab.click('button[type=submit]')]);
    cookies = await context.cookies();
  };
  await begin();
  await signedIn();
  await ready(tab);
  await synced(tab);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);

  // Waits until the app next writes this table; to be called before what has it do so.
  const written = (table) => {
    let seen = false;
    writes = (name) => { seen ||= name === table; };
    return () => until(`${table} to be written`, () => seen, 60, 1);
  };
  const edit = async (round, contact) => {
    await open(tab, 'contact', contact.id);
    tab.evaluate(editFast, round).catch(() => {});
  };
  let away = false;
  // What is under way when the browser is killed.
  const scenes = {
    async offline(round, contact) {
      await offline(context);
      await edit(round, contact);
      await later(200 + Math.random() * 800);
    },
    async online(round, contact) {
      await edit(round, contact);
      await later(200 + Math.random() * 800);
    },
    async 'a page'(round, contact) {
      await edit(round, contact);
      const begun = written('delta');
      await writeAll(admin, theirs.map(({ id }, i) => ['contact', id, { job_title: { text: `Theirs ${round}.${i}.` } }]));
      await begun();
      await later(Math.random() * 60);
    },
    async folding(round, contact) {
      // What leaves sight is reason enough to fold once all is quiet.
      away = !away;
      const to = away ? other : rep;
      const begun = written('chunk');
      assert.equal(await push(admin, 'company', mates.id, { owner: { ref: to.id }, team: { ref: to.team } }), 'accepted');
      if (away) {
        await open(tab, 'contact', contact.id);
        await begun();
        tab.evaluate(editFast, round).catch(() => {});
        await later(Math.random() * 100);
      } else {
        await scenes.online(round, contact);
      }
    },
    async 'a first sync'(round, contact) {
      // Own work that waits on the device for its owner, who left and comes back.
      await context.route('**/api/v1/push', (route) => route.abort());
      await edit(round, contact);
      await until('something to be saved', () => said.length > 3);
      await go(tab, '/settings');
      await tab.getByRole('button', { name: 'Sign out', exact: true }).first().click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Sign out and keep it here' }).click();
      await tab.locator('input[name=email]').waitFor();
      await context.unroute('**/api/v1/push');
      const begun = written('chunk');
      await signedIn();
      await begun();
      await later(Math.random() * 150);
    },
  };
  const names = Object.keys(scenes);
  const counts = {};
  for (let round = 0; round < KILLS; round += 1) {
    const contact = own[round % own.length];
    const name = names[round % names.length];
    said = [];
    await scenes[name](round, contact);
    await killBrowser(context);
    counts[name] = (counts[name] ?? 0) + said.length;
    told.push(...said.map((text) => [contact.id, text]));

    // It opens on what it has, and what was said to be saved is in it, sent or not.
    const withNetwork = name !== 'offline';
    await begin(withNetwork);
    await until('the app, or to be asked to sign in', async () => await tab.locator('input[name=email]').count() > 0 ||
      tab.evaluate(() => window.outrider?.head() >= 0 && document.querySelector('.shell .topbar')).catch(() => false), 60);
    if (await tab.locator('input[name=email]').count()) {
      assert.equal(name, 'a first sync', 'whoever was signed in still is');
      await signedIn();
      await ready(tab);
    }
    const lost = await missing(tab, said.filter((text) => text.startsWith('Note')));
    assert.deepEqual(lost, [], `${name}: said to be saved, and not there`);
    if (!withNetwork) {
      assert.ok(await unsent(tab) >= said.length, 'all of it waits');
      await open(tab, 'contact', contact.id);
      const last = said.filter((text) => text.startsWith('Title')).at(-1);
      const number = (text) => Number(text.match(/R\d+\.(\d+)\./)?.[1] ?? -1);
      const title = await fact(tab, 'Job title').innerText();
      assert.ok(!last || number(title) >= number(last), `it reads ${title} after ${last} was saved`);
      await offline(context, false);
    }
    await synced(tab);
    if (name === 'a page') {
      const texts = theirs.map((_, i) => `Theirs ${round}.${i}.`);
      assert.deepEqual(await missing(tab, texts), [], 'the page came in whole');
    }
    assert.deepEqual(tab.problems, []);
  }

  // Each of them is on the server, once.
  const all = [...(await pullAll(admin)).values()];
  const notes = new Map();
  for (const { entity, fields } of all) {
    const text = entity === 'activity' ? fields.subject?.text ?? '' : '';
    if (text.startsWith('Note R')) notes.set(text, (notes.get(text) ?? 0) + 1);
  }
  const titles = new Map();
  for (const id of new Set(told.map(([id]) => id))) {
    for (const { effects } of await entries(admin, id)) {
      for (const { set } of effects) if (set?.field === 'job_title') titles.set(set.value.text, (titles.get(set.value.text) ?? 0) + 1);
    }
  }
  for (const [, text] of told) {
    const times = (text.startsWith('Note') ? notes : titles).get(text) ?? 0;
    assert.equal(times, 1, `${text} was said to be saved, and is there ${times} times`);
  }
  // What is held is what the server holds.
  const held = await tab.evaluate(() => window.outrider.held());
  assert.equal(held.contact, all.filter((record) => record.entity === 'contact' && !record.deleted).length);
  assert.ok(told.length > KILLS * 4, `only ${told.length} edits`);
  console.log(`a browser killed ${KILLS} times, ${told.length} edits said to be saved, each there once:`, counts);
});
