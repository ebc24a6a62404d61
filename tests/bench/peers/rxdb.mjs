// RxDB 17 on Dexie, with the replication its documentation builds for a server of one's own.
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { host } from './host.mjs';

const BATCH = Number(new URLSearchParams(location.hash.slice(1)).get('batch') ?? 1_000);
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const names = ['company', 'job_title', 'email', 'phone', 'salutation', 'gender', 'language', 'birthday', 'age', 'lifecycle',
  'origin', 'origin_detail', 'needs', 'concerns', 'requirements', 'remarks', 'owner', 'team', 'created_by', 'given_name'];
const lists = ['more_emails', 'more_phones', 'messaging', 'tags'];
const schema = {
  version: 0, type: 'object', primaryKey: 'id', required: ['id', 'family_name'], indexes: ['family_name'],
  properties: {
    id: { type: 'string', maxLength: 36 }, family_name: { type: 'string', maxLength: 100 }, created_at: { type: 'number' },
    address: { type: 'object', properties: {} },
    ...Object.fromEntries([...names.map((name) => [name, text]), ...lists.map((name) => [name, texts])]),
  },
};
let contacts;

const pull = {
  batchSize: BATCH,
  async handler(checkpoint, limit) {
    return (await fetch(`/pull?from=${checkpoint?.seq ?? 0}&limit=${limit}`)).json();
  },
};
const push = {
  batchSize: BATCH,
  async handler(rows) {
    return (await fetch('/push', { method: 'POST', body: JSON.stringify(rows.map((row) => row.newDocumentState)) })).json();
  },
};

async function replicate(ways) {
  const options = { collection: contacts, replicationIdentifier: 'contacts', live: false, waitForLeadership: false, retryTime: 60_000 };
  const replication = replicateRxCollection({ ...options, ...ways });
  replication.error$.subscribe((error) => console.error(error));
  await replication.awaitInitialReplication();
  await replication.cancel();
}

host({
  async open() {
    const database = await createRxDatabase({ name: 'bench', storage: getRxStorageDexie(), multiInstance: false, eventReduce: true });
    ({ contacts } = await database.addCollections({ contacts: { schema } }));
  },
  sync: () => replicate({ pull }),
  // What came down is found not to be new once, before anything is edited.
  settle: () => replicate({ push }),
  async all() { return (await contacts.find().exec()).map((contact) => contact.toMutableJSON()); },
  async first(count) { return contacts.find({ sort: [{ family_name: 'asc' }], limit: count }).exec(); },
  async edit(id, job_title) {
    const contact = await contacts.findOne(id).exec();
    await contact.patch({ job_title });
  },
  push: () => replicate({ push }),
});
