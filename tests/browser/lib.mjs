// What the browser tests share: the real server as a process, a real Chromium with a profile on
// disk, and what a person does on the screen.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';

export { assert };
export const PASSWORD = 'outrider-demo';
const { OUTRIDER_BIN, CHROMIUM, OUTRIDER_DEMO } = process.env;
const cleanup = [];
const contexts = [];
const tabs = [];

export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'outrider-'));
  cleanup.push(() => rm(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

// A copy of the demo company that the harness made once.
export async function demo() {
  const path = await folder();
  await cp(OUTRIDER_DEMO, path, { recursive: true });
  return path;
}

// The program, from its start to its end.
export function run(...args) {
  const child = spawn(OUTRIDER_BIN, args, { env: { ...process.env, OUTRIDER_LOG: 'warn' } });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text) => { told.out += text; });
  child.stderr.on('data', (text) => { told.err += text; });
  cleanup.push(() => child.kill('SIGKILL'));
  return new Promise((done) => { child.on('close', (code) => done({ code, ...told })); });
}

// A server on its way up: `ready` fails where it ends before it answers. `port` keeps the address
// over a restart; `env` adds to the environment.
export function start(data, port = 0, more = [], env = {}) {
  const args = ['serve', '--data', data, '--addr', `127.0.0.1:${port}`, ...more];
  const child = spawn(OUTRIDER_BIN, args, { env: { ...process.env, OUTRIDER_LOG: 'warn', ...env } });
  const server = { child, data, out: '' };
  child.stderr.on('data', (text) => process.stderr.write(`[server] ${text}`));
  server.ended = new Promise((done) => { child.on('exit', (code, signal) => done(code ?? signal)); });
  server.ready = new Promise((ready, fail) => {
    server.ended.then((code) => fail(new Error(`the server ended with ${code}: ${server.out}`)));
    child.stdout.on('data', (text) => {
      server.out += text;
      const found = server.out.match(/listening on (http:\S+)/);
      if (found) ready(found[1]);
    });
  });
  // Whoever waits for it hears of the failure; a server that is killed on its way up is no fault.
  server.ready.catch(() => {});
  server.stop = async (signal = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await server.ended;
  };
  cleanup.push(() => server.stop('SIGKILL'));
  return server;
}

// A server that answers.
export async function serve(data, port, more, env) {
  const server = start(data, port, more, env);
  server.url = await server.ready;
  server.port = Number(new URL(server.url).port);
  return server;
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// A person's own browser: a profile on disk, so that what is durable can be told from what is not.
export async function browser(options = {}) {
  const profile = options.profile ?? await folder();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM, headless: true, args: ['--headless=new', ...FLAGS], locale: 'en-GB',
    viewport: { width: 1280, height: 860 }, ...options,
  });
  context.setDefaultTimeout(30_000);
  context.profile = profile;
  contexts.push(context);
  // A restored window's tabs are not ours.
  for (const tab of context.pages()) await tab.close().catch(() => {});
  cleanup.push(() => context.close().catch(() => {}));
  return context;
}

// Kills the browser and all its processes at once, as a crash or an empty battery does. The lock
// in its profile names its process; each browser leads a process group of its own.
export async function killBrowser(context) {
  const pid = Number((await readlink(join(context.profile, 'SingletonLock'))).split('-').pop());
  assert.ok(pid > 1, 'the browser names its process');
  process.kill(-pid, 'SIGKILL');
  await until('the browser to be dead', () => {
    try { process.kill(pid, 0); return false; } catch { return true; }
  });
  await rm(join(context.profile, 'SingletonLock'), { force: true });
}

export async function page(context, url) {
  const tab = await context.newPage();
  tab.problems = [];
  tabs.push(tab);
  tab.on('pageerror', (error) => tab.problems.push(String(error)));
  tab.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource|net::ERR|EventSource|Failed to fetch/.test(line.text())) tab.problems.push(line.text());
  });
  await tab.goto(url);
  return tab;
}

export async function signIn(tab, email, password = PASSWORD) {
  await tab.fill('input[name=email]', email);
  await tab.fill('input[name=password]', password);
  await tab.click('button[type=submit]');
  await ready(tab);
}

// Somebody's browser, signed in, with everything on it.
export async function at(server, email, options) {
  const context = await browser(options);
  const tab = await page(context, server.url);
  await signIn(tab, email);
  await synced(tab);
  return { context, tab };
}

// The app is there and has the whole book.
export const ready = (tab) => tab.waitForFunction(() => window.outrider && window.outrider.head() >= 0 && document.querySelector('.shell .topbar'));

export const offline = (context, off = true) => context.setOffline(off);

// Which of these texts stand nowhere in what the browser keeps, shown or not?
export const missing = (tab, texts) => tab.evaluate(async (texts) => {
  const done = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
  const words = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    if (Array.isArray(value)) return value.map(words).join(' ');
    return value && typeof value === 'object' ? words(Object.values(value)) : String(value);
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    // In one transaction: what moves from one store to another is in one of them.
    const stores = [...database.objectStoreNames];
    const reading = stores.length ? database.transaction(stores) : null;
    for (const all of await Promise.all(stores.map((store) => done(reading.objectStore(store).getAll())))) {
      const there = words(all);
      texts = texts.filter((text) => !there.includes(text));
    }
    database.close();
  }
  return texts;
}, texts);

// Does this text stand anywhere in what the browser keeps?
export const kept = async (tab, text) => (await missing(tab, [text])).length === 0;

// Everything sent and everything pulled.
export async function synced(tab, seconds = 60) {
  await tab.waitForFunction(() => {
    const { head, cursor, unsent } = window.outrider;
    return unsent() === 0 && head() > 0 && Number(cursor().split('/')[0]) >= head();
  }, null, { timeout: seconds * 1000 });
}

// A deep link inside the running app, without a reload.
export async function go(tab, path) {
  await tab.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

export async function until(what, check, seconds = 30, pause = 100) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((again) => setTimeout(again, pause));
  }
}

// What stood on the screen when a story failed; with OUTRIDER_SHOTS=FOLDER also as pictures.
async function tellScreen(tab) {
  const { OUTRIDER_SHOTS } = process.env;
  const words = await tab.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 600));
  console.error(`--- ${tab.url()}\n${words}\n${(tab.problems ?? []).join('\n')}`);
  if (OUTRIDER_SHOTS) await tab.screenshot({ path: join(OUTRIDER_SHOTS, `${Date.now()}.png`) });
}

// Runs a test file's story; everything it started ends with it.
export async function story(name, tell) {
  let failed = false;
  try {
    await tell();
    console.log(`${name}: holds`);
  } catch (error) {
    failed = true;
    console.error(`${name}: ${error.stack ?? error}`);
    for (const tab of contexts.flatMap((context) => context.pages())) {
      await tellScreen(tab).catch((more) => console.error(`--- ${tab.url()}: ${more}`));
    }
    // What the person saw, for whoever looks into it.
    for (const [i, tab] of tabs.entries()) await tab.screenshot({ path: join(tmpdir(), `outrider-${i}.png`) }).catch(() => {});
  }
  for (const clean of cleanup.reverse()) await Promise.resolve(clean()).catch(() => {});
  process.exit(failed ? 1 : 0);
}

// Talking to the server without a browser.
export async function api(url) {
  let cookie = '';
  const call = async (method, path, body, signal) => {
    const answer = await fetch(url + path, {
      method, body: body === undefined ? undefined : JSON.stringify(body), redirect: 'manual', signal,
      headers: { 'content-type': 'application/json', origin: url, cookie, 'x-outrider-protocol': '1' },
    });
    const set = answer.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0];
    const text = await answer.text();
    let json;
    try { json = JSON.parse(text); } catch { json = undefined; }
    return { status: answer.status, text, json };
  };
  return { call, cookie: () => cookie, signIn: (email, password = PASSWORD) => call('POST', '/api/v1/session', { email, password }) };
}
