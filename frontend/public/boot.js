// Starts the app and looks after its versions. The build puts the hashed names in place of the
// plain ones below; as it stands the file works beside unhashed names (cargo leptos watch).
//
// To the app it offers, on window:
//   event outrider:update-ready   a newer version is installed, or another tab has moved to it
//   outriderUpdateReady           true from then on (for whoever listens late)
//   outriderActivateUpdate()      moves this tab to the newer version: one reload
//   outriderCheckUpdate()         asks the server for a newer version now
// A failed start leaves data-boot="failed" on <html>, so that the shell can say so.
import init from '/pkg/outrider.js';

const VERSION = 'dev';
const HOUR = 60 * 60 * 1000;
const FOCUS_PAUSE = 60 * 1000;
const workers = navigator.serviceWorker;

const started = init({ module_or_path: '/pkg/outrider.wasm' }).then(
  () => { document.documentElement.dataset.boot = 'done'; },
  (error) => {
    document.documentElement.dataset.boot = 'failed';
    console.error('Outrider did not start', error);
  },
);
if (workers) started.then(keepCurrent);

async function keepCurrent() {
  let moving = false;
  let controlled = Boolean(workers.controller);
  let checked = Date.now();

  const announce = () => {
    window.outriderUpdateReady = true;
    window.dispatchEvent(new CustomEvent('outrider:update-ready'));
  };
  // The worker keeps an older version's files until no page says that it still runs it.
  const tellVersion = () => workers.controller?.postMessage({ type: 'running', version: VERSION });

  workers.addEventListener('controllerchange', () => {
    if (moving) return location.reload();
    if (controlled) announce();
    controlled = true;
    tellVersion();
  });

  workers.addEventListener('message', ({ data }) => {
    if (data?.type === 'open') window.dispatchEvent(new CustomEvent('outrider:open', { detail: data.href }));
  });

  let registration;
  try {
    registration = await workers.register('/sw.js', { updateViaCache: 'none' });
  } catch (error) {
    console.warn('Outrider cannot open offline here', error);
    return;
  }
  const check = async () => {
    checked = Date.now();
    tellVersion();
    await registration.update().catch(() => {}); // without a network there is nothing newer
  };

  window.outriderCheckUpdate = check;
  window.outriderActivateUpdate = () => {
    if (moving) return;
    moving = true;
    if (registration.waiting) registration.waiting.postMessage({ type: 'activate' });
    else location.reload();
  };
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller) announce();
    });
  });
  if (registration.waiting && workers.controller) announce();
  tellVersion();

  setInterval(check, HOUR);
  window.addEventListener('focus', () => {
    if (Date.now() - checked > FOCUS_PAUSE) check();
  });
}
