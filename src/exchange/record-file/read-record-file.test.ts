import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from '../fixtures/invented-file.ts';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { readRecordFile } from './read-record-file.ts';

test('the record.json of a dossier is read', () => {
  const file = kessarFile(true);
  expect(file.claims.length).toBeGreaterThan(5);
  expect(file.propositions.some(({ toll }) => toll !== null)).toBe(true);
});

test('what is read and written again is the same', () => {
  fc.assert(
    fc.property(inventedFile, (file) => {
      expect(readRecordFile(JSON.stringify(file))).toEqual({ ok: true, file });
    }),
    { numRuns: 40 },
  );
});

test('all faults are told, and none repeats the words', () => {
  const file = structuredClone(kessarFile()) as unknown as { claims: Record<string, unknown>[] };
  const [first, second] = file.claims;
  if (first === undefined || second === undefined) throw new Error('no claims');
  first.stance = 'a secret stance';
  second.saidAt = 'some day in spring';
  const read = readRecordFile(JSON.stringify(file));
  if (read.ok) throw new Error('must not be read');
  expect(read.faults.map(({ path }) => path)).toEqual(['claims[0].stance', 'claims[1].saidAt']);
  expect(JSON.stringify(read.faults)).not.toMatch(/secret|spring/);
});

test('keys of a later version are passed over, a later format is not', () => {
  const file = kessarFile();
  expect(readRecordFile(JSON.stringify({ ...file, later: [1] }))).toEqual({ ok: true, file });
  expect(readRecordFile(JSON.stringify({ ...file, format: 'onrecord-record-2' })).ok).toBe(false);
  expect(readRecordFile('{').ok).toBe(false);
});

test('a reference to what is not held is a fault', () => {
  const file = kessarFile();
  const read = readRecordFile(JSON.stringify({ ...file, sources: file.sources.slice(1) }));
  expect(!read.ok && read.faults.some(({ path }) => /^claims\[\d+\]\.source$/.test(path))).toBe(true);
});
