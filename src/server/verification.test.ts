/** The check as a job: started, followed, logged under a name, and told when it cannot be carried through. */
import { expect, test, vi } from 'vitest';
import { memoryFiles, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../desk/capture-sources.ts';
import { openApp, pageHeaders } from './fixtures/open-app.ts';
import type { VerificationState } from './verification.ts';

async function opened(options: Parameters<typeof openApp>[0] = {}) {
  const all = openApp(options);
  const files = memoryFiles(new Map([['a.txt', 'Nobody answered.']]));
  for await (const _event of captureSources(all.room.desk, ['a.txt'], { files, reader: plainReader() }));
  const ask = async (method: string, path: string, body?: object) => {
    const given = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await all.app.request(path, {
      method,
      headers: pageHeaders(all.cookie, method),
      ...given,
    });
    return { status: response.status, told: await response.json() };
  };
  const ended = () =>
    vi.waitFor(async () => {
      const { told } = await ask('GET', '/api/verification');
      expect((told as VerificationState).state).not.toBe('running');
      return told as VerificationState & { report: { faultsInAll: number } };
    });
  return { ...all, ask, ended };
}

test('started, ended, and in the log under the name of who had it done', async () => {
  const { ask, ended, room } = await opened();
  expect((await ask('GET', '/api/verification')).told).toMatchObject({ state: 'none', report: null });
  expect((await ask('POST', '/api/verification', { run: 'start', log: true })).told).toMatchObject({
    state: 'running',
  });
  const told = await ended();
  expect(told).toMatchObject({ state: 'done', report: { faultsInAll: 0, stopped: false }, logged: 2 });
  expect((await ask('GET', '/api/custody')).told).toMatchObject({
    lastCheck: { agent: 'A. Archivist', faults: 0, captures: 1 },
  });
  expect((await room.desk.store.head())?.action).toBe('fixity-checked');
});

test('bytes that changed are told, and nothing is logged unasked', async () => {
  const { ask, ended, room } = await opened();
  room.desk.blobs.get = async () => new TextEncoder().encode('Somebody answered.');
  await ask('POST', '/api/verification', { run: 'start' });
  const told = await ended();
  expect(told.report.faultsInAll).toBeGreaterThan(0);
  expect(told.logged).toBeNull();
});

test('what cannot be carried through says so, without words of the record', async () => {
  const { ask, ended, unexpected } = await opened({
    verifying: {
      reader: async () => {
        throw new TypeError('the testimony of a witness');
      },
      publicRoots: async () => [],
    },
  });
  await ask('POST', '/api/verification', { run: 'start' });
  expect(JSON.stringify(await ended())).not.toContain('testimony');
  expect((await ask('GET', '/api/verification')).told).toMatchObject({ state: 'failed', report: null });
  expect(unexpected).toEqual(['TypeError']);
});

test('the head that leaves is logged first; a vault that can only be read hands out nothing', async () => {
  const { ask } = await opened();
  const out = await ask('POST', '/api/custody/checkpoint', { to: 'The court' });
  expect(out).toMatchObject({ status: 200, told: { size: 1, logged: 2 } });
  const log = await ask('GET', '/api/log?action=checkpoint-anchored');
  expect(log.told).toMatchObject({
    entries: [{ seq: 2, about: { decision: 'exported', reason: 'The court' } }],
  });
  const shut = await opened({ readOnly: true });
  expect((await shut.ask('POST', '/api/custody/checkpoint', { to: null })).status).toBe(403);
  expect((await shut.ask('POST', '/api/verification', { run: 'start', log: true })).status).toBe(403);
});
