// The server under load, driven over HTTP: how many changes fifty clients get onto its disk in a second; how
// long a push takes while two hundred reps are online, each listening, saving an edit now and then and
// fetching what the others wrote; and what it holds in memory meanwhile.
import * as outrider from '../lib/outrider.mjs';
import { client } from '../lib/load.mjs';
import { online } from '../lib/online.mjs';
import { processor, watch } from '../lib/process.mjs';
import { slope } from '../lib/stats.mjs';

const CLIENTS = 50;
const REPS = 200;
const SPELL = 15_000;
/** How much a push of the fifty carries: items, and changes in each. */
const LOADS = [['one edit a push', 1, 1], ['25 edits of two fields a push', 25, 2]];

export async function run({ options, report, book }) {
  const size = Math.max(...options.sizes);
  const all = await book(size);
  const contacts = await all.contacts();
  const server = await outrider.served(all);
  const memory = watch(server.child.pid);
  for (const [what, items, fields] of LOADS) {
    const row = `server, changes pushed durably by 50: ${what}`;
    const before = await processor(server.child.pid);
    const { changes, times, seconds } = await flood(server, contacts, items, fields);
    const used = await processor(server.child.pid) - before;
    report.add(row, size, 'Outrider', changes / seconds, { unit: 'per s', note: `${((used / changes) * 1e6).toFixed(0)} µs of processor time a change, ${((used / seconds) * 100).toFixed(0)} % of one core` });
    report.add(`of it: a push (${what})`, size, 'Outrider', times);
    if (items > 1) report.target(row, size, { least: 5_000 });
  }
  const begun = Date.now();
  const load = await online(server, all, contacts, { reps: REPS, every: options.every, minutes: options.minutes });
  const ROW = `server, a push with ${REPS} reps online`;
  report.add(ROW, size, 'Outrider', load.pushes, { note: `p99 ${load.p99.toFixed(0)} ms; an edit every ${options.every} s each; ${load.pulls} pulls, p95 ${load.pullP95.toFixed(0)} ms` });
  report.target(ROW, size, { stat: 'p99', most: 50 });
  const seen = memory.stop();
  const HELD = 'server, memory';
  report.add(HELD, size, 'Outrider', seen.map(([, , resident]) => resident), { unit: 'bytes', note: 'resident, once a second' });
  report.target(HELD, size, { stat: 'max', most: 2 ** 30 });
  // The first third of the time fills caches.
  const from = seen.at(-1)[0] - ((Date.now() - begun) / 1000) * (2 / 3);
  const late = seen.filter(([at]) => at >= from);
  report.add('server, memory grows', size, 'Outrider', (slope(late.map(([at, own]) => [at, own])) * 3600) / 1e6, { unit: 'MB/h', note: `over ${Math.round(late.at(-1)[0] - late[0][0])} s` });
  await server.stop();
}

/** Fifty clients, each with one push on its way at any time. */
async function flood(server, contacts, items, fields) {
  const names = ['job_title', 'origin_detail'].slice(0, fields);
  const times = [];
  let changes = 0;
  const begun = performance.now();
  const work = async (one) => {
    const device = client(server.admin);
    for (let n = 0; performance.now() - begun < SPELL; n += 1) {
      const edit = (at) => ({ id: contacts[(one * 7919 + n * items + at) % contacts.length].id, texts: Object.fromEntries(names.map((name) => [name, `Load ${one} ${n}`])) });
      const start = performance.now();
      await device.push([Array.from({ length: items }, (_, at) => edit(at))]);
      times.push(performance.now() - start);
      changes += items * fields;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, one) => work(one)));
  return { changes, times, seconds: (performance.now() - begun) / 1000 };
}
