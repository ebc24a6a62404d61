// The server fails at one change and at nothing else: what others write comes in all the same, the
// rest of one's own work goes out, and only that change waits in the tray, with its reason.
import { assert, at, demo, go, offline, serve, story, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { open, reads, write } from './people.mjs';

await story('one change the server fails at', async () => {
  const server = await serve(await demo());
  const { admin, contact } = await people(server);
  const { context, tab } = await at(server, contact.reps[0].email);
  let failed = 0;
  await context.route('**/api/v1/push', (route) => {
    if (!route.request().postData().includes('the server chokes')) return route.continue();
    failed += 1;
    return route.fulfill({ status: 500, json: { error: 'internal', message: 'something failed' } });
  });
  await open(tab, 'contact', contact.id);
  await offline(context);
  await write(tab, 'Phone', '+49 30 7770 010');
  await write(tab, 'Job title', 'On this the server chokes');
  await write(tab, 'First name', 'Karla');
  await offline(context, false);

  await until('the push to have failed', () => failed > 1);
  assert.equal(await push(admin, 'contact', contact.id, { salutation: { text: 'Dr' } }), 'accepted');
  await reads(tab, 'Form of address', 'Dr');
  assert.ok(await tab.evaluate(() => window.outrider.unsent()) > 0, 'it came in while nothing went out');

  await until('all else to go out', () => tab.evaluate(() => window.outrider.unsent() === 0), 120);
  const { fields } = (await pullAll(admin)).get(contact.id);
  assert.match(fields.phone.text, /7770 010/);
  assert.equal(fields.given_name.text, 'Karla');
  await go(tab, '/sync');
  const row = tab.locator('.tray', { hasText: 'On this the server chokes' });
  await row.getByText('The server fails on this one').waitFor();
  assert.equal(await tab.locator('.tray').count(), 1);

  // Once the server is mended it is sent again.
  await context.unroute('**/api/v1/push');
  await row.getByRole('button', { name: 'Send again' }).click();
  await until('it to arrive', async () => (await pullAll(admin)).get(contact.id).fields.job_title.text.includes('chokes'));
  assert.deepEqual(tab.problems, []);
});
