// Search as one types, over seven fields; and whether the right one stands first.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { idOf } from '../lib/book.mjs';
import { EXPECTED } from '../lib/planted.mjs';
import { firstHit, typeAll } from '../lib/hands.mjs';
import { folder } from '../lib/place.mjs';

const ROW = 'search as you type, each letter';
const BUILD = 'building the search index';
const TEXTS = 40;

/** What people type, taken from the contacts: names, a company, a title, a piece of a number. */
async function typed(all) {
  const contacts = await all.search();
  const step = Math.floor(contacts.length / TEXTS);
  const piece = [
    ({ given_name = '', family_name }) => `${given_name} ${family_name}`.trim(),
    ({ company, family_name }) => company ?? family_name,
    ({ email, family_name }) => email?.split('@')[0] ?? family_name,
    ({ phone, family_name }) => phone?.replace(/ ext.*/, '') ?? family_name,
    ({ job_title, family_name }) => `${family_name} ${job_title ?? ''}`.trim(),
  ];
  return Array.from({ length: TEXTS }, (_, n) => piece[n % piece.length](contacts[n * step + n]));
}

function told(report, size, who, hits) {
  const wrong = EXPECTED.filter(([, , email], at) => hits[at] !== idOf(email)).map(([what]) => what);
  report.add('expected first hits found', size, who, EXPECTED.length - wrong.length, { unit: 'of them', note: `of ${EXPECTED.length}` });
  if (wrong.length) report.note(`${who}, ${size} contacts: another or nothing first for ${wrong.join('; ')}`);
}

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    const texts = await typed(all);
    await ours(all, texts, report, size);
    for (const [engine, who] of [['minisearch', 'MiniSearch'], ['flexsearch', 'FlexSearch']]) {
      if (!options.peers.has(engine)) continue;
      const server = await peers.serve('search', all);
      const { context, tab } = await peers.visit(server, await folder('profile'));
      report.add(BUILD, size, who, await tab.evaluate((engine) => window.peer.build(engine), engine));
      report.add(ROW, size, who, await tab.evaluate((texts) => window.peer.type(texts), texts), { note: 'the engine alone' });
      const hits = [];
      for (const [, text] of EXPECTED) hits.push(await tab.evaluate((text) => window.peer.first(text), text));
      told(report, size, who, hits);
      await context.close();
      await server.stop();
    }
    report.target(ROW, size, { stat: 'p95', most: 4 });
    report.target(BUILD, size, { most: 1000 });
    report.target('expected first hits found', size, { least: EXPECTED.length });
  }
}

async function ours(all, texts, report, size) {
  const server = await outrider.served(all);
  const { context, tab } = await outrider.device(server, all.admin);
  const builds = [];
  for (let n = 0; n < 3; n += 1) {
    await tab.reload();
    builds.push(await outrider.marked(tab, 'searchable') - await outrider.marked(tab, 'open'));
  }
  report.add(BUILD, size, 'Outrider', builds, { note: 'in slices while the page is idle' });
  await tab.keyboard.press('Control+k');
  await tab.locator('.palette-line input').waitFor();
  const alone = await tab.evaluate((texts) => window.outrider.search && texts.flatMap((text) => [...text].map((_, at, letters) => {
    const start = performance.now();
    window.outrider.search(letters.slice(0, at + 1).join(''), 50);
    return performance.now() - start;
  })), texts);
  const shown = await tab.evaluate(typeAll, { texts, frames: false });
  report.add(ROW, size, 'Outrider', alone ?? shown, { note: alone ? 'the engine alone' : 'engine, labels and rows in the page' });
  if (alone) report.add('of the search: with its rows in the page', size, 'Outrider', shown);
  await tab.evaluate(() => performance.clearMeasures('outrider:search'));
  await tab.evaluate(typeAll, { texts: texts.slice(0, 8), frames: true });
  report.add('of the search: until painted (outrider:search)', size, 'Outrider', (await outrider.marks(tab, 'search')).map(({ ms }) => ms), { note: 'two frames of 16.7 ms among it' });
  const hits = [];
  for (const [, text] of EXPECTED) hits.push(await tab.evaluate(firstHit, text));
  told(report, size, 'Outrider', hits);
  await context.close();
  await server.stop();
}
