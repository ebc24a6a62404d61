// What a person does on a record's page, from inside the page: no time goes to the driver.

/** Opens each contact, gives it a job title and waits until the app says that it is saved. */
export const editAll = async ({ ids, word }) => {
  const frame = () => new Promise((go) => setTimeout(go));
  const until = async (find) => {
    for (const end = performance.now() + 30_000; performance.now() < end; await frame()) {
      const found = find();
      if (found) return found;
    }
    throw new Error(`waited 30 s for ${find}`);
  };
  const saves = () => performance.getEntriesByName('outrider:save');
  const fact = (id) => [...document.querySelectorAll(`[data-record="${id}"] .fact`)].find((one) => one.querySelector('dt')?.textContent.trim() === 'Job title');
  const before = saves().length;
  for (const [n, id] of ids.entries()) {
    const link = Object.assign(document.createElement('a'), { href: `/record/contact/${id}` });
    document.body.append(link);
    link.click();
    link.remove();
    const row = await until(() => fact(id));
    row.querySelector('button.value, button.edit').click();
    const input = await until(() => row.querySelector('input'));
    input.value = `${word} ${n}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    const wanted = before + n + 1;
    await until(() => saves().length >= wanted);
  }
  return saves().slice(before).map((save) => save.duration);
};
