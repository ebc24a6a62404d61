// Work sent to the server without a browser.
import { randomUUID } from 'node:crypto';

/** A change that was made on what the server now holds, whatever that is. */
const set = (field, text) => ({ op: 'set', field, value: { text }, base: { seq: 2 ** 40 } });
const BATCH = 500;

/** A device: an id, and numbers for its changes. */
export function client(caller) {
  const id = randomUUID();
  let n = 1;
  return {
    /** Pushes one unit for each list of edits; an edit is a contact's id and texts by field. */
    async push(units) {
      const item = ({ id, texts }) => {
        const changes = Object.entries(texts).map(([field, text]) => set(field, text));
        const made = { n, entity: 'contact', record: id, at: Date.now(), changes };
        n += changes.length;
        return made;
      };
      const body = { client: id, now: Date.now(), units: units.map((edits) => ({ id: randomUUID(), act: 'edit', items: edits.map(item) })) };
      const answer = await caller.call('POST', '/api/v1/push', body);
      if (answer.status !== 200) throw new Error(`a push was refused: ${answer.status} ${answer.text}`);
      const refused = answer.json.outcomes.filter(({ result }) => result.rejected);
      if (refused.length) throw new Error(`an edit was refused: ${JSON.stringify(refused[0])}`);
      return answer;
    },
  };
}

/** Gives contacts a job title; answers the last push. */
export async function editing(caller, ids, job_title) {
  const device = client(caller);
  let last;
  for (let from = 0; from < ids.length; from += BATCH) {
    last = await device.push(ids.slice(from, from + BATCH).map((id) => [{ id, texts: { job_title } }]));
  }
  return last;
}
