// A fresh browser process on a device that holds everything, without a network: from the navigation
// until the first 50 rows, in order, are painted.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { watchRows } from '../lib/page.mjs';

const ROW = 'cold open offline to 50 sorted rows';
// So high that 50 rows are in sight.
const VIEW = { width: 1280, height: 3200 };

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    await ours(all, options, report, size);
    for (const name of peers.taking(options, ['packed floor', 'row floor', 'RxDB', 'PouchDB'])) {
      const server = await peers.serve(name, all);
      const { profile, context } = await peers.synced(server, all);
      await context.close();
      report.add(ROW, size, name, await opened(profile, `${server.url}/?open`, '.row', options.repeat));
      await server.stop();
    }
    report.target(ROW, size, { times: 2, over: 'packed floor' });
    report.target('from the first rows until all is searchable', size, { most: 1000 });
  }
}

/** When the rows stood there, in one fresh browser process after another. */
async function opened(profile, url, selector, repeat, look = async () => {}, options = {}) {
  const times = [];
  // The first opening is not counted: it fills the browser's caches of compiled code.
  for (let n = 0; n <= repeat; n += 1) {
    const context = await outrider.browser({ profile, viewport: VIEW, ...options });
    await context.addInitScript(watchRows, { selector, count: 50 });
    const tab = await outrider.page(context, url);
    const at = await (await tab.waitForFunction(() => window.rowsAt, null, { timeout: 300_000 })).jsonValue();
    if (n > 0) {
      times.push(at);
      await look(tab);
    }
    await context.close();
  }
  return times;
}

async function ours(all, options, report, size) {
  const server = await outrider.served(all);
  const { context, tab } = await outrider.device(server, all.admin);
  await outrider.installed(tab);
  await context.close();
  await server.stop();
  const [marks, searchable] = [[], []];
  const look = async (tab) => {
    const found = await outrider.marked(tab, 'searchable');
    const open = await outrider.marked(tab, 'open');
    marks.push(open);
    searchable.push(found - open);
  };
  const times = await opened(context.profile, `${server.url}/list/contact`, '.row[data-record]', options.repeat, look, { offline: true });
  report.add(ROW, size, 'Outrider', times);
  report.add('of the opening: the mark outrider:open', size, 'Outrider', marks);
  report.add('from the first rows until all is searchable', size, 'Outrider', searchable);
}
