// The same contacts for everybody: a seeded company, with a few contacts planted for the search, and
// all contacts read back through the server's own API as plain JSON for the peers.
import { serve } from './started.mjs';
import { api, PASSWORD } from '../../browser/lib.mjs';
import { pullAll, write } from '../../browser/company.mjs';
import { copyOf, prepared } from './place.mjs';
import { digest } from './digest.mjs';
import { PLANTED } from './planted.mjs';
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const SEED = 7;
const ADMIN = 'ingrid.sorensen@arven.example';
const DAY = '2026-11-01';

/** What a value says, without its tag. */
const bare = (value) => Object.values(value)[0];

/** A record as the peers keep it: field names to texts, lists and an address. */
const flat = (record) => ({ id: record.id, ...Object.fromEntries(Object.entries(record.fields).map(([name, value]) => [name, bare(value)])) });

/** An id that is the same in every run. */
export function idOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function seed(data, { contacts, companies, deals, activities }) {
  const counts = { contacts, companies, deals, activities };
  const args = Object.entries(counts).flatMap(([name, count]) => [`--${name}`, String(count)]);
  await promisify(execFile)(process.env.OUTRIDER_BIN, ['seed', '--data', data, ...args, '--seed', String(SEED), '--today', DAY], { maxBuffer: 1 << 26 });
}

async function plant(admin) {
  for (const fields of PLANTED) {
    const sets = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, { text }]));
    const result = await write(admin, 'contact', idOf(sets.email?.text ?? sets.family_name.text), sets, true);
    if (result !== 'accepted') throw new Error(`a planted contact was refused: ${JSON.stringify(result)}`);
  }
}

/** What a new device of the admin fetches: its bytes as kept, and as they come. */
export async function segments(server, cookie) {
  const ask = (path, headers = {}) => fetch(`${server.url}/api/v1/${path}`, { headers: { cookie, ...headers } });
  const snapshot = await (await ask('snapshot')).json();
  const parts = [];
  let packed = false;
  for (const { name } of snapshot.segments) {
    const answer = await ask(`segments/${name}`, { 'accept-encoding': 'br' });
    packed ||= answer.headers.get('content-encoding') === 'br';
    parts.push(Buffer.from(await answer.arrayBuffer()));
  }
  return { snapshot, bytes: Buffer.concat(parts), packed };
}

async function exported(path, data) {
  const server = await serve(data);
  const admin = await api(server.url);
  await admin.signIn(ADMIN);
  const records = [...(await pullAll(admin)).values()];
  const contacts = records.filter((record) => record.entity === 'contact' && !record.deleted).map(flat);
  const names = new Map(records.filter((record) => record.entity === 'company').map((record) => [record.id, record.fields.name.text]));
  const staff = records.filter((record) => record.entity === 'employee').map(flat);
  const { bytes, packed } = await segments(server, admin.cookie());
  await server.stop();
  await writeFile(join(path, 'contacts.json'), JSON.stringify(contacts));
  await writeFile(join(path, 'search.json'), JSON.stringify(contacts.map((contact) => searchable(contact, names))));
  await writeFile(join(path, 'packed'), bytes);
  // Floor and server send the same bytes: compressed as the server compresses them, where it does.
  const br = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } };
  if (packed) await writeFile(join(path, 'packed.br'), brotliCompressSync(bytes, br));
  const about = { digest: await digest(contacts), count: contacts.length, records: records.length, staff,
    json: Buffer.byteLength(JSON.stringify(contacts)), packed: bytes.length, compressed: packed };
  await writeFile(join(path, 'about.json'), JSON.stringify(about));
}

/** The seven fields that search looks at. */
function searchable(contact, names) {
  const { id, given_name, family_name, job_title, email, phone, address } = contact;
  const place = address ? Object.values(address).join(' ') : undefined;
  return { id, given_name, family_name, job_title, email, phone, company: names.get(contact.company), address: place };
}

/** The book of so many contacts; made once and kept. `more` adds deals and activities. */
export async function book(contacts, more = { companies: 0.05, deals: 0, activities: 0 }) {
  const part = (name) => Math.round(contacts * (more[name] ?? 0));
  const spec = { contacts, companies: part('companies'), deals: part('deals'), activities: part('activities') };
  const peers = !spec.deals && !spec.activities;
  const path = await prepared(`book-${Object.values(spec).join('-')}`, async (path) => {
    console.error(`== making a book of ${JSON.stringify(spec)}`);
    const data = join(path, 'data');
    await seed(data, spec);
    const server = await serve(data);
    const admin = await api(server.url);
    const signedIn = await admin.signIn(ADMIN, PASSWORD);
    if (signedIn.status !== 200) throw new Error(`the admin cannot sign in: ${signedIn.text}`);
    await plant(admin);
    await server.stop();
    if (peers) await exported(path, await copyOf(data, 'export'));
  });
  const about = peers ? JSON.parse(await readFile(join(path, 'about.json'), 'utf8')) : {};
  const json = async (name) => JSON.parse(await readFile(join(path, name), 'utf8'));
  return {
    ...about, spec, path, size: contacts, admin: ADMIN, data: (name = 'data') => copyOf(join(path, 'data'), name),
    contacts: () => json('contacts.json'), search: () => json('search.json'),
  };
}
