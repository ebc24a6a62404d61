// Five hundred edits made without a network, sent when it is back: until the device knows that the server
// has them on its disk.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { editAll } from '../lib/hands.mjs';
import { some } from './edit.mjs';

const ROW = '500 offline edits pushed';
const EDITS = 500;

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    const ids = await some(all, EDITS);
    await ours(all, ids, options, report, size);
    for (const name of peers.taking(options, ['RxDB', 'PouchDB'])) {
      const server = await peers.serve(name, all);
      const { context, tab } = await peers.synced(server, all);
      await tab.evaluate(() => window.peer.settle());
      const times = [];
      for (let n = 0; n < options.repeat; n += 1) {
        await tab.evaluate(([ids, word]) => window.peer.edits(ids, word), [ids, `Round ${n}`]);
        times.push(await tab.evaluate(() => window.peer.push()));
      }
      report.add(ROW, size, name, times, { note: name === 'PouchDB' ? 'LevelDB does not sync each write' : '' });
      await context.close();
      await server.stop();
    }
    report.target(ROW, size, { most: 200 });
  }
}

async function ours(all, ids, options, report, size) {
  const server = await outrider.served(all);
  const { context, tab } = await outrider.device(server, all.admin);
  await outrider.marked(tab, 'searchable');
  const [times, back] = [[], []];
  for (let n = 0; n < options.repeat; n += 1) {
    await outrider.offline(context);
    await tab.evaluate(editAll, { ids, word: `Round ${n}` });
    const before = (await outrider.marks(tab, 'push')).length;
    const sent = tab.evaluate(() => new Promise((done) => addEventListener('online', () => {
      const start = performance.now();
      const look = () => (window.outrider.unsent() === 0 ? done(performance.now() - start) : setTimeout(look, 1));
      look();
    }, { once: true })));
    await outrider.offline(context, false);
    back.push(await sent);
    const pushes = (await outrider.marks(tab, 'push')).slice(before);
    times.push(pushes.reduce((sum, { ms }) => sum + ms, 0));
    await outrider.synced(tab, 300);
  }
  await context.close();
  await server.stop();
  report.add(ROW, size, 'Outrider', times, { note: 'outrider:push, one request' });
  report.add('from the network being back until all is sent', size, 'Outrider', back);
}
