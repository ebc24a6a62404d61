// MiniSearch and FlexSearch over the same seven fields, as one types.
import { Charset, Document, Encoder } from 'flexsearch';
import MiniSearch from 'minisearch';

const FIELDS = ['given_name', 'family_name', 'job_title', 'email', 'phone', 'company', 'address'];
const LIMIT = 50;
const fold = (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const engines = {
  minisearch(contacts) {
    // Devanagari's vowel signs are marks: folding takes accents of Latin and Greek letters only.
    const processTerm = (term) => (/[\p{Script=Latin}\p{Script=Greek}]/u.test(term) ? fold(term) : term.toLowerCase());
    const index = new MiniSearch({ fields: FIELDS, processTerm, tokenize: (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean),
      searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: 'AND', boost: { family_name: 2, given_name: 2 } } });
    index.addAll(contacts);
    return (text) => index.search(text).slice(0, LIMIT).map(({ id }) => id);
  },
  flexsearch(contacts) {
    const encoder = new Encoder(Charset.Normalize);
    const index = new Document({ tokenize: 'forward', encoder, document: { id: 'id', index: FIELDS } });
    for (const contact of contacts) index.add(contact);
    return (text) => index.search(text, { limit: LIMIT, merge: true, suggest: false }).slice(0, LIMIT).map(({ id }) => id);
  },
};

let search;
window.peer = {
  async build(engine) {
    const contacts = await (await fetch('/search.json')).json();
    const start = performance.now();
    search = engines[engine](contacts);
    return performance.now() - start;
  },
  /** Each text typed letter by letter: the time of each search. */
  type(texts) {
    const times = [];
    for (const text of texts) {
      const letters = [...text];
      for (let count = 1; count <= letters.length; count += 1) {
        const start = performance.now();
        search(letters.slice(0, count).join(''));
        times.push(performance.now() - start);
      }
    }
    return times;
  },
  first: (text) => search(text)[0],
};
