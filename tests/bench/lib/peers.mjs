// The peers as processes and pages.
import { browser, child as ends } from './started.mjs';
import { page } from '../../browser/lib.mjs';
import { folder, HERE } from './place.mjs';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Each with the server it talks to, and the page it runs in. */
export const PEERS = {
  'packed floor': { server: 'files', page: 'packed' },
  'row floor': { server: 'files', page: 'rows' },
  RxDB: { server: 'rxdb', page: 'rxdb', slow: true },
  PouchDB: { server: 'pouchdb', page: 'pouchdb', slow: true },
  search: { server: 'files', page: 'search' },
};

export const taking = (options, names) => names.filter((name) => !PEERS[name].slow || options.peers.has(name.toLowerCase()));
export const repeats = (options, name) => (PEERS[name]?.slow ? options.peerRepeat : options.repeat);

const bundles = new Map();
async function bundle(name) {
  if (!bundles.has(name)) {
    const outfile = join(await folder('page'), 'page.js');
    await build({ entryPoints: [join(HERE, 'peers', `${name}.mjs`)], outfile, bundle: true, minify: true, format: 'iife', platform: 'browser',
      define: { 'process.env.NODE_ENV': '"production"', global: 'window' }, logLevel: 'error' });
    bundles.set(name, outfile);
  }
  return bundles.get(name);
}

/** The server process of a peer over a book. `data` and `port` keep what it holds and its address. */
export async function serve(name, book, { data, port = 0 } = {}) {
  const kind = PEERS[name];
  const keeps = data ?? await folder('peer');
  const args = [join(HERE, 'servers', `${kind.server}.mjs`), '--folder', book.path, '--page', await bundle(kind.page), '--port', String(port), '--data', keeps];
  const child = ends(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const url = await new Promise((ready, fail) => {
    let out = '';
    child.on('exit', (code) => fail(new Error(`the server of ${name} ended with ${code}`)));
    child.stdout.on('data', (text) => {
      out += text;
      const found = out.match(/listening on (http:\S+)/);
      if (found) ready(found[1]);
    });
  });
  child.removeAllListeners('exit');
  const stop = () => new Promise((done) => { child.on('exit', done); child.kill(); });
  return { name, url, data: keeps, port: Number(new URL(url).port), stop };
}

/** A tab on a peer's page. */
export async function visit(server, profile, query = '', options = {}) {
  const context = await browser({ profile, ...options });
  context.setDefaultTimeout(0);
  const tab = await page(context, server.url + query);
  await tab.waitForFunction(() => window.peer);
  return { context, tab };
}

/** A profile that holds everything; `ms` is how long its first sync took. */
export async function synced(server, book) {
  const profile = await folder('profile');
  const { context, tab } = await visit(server, profile);
  const ms = await tab.evaluate(() => window.peer.sync());
  if (server.name !== 'packed floor') {
    const found = await tab.evaluate(() => window.peer.digest());
    if (found !== book.digest) throw new Error(`${server.name} holds other contacts than the server`);
  }
  return { profile, context, tab, ms };
}
