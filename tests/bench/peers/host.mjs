// The page of a peer: `window.peer` is told what to do by the benchmark, and `?open` makes the page open
// what is on the device and show the first rows, as an app does.
import { digest } from '../lib/digest.mjs';
import { flush } from '../lib/page.mjs';

const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};

function show(contacts) {
  document.body.replaceChildren(...contacts.map((contact) => {
    const row = document.createElement('div');
    row.className = 'row';
    row.textContent = `${contact.given_name ?? ''} ${contact.family_name ?? ''} ${contact.job_title ?? ''} ${contact.email ?? ''}`;
    return row;
  }));
}

/** `store`: open(), sync(), and of all(), first(n), edit(id, title) and push() what it can. */
export function host(store) {
  window.peer = {
    async sync() {
      await store.open();
      const { ms } = await timed(store.sync);
      return ms + await flush();
    },
    async digest() { return digest(await store.all()); },
    async settle() { await store.settle?.(); },
    async again() { return (await timed(store.sync)).ms + await flush(); },
    /** How long each edit takes; each gives its contact a new job title. */
    async edits(ids, word) {
      const times = [];
      for (const [n, id] of ids.entries()) times.push((await timed(() => store.edit(id, `${word} ${n}`))).ms);
      return times;
    },
    async push() { return (await timed(store.push)).ms; },
  };
  if (location.search !== '?open') return;
  store.open().then(() => store.first(50)).then((contacts) => { if (contacts) show(contacts); else window.rowsAt = performance.now(); });
}
