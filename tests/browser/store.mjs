// The stores' conformance suite on IndexedDB, in a real browser with its database on disk.
import { assert, browser, story } from './lib.mjs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { join, normalize } from 'node:path';

const FOLDER = process.env.OUTRIDER_CONFORMANCE;
const KINDS = { js: 'text/javascript', wasm: 'application/wasm' };

await story('stores', async () => {
  const files = http.createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    if (path === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>stores</title>');
    try {
      const bytes = await readFile(join(FOLDER, path));
      response.writeHead(200, { 'content-type': KINDS[path.split('.').pop()] ?? 'text/plain' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => files.listen(0, '127.0.0.1', ready));
  const context = await browser();
  const tab = await context.newPage();
  // Where the suite panics its promise stays open: the panic's words on the console end it.
  const panicked = new Promise((_, fail) => {
    tab.on('pageerror', (error) => fail(error));
    tab.on('console', (line) => { if (line.type() === 'error') fail(new Error(line.text())); });
  });
  await tab.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await tab.goto(`http://127.0.0.1:${files.address().port}/`);
  const said = tab.evaluate(async () => {
    const suite = await import('/outrider.js');
    await suite.default({ module_or_path: '/outrider_bg.wasm' });
    return suite.run_conformance().catch((error) => { throw new Error(String(error)); });
  });
  assert.equal(await Promise.race([said, panicked]), 'ok');
  files.close();
});
