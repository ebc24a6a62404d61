// What the peers' servers share: a page with its script, files, and the line that says where it listens.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { join } from 'node:path';

export const { values: settings } = parseArgs({ options: { folder: { type: 'string' }, page: { type: 'string' }, port: { type: 'string', default: '0' }, data: { type: 'string' } } });

const PAGE = '<!doctype html><meta charset="utf-8"><title>peer</title><script src="/page.js" defer></script><body></body>';
const script = await readFile(settings.page);
export const fileOf = (name) => readFile(join(settings.folder, name));

export const send = (answer, body, headers = {}) => { answer.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body); };

export async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

/** Answers the page and its script; everything else is `handle`'s. */
export function start(handle) {
  const server = createServer((request, answer) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/') return send(answer, PAGE, { 'content-type': 'text/html; charset=utf-8' });
    if (url.pathname === '/page.js') return send(answer, script, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=31536000' });
    Promise.resolve(handle(request, answer, url)).catch((error) => {
      console.error(error);
      answer.writeHead(500).end(String(error));
    });
  });
  server.listen(Number(settings.port), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
}
