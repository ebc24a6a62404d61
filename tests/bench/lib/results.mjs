// RESULTS.md: the tables, the machine, the day, and notes.md as it stands.
import { markdown } from './report.mjs';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const said = (command, ...args) => {
  try { return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(); } catch { return ''; }
};

function machine() {
  const [cpu] = cpus();
  const commit = said('git', '-C', fileURLToPath(new URL('.', import.meta.url)), 'rev-parse', '--short', 'HEAD');
  return [
    `${cpus().length} × ${cpu.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${release()}`,
    `${said(process.env.CHROMIUM, '--version')}, Node ${process.version}`,
    `${said(process.env.OUTRIDER_BIN, '--version')}${commit && ` at ${commit}`}`,
  ];
}

export async function writeResults(path, report, options) {
  const notes = await readFile(new URL('../notes.md', import.meta.url), 'utf8');
  const [measured, targets] = report.tables().map(markdown);
  const how = `${options.repeat} runs each, RxDB and PouchDB ${options.peerRepeat}; the server under load for ${options.minutes} min.`;
  const text = ['# What was measured', '',
    `On ${new Date().toISOString().slice(0, 10)}, by \`cargo xtask bench\`. This file is written by the run; the paragraph at its end is \`notes.md\`.`, '',
    ...machine().map((line) => `- ${line}`), `- ${how}`, '',
    'Each browser has its profile on disk; "durable" is after a strict transaction. "to Outrider" is how many times Outrider\'s median.', '',
    '## Targets', '', targets, '', '## Figures', '', measured, '',
    ...(report.notes.length ? ['## Checks', '', ...report.notes.map((note) => `- ${note}`), ''] : []),
    '## Misses, and why', '', notes.trim(), ''].join('\n');
  await writeFile(path, text);
}
