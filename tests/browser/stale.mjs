// A tab whose ears are shut: it never hears that the leader wrote. What it holds is old then, and
// may not become what the device keeps once this tab leads; also not by an edit it makes before.
import { assert, at, demo, offline, page, ready, serve, story, synced, until } from './lib.mjs';
import { people, write as push } from './company.mjs';
import { open, reads, write } from './people.mjs';
import { shutEars } from './ears.mjs';

const leads = (tab) => tab.evaluate(() => window.outrider.leader());

await story('a stale tab', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const [rep] = contact.reps;
  const { context, tab: one } = await at(server, rep.email);
  await context.addInitScript(shutEars);
  const two = await page(context, server.url);
  await ready(two);
  await until('the first tab to lead', () => leads(one));
  await open(two, 'contact', contact.id);
  await two.evaluate(() => { window.deaf = true; });

  // A colleague writes; the leader takes it in, and the other tab hears nothing.
  const theirs = (fields) => push(admin, 'contact', contact.id, fields);
  assert.equal(await theirs({ job_title: { text: 'Written by a colleague' } }), 'accepted');
  await open(one, 'contact', contact.id);
  await reads(one, 'Job title', 'Written by a colleague');
  await synced(one);
  // Its own edit finds that the cursor moved, and the leader is gone before it moves again.
  await offline(context);
  await write(two, 'Phone', '+49 30 7770 004');
  await one.close();
  await until('the tab that heard nothing to lead', () => leads(two));
  await two.evaluate(() => { window.deaf = false; });
  await offline(context, false);
  await synced(two);
  await reads(two, 'Job title', 'Written by a colleague');

  // What comes next is laid over what is there, not over what the tab once knew.
  assert.equal(await theirs({ salutation: { text: 'Dr' } }), 'accepted');
  await reads(two, 'Form of address', 'Dr');
  await reads(two, 'Job title', 'Written by a colleague');
  await synced(two);
  await two.reload();
  await ready(two);
  await open(two, 'contact', contact.id);
  await reads(two, 'Job title', 'Written by a colleague');
  await reads(two, 'Form of address', 'Dr');
  await reads(two, 'Phone', '7770 004');
  assert.deepEqual(two.problems, []);
});
