// A copy of the built site, and a next version of it: what a release changes, without compiling.
import { folder } from './lib.mjs';
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function siteCopy() {
  const path = await folder();
  await cp(process.env.OUTRIDER_SITE, path, { recursive: true });
  return path;
}

// Turns the copy into another version, as `cargo xtask web` would write it: a style sheet and a
// boot script under new names, `sw.js` with them, `site.json` last. The old files stay.
export async function release(path) {
  const text = (name) => readFile(join(path, name), 'utf8');
  const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);
  const index = JSON.parse(await text('site.json'));
  const rename = async (address, change) => {
    const content = change(await text(address));
    const next = address.replace(/[0-9a-f]{16}/, hash(content));
    await writeFile(join(path, next), content);
    index.files = index.files.map((file) => (file === address ? next : file));
    return next;
  };
  const old = { version: index.version, boot: index.boot, files: JSON.stringify(index.files) };
  index.version = hash(`after ${old.version}`);
  index.css = await rename(index.css, (css) => `${css}\n:root { --next-version: 1 }\n`);
  index.boot = await rename(index.boot, (boot) => boot.replace(old.version, index.version));
  let worker = await text('sw.js');
  for (const [from, to] of [[old.version, index.version], [old.files, JSON.stringify(index.files)], [`BOOT = '${old.boot}'`, `BOOT = '${index.boot}'`]]) {
    if (worker.split(from).length !== 2) throw new Error(`sw.js does not say ${from} once`);
    worker = worker.replace(from, to);
  }
  await writeFile(join(path, 'sw.js'), worker);
  await writeFile(join(path, 'site.json'), JSON.stringify(index));
  return index.version;
}
