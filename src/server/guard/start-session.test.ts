/** The session: one exchange of the token, a cookie that is compared whole. */
import { expect, test } from 'vitest';
import { cookieValue, startSession } from './start-session.ts';

let seed = 0;
const session = () =>
  startSession((count) => {
    seed += 1;
    return new Uint8Array(count).fill(seed);
  });

test('a token is exchanged once', () => {
  const one = session();
  expect(one.exchange('wrong')).toBe(null);
  const secret = one.exchange(one.token);
  expect(one.holds(secret)).toBe(true);
  expect(one.exchange(one.token)).toBe(null);
});

test('neither token nor anything else is the secret, and an ended session holds nothing', () => {
  const one = session();
  expect(one.holds(one.token)).toBe(false);
  expect(one.holds(null)).toBe(false);
  expect(one.holds('')).toBe(false);
  const secret = one.exchange(one.token);
  expect(session().holds(secret)).toBe(false);
  one.end();
  expect(one.holds(secret)).toBe(false);
});

test.each([
  ['a=1; onrecord_80=x', 'x'],
  ['onrecord_8080=y', null],
  [null, null],
  ['onrecord_80', null],
])('%s', (header, value) => expect(cookieValue(header, 'onrecord_80')).toBe(value));
