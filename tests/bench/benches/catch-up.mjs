// One contact in a hundred was changed while the device was away: until all of it is on the device.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { changed } from '../servers/changed.mjs';
import { countBytes } from '../lib/wire.mjs';
import { editing } from '../lib/load.mjs';

const ROW = '1 % changed while away: caught up';
const WIRE = 'bytes of catching up';
const SHARE = 0.01;

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    await ours(all, options, report, size);
    for (const name of peers.taking(options, ['RxDB', 'PouchDB'])) {
      const server = await peers.serve(name, all);
      const { context, tab } = await peers.synced(server, all);
      await fetch(`${server.url}/change?share=${SHARE}`);
      const wire = await countBytes(tab);
      report.add(ROW, size, name, await tab.evaluate(() => window.peer.again()));
      const { bytes, requests } = await wire();
      report.add(WIRE, size, name, bytes, { unit: 'bytes', note: `${requests} requests` });
      await context.close();
      await server.stop();
    }
    report.target(ROW, size, { most: 300 });
  }
}

async function ours(all, options, report, size) {
  const ids = changed(await all.contacts(), SHARE).map(({ id }) => id);
  const server = await outrider.served(all);
  const { context, tab } = await outrider.device(server, all.admin);
  await outrider.marked(tab, 'searchable');
  const [pulls, back, bytes] = [[], [], []];
  for (let n = 0; n < options.repeat; n += 1) {
    await outrider.offline(context);
    await editing(server.admin, ids, `Changed while away ${n}`);
    const { json: { head } } = await editing(server.admin, ids.slice(0, 1), `Last ${n}`);
    const before = (await outrider.marks(tab, 'pull')).length;
    const wire = await countBytes(tab, '/pull');
    const there = tab.evaluate((head) => new Promise((done) => addEventListener('online', () => {
      const start = performance.now();
      const look = () => (Number(window.outrider.cursor().split('/')[0]) >= head ? done(performance.now() - start) : setTimeout(look, 1));
      look();
    }, { once: true })), head);
    await outrider.offline(context, false);
    back.push(await there);
    pulls.push((await outrider.marks(tab, 'pull')).slice(before).reduce((sum, { ms }) => sum + ms, 0));
    bytes.push((await wire()).bytes);
  }
  await context.close();
  await server.stop();
  report.add(ROW, size, 'Outrider', pulls, { note: `outrider:pull, ${ids.length} contacts` });
  report.add('from the network being back until caught up', size, 'Outrider', back);
  report.add(WIRE, size, 'Outrider', bytes, { unit: 'bytes', note: `${Math.round(bytes[0] / ids.length)} a change` });
}
