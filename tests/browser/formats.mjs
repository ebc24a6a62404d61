// Cards, workbooks and calendars come in and go out without a network: what is left out is said, an
// import is taken back as one, and what was exported is the same again.
import { assert, at, demo, go, offline, serve, story } from './lib.mjs';
import { zip, unzip } from './zip.mjs';
import { readFile } from 'node:fs/promises';

const CARDS = ['BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller-Zahn;J=C3=B6rg', 'ORG:Seilerei Zahn',
  'item1.EMAIL;INTERNET:zahn@x.example', 'TEL;WORK:+49 731 100', 'TEL;CELL:+49 170 100', 'PHOTO;JPEG;ENCODING=BASE64:', ' /9j/4AAQSkZJRg', ' ==', '',
  'END:VCARD', 'BEGIN:VCARD', 'VERSION:4.0', 'FN:Ana Quito', 'NOTE:=1+1 is', ' no formula', 'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1', 'END:VCARD', ''].join('\r\n');
const EVENTS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:v1', 'SUMMARY:Visit at the ropery', 'DTSTART;TZID=Asia/Tokyo:20360701T100000',
  'RRULE:FREQ=WEEKLY', 'END:VEVENT', 'BEGIN:VTODO', 'UID:t1', 'SUMMARY:Send the rope', 'DUE;VALUE=DATE:20360702', 'END:VTODO', 'END:VCALENDAR', ''].join('\r\n');

const text = (words) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (...cells) => `<row>${cells.join('')}</row>`;
const WORKBOOK = zip({
  '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="People" r:id="s"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="y" Type="x/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row(text('First name'), text('Last name'), text('E-mail'), text('Birthday'))
    + row(text('Ida'), text('Quast'), text('quast@x.example'), '<c s="1"><v>32904</v></c>')}</sheetData></worksheet>`,
});

const file = (name, content) => ({ name, mimeType: '', buffer: Buffer.from(content) });

async function check(tab, ...files) {
  await go(tab, '/list/contact');
  await go(tab, '/import');
  await tab.locator('input[type=file]').setInputFiles(files);
  await tab.getByRole('button', { name: /^Check \d/ }).click();
  await tab.locator('.tallies').waitFor();
  return tab.locator('.page.import').innerText();
}

async function write(tab) {
  await tab.locator('.import-foot .btn.primary').click();
  await tab.getByRole('button', { name: 'Undo this import' }).waitFor();
}

const listed = async (tab, entity, search) => {
  await go(tab, `/list/${entity}`);
  await tab.fill('#list-search', search);
  await tab.waitForTimeout(300);
  return tab.locator('.row[data-record]').allInnerTexts();
};

// Chooses one row of the list.
async function only(tab, name) {
  await tab.locator('.row[data-record]', { hasText: name }).first().locator('input[type=checkbox]').check();
  await tab.locator('.bulkbar').waitFor();
}

// The bytes of an export in one of the formats.
async function exported(tab, format) {
  await tab.locator('.bulkbar').getByRole('button', { name: 'Export', exact: true }).click();
  const download = tab.waitForEvent('download');
  await tab.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click();
  const done = await download;
  return { name: done.suggestedFilename(), bytes: await readFile(await done.path()) };
}

await story('formats', async () => {
  const server = await serve(await demo());
  const { context, tab } = await at(server, 'ingrid.sorensen@arven.example', { acceptDownloads: true });
  await tab.evaluate(() => navigator.serviceWorker.ready);
  await offline(context);

  let preview = await check(tab, file('phone.vcf', CARDS), file('people.xlsx', WORKBOOK));
  assert.match(preview, /1 photo is not taken in/);
  assert.match(preview, /Müller-Zahn/);
  assert.match(preview, /1990-01-31/);
  await write(tab);
  assert.equal((await listed(tab, 'company', 'Seilerei Zahn')).length, 1);
  for (const name of ['Müller-Zahn', 'Ana Quito', 'Ida Quast']) {
    assert.ok((await listed(tab, 'contact', name))[0]?.includes(name), name);
  }

  // What goes out is what came in.
  await listed(tab, 'contact', 'Ana Quito');
  await only(tab, 'Ana Quito');
  const book = await exported(tab, 'Excel');
  assert.match(book.name, /\.xlsx$/);
  const sheet = unzip(book.bytes)['xl/worksheets/sheet1.xml'].toString();
  assert.match(sheet, /<c s="1" t="inlineStr"><is><t xml:space="preserve">=1\+1 isno formula<\/t>/, 'a text, and marked as one');
  const cards = await exported(tab, 'vCard');
  assert.match(cards.bytes.toString().replaceAll('\r\n ', ''), /FN:Ana Quito[\s\S]*NOTE:=1\+1 isno formula/);
  const csv = await exported(tab, 'CSV');
  assert.match(csv.bytes.toString(), /'=1\+1/);
  for (const again of [book, cards, csv]) {
    preview = await check(tab, file(again.name, again.bytes));
    assert.match(preview, /1 unchanged/, again.name);
    assert.ok(await tab.locator('.import-foot .btn.primary').isDisabled(), `${again.name} says nothing new`);
  }

  // A calendar: two kinds of rows, what repeats is marked, and one press takes all of it back.
  preview = await check(tab, file('work.ics', EVENTS));
  assert.match(preview, /It repeats/);
  assert.match(preview, /2036-07-01T01:00:00Z/, 'ten in Tokyo');
  await write(tab);
  assert.equal((await listed(tab, 'task', 'Send the rope')).length, 1);
  preview = await check(tab, file('the same again.ics', EVENTS));
  assert.match(preview, /2 unchanged/);
  await go(tab, '/sync');
  await tab.locator('.swap', { hasText: 'work.ics' }).getByRole('button', { name: 'Undo', exact: true }).first().click();
  await tab.waitForTimeout(500);
  assert.equal((await listed(tab, 'task', 'Send the rope')).length, 0);

  // What cannot be read says so.
  await go(tab, '/import');
  await tab.locator('input[type=file]').setInputFiles([file('cut.xlsx', WORKBOOK.subarray(0, 200))]);
  await tab.getByText('This workbook cannot be opened').waitFor();
  assert.deepEqual(tab.problems, []);
  await context.close();
  await server.stop();
});
