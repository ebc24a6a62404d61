// What the command line asks for.
import { parseArgs } from 'node:util';

export const USAGE = `node tests/bench/run.mjs [OPTIONS]
  --only NAMES      these benchmarks alone, with commas: first-sync, open, edit, push, search, lists,
                    memory, catch-up, import, download, server-push, server-sync
  --size NUMBERS    contacts, with commas (20000,100000)
  --repeat N        runs of each measurement (3)
  --peer-repeat N   runs of RxDB and PouchDB, which take long (1)
  --peers NAMES     which peers take part: rxdb, pouchdb, minisearch, flexsearch (all of them; none)
  --minutes N       how long the server is under load (3)
  --every SECONDS   how often each rep who is online saves an edit (30)
  --keep            keeps the profiles and data folders, and says where
  --out FILE        writes the results there; without it a run of everything writes RESULTS.md`;

const PEERS = 'rxdb,pouchdb,minisearch,flexsearch';

export function options(args = process.argv.slice(2)) {
  const { values } = parseArgs({ args, options: {
    only: { type: 'string', default: '' }, size: { type: 'string', default: '20000,100000' },
    repeat: { type: 'string', default: '3' }, 'peer-repeat': { type: 'string', default: '1' },
    peers: { type: 'string', default: PEERS }, minutes: { type: 'string', default: '3' },
    every: { type: 'string', default: '30' }, keep: { type: 'boolean', default: false },
    out: { type: 'string' }, help: { type: 'boolean', default: false },
  } });
  const list = (text) => text.split(',').map((part) => part.trim()).filter(Boolean);
  const number = (name) => {
    const found = Number(values[name]);
    if (!(found > 0)) throw new Error(`--${name} takes a number above 0`);
    return found;
  };
  const sizes = list(values.size).map(Number);
  if (!sizes.length || sizes.some((size) => !(size > 0))) throw new Error('--size takes numbers above 0');
  return {
    help: values.help, only: list(values.only), sizes, peers: new Set(list(values.peers)),
    repeat: number('repeat'), peerRepeat: number('peer-repeat'), minutes: number('minutes'),
    every: number('every'), keep: values.keep, out: values.out,
  };
}
