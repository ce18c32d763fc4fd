import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryDifference, sealEntry } from './entry-hash.ts';
import { NO_SHA256, type Sha256Hex } from './sha256.ts';

const entry = {
  seq: 1,
  at: '2017-05-18T09:00:00Z',
  agent: 'machine',
  action: 'claim-reviewed',
  subject: 'clm_x',
  body: { decision: 'accepted', action: 'claim-reviewed' },
};
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

test('the hashes can be remade by hand from the documented fields', () => {
  const sealed = sealEntry(entry, NO_SHA256);
  const bodySha256 = sha('{"action":"claim-reviewed","decision":"accepted"}');
  const head = `{"action":"claim-reviewed","agent":"machine","at":"2017-05-18T09:00:00Z","bodySha256":"${bodySha256}","previous":"${'0'.repeat(64)}","seq":1,"subject":"clm_x"}`;
  expect(sealed).toEqual({ ...entry, bodySha256, previous: NO_SHA256, entrySha256: sha(head) });
  expect(Object.isFrozen(sealed)).toBe(true);
});

test('a chain of sealed entries has no difference', () => {
  let previous: Sha256Hex = NO_SHA256;
  for (let seq = 1; seq < 5; seq += 1) {
    const sealed = sealEntry({ ...entry, seq }, previous);
    expect(entryDifference(sealed, previous)).toBeNull();
    previous = sealed.entrySha256;
  }
});

test('any changed field is noticed', () => {
  const sealed = sealEntry(entry, NO_SHA256);
  const changes = {
    seq: 2,
    at: '2017-05-18T09:00:01Z',
    agent: 'B',
    action: 'x',
    subject: 'y',
    bodySha256: sha('z'),
    previous: sha('y'),
    entrySha256: sha('x'),
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.entries(changes)), ([key, value]) => {
      const changed = { ...sealed, [key]: value } as typeof sealed;
      expect(entryDifference(changed, NO_SHA256)).not.toBeNull();
    }),
  );
  expect(entryDifference({ ...sealed, body: { decision: 'rejected' } }, NO_SHA256)).toMatch(
    /body of entry 1/,
  );
  expect(entryDifference(sealed, sha('other') as Sha256Hex)).toMatch(/does not follow/);
});
