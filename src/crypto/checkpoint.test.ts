import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Checkpoint, formatCheckpoint, parseCheckpoint, readDecimal } from './checkpoint.ts';
import { emptyRoot, leafHash } from './merkle.ts';

const ROOT64 = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const root = new Uint8Array(Buffer.from(ROOT64, 'base64'));

test('the example of C2SP tlog-checkpoint', () => {
  const text = `example.com/behind-the-sofa\n20852163\n${ROOT64}\n`;
  const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20852163, root, extensions: [] };
  expect(parseCheckpoint(text)).toEqual({ ok: true, checkpoint });
  expect(formatCheckpoint(checkpoint)).toBe(text);
});

test('what is written is read back', () => {
  const line = fc.string({ minLength: 1, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(line, fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.array(line), (origin, n, extensions) => {
      const checkpoint: Checkpoint = { origin, size: n, root: n === 0 ? emptyRoot() : root, extensions };
      expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual({ ok: true, checkpoint });
    }),
  );
});

test.each<[string, string, readonly RegExp[]]>([
  ['nothing', '', [/newline/, /1 of its three lines/, /origin/, /size/, /root/]],
  ['no last newline', `o\n1\n${ROOT64}`, [/cut off/]],
  ['no root', 'o\n1\n', [/2 of its three lines/, /root/]],
  ['no origin', `\n1\n${ROOT64}\n`, [/origin .* empty/]],
  ['leading zero', `o\n01\n${ROOT64}\n`, [/size/]],
  ['plus sign', `o\n+1\n${ROOT64}\n`, [/size/]],
  ['a size that is not exact', `o\n9007199254740992\n${ROOT64}\n`, [/size/]],
  ['no size', `o\n\n${ROOT64}\n`, [/size/]],
  ['short root', 'o\n1\nAAAA\n', [/root .* not 32 bytes/]],
  ['root without padding', `o\n1\n${ROOT64.slice(0, -1)}\n`, [/root/]],
  ['empty extension', `o\n1\n${ROOT64}\n\nx\n`, [/empty line/]],
  ['empty log with a root of another', `o\n0\n${ROOT64}\n`, [/empty log/]],
])('refused with all that is wrong: %s', (_, text, faults) => {
  const read = parseCheckpoint(text);
  expect(read).toEqual({ ok: false, faults: faults.map((fault) => expect.stringMatching(fault)) });
});

test.each<[string, Partial<Checkpoint>]>([
  ['two lines of origin', { origin: `a\n1\n${ROOT64}` }],
  ['no origin', { origin: '' }],
  ['half a leaf', { size: 0.5 }],
  ['a short root', { root: root.subarray(1) }],
  ['an empty extension', { extensions: [''] }],
  ['two extensions in one', { extensions: ['a\nb'] }],
  ['a carriage return', { origin: 'a\r' }],
])('misuse: writing %s', (_, wrong) => {
  const right = { origin: 'o', size: 1, root: leafHash(root), extensions: [] };
  expect(() => formatCheckpoint({ ...right, ...wrong })).toThrow(TypeError);
});

test.each([
  ['0', 0],
  ['10', 10],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['00', null],
  ['-1', null],
  ['1e3', null],
  ['١', null],
  ['1\n', null],
  ['99999999999999999999', null],
])('the number %j is %s', (text, expected) => expect(readDecimal(text)).toBe(expected));
