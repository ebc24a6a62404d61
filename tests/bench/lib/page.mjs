// What is done in a page, of Outrider and of the peers alike: functions that are sent there.

/** After a strict transaction everything before it in this origin is on disk too: one log holds it. */
export const flush = async () => {
  const start = performance.now();
  const done = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
  const open = indexedDB.open('bench-flush');
  open.onupgradeneeded = () => open.result.createObjectStore('one');
  const database = await done(open);
  const transaction = database.transaction('one', 'readwrite', { durability: 'strict' });
  transaction.objectStore('one').put(1, 1);
  await new Promise((good, bad) => { transaction.oncomplete = good; transaction.onerror = () => bad(transaction.error); });
  database.close();
  return performance.now() - start;
};

/** Makes every writing transaction of the page strict: an edit counts when it is on disk. */
export const strict = () => {
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (tables, mode, options) {
    return transaction.call(this, tables, mode, mode === 'readwrite' ? { ...options, durability: 'strict' } : options);
  };
};

/** Notes when so many rows first stood in the page, from its navigation. */
export const watchRows = ({ selector, count }) => {
  const look = new MutationObserver(() => {
    if (document.querySelectorAll(selector).length < count) return;
    look.disconnect();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.rowsAt = performance.now(); };
    requestAnimationFrame(() => channel.port2.postMessage(0)); // after the frame that paints them
  });
  look.observe(document, { childList: true, subtree: true });
};

/** Notes the longest time in which the page could do nothing else. */
export const watchGaps = () => {
  window.gaps = { worst: 0, over: 0, tasks: [] };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.gaps.tasks.push(entry.duration))).observe({ type: 'longtask' });
  let last = performance.now();
  const channel = new MessageChannel();
  const beat = () => setTimeout(() => channel.port2.postMessage(0), 1);
  channel.port1.onmessage = () => {
    const now = performance.now();
    window.gaps.worst = Math.max(window.gaps.worst, now - last);
    window.gaps.over += now - last > 100;
    last = now;
    beat();
  };
  beat();
};
