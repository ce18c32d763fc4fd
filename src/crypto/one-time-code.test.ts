/** RFC 6238 Appendix B, SHA-1 (last six digits of eight), and the window. */
import { expect, test } from 'vitest';
import { codeAddress, codeAt, codeSecret, codeStep } from './one-time-code.ts';

const SECRET = codeSecret(Buffer.from('12345678901234567890'));

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238 at %i s', (seconds, code) => {
  expect(SECRET).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(codeAt(SECRET, seconds * 1000)).toBe(code);
  expect(codeStep(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('one step early or late counts and is told; two do not; nothing else is a code', () => {
  const at = 1_234_567_890_000;
  const step = Math.floor(at / 30_000);
  expect(codeStep(SECRET, codeAt(SECRET, at - 30_000), at)).toBe(step - 1);
  expect(codeStep(SECRET, codeAt(SECRET, at + 30_000), at)).toBe(step + 1);
  expect(codeStep(SECRET, codeAt(SECRET, at - 60_000), at)).toBeNull();
  for (const other of ['', '000', '00592', '0059244', 'abcdef', '00592４'])
    expect(codeStep(SECRET, other, at)).toBeNull();
  expect(codeStep(SECRET, '005 924', at)).toBe(step);
});

test('the address holds secret, team and name', () => {
  const told = new URL(codeAddress(SECRET, { team: 'kessar', name: 'Mira V.' }));
  expect(told.protocol).toBe('otpauth:');
  expect(told.searchParams.get('secret')).toBe(SECRET);
  expect(told.searchParams.get('issuer')).toBe('kessar');
});
