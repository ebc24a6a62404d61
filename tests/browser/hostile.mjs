// Half a message, a message of another version, an unknown entity, a record out of sight, too
// large a body, a cursor from the future: each gets a clear word, none a fault of ours.
import { api, assert, demo, serve, story } from './lib.mjs';
import { people } from './company.mjs';
import { randomUUID } from 'node:crypto';

await story('hostile input', async () => {
  const server = await serve(await demo());
  const { admin } = await people(server);
  const raw = async (method, path, body, headers = {}) => {
    const session = await admin.cookie();
    const answer = await fetch(server.url + path, { method, body, headers: { origin: server.url, 'content-type': 'application/json', cookie: session, ...headers } });
    const text = await answer.text();
    let json = null;
    try { json = JSON.parse(text); } catch { /* judged below */ }
    return { status: answer.status, json, text };
  };
  const refused = (answer, status, tag) => {
    assert.equal(answer.status, status, answer.text);
    assert.ok(answer.json?.error && answer.json?.message, `no clear word: ${answer.text}`);
    if (tag) assert.match(answer.json.error, tag);
  };
  refused(await raw('POST', '/api/v1/push', '{"client":"'), 400);
  refused(await raw('POST', '/api/v1/push', '[]'), 400);
  refused(await raw('POST', '/api/v1/push', '{}', { 'x-outrider-protocol': '99' }), 426);
  refused(await raw('POST', '/api/v1/push', 'x'.repeat(17 * 1024 * 1024)), 413);
  refused(await raw('POST', '/api/v1/push', '{}', { origin: 'http://elsewhere.example' }), 403);
  refused(await raw('POST', '/api/v1/push', '{}', { cookie: '' }), 401);
  refused(await raw('GET', '/api/v1/nothing-here'), 404);
  refused(await raw('GET', '/api/v1/pull?seq=900000000&scope=1&limit=10'), 409, /cursor/);
  refused(await raw('GET', '/api/v1/pull?seq=-1&scope=x'), 400);
  refused(await raw('GET', `/api/v1/history/${randomUUID()}`), 404);
  refused(await raw('GET', '/api/v1/history/..%2f..%2fetc'), 404);
  refused(await raw('GET', '/api/v1/segments/..%2f..%2fetc%2fpasswd'), 404);
  refused(await raw('POST', '/api/v1/session', JSON.stringify({ email: 'x'.repeat(20_000), password: 'x' })), 413);
  refused(await raw('POST', '/api/v1/push', '{}', { 'outrider-person': randomUUID() }), 401, /other-person/);

  const push = async (entity, field, value, at = Date.now()) => {
    const item = { n: 1, entity, record: randomUUID(), at, changes: [{ op: 'create', base: { seq: 0 } }, { op: 'set', field, value, base: { seq: 0 } }] };
    const answer = await raw('POST', '/api/v1/push', JSON.stringify({ client: randomUUID(), now: at, units: [{ id: randomUUID(), act: 'create', items: [item] }] }));
    assert.equal(answer.status, 200, answer.text);
    return answer.json.outcomes[0].result;
  };
  assert.equal((await push('spaceship', 'name', { text: 'x' })).rejected.why, 'unknown_entity');
  assert.equal((await push('company', 'warp', { text: 'x' })).rejected.why, 'unknown_field');
  assert.equal((await push('company', 'name', { bool: true })).rejected.why, 'invalid');
  assert.equal((await push('company', 'name', { text: 'x'.repeat(5000) })).rejected.why, 'invalid');
  assert.equal((await push('company', 'website', { text: 'javascript:alert(1)' })).rejected.why, 'invalid');
  // A clock fifty years off harms nobody.
  const years = 50 * 365 * 24 * 3600 * 1000;
  assert.equal(await push('company', 'name', { text: 'Ahead' }, Date.now() + years), 'accepted');
  assert.equal(await push('company', 'name', { text: 'Behind' }, Date.now() - years), 'accepted');
  assert.equal((await raw('GET', '/health')).json.status, 'ok');
});
