// Where the time goes in the app's page: `node tests/bench/profile.mjs open|first-sync|search|lists|edit
// [--size 20000] [--save FILE]`. Prints the functions with the most time of their own; FILE opens in
// Chromium's developer tools. A build that keeps the names of its functions says more.
import { parseArgs } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { book } from './lib/book.mjs';
import { some } from './benches/edit.mjs';
import { editAll, typeAll } from './lib/hands.mjs';
import { cleanUp } from './lib/place.mjs';
import { plain } from './lib/report.mjs';
import * as outrider from './lib/outrider.mjs';

const { values, positionals: [what = 'open'] } = parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: '20000' }, save: { type: 'string' } } });
const TEXTS = ['anna schmidt', 'pneumatik', 'facilities', '+49 30 23', 'wallace.east', 'शर्मा'];

/** Each readies the page, and answers what is to be profiled. */
const SCENES = {
  async open(tab, server) {
    await tab.goto(`${server.url}/health`);
    return async () => { await tab.goto(`${server.url}/list/contact`); await outrider.marked(tab, 'searchable'); };
  },
  async search(tab) {
    await outrider.marked(tab, 'searchable');
    await tab.keyboard.press('Control+k');
    await tab.locator('.palette-line input').waitFor();
    return () => tab.evaluate(typeAll, { texts: TEXTS });
  },
  async lists(tab) {
    await outrider.marked(tab, 'searchable');
    await outrider.go(tab, '/list/contact');
    await tab.locator('.row[data-record]').first().waitFor();
    return async () => {
      for (let n = 0; n < 2; n += 1) {
        for (const head of await tab.locator('.thead [role=columnheader] button').all()) await head.click();
      }
    };
  },
  async edit(tab, server, all) {
    await outrider.marked(tab, 'searchable');
    const ids = await some(all, 100);
    return () => tab.evaluate(editAll, { ids, word: 'Profiled' });
  },
};

const all = await book(Number(values.size));
const server = await outrider.served(all);
const context = await outrider.browser({ profile: await outrider.profile() });
const tab = await outrider.page(context, server.url);
await outrider.signInFields(tab, all.admin);
const session = await context.newCDPSession(tab);
await session.send('Profiler.enable');
await session.send('Profiler.setSamplingInterval', { interval: 500 });
const first = async () => {
  await tab.click('button[type=submit]');
  await outrider.marked(tab, 'first-sync');
};
let scene = first;
if (what !== 'first-sync') {
  await first();
  await outrider.synced(tab, 600);
  await outrider.installed(tab);
  scene = await SCENES[what](tab, server, all);
}
await session.send('Profiler.start');
await scene();
const { profile } = await session.send('Profiler.stop');
if (values.save) await writeFile(values.save, JSON.stringify(profile));

const own = new Map();
const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
profile.samples.forEach((id, at) => {
  const { functionName, url } = nodes.get(id);
  const name = `${functionName || '(anonymous)'}${functionName.startsWith('(') ? '' : ` ${url.split('/').pop().slice(0, 30)}`}`;
  own.set(name, (own.get(name) ?? 0) + profile.timeDeltas[at] / 1000);
});
const sum = [...own.values()].reduce((all, ms) => all + ms, 0);
const lines = [...own].sort((a, b) => b[1] - a[1]).slice(0, 40).map(([name, ms]) => [`${ms.toFixed(1)} ms`, `${((ms / sum) * 100).toFixed(1)} %`, name.slice(0, 150)]);
console.log(plain([['own time', 'share', 'function'], ...lines]));
const marks = await tab.evaluate(() => performance.getEntriesByType('measure').map(({ name, startTime, duration }) => `${name} from ${startTime.toFixed(0)} for ${duration.toFixed(1)} ms`));
console.log([...new Set(marks)].slice(-12).join('\n'));
await context.close();
await server.stop();
cleanUp(false);
process.exit(0);
