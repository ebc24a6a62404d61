// Any column sorted and any filter, pressed in the list: until its rows stand in the page. Each is a saved
// view; how many it finds is checked against the contacts themselves.
import * as outrider from '../lib/outrider.mjs';
import { idOf } from '../lib/book.mjs';
import { write } from '../../browser/company.mjs';
import { pressViews } from '../lib/hands.mjs';

const SORTS = ['family_name', 'given_name', 'company', 'job_title', 'email', 'phone', 'lifecycle', 'language', 'birthday', 'owner', 'created_at', 'remarks'];
const fold = (text = '') => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Each filter with what it must find. */
const filters = (owner) => [
  ['lifecycle', { is: { text: 'lead' } }, ({ lifecycle }) => lifecycle === 'lead'],
  ['language', { any_of: [{ text: 'de' }, { text: 'hi' }] }, ({ language }) => ['de', 'hi'].includes(language)],
  ['gender', { is: { text: 'female' } }, ({ gender }) => gender === 'female'],
  ['family_name', { starts: 'an' }, ({ family_name }) => fold(family_name).startsWith('an')],
  ['email', { contains: 'auto' }, ({ email }) => fold(email).includes('auto')],
  ['job_title', { contains: 'engineer' }, ({ job_title }) => fold(job_title).includes('engineer')],
  ['birthday', { before: { date: '1980-01-01' } }, ({ birthday }) => birthday && birthday < '1980-01-01'],
  ['birthday', 'not_empty', ({ birthday }) => birthday],
  ['owner', { is: { ref: owner } }, (contact) => contact.owner === owner],
  ['phone', 'empty', ({ phone }) => !phone],
  ['remarks', { contains: 'the' }, ({ remarks }) => fold(remarks).includes('the')],
  ['address', { contains: 'berlin' }, ({ address }) => address && Object.values(address).some((part) => fold(part).includes('berlin'))],
];

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    const contacts = await all.contacts();
    const owner = contacts.find(({ owner }) => owner).owner;
    const views = [
      ...SORTS.map((field) => ({ name: `${field} up`, kind: 'sorted, its column made first', query: { sort: [[field, 'asc']] } })),
      ...SORTS.map((field) => ({ name: `${field} down`, kind: 'sorted, its column there', query: { sort: [[field, 'desc']] } })),
      ...filters(owner).map(([field, test, fits], at) => ({ name: `filter ${at}`, kind: 'any filter', expect: contacts.filter(fits).length,
        query: { filters: [{ field, test }], sort: [['family_name', 'asc']] } })),
    ];
    const server = await outrider.served(all);
    const me = all.staff.find(({ email }) => email === all.admin).id;
    for (const { name, query } of views) {
      const sets = { name: { text: name }, entity: { text: 'contact' }, layout: { text: 'table' }, query: { text: JSON.stringify(query) }, owner: { ref: me } };
      const result = await write(server.admin, 'view', idOf(`${size} ${name}`), sets, true);
      if (result !== 'accepted') throw new Error(`the view ${name} was refused: ${JSON.stringify(result)}`);
    }
    const { context, tab } = await outrider.device(server, all.admin);
    await outrider.marked(tab, 'searchable');
    await outrider.go(tab, '/list/contact');
    await tab.locator('.row[data-record]').first().waitFor();
    const alone = await tab.evaluate((queries) => window.outrider.query && queries.map((query) => {
      const start = performance.now();
      window.outrider.query(JSON.stringify({ entity: 'contact', ...query }));
      return performance.now() - start;
    }), views.map(({ query }) => query));
    const pressed = await tab.evaluate(pressViews, views.map(({ name }) => name));
    for (const kind of new Set(views.map(({ kind }) => kind))) {
      const times = pressed.filter((_, at) => views[at].kind === kind);
      const slowest = times.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
      report.add(kind, size, 'Outrider', times.map(({ ms }) => ms), { note: `slowest: ${slowest.name}` });
      if (alone) report.add(`of it: ${kind}, the query alone`, size, 'Outrider', alone.filter((_, at) => views[at].kind === kind));
      report.target(kind, size, { stat: 'p95', most: 50 });
    }
    const wrong = pressed.filter(({ found }, at) => views[at].expect !== undefined && views[at].expect !== found);
    if (wrong.length) throw new Error(`found other contacts than there are: ${JSON.stringify(wrong)}`);
    await context.close();
    await server.stop();
  }
}
