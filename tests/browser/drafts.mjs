// A half-written note: it survives a killed browser, is the same person's only, is told of at
// sign-out and on the sync page, and goes when it is logged.
import { assert, browser, demo, go, killBrowser, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people } from './company.mjs';
import { open } from './people.mjs';

const TEXT = 'Wants forty compressors by June, and';

await story('drafts', async () => {
  const server = await serve(await demo());
  const { contact } = await people(server);
  const [rep, mate] = contact.reps;
  let context = await browser();
  let tab = await page(context, server.url);
  await signIn(tab, rep.email);
  await synced(tab);
  await open(tab, 'contact', contact.id);
  const composer = () => tab.locator('#composer-text');
  await tab.getByRole('tab', { name: 'Call' }).click();
  await composer().pressSequentially(TEXT);
  await tab.locator('.means select').first().selectOption('reached');
  // Long enough for a disk, far too short for a timer.
  await tab.waitForTimeout(60);
  await killBrowser(context);

  context = await browser({ profile: context.profile });
  tab = await page(context, server.url);
  await ready(tab);
  await go(tab, '/sync');
  await tab.locator('.swap[data-record]', { hasText: TEXT }).waitFor();
  await open(tab, 'contact', contact.id);
  await until('the note to stand there again', async () => (await composer().inputValue()) === TEXT);
  assert.equal(await tab.locator('.means select').first().inputValue(), 'reached');

  // Signing out warns of it; kept, it waits for its writer.
  const signOut = async () => {
    await go(tab, '/settings');
    await tab.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  await signOut();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText('1 note was begun and not logged').waitFor();
  await dialog.getByRole('button', { name: 'Sign out and keep it here' }).click();
  await tab.locator('input[name=email]').waitFor();
  await signIn(tab, mate.email);
  await synced(tab);
  await open(tab, 'contact', contact.id);
  await tab.waitForTimeout(300);
  assert.equal(await composer().inputValue(), '', 'a draft is its writer’s alone');
  await signOut();
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click();
  await tab.locator('input[name=email]').waitFor();
  await signIn(tab, rep.email);
  await synced(tab);
  await open(tab, 'contact', contact.id);
  await until('the note to stand there again', async () => (await composer().inputValue()) === TEXT);

  // Logged, it is gone.
  await tab.getByRole('button', { name: 'Log call' }).click();
  await until('the composer to be empty', async () => (await composer().inputValue()) === '');
  await synced(tab);
  await tab.reload();
  await ready(tab);
  await open(tab, 'contact', contact.id);
  await tab.waitForTimeout(300);
  assert.equal(await composer().inputValue(), '');
  await go(tab, '/sync');
  await tab.locator('.sync-now').waitFor();
  assert.equal(await tab.locator('.swap[data-record]', { hasText: TEXT }).count(), 0);
  assert.deepEqual(tab.problems, []);
});
