// What came over the network to a page, as it came: compressed, with heads. By the page's own account.
const told = ({ path, after }) => {
  const found = performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime >= after && new URL(name).pathname.includes(path));
  return { bytes: found.reduce((sum, { transferSize }) => sum + transferSize, 0), requests: found.length };
};

/** Counts requests whose path has this in it from now on; the function that is given answers so far. */
export async function countBytes(tab, path = '') {
  const after = await tab.evaluate(() => {
    performance.setResourceTimingBufferSize(100_000);
    return performance.now();
  });
  return async () => {
    await new Promise((go) => setTimeout(go, 300)); // the last ones are told a moment later
    return tab.evaluate(told, { path, after });
  };
}
