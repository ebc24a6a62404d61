// A few numbers about many.
export const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

/** The value below which this share of the numbers lies (nearest rank). */
export function quantile(numbers, share) {
  const all = sorted(numbers);
  return all[Math.max(0, Math.ceil(all.length * share) - 1)];
}

export function median(numbers) {
  const all = sorted(numbers);
  const half = all.length >> 1;
  return all.length % 2 ? all[half] : (all[half - 1] + all[half]) / 2;
}

export function summary(numbers) {
  const all = sorted(numbers);
  return { n: all.length, median: median(all), p50: median(all), p95: quantile(all, 0.95), p99: quantile(all, 0.99), min: all[0], max: all.at(-1) };
}

/** How much y grows when x grows by one: least squares over [x, y] pairs. */
export function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return under ? over / under : 0;
}

/** Numbers between 0 and 1 that are the same in every run. */
export function dice(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
