// A day's planning without a network: a visit planned and moved by keys alone and by mouse, over the
// night the clocks change, seen on another device in another time zone.
import { assert, at, browser, demo, go, offline, page, ready, serve, signIn, story, synced, until } from './lib.mjs';
import { people, pullAll } from './company.mjs';

const SATURDAY = '2027-03-27';
const SUNDAY = '2027-03-28'; // clocks go forward in Europe
const MONDAY = '2027-03-29';
const AUTUMN = '2027-10-31'; // and back

const event = (tab, name) => tab.locator('.event', { hasText: name });
const said = (tab, words) => until(`it to be said: ${words}`, async () => (await tab.locator('[role=status][aria-live=assertive]').allInnerTexts()).some((text) => words.test(text)));

// The calendar of a day, as the address has it.
async function look(tab, view, day) {
  await go(tab, '/settings');
  await tab.locator('.settings').first().waitFor();
  await go(tab, `/calendar?view=${view}&day=${day}`);
  await tab.locator('.calendar').waitFor();
}

// The middle of an hour's row on a day.
async function hour(tab, day, hours) {
  const column = await tab.locator(`.cal-day[data-day="${day}"]`).boundingBox();
  const minutes = Number(await tab.locator(`.cal-day[data-day="${day}"]`).getAttribute('data-minutes'));
  return { x: column.x + column.width / 2, y: column.y + (hours * 60 / minutes) * column.height };
}

await story('the calendar', async () => {
  const server = await serve(await demo());
  const { contact, admin } = await people(server);
  const rep = contact.reps[0];
  const { context, tab } = await at(server, rep.email, { timezoneId: 'Europe/Berlin' });
  const stored = async (name) => {
    await synced(tab);
    const all = [...(await pullAll(admin)).values()];
    return all.filter((one) => !one.deleted && [one.fields.subject?.text, one.fields.title?.text].includes(name));
  };

  // Planned and moved by keys alone, offline.
  await offline(context);
  await look(tab, 'day', SATURDAY);
  await tab.keyboard.press('c');
  await tab.getByRole('dialog').waitFor();
  await tab.keyboard.type('Walk the roof');
  await tab.keyboard.press('Enter');
  await event(tab, 'Walk the roof').waitFor();
  assert.match(await event(tab, 'Walk the roof').innerText(), /9:00/);
  await tab.keyboard.press('j');
  await until('the visit to be chosen', () => tab.evaluate(() => document.activeElement.textContent.includes('Walk the roof')));
  // A day later it is Sunday, at the same hour on the wall although the night was an hour shorter.
  await tab.keyboard.press('ArrowRight');
  await said(tab, /Sunday.*28 March 2027.*9:00/);
  await until('the page to follow', () => tab.locator(`.cal-day[data-day="${SUNDAY}"]`).count());
  await until('focus to stay on it', () => tab.evaluate(() => document.activeElement.textContent.includes('Walk the roof')));
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Shift+ArrowDown');
  await said(tab, /9:30.10:15/);
  // The hour that was skipped is empty.
  assert.equal(await tab.locator('.cal-none').count(), 1);
  await until('the move to be saved', () => tab.locator('.toast', { hasText: 'Walk the roof' }).count());
  // Enter opens it beside the calendar, Escape closes it.
  await tab.keyboard.press('Enter');
  await tab.locator('.peek article').waitFor();
  await tab.keyboard.press('Escape');
  await until('the peek to be closed', async () => (await tab.locator('.peek').count()) === 0);

  // A reload without a network forgets nothing.
  await tab.reload();
  await ready(tab);
  await event(tab, 'Walk the roof').waitFor();

  // By mouse to Saturday at one, in the week.
  await look(tab, 'week', SUNDAY);
  await event(tab, 'Walk the roof').waitFor();
  await event(tab, 'Walk the roof').scrollIntoViewIfNeeded();
  const from = await event(tab, 'Walk the roof').boundingBox();
  assert.equal(await tab.locator(`.cal-day[data-day="${MONDAY}"]`).count(), 0, 'in Britain the week begins on Monday');
  const saturday = await hour(tab, SATURDAY, 13);
  await tab.mouse.move(from.x + 20, from.y + 3);
  await tab.mouse.down();
  await tab.mouse.move(saturday.x, saturday.y, { steps: 8 });
  await tab.locator('.cal-ghost').waitFor();
  await tab.mouse.move(saturday.x, saturday.y + 3, { steps: 2 });
  await tab.mouse.up();
  await until('the visit on Saturday at one', () => tab.locator(`.cal-day[data-day="${SATURDAY}"] .event`, { hasText: 'Walk the roof' }).filter({ hasText: '13:00' }).count());

  // Its lower edge makes it longer.
  const edge = await tab.locator('.event .edge').first().boundingBox();
  await tab.mouse.move(edge.x + 20, edge.y + 3);
  await tab.mouse.down();
  const three = await hour(tab, SATURDAY, 15);
  await tab.mouse.move(three.x, three.y, { steps: 6 });
  await tab.mouse.up();
  await until('the visit to end at three', async () => /13:00.15:00/.test(await event(tab, 'Walk the roof').textContent()));

  await tab.locator('.toast', { hasText: /15:00/ }).waitFor();

  // Undo takes the last one back.
  await tab.keyboard.press('z');
  await until('the visit to be short again', async () => /13:00.13:45/.test(await event(tab, 'Walk the roof').textContent()));

  // The day the clocks go back has an hour twice.
  await look(tab, 'day', AUTUMN);
  assert.equal(await tab.locator('.cal-rail span').count(), 25);

  await offline(context, false);
  const [visit] = await stored('Walk the roof');
  assert.equal(visit.fields.starts_at.time, Date.parse('2027-03-27T12:00:00Z'));
  assert.equal(visit.fields.ends_at.time, Date.parse('2027-03-27T12:45:00Z'));

  // On another device, which is elsewhere, it is the same moment.
  const york = await at(server, rep.email, { timezoneId: 'America/New_York', hasTouch: true, viewport: { width: 390, height: 844 } });
  await look(york.tab, 'agenda', SATURDAY);
  await event(york.tab, 'Walk the roof').waitFor();
  assert.match(await event(york.tab, 'Walk the roof').innerText(), /8:00/);
  // A finger that rests on it lifts it; one that does not scrolls.
  await look(york.tab, 'day', SATURDAY);
  await event(york.tab, 'Walk the roof').waitFor();
  const touch = await york.context.newCDPSession(york.tab);
  const finger = async (type, at) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const swipe = async (rest) => {
    const box = await event(york.tab, 'Walk the roof').boundingBox();
    const start = { x: box.x + 40, y: box.y + 8 };
    const perHour = (await hour(york.tab, SATURDAY, 2)).y - (await hour(york.tab, SATURDAY, 1)).y;
    await finger('touchStart', start);
    await york.tab.waitForTimeout(rest);
    for (let step = 1; step <= 8; step += 1) await finger('touchMove', { x: start.x, y: start.y + perHour * step / 8 });
    await finger('touchEnd');
  };
  await swipe(0);
  assert.match(await event(york.tab, 'Walk the roof').innerText(), /8:00/);
  await until('the page to rest', () => york.tab.evaluate(() => new Promise((done) => {
    const at = document.querySelector('.cal-grid').scrollTop;
    setTimeout(() => done(document.querySelector('.cal-grid').scrollTop === at), 300);
  })));
  await swipe(600);
  await until('the visit an hour later', async () => /9:00/.test(await event(york.tab, 'Walk the roof').innerText()));
  for (const one of [tab, york.tab]) assert.deepEqual(one.problems, []);
});
