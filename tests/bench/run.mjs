// Every benchmark in one go: `cargo xtask bench`, or with OUTRIDER_BIN set `node tests/bench/run.mjs`.
// It measures and never asserts a time; it fails only where data are not what they should be.
import { options as read, USAGE } from './lib/options.mjs';

const options = read();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const { book } = await import('./lib/book.mjs');
const { cleanUp } = await import('./lib/place.mjs');
const { endAll } = await import('./lib/started.mjs');
const { Report, plain } = await import('./lib/report.mjs');
const { writeResults } = await import('./lib/results.mjs');

const BENCHES = ['download', 'first-sync', 'open', 'edit', 'push', 'search', 'lists', 'memory', 'catch-up', 'import', 'server-sync', 'server-push'];
const unknown = options.only.filter((name) => !BENCHES.includes(name));
if (unknown.length) throw new Error(`there is no benchmark ${unknown.join(', ')}\n${USAGE}`);

const report = new Report();
let failed = false;
for (const name of BENCHES.filter((name) => !options.only.length || options.only.includes(name))) {
  console.error(`== ${name}`);
  const begun = Date.now();
  try {
    const { run } = await import(`./benches/${name}.mjs`);
    await run({ options, report, book });
  } catch (error) {
    failed = true;
    report.note(`${name} broke off: ${error.message.split('\n')[0]}`);
    console.error(error);
    await endAll();
  }
  console.error(`== ${name}: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
console.log(report.tables().map(plain).join('\n\n'));
const out = options.out ?? (options.only.length ? undefined : new URL('RESULTS.md', import.meta.url));
if (out) await writeResults(out, report, options);
cleanUp(options.keep);
process.exit(failed ? 1 : 0);
