// The server's side of a first sync: the list of segments and every segment, by a reader of everything and
// by one who reads only their own, first asked and asked again; beside the same bytes from plain files.
import * as outrider from '../lib/outrider.mjs';
import * as peers from '../lib/peers.mjs';
import { idOf } from '../lib/book.mjs';
import { write } from '../../browser/company.mjs';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** A request's time and bytes, as they come. */
const get = (url, cookie, coding = 'br') => new Promise((good, bad) => {
  const options = { agent, headers: { 'accept-encoding': coding, ...(cookie && { cookie }) } };
  request(url, options, async (answer) => {
    const parts = [];
    for await (const part of answer) parts.push(part);
    if (answer.statusCode !== 200) return bad(new Error(`${url} answered ${answer.statusCode}`));
    good(Buffer.concat(parts));
  }).on('error', bad).end();
});

async function sync(server, cookie) {
  const begun = performance.now();
  const { segments } = JSON.parse(await get(`${server.url}/api/v1/snapshot`, cookie, 'identity'));
  let bytes = 0;
  for (const { name } of segments) bytes += (await get(`${server.url}/api/v1/segments/${name}`, cookie)).length;
  return { ms: performance.now() - begun, bytes };
}

async function fromFiles(all, repeat) {
  const server = await peers.serve('packed floor', all);
  const times = [];
  for (let n = 0; n <= repeat; n += 1) {
    const begun = performance.now();
    await get(`${server.url}/packed`);
    if (n > 0) times.push(performance.now() - begun);
  }
  await server.stop();
  return times;
}

export async function run({ options, report, book }) {
  for (const size of options.sizes) {
    const all = await book(size);
    const server = await outrider.served(all);
    const rep = all.staff.find(({ role }) => role === 'rep');
    const rule = { entity: { text: 'contact' }, role: { text: 'rep' }, reach: { text: 'own' } };
    if (await write(server.admin, 'read_rule', idOf('narrowed'), rule, true) !== 'accepted') throw new Error('the rule was refused');
    const narrowed = await outrider.api(server.url);
    await narrowed.signIn(rep.email);
    const floor = 'the bytes from a file';
    const floors = await fromFiles(all, options.repeat);
    const lower = { note: 'all contacts: the floor of one\'s own is lower' };
    for (const [reader, caller, note] of [['full reader', server.admin, {}], ['narrowed reader', narrowed, lower]]) {
      const first = await sync(server, caller.cookie());
      const again = [];
      for (let n = 0; n < options.repeat; n += 1) again.push((await sync(server, caller.cookie())).ms);
      for (const [row, times] of [[`server, first sync: ${reader}, first asked`, first.ms], [`server, first sync: ${reader}, asked again`, again]]) {
        report.add(row, size, 'Outrider', times, { note: `${(first.bytes / 1e6).toFixed(2)} MB sent` });
        report.add(row, size, floor, floors, note);
        report.target(row, size, { times: 2, over: floor });
      }
    }
    await server.stop();
  }
}
