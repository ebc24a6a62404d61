// Two reps, one contact, both offline: different fields both stand; of the same field one stands,
// the other is in the history, both are told, and restoring works.
import { assert, at, demo, go, offline, serve, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';
import { fact, open, reads, write } from './people.mjs';

await story('two reps, one contact', async () => {
  const server = await serve(await demo());
  const { contact } = await people(server);
  const both = [];
  for (const rep of contact.reps) {
    const { context, tab } = await at(server, rep.email);
    await open(tab, 'contact', contact.id);
    both.push({ context, tab, rep });
  }
  const [one, two] = both;
  await offline(one.context);
  await offline(two.context);
  await write(one.tab, 'Job title', 'Head of early');
  await write(one.tab, 'Phone', '+49 30 5550 100');
  await write(two.tab, 'Form of address', 'Dr');
  await write(two.tab, 'Job title', 'Head of late');
  await reads(one.tab, 'Job title', 'Head of early');
  assert.ok(await one.tab.evaluate(() => window.outrider.unsent()) > 0);

  await offline(two.context, false);
  await synced(two.tab);
  await offline(one.context, false);
  await synced(one.tab);
  await synced(two.tab);
  for (const { tab } of both) {
    await reads(tab, 'Job title', 'Head of late');
    await reads(tab, 'Phone', '5550');
    await reads(tab, 'Form of address', 'Dr');
  }

  // Both are told.
  for (const { tab } of both) {
    await go(tab, '/sync');
    await tab.locator('.swap', { hasText: 'Head of early' }).first().waitFor();
  }
  // One click brings the value back, for both.
  await one.tab.locator('.swap', { hasText: 'Head of early' }).getByRole('button', { name: 'Restore mine' }).click();
  await synced(one.tab);
  await open(two.tab, 'contact', contact.id);
  await until('the restored value to arrive', async () => (await fact(two.tab, 'Job title').innerText()).includes('Head of early'));
  for (const { tab } of both) assert.deepEqual(tab.problems, []);
});
