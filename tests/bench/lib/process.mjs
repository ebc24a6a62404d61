// What a process holds in memory, as Linux counts it. Chromium's own task manager shows the same:
// anonymous memory and swap, without what is shared or read from files.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

const fields = ['RssAnon', 'VmSwap', 'VmRSS'];

/** Bytes: `own` is anonymous memory with swap, `resident` all that is in memory. */
export async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [anon, swap, rss] = fields.map((name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0) * 1024);
  return { own: anon + swap, resident: rss };
}

/** The fields of a process's line after its name, which may hold anything. */
async function statOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
}

const parentOf = async (pid) => (await statOf(pid))[1];

/** Seconds of processor time that a process has used, by itself and for the kernel. */
export async function processor(pid) {
  const stat = await statOf(pid);
  return (stat[11] + stat[12]) / 100; // Linux counts in hundredths
}

/** The process of the tab: of a browser's renderers the one that holds most. */
export async function rendererOf(context) {
  const browser = Number((await readlink(join(context.profile, 'SingletonLock'))).split('-').pop());
  const found = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('--type=renderer')) continue;
      for (let up = Number(pid); up > 1; up = await parentOf(up)) {
        if (up === browser) found.push({ pid: Number(pid), ...await memory(pid) });
      }
    } catch { /* ended meanwhile */ }
  }
  return found.sort((a, b) => b.own - a.own)[0];
}

/** Looks at a process once a second until `stop()`, which answers [seconds, bytes] pairs. */
export function watch(pid) {
  const begun = Date.now();
  const seen = [];
  const look = async () => {
    const held = await memory(pid).catch(() => null);
    if (held) seen.push([(Date.now() - begun) / 1000, held.own, held.resident]);
  };
  const timer = setInterval(look, 1000);
  return { stop: () => { clearInterval(timer); return seen; } };
}
