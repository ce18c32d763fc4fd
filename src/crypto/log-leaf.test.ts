import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { commit, openingKey, opens } from './commitment.ts';
import { committedText, entryDifference, leafText, sealEntry } from './log-leaf.ts';

const ENTRY = {
  seq: 7,
  at: '2031-04-03T08:00:00Z',
  action: 'source-captured',
  agent: 'Reader One',
  subject: 'src_1',
  body: '{"a":1}',
  salt: '5a'.repeat(32),
  bytes: new TextEncoder().encode('Two words'),
};
const stored = { ...ENTRY, ...sealEntry(ENTRY) };

test('the formulas are those of the method page', () => {
  const key = createHmac('sha256', Buffer.from(ENTRY.salt, 'hex')).update('onrecord/bytes/v1').digest();
  expect(stored.bytesCommitment).toBe(createHmac('sha256', key).update('Two words').digest('hex'));
  expect(leafText(stored)).toBe(
    `{"action":"source-captured","at":"2031-04-03T08:00:00Z","bytes":"${stored.bytesCommitment}","commitment":"${stored.commitment}","seq":7}`,
  );
});

test('the committed text is canonical JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.jsonValue(), (agent, subject, body) => {
      fc.pre(agent.isWellFormed() && subject.isWellFormed());
      fc.pre(JSON.stringify(body).isWellFormed());
      const canonical = canonicalJson({ agent, subject, body });
      expect(committedText({ agent, subject }, canonicalJson(body))).toBe(canonical);
    }),
  );
});

test.each([
  ['seq', 8, 'head'],
  ['at', '2031-04-03T08:00:01Z', 'head'],
  ['action', 'claim-reviewed', 'head'],
  ['commitment', '00'.repeat(32), 'head'],
  ['bytesCommitment', null, 'head'],
  ['leaf', '00'.repeat(32), 'head'],
  ['agent', 'Reader Two', 'body'],
  ['subject', 'src_2', 'body'],
  ['body', '{"a":2}', 'body'],
  ['salt', '5b'.repeat(32), 'body'],
  ['salt', null, 'lost its salt'],
  ['body', null, 'lost its body'],
])('a changed %s is found', (field, value, where) => {
  expect(entryDifference(stored)).toBeNull();
  expect(entryDifference({ ...stored, [field]: value })).toContain(where);
});

test('an erased entry is held to its leaf', () => {
  const erased = { ...stored, agent: '', body: null, salt: null };
  expect(entryDifference(erased)).toBeNull();
  expect(entryDifference({ ...erased, at: '2030-01-01T00:00:00Z' })).toContain('head');
});

test('opening the bytes opens nothing else', () => {
  const key = openingKey(ENTRY.salt, 'bytes');
  expect(opens(stored.bytesCommitment ?? '', key, ENTRY.bytes)).toBe(true);
  expect(opens(stored.commitment, key, committedText(ENTRY, ENTRY.body))).toBe(false);
  expect(commit(key, ENTRY.bytes)).not.toBe(commit(openingKey('5b'.repeat(32), 'bytes'), ENTRY.bytes));
  expect(() => openingKey('no salt', 'body')).toThrow(TypeError);
});
