// A company, a contact and a deal made offline arrive as one unit; the deal's stage was archived
// meanwhile and a contact's e-mail stands on a record out of sight: those wait in the tray with
// their reasons, their neighbours arrive; mended, they go.
import { assert, at, demo, go, offline, serve, story, synced, until } from './lib.mjs';
import { people, pullAll, write as push } from './company.mjs';
import { randomUUID } from 'node:crypto';

await story('tray', async () => {
  const server = await serve(await demo());
  const { admin, reps } = await people(server);
  const rep = reps[0];
  const rule = { entity: { text: 'contact' }, role: { text: 'rep' }, reach: { text: 'own' } };
  assert.equal(await push(admin, 'read_rule', randomUUID(), rule, true), 'accepted');
  const taken = [...admin.records.values()].find((record) => record.entity === 'contact' && record.fields.email && record.fields.owner?.ref !== rep.id);

  const { context, tab } = await at(server, rep.email);
  await offline(context);

  const create = async (entity, button, fill) => {
    await go(tab, `/list/${entity}`);
    await tab.getByRole('button', { name: button }).first().click();
    const dialog = tab.getByRole('dialog');
    await dialog.waitFor();
    await fill(dialog);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const pick = async (dialog, label, text) => {
    await dialog.getByLabel(label, { exact: true }).first().fill(text);
    await tab.getByRole('option', { name: new RegExp(text) }).first().click();
  };
  // The deal's company and contact are made on the way: one act, one unit.
  await create('deal', 'New deal', async (dialog) => {
    await dialog.getByLabel('Name', { exact: true }).fill('Forty compressors');
    await dialog.getByLabel('Customer', { exact: true }).first().fill('Kellerwerk GmbH');
    await tab.getByRole('option', { name: /Kellerwerk GmbH.*Company/ }).click();
    const contact = dialog.getByLabel('Contact', { exact: true }).first();
    if (!await contact.count()) await dialog.getByRole('button', { name: 'More fields' }).click();
    await contact.fill('Bea Neighbour');
    await tab.getByRole('option', { name: /Bea Neighbour/ }).click();
  });
  await create('contact', 'New contact', async (dialog) => {
    await dialog.getByLabel('Last name', { exact: true }).fill('Basement');
    await pick(dialog, 'Company', 'Kellerwerk');
    await dialog.getByLabel('E-mail', { exact: true }).fill(taken.fields.email.text.toUpperCase());
  });
  // What goes out, once each: where an answer was lost with the network, it is sent again.
  const units = new Map();
  tab.on('request', (request) => {
    if (request.url().endsWith('/api/v1/push')) for (const unit of JSON.parse(request.postData()).units) units.set(unit.id, unit);
  });

  // Meanwhile the first stage of the first pipeline is archived.
  const stages = [...admin.records.values()].filter((record) => record.entity === 'stage' && !record.deleted);
  for (const stage of stages.filter((stage) => stage.fields.outcome?.text === 'open' && Number(stage.fields.position?.number ?? 0) <= Math.min(...stages.map((other) => Number(other.fields.position?.number ?? 0))))) {
    assert.equal(await push(admin, 'stage', stage.id, { archived: { bool: true } }), 'accepted');
  }
  await offline(context, false);
  await until('all to be answered', () => tab.evaluate(() => window.outrider.unsent() === 0));
  await go(tab, '/sync');
  const deal = tab.locator('.tray', { hasText: 'Forty compressors' });
  const contact = tab.locator('.tray', { hasText: 'Basement' });
  await deal.waitFor();
  await contact.waitFor();
  assert.match(await deal.innerText(), /archived/i);
  assert.deepEqual([...units.values()].map((unit) => unit.items.map((item) => item.entity)), [['company', 'contact', 'deal'], ['contact']]);
  let now = await pullAll(admin);
  const company = [...now.values()].find((record) => record.fields.name?.text === 'Kellerwerk GmbH');
  const neighbour = [...now.values()].find((record) => record.fields.family_name?.text === 'Neighbour');
  assert.equal(neighbour?.fields.company?.ref, company?.id, 'the neighbours arrived, and belong together');
  assert.ok(company);

  // Mended, they go.
  await contact.getByRole('button', { name: 'Mend' }).click();
  await contact.getByLabel('E-mail', { exact: true }).fill('free@kellerwerk.example');
  await contact.getByRole('button', { name: 'Send again' }).click();
  await contact.waitFor({ state: 'detached' });
  await deal.getByRole('button', { name: 'Mend' }).click();
  const open = stages.find((stage) => stage.fields.outcome?.text === 'won');
  await deal.locator('form button:not([type=submit])').first().click();
  await deal.getByLabel('Stage', { exact: true }).first().fill(open.fields.name.text);
  await tab.getByRole('option', { name: new RegExp(open.fields.name.text) }).first().click();
  await deal.getByRole('button', { name: 'Send again' }).click();
  await until('the tray to be empty', async () => (await tab.locator('.tray').count()) === 0);
  await synced(tab);
  now = await pullAll(admin);
  assert.ok([...now.values()].some((record) => record.fields.name?.text === 'Forty compressors'));
  assert.ok([...now.values()].some((record) => record.fields.email?.text === 'free@kellerwerk.example'));
  assert.deepEqual(tab.problems, []);
});
