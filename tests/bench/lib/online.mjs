// Reps who are online: each listens to the event stream, fetches what others wrote as the app does (one
// pull at a time, again if the order moved on meanwhile), and saves an edit at random moments.
import { api } from '../../browser/lib.mjs';
import { client } from './load.mjs';
import { dice, quantile } from './stats.mjs';

const wait = (ms) => new Promise((go) => setTimeout(go, ms));

/** Sessions of all who may sign in; several devices share one where there are more devices than people. */
async function sessions(server, staff) {
  const callers = [];
  for (const person of staff) {
    const caller = await api(server.url);
    const answer = await caller.signIn(person.email);
    if (answer.status === 200) callers.push({ person, caller });
  }
  return callers;
}

async function listen(server, cookie, stopped, hear) {
  const abort = new AbortController();
  stopped.push(() => abort.abort());
  const answer = await fetch(`${server.url}/api/v1/events`, { headers: { cookie }, signal: abort.signal });
  let text = '';
  const read = async () => {
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      const lines = text.split('\n');
      text = lines.pop();
      for (const line of lines) if (line.startsWith('data:')) hear(JSON.parse(line.slice(5)).head).catch((error) => { if (!abort.signal.aborted) throw error; });
    }
  };
  read().catch((error) => { if (!abort.signal.aborted) console.error(`an event stream ended: ${error.message}`); });
}

function puller(caller, pulls) {
  let [cursor, head, busy] = [null, 0, false];
  return async (heard) => {
    head = Math.max(head, heard);
    cursor ??= { seq: heard, scope: 1, mark: 0 };
    if (busy) return;
    busy = true;
    while (cursor.seq < head) {
      const start = performance.now();
      const { text } = await caller.call('GET', `/api/v1/pull?seq=${cursor.seq}&scope=${cursor.scope}&mark=${cursor.mark}&limit=2000`);
      pulls.push(performance.now() - start);
      const last = JSON.parse(text.trim().split('\n').at(-1)).cursor;
      [cursor, head] = [last.cursor, Math.max(head, last.head)];
    }
    busy = false;
  };
}

export async function online(server, all, contacts, { reps, every, minutes }) {
  const callers = await sessions(server, all.staff.filter(({ role }) => role === 'rep'));
  const own = new Map(callers.map(({ person }) => [person.id, []]));
  for (const contact of contacts) own.get(contact.owner)?.push(contact.id);
  const [pushes, pulls, stopped] = [[], [], []];
  const next = dice(5);
  const end = Date.now() + minutes * 60_000;
  const rep = async (at) => {
    const { person, caller } = callers[at % callers.length];
    await listen(server, caller.cookie(), stopped, puller(caller, pulls));
    const device = client(caller);
    const mine = own.get(person.id);
    for (let n = 0; ; n += 1) {
      await wait(-Math.log(1 - next()) * every * 1000);
      if (Date.now() > end) return;
      const start = performance.now();
      await device.push([[{ id: mine[(at * 31 + n) % mine.length], texts: { job_title: `Online ${at} ${n}` } }]]);
      pushes.push(performance.now() - start);
    }
  };
  const everyone = Promise.all(Array.from({ length: reps }, (_, at) => rep(at)));
  await Promise.race([everyone, wait(minutes * 60_000 + 5_000).then(() => { if (!pushes.length) throw new Error('nobody pushed'); })]);
  stopped.forEach((stop) => stop());
  return { pushes, pulls: pulls.length, p99: quantile(pushes, 0.99), pullP95: pulls.length ? quantile(pulls, 0.95) : 0 };
}
