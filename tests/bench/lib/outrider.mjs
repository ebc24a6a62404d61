// Outrider as it is measured: the real server on a copy of a book, the real app in a browser.
import { browser, serve } from './started.mjs';
import { api, page, PASSWORD, signIn, synced } from '../../browser/lib.mjs';
import { folder } from './place.mjs';

export { api, browser, page, serve, synced };
export { go, offline, ready, until } from '../../browser/lib.mjs';

export const profile = () => folder('profile');

/** Fills the sign-in form without sending it. */
export async function signInFields(tab, email) {
  await tab.fill('input[name=email]', email);
  await tab.fill('input[name=password]', PASSWORD);
}

/** A server on a copy of the book, and its admin signed in. */
export async function served(book, { data, port = 0 } = {}) {
  const server = await serve(data ?? await book.data(), port);
  server.admin = await api(server.url);
  await server.admin.signIn(book.admin);
  return server;
}

/** A tab of a browser with its profile on disk, signed in and with everything on it. */
export async function device(server, email, options = {}) {
  const context = await browser({ profile: await profile(), ...options });
  const tab = await page(context, server.url);
  await signIn(tab, email);
  await synced(tab, 600);
  return { context, tab };
}

/** Everything that the app needs to open without a network is kept. */
export const installed = (tab) => tab.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && navigator.serviceWorker.controller);

export const marks = (tab, name) => tab.evaluate((name) => performance.getEntriesByName(`outrider:${name}`).map(({ startTime, duration }) => ({ start: startTime, ms: duration })), name);

/** Waits for a mark; answers its last duration. */
export async function marked(tab, name, seconds = 300) {
  await tab.waitForFunction((name) => performance.getEntriesByName(name).length > 0, `outrider:${name}`, { timeout: seconds * 1000 });
  return (await marks(tab, name)).at(-1).ms;
}

/** The device holds what the server sealed: each chunk's SHA-256 is the name of a segment. */
export async function holdsSegments(tab, names) {
  const found = await tab.evaluate(async () => {
    const done = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
    const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('outrider-'));
    const database = await done(indexedDB.open(name));
    const chunks = await done(database.transaction('chunk').objectStore('chunk').getAll());
    database.close();
    const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return Promise.all(chunks.map(async (chunk) => hex(await crypto.subtle.digest('SHA-256', chunk))));
  });
  if (found.join() !== names.join()) throw new Error(`the device holds ${found.length} chunks that are not the ${names.length} segments`);
}
