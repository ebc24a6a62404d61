// Opens Outrider without a network. The build writes the version and the files in.
//
// What always holds: the API and the pages rendered by the server are never cached; a version is
// cached whole or not at all; a new version waits until the page asks for it; an older version's
// files stay while a page still runs it.
const VERSION = 'dev';
const FILES = [];
const BOOT = '/boot.js';

const SHELL = '/';
const PREFIX = 'outrider-';
const CACHE = PREFIX + VERSION;
const SERVER_PATHS = ['/api/', '/p/', '/f/', '/join/', '/health', '/metrics'];
const HASHED = /\.[0-9a-f]{16}(\.|\/)/;

const precached = new Set(FILES);
const versions = new Map(); // client id -> version it said it runs; forgotten when we are stopped

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(sweep)));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'activate') event.waitUntil(self.skipWaiting());
  if (event.data?.type === 'running' && event.source) {
    versions.set(event.source.id, event.data.version);
    event.waitUntil(sweep());
  }
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.href ?? SHELL));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (!FILES.length || SERVER_PATHS.some((path) => url.pathname.startsWith(path))) return;
  if (precached.has(url.pathname) || HASHED.test(url.pathname)) {
    event.respondWith(fromCache(url.pathname, request));
  } else if (request.mode === 'navigate') {
    event.respondWith(fromCache(SHELL, request));
  }
});

// A page that is there goes to the address itself, without beginning anew.
async function open(href) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((one) => one.focused) ?? pages[0];
  if (!page) return self.clients.openWindow(href);
  page.postMessage({ type: 'open', href });
  return page.focus();
}

async function install() {
  if (!FILES.length) return;
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map((path) => keepFile(cache, path)));
    await keepShell(cache);
  } catch (error) {
    await caches.delete(CACHE);
    throw error; // the browser tries again at the next update check
  }
}

async function keepFile(cache, path) {
  const hashed = HASHED.test(path);
  const known = hashed && (await findAnywhere(path));
  const response = known || (await fetch(path, { cache: hashed ? 'default' : 'reload' }));
  // A server that answers a missing file with the shell must not fill the cache with it.
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || response.redirected || type.startsWith('text/html')) {
    throw new Error(`${path} could not be fetched: ${response.status} ${type}`);
  }
  await cache.put(path, response);
}

// The shell names the files it needs: one of another version would name files we do not have.
async function keepShell(cache) {
  const response = await fetch(SHELL, { cache: 'reload' });
  const text = await response.clone().text();
  if (!response.ok || response.redirected || !text.includes(BOOT)) {
    throw new Error(`the shell is not of version ${VERSION}`);
  }
  await cache.put(SHELL, response);
}

async function fromCache(path, request) {
  const cache = await caches.open(CACHE);
  const own = await cache.match(path, { ignoreVary: true });
  const older = own || (HASHED.test(path) && (await findAnywhere(path)));
  return older || fetch(request);
}

async function findAnywhere(path) {
  for (const name of await ourCaches()) {
    const found = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

// A page that has not said its version may be an old one, so it keeps the old files.
async function sweep() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!pages.every((page) => versions.get(page.id) === VERSION)) return;
  const old = (await ourCaches()).filter((name) => name !== CACHE);
  // A newer version's cache is among them if one is on its way: its own sweep comes later.
  if (self.registration.installing || self.registration.waiting) return;
  await Promise.all(old.map((name) => caches.delete(name)));
}
