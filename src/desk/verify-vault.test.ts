import { expect, test } from 'vitest';
import { plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { verifyTimestamp } from '../crypto/timestamp/verify-timestamp.ts';
import { localAuthority } from '../exchange/custody-package/local-authority.cases.ts';
import { hasOpenssl } from '../intake/fixtures/local-authority.ts';
import { heldSource } from './custody/custody-fixture.cases.ts';
import { fixityDue, logFixity } from './verify/log-fixity.ts';
import { verifyVault } from './verify-vault.ts';

const OPTIONS = { reader: plainReader(), publicRoots: [] };

test('a clock set back a year is told and is no difference', async () => {
  let now = new Date('2031-05-01T12:00:00.000Z');
  const { desk } = await heldSource('archive.example/log', { clock: () => now });
  now = new Date('2030-05-01T12:00:00.000Z');
  await logFixity(desk, await verifyVault(desk, OPTIONS), 'machine');
  now = new Date('2031-05-02T12:00:00.000Z');
  const { faults, clock } = await verifyVault(desk, OPTIONS);
  expect(faults).toEqual([]);
  expect(clock.sentences).toEqual([expect.stringMatching(/^Entry 2 .* 363 days before it/)]);
});

test('the result of a check is logged without content, and says when the next is due', async () => {
  let now = new Date('2031-05-01T12:00:00.000Z');
  const { desk } = await heldSource('archive.example/log', { clock: () => now });
  expect(await fixityDue(desk, 24)).toEqual({ due: true, last: null });
  const report = await verifyVault({ ...desk, blobs: { ...desk.blobs, get: async () => null } }, OPTIONS);
  const { body } = await logFixity(desk, report, 'machine');
  expect(body).toMatchObject({ action: 'fixity-checked', captures: 1, entries: 1, faults: 1 });
  expect(JSON.stringify(body)).not.toMatch(/letter|weavers/);
  now = new Date('2031-05-02T11:00:00.000Z');
  expect((await fixityDue(desk, 24)).due).toBe(false);
  now = new Date('2031-05-02T12:00:00.000Z');
  expect((await fixityDue(desk, 24)).due).toBe(true);
  now = new Date('2030-01-01T00:00:00.000Z');
  expect((await fixityDue(desk, 24)).due).toBe(true);
});

test('a check that is stopped says so and is not logged', async () => {
  const { desk } = await heldSource();
  const report = await verifyVault(desk, { ...OPTIONS, signal: AbortSignal.abort() });
  expect(report).toMatchObject({ stopped: true, checked: { captures: 0 } });
  await expect(logFixity(desk, report, 'machine')).rejects.toThrow(TypeError);
});

test.runIf(hasOpenssl())('time-stamps are checked again with the roots that the record names', async () => {
  const authority = localAuthority();
  const { desk } = await heldSource();
  const head = await desk.store.checkpoint();
  const url = 'https://time.example/';
  const token = authority.stamp(head?.note ?? '');
  const roots = [authority.rootPem];
  const verdict = await verifyTimestamp({ token, message: Buffer.from(head?.note ?? ''), roots });
  if (!verdict.ok) throw new TypeError('the token must be good');
  const settings = (rootsPem: string) => ({
    authorities: [{ url, rootsPem }],
    witnesses: [],
    logViews: false,
  });
  const anchored = (bytes: Uint8Array, authorityUrl: string) =>
    ({
      action: 'checkpoint-anchored',
      how: 'timestamped',
      size: 1,
      checkpoint: head?.note ?? '',
      token: Buffer.from(bytes).toString('base64'),
      authority: authorityUrl,
      anchoredAt: verdict.genTime,
      to: null,
    }) as const;
  const log = { at: desk.clock().toISOString(), agent: 'machine', subject: 'log' } as const;
  await desk.store.append([
    { ...log, body: { action: 'settings-changed', settings: settings(authority.rootPem) } },
    { ...log, body: anchored(token, url) },
    { ...log, body: anchored(authority.stamp('other bytes'), url) },
    { ...log, body: anchored(token, 'https://unknown.example/') },
  ]);
  authority.remove();
  const { faults, anchors, clock } = await verifyVault(desk, OPTIONS);
  expect(faults.map(({ check, item }) => [check, item])).toEqual([['anchor', 'entry 4']]);
  expect(anchors).toMatchObject({ timestamped: 3, unchecked: [{ seq: 5 }] });
  expect(clock.stretches[0]?.notAfter?.authority).toBe(url);
});
