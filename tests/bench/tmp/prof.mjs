import * as outrider from '../lib/outrider.mjs';
import { book } from '../lib/book.mjs';
import { watchRows } from '../lib/page.mjs';
import { writeFileSync } from 'node:fs';
const all = await book(Number(process.argv[2] ?? 100000));
const server = await outrider.served(all);
const { context, tab } = await outrider.device(server, all.admin);
await outrider.installed(tab);
const profile = context.profile; await context.close();
await server.stop();
for (let n = 0; n < 3; n += 1) {
  const context = await outrider.browser({ profile: context0(), viewport: { width: 1280, height: 3200 }, offline: true });
  function context0() { return profile; }
  await context.addInitScript(watchRows, { selector: '.row[data-record]', count: 50 });
  const tab = await outrider.page(context, 'about:blank');
  const cdp = await context.newCDPSession(tab);
  if (n === 2) { await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 500 }); await cdp.send('Profiler.start'); }
  await tab.goto(`${server.url}/list/contact`);
  const at = await (await tab.waitForFunction(() => window.rowsAt, null, { timeout: 300000 })).jsonValue();
  const info = await tab.evaluate(() => ({ nav: performance.getEntriesByType('navigation').map(e => [e.responseEnd, e.domInteractive, e.domContentLoadedEventEnd]), res: performance.getEntriesByType('resource').map(e => [e.name.split('/').pop(), Math.round(e.startTime), Math.round(e.responseEnd)]), m: performance.getEntriesByType('measure').map(e => [e.name, Math.round(e.startTime + e.duration)]), marks: performance.getEntriesByType('mark').map(e => [e.name, Math.round(e.startTime)]) }));
  if (n === 2) {
    await outrider.marked(tab, 'searchable');
    const { profile } = await cdp.send('Profiler.stop');
    writeFileSync('/tmp/open.cpuprofile', JSON.stringify(profile));
    console.log(JSON.stringify(await outrider.marks(tab, 'searchable')));
  }
  console.log(at, JSON.stringify(info));
  await context.close();
}
