// One edit, from the moment it is made until it is on disk. Whatever a peer writes is made strict too.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { editAll } from '../lib/hands.mjs';
import { strict } from '../lib/page.mjs';

const ROW = 'one edit until it is durable';
const EDITS = 200;

/** Contacts to be edited: spread over the book. */
export const some = async (all, count) => {
  const contacts = await all.contacts();
  const step = Math.floor(contacts.length / count);
  return Array.from({ length: count }, (_, at) => contacts[at * step].id);
};

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    const ids = await some(all, EDITS);
    const server = await outrider.served(all);
    const { context, tab } = await outrider.device(server, all.admin);
    await outrider.marked(tab, 'searchable');
    await outrider.offline(context);
    report.add(ROW, size, 'Outrider', await tab.evaluate(editAll, { ids, word: 'Edited' }));
    await context.close();
    await server.stop();
    for (const name of peers.taking(options, ['row floor', 'RxDB', 'PouchDB'])) {
      const server = await peers.serve(name, all);
      const { context, tab } = await peers.synced(server, all);
      await tab.evaluate(() => window.peer.settle());
      await tab.evaluate(strict);
      report.add(ROW, size, name, await tab.evaluate((ids) => window.peer.edits(ids, 'Edited'), ids));
      await context.close();
      await server.stop();
    }
    for (const stat of ['p50', 'p95']) report.target(ROW, size, { stat, times: 1.3, over: 'row floor' });
  }
}
