// express-pouchdb over LevelDB, as its documentation has it, filled with the contacts.
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { join } from 'node:path';
import { fileOf, send, settings, start } from './base.mjs';
import { changed } from './changed.mjs';

const Server = PouchDB.defaults({ prefix: `${settings.data}/` });
const database = new Server('contacts');
const idOf = (contact) => `${contact.family_name.normalize('NFKD').toLowerCase()}|${contact.id}`;
const { doc_count } = await database.info();
const contacts = JSON.parse(await fileOf('contacts.json'));
for (let from = 0; doc_count === 0 && from < contacts.length; from += 1_000) {
  await database.bulkDocs(contacts.slice(from, from + 1_000).map((contact) => ({ _id: idOf(contact), ...contact })));
}

const app = express();
app.use('/db', expressPouchdb(Server, { mode: 'minimumForPouchDB', logPath: join(settings.data, 'log.txt'), configPath: join(settings.data, 'config.json') }));

start(async (request, answer, url) => {
  if (url.pathname === '/change') {
    const rows = await database.allDocs({ include_docs: true });
    await database.bulkDocs(changed(rows.rows.map(({ doc }) => doc), Number(url.searchParams.get('share'))));
    return send(answer, '{}');
  }
  app(request, answer);
});
