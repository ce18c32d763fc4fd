import { expect, test } from 'vitest';
import { formatWitnessRequest, readCheckpointFile } from './witness-request.ts';

/** The example of C2SP tlog-witness. */
const NOTE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const REQUEST = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

${NOTE}`;

test('the example of the standard is read, and written back byte by byte', () => {
  const read = readCheckpointFile(REQUEST);
  if (!read.ok || read.request === null) throw new TypeError('the example must be read');
  expect(read.request.old).toBe(20852014);
  expect(read.request.proof.map(({ length }) => length)).toEqual([32, 32, 32, 32]);
  expect(read.checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
  expect(formatWitnessRequest(read.request)).toBe(REQUEST);
});

test('a bare note is read without a request', () => {
  expect(readCheckpointFile(NOTE)).toMatchObject({ ok: true, note: NOTE, request: null });
  expect(readCheckpointFile(Buffer.from(NOTE))).toMatchObject({ ok: true, request: null });
});

test.each([
  ['a size with a leading zero', REQUEST.replace('old 2', 'old 02'), /Line 1/],
  ['a hash that is cut', REQUEST.replace('jrJZDmY8', 'jrJZ'), /Line 3/],
  ['a proof from nothing', REQUEST.replace('20852014', '0'), /from 0 entries must be empty/],
  ['no empty line', REQUEST.slice(0, 60), /cut off/],
  [
    '64 hashes',
    `old 5\n${'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n'.repeat(64)}\n${NOTE}`,
    /none needs over 63/,
  ],
  ['a note without a signature', `old 0\n\n${NOTE.split('\n\n')[0]}\n`, /no signature lines/],
  ['another text', 'A letter.\n', /no signature lines/],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe), /UTF-8/],
])('%s is refused', (_, file, fault) => {
  const read = readCheckpointFile(file);
  expect(read.ok ? [] : read.faults.join(' ')).toMatch(fault);
});

test('all faults are told, and a request that cannot be is not written', () => {
  const read = readCheckpointFile(REQUEST.replace('old 2', 'old 02').replace('jrJZDmY8', 'jrJZ'));
  expect(read.ok ? [] : read.faults).toHaveLength(2);
  expect(() => formatWitnessRequest({ old: 0, proof: [new Uint8Array(32)], note: NOTE })).toThrow(TypeError);
  expect(() => formatWitnessRequest({ old: -1, proof: [], note: NOTE })).toThrow(TypeError);
});
