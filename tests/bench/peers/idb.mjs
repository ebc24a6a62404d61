// IndexedDB without a library.
export const done = (request) => new Promise((good, bad) => {
  request.onsuccess = () => good(request.result);
  request.onerror = () => bad(request.error);
});

export function open(name, options) {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore('store', options);
  return done(request);
}

/** One strict transaction; resolves when it is on disk. */
export function write(database, work) {
  const transaction = database.transaction('store', 'readwrite', { durability: 'strict' });
  work(transaction.objectStore('store'));
  return new Promise((good, bad) => {
    transaction.oncomplete = () => good();
    transaction.onabort = () => bad(transaction.error);
  });
}

export const read = (database) => database.transaction('store').objectStore('store');
