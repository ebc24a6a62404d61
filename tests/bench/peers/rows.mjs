// The row floor: fetched as JSON, one put a row, one strict transaction.
import { host } from './host.mjs';
import { done, open, read, write } from './idb.mjs';

let database;
let held;
const byName = new Intl.Collator('en').compare;

host({
  async open() { database = await open('rows', { keyPath: 'id' }); },
  async sync() {
    const contacts = await (await fetch('/contacts.json')).json();
    await write(database, (store) => contacts.forEach((contact) => store.put(contact)));
  },
  all: () => done(read(database).getAll()),
  async first(count) {
    const all = await done(read(database).getAll());
    return all.sort((a, b) => byName(a.family_name, b.family_name)).slice(0, count);
  },
  // What is edited stands on the screen already: only the put counts.
  async settle() { held = new Map((await done(read(database).getAll())).map((contact) => [contact.id, contact])); },
  edit: (id, job_title) => write(database, (store) => store.put({ ...held.get(id), job_title })),
});
