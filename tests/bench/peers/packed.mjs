// The packed floor: the very bytes that Outrider's device fetches, in chunks of 256 KiB, one strict
// transaction. To open is to read them.
import { host } from './host.mjs';
import { done, open, read, write } from './idb.mjs';

const CHUNK = 256 * 1024;
let database;

host({
  async open() { database = await open('packed'); },
  async sync() {
    const bytes = new Uint8Array(await (await fetch('/packed')).arrayBuffer());
    await write(database, (store) => {
      for (let at = 0; at < bytes.length; at += CHUNK) store.put(bytes.slice(at, at + CHUNK), at);
    });
  },
  async first() { await done(read(database).getAll()); },
});
