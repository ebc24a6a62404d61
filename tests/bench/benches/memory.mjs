// What the tab holds: its renderer's own memory (anonymous and swapped, as Chromium's task manager counts
// it), with everything searchable and nothing going on.
import * as outrider from '../lib/outrider.mjs';
import { rendererOf } from '../lib/process.mjs';

const REST = 5_000;
/** Everything a large company has, beside so many contacts. */
const FULL = { companies: 0.05, deals: 0.05, activities: 0.1 };
const LIMITS = { 100_000: 150e6, 200_000: 300e6 };

export async function run({ options, report, book }) {
  const books = options.sizes.map((size) => [size, undefined]);
  if (options.sizes.includes(100_000)) books.push([200_000, FULL]);
  for (const [size, more] of books) {
    const all = await book(size, more);
    const server = await outrider.served(all);
    const { context, tab } = await outrider.device(server, all.admin);
    await held(context, tab, report, size, 'memory of the tab, after the first sync');
    await outrider.installed(tab);
    await context.close();
    const again = await outrider.browser({ profile: context.profile });
    await held(again, await outrider.page(again, `${server.url}/list/contact`), report, size, 'memory of the tab, opened again');
    await again.close();
    await server.stop();
  }
}

async function held(context, tab, report, size, row) {
  await outrider.marked(tab, 'searchable');
  await new Promise((later) => setTimeout(later, REST));
  const session = await context.newCDPSession(tab);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  const { own, resident } = await rendererOf(context);
  const records = await tab.evaluate(() => Object.values(window.outrider.held()).reduce((sum, count) => sum + count, 0));
  const note = `${records} records; JavaScript ${(heap / 1e6).toFixed(0)} MB of it; resident ${(resident / 1e6).toFixed(0)} MB`;
  report.add(row, size, 'Outrider', own, { unit: 'bytes', note });
  if (LIMITS[size]) report.target(row, size, { most: LIMITS[size] });
}
