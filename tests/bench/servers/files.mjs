// Files, as the floors and the search engines fetch them. What is compressed was compressed before.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf, send, settings, start } from './base.mjs';

const packed = await stat(join(settings.folder, 'packed.br')).then(() => true, () => false);

start(async (request, answer, url) => {
  if (url.pathname === '/packed') {
    const encoding = packed ? { 'content-encoding': 'br' } : {};
    return send(answer, await fileOf(packed ? 'packed.br' : 'packed'), { 'content-type': 'application/octet-stream', ...encoding });
  }
  if (['/contacts.json', '/search.json'].includes(url.pathname)) return send(answer, await fileOf(url.pathname.slice(1)));
  answer.writeHead(404).end();
});
