import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { type CaseHead, headOf } from '../../record/case/case-head.ts';
import type { OnRecordError } from '../desk.ts';
import { caseContent, readCaseContent } from './case-content.ts';
import { jsonBytes } from './sealed-content.ts';

const SAVED = { savedAt: '2026-03-01T00:00:00.000Z', savedBy: 'lena' };
const { id } = caseOf();
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('what was written is read again, whatever the texts hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
      (words) => {
        const one = caseOf(
          { notes: [{ on: '2026-11-03', text: `${words}\n${words}` }] },
          [...words].slice(0, 20).join(''),
        );
        const read = readCaseContent(id, caseContent(one, SAVED));
        expect(read.head).toEqual(headOf(one));
        expect(read.whole()).toEqual(one);
        expect(read.whole()).toBe(read.whole());
        expect(read).toMatchObject(SAVED);
      },
    ),
  );
});

test('the first line holds the head and nothing of the rest; the rest is overwritten once it was read', () => {
  const content = caseContent(caseOf({}, ' MARK'), SAVED);
  const [first = '', second = '', ...more] = decode(content).split('\n');
  expect(more).toEqual([]);
  expect(Object.keys(JSON.parse(first))).toEqual(['format', 'savedAt', 'savedBy', 'head']);
  expect(first).not.toContain('brother');
  expect(second).not.toContain('Heron');
  const read = readCaseContent(id, content);
  expect(decode(content)).toContain('MARK');
  read.whole();
  expect(content.every((byte) => byte === 0)).toBe(true);
});

test('version 1, one value, is read', () => {
  const one = caseOf();
  const read = readCaseContent(id, jsonBytes({ format: 'onrecord/case/v1', ...SAVED, case: one }));
  expect([read.head, read.whole(), read.savedBy]).toEqual([headOf(one), one, 'lena']);
});

test('a case that was saved before anybody was named to look after it is read as looked after by nobody', () => {
  const { lookedAfterBy: _, ...one } = caseOf();
  const { lookedAfterBy: __, ...head } = headOf(caseOf());
  const old = [{ format: 'onrecord/case/v2', ...SAVED, head }, one].map((part) => JSON.stringify(part));
  const read = readCaseContent(id, new TextEncoder().encode(old.join('\n')));
  expect(read.head.lookedAfterBy).toBeNull();
  const first = readCaseContent(id, jsonBytes({ format: 'onrecord/case/v1', ...SAVED, case: one as never }));
  expect([first.head.lookedAfterBy, first.whole().lookedAfterBy]).toEqual([null, null]);
});

test('what is no case is told without a word of it', () => {
  const refusal = (content: Uint8Array): OnRecordError => {
    try {
      readCaseContent(id, content).whole();
    } catch (error) {
      return error as OnRecordError;
    }
    return expect.unreachable('it was read');
  };
  const lines = (first: object, rest: object): Uint8Array =>
    new TextEncoder().encode(`${JSON.stringify(first)}\n${JSON.stringify(rest)}`);
  const one = caseOf();
  const head: CaseHead = headOf(one);
  const told = [
    refusal(jsonBytes({ format: 'onrecord/case/v1', ...SAVED })),
    refusal(lines({ ...SAVED }, one)),
    refusal(lines({ ...SAVED, head: { ...head, people: 'MARK' } }, one)),
    refusal(lines({ ...SAVED, head }, { ...one, notes: 'MARK' })),
    refusal(lines({ ...SAVED, head: { ...head, documents: 7 } }, one)),
    refusal(new TextEncoder().encode(`{"MARK\n{}`)),
  ];
  expect(told.map(({ code }) => code)).toEqual([...Array(5).fill('invalid-record'), 'damaged']);
  expect(told.map(({ message }) => message).join()).not.toContain('MARK');
});
