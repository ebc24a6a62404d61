// A digest of contacts that does not depend on their order or on the order of their fields. Used in
// Node and in the pages, so that both sides are compared by the same code.
const PART = 1_000;

const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, plain(value[name])]));
};

async function sha256(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function digest(contacts) {
  const order = [...contacts].sort((a, b) => (a.id < b.id ? -1 : 1));
  let parts = `${order.length}`;
  for (let from = 0; from < order.length; from += PART) {
    parts += await sha256(order.slice(from, from + PART).map((contact) => JSON.stringify(plain(contact))).join('\n'));
  }
  return sha256(parts);
}
