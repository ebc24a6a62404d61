// The endpoint that RxDB replicates with: documents in the order of their last change, in memory, and
// every push in a log that is on disk before it is answered.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyOf, fileOf, send, settings, start } from './base.mjs';
import { changed } from './changed.mjs';

const log = await open(join(settings.data, 'log'), 'a');
const order = JSON.parse(await fileOf('contacts.json')).map((contact, at) => ({ seq: at + 1, contact: { ...contact, _deleted: false } }));
const last = new Map(order.map((entry) => [entry.contact.id, entry]));

function take(contacts) {
  for (const contact of contacts) {
    const entry = { seq: order.length + 1, contact: { ...contact, _deleted: false } };
    last.get(contact.id).over = true;
    last.set(contact.id, entry);
    order.push(entry);
  }
}

start(async (request, answer, url) => {
  if (url.pathname === '/pull') {
    const [from, limit] = ['from', 'limit'].map((name) => Number(url.searchParams.get(name)));
    const found = [];
    let seq = from;
    while (seq < order.length && found.length < limit) {
      const entry = order[seq];
      if (!entry.over) found.push(entry.contact);
      seq += 1;
    }
    return send(answer, JSON.stringify({ documents: found, checkpoint: { seq } }));
  }
  if (url.pathname === '/push') {
    const contacts = await bodyOf(request);
    await log.write(`${JSON.stringify(contacts)}\n`);
    await log.datasync();
    take(contacts);
    return send(answer, '[]'); // no conflicts
  }
  if (url.pathname === '/change') {
    take(changed([...last.values()].map(({ contact }) => contact), Number(url.searchParams.get('share'))));
    return send(answer, '{}');
  }
  answer.writeHead(404).end();
});
