// Draws the PNG icons from icon.svg, when the mark changes: node xtask/icons.mjs PATH_OF_CHROMIUM
// The maskable one bleeds to the edges and keeps the mark inside the safe circle.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const folder = new URL('../frontend/public/icons/', import.meta.url);
const require = createRequire(new URL('../tests/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const svg = await readFile(new URL('icon.svg', folder), 'utf8');
const full = svg.replace('rx="112"', 'rx="0"');
const inset = full
  .replace(/(<rect[^>]*>)/, '$1<g transform="translate(256 256) scale(0.78) translate(-256 -256)">')
  .replace('</svg>', '</g></svg>');
const drawings = [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['maskable-512.png', 512, inset],
  ['apple-touch-icon.png', 180, full],
];

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
for (const [name, size, drawing] of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
