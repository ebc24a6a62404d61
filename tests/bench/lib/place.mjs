// Folders: of this run, gone at its end; and of prepared data, kept for the next run.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = join(dirname(fileURLToPath(import.meta.url)), '..');
const KEPT = join(HERE, '../artifacts/bench');
const DAY = 24 * 60 * 60 * 1000;
const made = [];

/** A new empty folder. */
export async function folder(name = 'x') {
  const path = await mkdtemp(join(tmpdir(), `outrider-bench-${name}-`));
  made.push(path);
  return path;
}

export async function copyOf(path, name) {
  const to = await folder(name);
  await cp(path, to, { recursive: true });
  return to;
}

export const remove = (path) => rm(path, { recursive: true, force: true, maxRetries: 5 });

/** Whatever happens, this run's folders go with it, unless they are to be kept. */
export function cleanUp(keep) {
  if (keep) console.log(`kept: ${made.join(' ')}`);
  else for (const path of made) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  made.length = 0;
}
process.on('exit', () => cleanUp(false));

/** A folder of prepared data that `make` fills once for this server binary. */
export async function prepared(name, make) {
  const { size, mtimeMs: built } = await stat(process.env.OUTRIDER_BIN);
  const binary = createHash('sha256').update(`${size} ${built}`).digest('hex').slice(0, 8);
  const path = join(KEPT, `${name}-${binary}`);
  if (await stat(join(path, 'done')).catch(() => null)) return path;
  await mkdir(KEPT, { recursive: true });
  // Those of yesterday's binaries; another run may be using today's.
  for (const kept of (await readdir(KEPT)).filter((kept) => kept.startsWith(`${name}-`))) {
    const { mtimeMs } = await stat(join(KEPT, kept));
    if (kept === basename(path) || Date.now() - mtimeMs > DAY) await remove(join(KEPT, kept));
  }
  await mkdir(path);
  await make(path);
  await mkdir(join(path, 'done'));
  return path;
}
