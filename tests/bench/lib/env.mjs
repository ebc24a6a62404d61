// What the shared browser helpers read from the environment when they are loaded: import this first.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function inPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch { /* not here */ }
    }
  }
  throw new Error('install Chromium or set CHROMIUM to its path');
}

process.env.CHROMIUM ??= inPath(NAMES);
if (!process.env.OUTRIDER_BIN) throw new Error('OUTRIDER_BIN names the server to measure; `cargo xtask bench` builds it and sets it');
