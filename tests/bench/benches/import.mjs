// A CSV file read, planned and written without a network, on a device that holds a small company; and how
// long the page stood still at most.
import * as outrider from '../lib/outrider.mjs';
import { folder } from '../lib/place.mjs';
import { watchGaps } from '../lib/page.mjs';
import { sheet } from '../lib/sheet.mjs';
import { join } from 'node:path';

const ROW = 'import of CSV rows offline';
const STILL = 'of the import: longest time the page stood still';
const BASE = 1_000;
const LONG = { timeout: 900_000 };

export async function run({ options, report, book }) {
  const all = await book(BASE);
  for (const size of options.sizes) {
    const path = join(await folder('sheet'), 'people.csv');
    await sheet(path, size);
    const server = await outrider.served(all);
    const { context, tab } = await outrider.device(server, all.admin);
    await outrider.marked(tab, 'searchable');
    await outrider.offline(context);
    await outrider.go(tab, '/import');
    const chosen = tab.locator('input[type=file]');
    await chosen.waitFor({ state: 'attached' });
    await tab.evaluate(watchGaps);
    const begun = Date.now();
    await chosen.setInputFiles(path);
    await tab.getByRole('button', { name: /^Check/ }).click(LONG);
    const write = tab.getByRole('button', { name: /^Import \d/ }).last();
    await write.waitFor(LONG);
    const planned = Date.now();
    const phase = async (name) => report.add(`${STILL}, ${name}`, size, 'Outrider', await tab.evaluate(() => {
      const { worst } = window.gaps;
      window.gaps.worst = 0;
      return worst;
    }));
    await phase('reading and planning');
    await write.click();
    const ms = await outrider.marked(tab, 'import', 900);
    await phase('writing');
    const gaps = await tab.evaluate(() => window.gaps);
    const held = await tab.evaluate(() => window.outrider.held());
    if (held.contact < size) throw new Error(`of ${size} rows only ${held.contact} contacts came`);
    report.add(ROW, size, 'Outrider', ms, { note: `outrider:import; file chosen until checked ${((planned - begun) / 1000).toFixed(1)} s by the clock; ${gaps.over} pauses over 100 ms` });
    report.target(ROW, size, { most: 10_000 });
    for (const name of ['reading and planning', 'writing']) report.target(`${STILL}, ${name}`, size, { most: 100 });
    await context.close();
    await server.stop();
  }
}
