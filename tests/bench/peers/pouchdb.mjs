// PouchDB 9, replicating with express-pouchdb. Its documents are named so that they stand in order, as
// its documentation advises, instead of having an index beside them.
import PouchDB from 'pouchdb/dist/pouchdb.js';
import { host } from './host.mjs';

const settings = new URLSearchParams(location.hash.slice(1));
const options = { batch_size: Number(settings.get('batch') ?? 1_000), batches_limit: 10 };
const remote = () => new PouchDB(`${location.origin}/db/contacts`);
const plain = ({ _id, _rev, ...contact }) => contact;
let contacts;
let ids;

host({
  async open() { contacts = new PouchDB('bench', { auto_compaction: true }); },
  sync: () => contacts.replicate.from(remote(), options),
  async all() { return (await contacts.allDocs({ include_docs: true })).rows.map(({ doc }) => plain(doc)); },
  async first(count) { return (await contacts.allDocs({ include_docs: true, limit: count })).rows.map(({ doc }) => doc); },
  async settle() {
    ids = new Map((await contacts.allDocs()).rows.map(({ id }) => [id.slice(-36), id]));
    await contacts.replicate.to(remote(), options);
  },
  async edit(id, job_title) {
    const contact = await contacts.get(ids.get(id));
    await contacts.put({ ...contact, job_title });
  },
  push: () => contacts.replicate.to(remote(), options),
});
