// A disk that can be slow, and whose power can be cut: what was not synced is gone then.
import { folder } from './lib.mjs';
import { execFileSync } from 'node:child_process';
import { copyFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('disk.c', import.meta.url));

// How the shim names what it keeps of a file.
async function name(path) {
  const { ino, birthtimeNs } = await stat(path, { bigint: true });
  return `${ino}-${birthtimeNs}`;
}

async function files(path) {
  const all = await readdir(path, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// The disk under a data folder as it stands now; `env` is for the server on it. Nothing where no
// program can be made to find it slow (not Linux, no C compiler).
export async function diskUnder(data) {
  const [own, kept] = [await folder(), await folder()];
  const [shim, slow] = [join(own, 'disk.so'), join(own, 'slow')];
  try {
    execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', shim, SOURCE, '-ldl'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  for (const file of await files(data)) await copyFile(file, join(kept, await name(file)));
  return {
    env: { LD_PRELOAD: shim, DISK_SLOW: slow, DISK_KEPT: kept },
    // From now on each sync takes so much longer, or fails.
    slow: (ms) => writeFile(slow, String(ms)),
    fail: () => writeFile(slow, '-1'),
    // The power is cut, the server on it being dead: files hold what was synced of them.
    async cut() {
      for (const file of await files(data)) {
        await copyFile(join(kept, await name(file)), file).catch(() => truncate(file));
      }
    },
  };
}
