// A file of made-up people as someone brings it from elsewhere: the same in every run.
import { dice } from './stats.mjs';
import { writeFile } from 'node:fs/promises';

const PARTS = ['an', 'ber', 'do', 'el', 'fi', 'gar', 'ho', 'in', 'jo', 'ka', 'lü', 'mar', 'no', 'ol', 'per', 'ra', 'san', 'ti', 'ul', 'wen'];
const TITLES = ['Buyer', 'Plant manager', 'Facilities engineer', 'Head of maintenance', 'Owner', 'Foreman'];
const HEAD = ['First name', 'Last name', 'Company', 'Job title', 'Email', 'Phone', 'Street', 'Postcode', 'City', 'Country', 'Remarks'];

export async function sheet(path, rows) {
  const next = dice(11);
  const below = (count) => Math.floor(next() * count);
  const word = (most) => {
    let [text, rest] = ['', below(most) + 40];
    for (; rest > 0; rest = Math.floor(rest / PARTS.length)) text += PARTS[rest % PARTS.length];
    return text[0].toUpperCase() + text.slice(1);
  };
  const companies = Array.from({ length: Math.ceil(rows / 20) }, (_, n) => `${word(8_000)} ${word(8_000)} ${n} GmbH`);
  const lines = [HEAD.join(',')];
  for (let n = 0; n < rows; n += 1) {
    const [given, family] = [word(3_000), word(8_000)];
    const phone = `+49 ${3000 + below(900)} ${100_000 + below(899_999)}`;
    lines.push([given, family, companies[below(companies.length)], TITLES[below(TITLES.length)], `${given}.${family}.${n}@import.example`.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''),
      phone, `${word(5_000)}straße ${1 + below(180)}`, String(10_000 + below(89_999)), word(2_000), 'DE', below(5) ? '' : `${word(5_000)} ${word(5_000)} ${word(5_000)}`].join(','));
  }
  await writeFile(path, `${lines.join('\n')}\n`);
}
