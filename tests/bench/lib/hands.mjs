// What a person does on a record's page, from inside the page: no time goes to the driver.

/** Opens each contact, gives it a job title and waits until the app says that it is saved. */
export const editAll = async ({ ids, word }) => {
  const frame = () => new Promise((go) => setTimeout(go));
  const until = async (find) => {
    for (const end = performance.now() + 30_000; performance.now() < end; await frame()) {
      const found = find();
      if (found) return found;
    }
    throw new Error(`waited 30 s for ${find}`);
  };
  const saves = () => performance.getEntriesByName('outrider:save');
  const fact = (id) => [...document.querySelectorAll(`[data-record="${id}"] .fact`)].find((one) => one.querySelector('dt')?.textContent.trim() === 'Job title');
  const before = saves().length;
  for (const [n, id] of ids.entries()) {
    const link = Object.assign(document.createElement('a'), { href: `/record/contact/${id}` });
    document.body.append(link);
    link.click();
    link.remove();
    const row = await until(() => fact(id));
    row.querySelector('button.value, button.edit').click();
    const input = await until(() => row.querySelector('input'));
    input.value = `${word} ${n}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // Nobody is so fast that the page is still being drawn.
    await new Promise((go) => requestIdleCallback(go, { timeout: 1_000 }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    const wanted = before + n + 1;
    await until(() => saves().length >= wanted);
  }
  return saves().slice(before).map((save) => save.duration);
};

/** Types each text into the open search, letter by letter: how long each letter's hits take until they
 * stand in the page. What a key sets off runs before the next task. */
export const typeAll = async ({ texts, frames }) => {
  const input = document.querySelector('.palette-line input');
  const channel = new MessageChannel();
  const task = () => new Promise((go) => { channel.port1.onmessage = go; channel.port2.postMessage(0); });
  const times = [];
  for (const text of texts) {
    const letters = [...text];
    for (let count = 1; count <= letters.length; count += 1) {
      input.value = letters.slice(0, count).join('');
      const start = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await task();
      times.push(performance.now() - start);
      if (frames) await new Promise((go) => setTimeout(go, 100));
    }
  }
  return times;
};

/** The first record found for a text. */
export const firstHit = async (text) => {
  const input = document.querySelector('.palette-line input');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((go) => setTimeout(go, 50));
  return document.querySelector('.hits .hit[data-record]')?.dataset.record;
};

/** Presses tabs of a list's views: how long until the rows stand there, and how many were found. */
export const pressViews = async (names) => {
  const channel = new MessageChannel();
  const task = () => new Promise((go) => { channel.port1.onmessage = go; channel.port2.postMessage(0); });
  const tabs = new Map([...document.querySelectorAll('.tabs.views .tab')].map((tab) => [tab.textContent.trim(), tab]));
  const pressed = [];
  for (const name of names) {
    const start = performance.now();
    tabs.get(name).click();
    await task();
    const ms = performance.now() - start;
    await new Promise((go) => setTimeout(go, 30));
    pressed.push({ name, ms, found: Number(document.querySelector('.filters .found').textContent.match(/[\d,.]+/)?.[0].replace(/\D/g, '')) });
  }
  return pressed;
};
