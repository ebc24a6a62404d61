// All that a browser downloads before the app can be used, with or without a network: the shell, the
// service worker and every file that it keeps. Compressed with brotli where the server does; a server of
// the quick profile leaves large files as they are: there brotli's quality 9 is reckoned.
import * as outrider from '../lib/outrider.mjs';
import { request } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const ROW = 'all that is downloaded to start';
/** The quick profile compresses nothing that is larger. */
const SMALL = 64 * 1024;
const NINE = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const get = (url) => new Promise((good, bad) => {
  request(url, { headers: { 'accept-encoding': 'br' } }, async (answer) => {
    const parts = [];
    for await (const part of answer) parts.push(part);
    good({ body: Buffer.concat(parts), packed: answer.headers['content-encoding'] === 'br', kind: answer.headers['content-type'] });
  }).on('error', bad).end();
});

export async function run({ report, book, options }) {
  const server = await outrider.served(await book(Math.min(...options.sizes)));
  const worker = await get(`${server.url}/sw.js`);
  const text = (worker.packed ? brotliDecompressSync(worker.body) : worker.body).toString();
  const files = JSON.parse(text.match(/const FILES = (\[.*?\]);/s)[1]);
  const parts = { wasm: 0, script: 0, style: 0, image: 0, other: 0 };
  let reckoned = false;
  for (const path of new Set(['/', '/sw.js', ...files])) {
    const { body, packed, kind } = await get(server.url + path);
    const best = packed || /^(image\/png|font)/.test(kind) || body.length < SMALL ? body.length : brotliCompressSync(body, NINE).length;
    reckoned ||= best < body.length;
    const part = Object.keys(parts).find((name) => kind.replace('javascript', 'script').replace('css', 'style').includes(name)) ?? 'other';
    parts[part] += best;
  }
  await server.stop();
  const sum = Object.values(parts).reduce((sum, bytes) => sum + bytes);
  const each = Object.entries(parts).filter(([, bytes]) => bytes).map(([name, bytes]) => `${name} ${(bytes / 1e3).toFixed(0)}`);
  report.add(ROW, 0, 'Outrider', sum, { unit: 'bytes', note: `kB: ${each.join(', ')}${reckoned ? '; brotli reckoned, the server sent some as they are' : ''}` });
  report.target(ROW, 0, { most: 400e3 });
}
