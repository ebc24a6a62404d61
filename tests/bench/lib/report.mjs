// What was measured: printed as a table, written as Markdown, and held against the targets.
import { summary } from './stats.mjs';

const FORMS = {
  ms: (value) => (value < 10 ? value.toFixed(2) : value < 1000 ? value.toFixed(0) : `${(value / 1000).toFixed(2)} s`) + (value < 1000 ? ' ms' : ''),
  bytes: (value) => (value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(1)} MB`),
  'per s': (value) => `${Math.round(value).toLocaleString('en')}/s`,
  'MB/h': (value) => `${value.toFixed(1)} MB/h`,
  'of them': (value) => `${value}`,
};
export const form = (unit, value) => (FORMS[unit] ?? String)(value);

export class Report {
  rows = [];
  targets = [];
  notes = [];

  /** Samples of one measurement of one contestant. */
  add(row, size, who, samples, { unit = 'ms', note = '' } = {}) {
    const numbers = [samples].flat();
    if (!numbers.length) return;
    const entry = { row, size, who, unit, note, ...summary(numbers) };
    this.rows.push(entry);
    console.error(`   ${this.line(entry).join('  ')}`);
  }

  /** Outrider's `stat` is to be at most (or at least) so much: a number, or so many times `over`'s. */
  target(row, size, { stat = 'median', most, least, times, over, who = 'Outrider' }) {
    this.targets.push({ row, size, stat, most, least, times, over, who });
  }

  note(text) {
    this.notes.push(text);
    console.error(`   ${text}`);
  }

  find(row, size, who) {
    return this.rows.find((entry) => entry.row === row && entry.size === size && entry.who === who);
  }

  line(entry) {
    const ours = this.find(entry.row, entry.size, 'Outrider');
    const ratio = ours && ours !== entry && ours.median ? `${(entry.median / ours.median).toPrecision(2)}×` : '';
    const at = (value) => form(entry.unit, value);
    const spread = entry.n > 1 ? [at(entry.p95), `${at(entry.min)} – ${at(entry.max)}`] : ['', ''];
    return [entry.row, String(entry.size || ''), entry.who, at(entry.median), ...spread, String(entry.n), ratio, entry.note];
  }

  judged() {
    const judge = ({ row, size, stat, most, least, times, over, who }) => {
      const entry = this.find(row, size, who);
      if (!entry) return [];
      const base = over && this.find(row, size, over);
      if (over && !base) return [];
      const found = entry[stat];
      const limit = over ? base[stat] * times : most ?? least;
      const met = least !== undefined ? found >= limit : found <= limit;
      const word = least !== undefined ? 'at least' : 'at most';
      const wanted = over ? `${word} ${round(times)}× ${over} (${form(entry.unit, limit)})` : `${word} ${form(entry.unit, limit)}`;
      const saw = over ? `${form(entry.unit, found)}, ${round(found / base[stat])}×` : form(entry.unit, found);
      return [[row, String(size || ''), stat, wanted, saw, met ? 'met' : '**missed**']];
    };
    return this.targets.flatMap(judge);
  }

  tables() {
    return [
      [['measurement', 'contacts', 'who', 'median', 'p95', 'least – most', 'n', 'to Outrider', 'note'], ...this.rows.map((entry) => this.line(entry))],
      [['target', 'contacts', 'of', 'wanted', 'found', ''], ...this.judged()],
    ];
  }
}

const round = (number) => Number(number.toPrecision(2));

export function plain(table) {
  const widths = table[0].map((_, at) => Math.max(...table.map((line) => [...line[at]].length)));
  return table.map((line) => line.map((cell, at) => cell + ' '.repeat(widths[at] - [...cell].length)).join('  ').trimEnd()).join('\n');
}

export function markdown(table) {
  const [head, ...lines] = table;
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}
