// Whatever is started ends with the run, also where a benchmark breaks off or the run is called off.
import './env.mjs';
import { browser as launch, serve as start } from '../../browser/lib.mjs';

/** However slow the machine is, it is measured. */
const PATIENCE = 600_000;
const open = new Set();
const children = new Set();

/** A process that ends with ours. */
export function child(process) {
  children.add(process);
  process.once('exit', () => children.delete(process));
  return process;
}

export async function serve(...args) {
  const server = await start(...args);
  child(server.child);
  return server;
}

export async function browser(options) {
  const context = await launch(options);
  context.setDefaultTimeout(PATIENCE);
  open.add(context);
  context.once('close', () => open.delete(context));
  return context;
}

/** Ends what a benchmark left behind. */
export async function endAll() {
  await Promise.all([...open].map((context) => context.close().catch(() => {})));
  for (const process of children) process.kill('SIGKILL');
}

process.on('exit', () => children.forEach((process) => process.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
