// From sign-in on an empty device until every contact is on its disk. For the floors and peers: from the
// page's first request. All data sets are compared by their digests before a time counts.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { segments } from '../lib/book.mjs';
import { flush } from '../lib/page.mjs';

const ROW = 'first sync, durable';

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    await ours(all, options, report, size);
    for (const name of peers.taking(options, ['packed floor', 'row floor', 'RxDB', 'PouchDB'])) {
      const server = await peers.serve(name, all);
      const times = [];
      for (let n = 0; n < peers.repeats(options, name); n += 1) {
        const { context, ms } = await peers.synced(server, all);
        times.push(ms);
        await context.close();
      }
      await server.stop();
      report.add(ROW, size, name, times);
    }
    report.target(ROW, size, { times: 2, over: 'packed floor' });
    report.target(ROW, size, { times: 1 / 20, over: 'RxDB' });
  }
}

async function ours(all, options, report, size) {
  const server = await outrider.served(all);
  const { snapshot, bytes } = await segments(server, server.admin.cookie());
  const [times, flushes, seen] = [[], [], []];
  for (let n = 0; n < options.repeat; n += 1) {
    const context = await outrider.browser({ profile: await outrider.profile() });
    const tab = await outrider.page(context, server.url);
    await outrider.signInFields(tab, all.admin);
    const pressed = await tab.evaluate(() => performance.now());
    await tab.click('button[type=submit]');
    const ms = await outrider.marked(tab, 'first-sync');
    const [mark] = await outrider.marks(tab, 'first-sync');
    const flushed = await tab.evaluate(flush);
    await outrider.holdsSegments(tab, snapshot.segments.map(({ name }) => name));
    times.push(ms + flushed);
    flushes.push(flushed);
    seen.push(mark.start + mark.ms - pressed);
    await context.close();
  }
  await server.stop();
  report.add(ROW, size, 'Outrider', times, { note: `${all.records} records, ${(bytes.length / 1e6).toFixed(1)} MB packed` });
  report.add('sign-in pressed until all is there', size, 'Outrider', seen, { note: 'with the check of the password' });
  report.add('of the first sync: making it strict', size, 'Outrider', flushes, { note: 'the app itself commits it relaxed' });
}
