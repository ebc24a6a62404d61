// A second server on a folder that one already serves: it says so in one line and ends, and the
// first one goes on. A lock that a killed server left behind keeps nobody out.
import { assert, folder, run, serve, story } from './lib.mjs';
import { found, pullAll, write } from './company.mjs';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const IN_USE = / is in use by another running outrider: stop that one, or give --data another folder\n$/;

// The program ends at once, and says why in one line.
function refused({ code, out, err }, words) {
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^outrider: [^\n]+\n$/);
  assert.match(err, words);
}

await story('a store that is in use', async () => {
  const data = await folder();
  let server = await serve(data);
  const admin = await found(server.url);
  const written = [];
  let busy = true;
  const work = (async () => {
    while (busy) {
      const [id, name] = [randomUUID(), `Written meanwhile ${written.length}`];
      assert.equal(await write(admin, 'company', id, { name: { text: name } }, true), 'accepted');
      written.push([id, name]);
    }
  })();
  // Who does not wait for it yet must not be woken by its failure; who does must.
  work.catch(() => {});

  const [second, seed, same] = await Promise.all([
    run('serve', '--data', data, '--addr', '127.0.0.1:0'),
    run('seed', '--data', data),
    // Whoever starts it twice by mistake mostly gives the same address.
    run('serve', '--data', data, '--addr', `127.0.0.1:${server.port}`),
  ]);
  refused(second, IN_USE);
  refused(seed, IN_USE);
  refused(same, /cannot listen on 127\.0\.0\.1:\d+: it is in use; give another with --addr HOST:PORT\n$/);

  busy = false;
  await work;
  const there = async () => {
    const all = new Map([...(await pullAll(admin)).values()].map(({ id, fields }) => [id, fields.name?.text]));
    return written.every(([id, name]) => all.get(id) === name);
  };
  assert.ok(written.length > 10 && await there(), 'the first one took no harm');

  // Killed, it leaves its lock file behind; the next one starts at once all the same.
  await server.stop('SIGKILL');
  assert.ok(existsSync(join(data, 'db', 'LOCK')));
  const begun = Date.now();
  server = await serve(data, server.port);
  const took = Date.now() - begun;
  console.log(`up ${took} ms after it was killed; ${written.length} written beside a second one`);
  assert.ok(took < 3_000, `it took ${took} ms`);
  assert.ok(await there(), 'all of it is still there');
});
