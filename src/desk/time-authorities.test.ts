import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { OnRecordError } from '../record/onrecord-error.ts';
import { type AuthorityWish, changeAuthorities, type TimeAuthority } from './time-authorities.ts';

const ROOT = rootCertificates[0] ?? '';
const KNOWN: readonly TimeAuthority[] = [
  { url: 'http://a.example/', rootsPem: '' },
  { url: 'https://b.example/tsr', rootsPem: ROOT },
];
const NOTHING: AuthorityWish = { add: [], forget: [], rootsPem: null };

test.each<readonly [string, Partial<AuthorityWish>, readonly TimeAuthority[]]>([
  ['nothing', {}, KNOWN],
  [
    'one more, in its one form',
    { add: ['HTTPS://C.example:443#x'] },
    [...KNOWN, { url: 'https://c.example/', rootsPem: '' }],
  ],
  ['one that is there keeps its root', { add: ['https://b.example/tsr'] }, KNOWN],
  [
    'a root for one that is there',
    { add: ['http://a.example'], rootsPem: ROOT },
    [{ url: 'http://a.example/', rootsPem: ROOT }, KNOWN[1] as TimeAuthority],
  ],
  ['one forgotten', { forget: ['http://A.example'] }, KNOWN.slice(1)],
  [
    'one forgotten and named anew loses its root',
    { forget: ['https://b.example/tsr'], add: ['https://b.example/tsr'] },
    [KNOWN[0] as TimeAuthority, { url: 'https://b.example/tsr', rootsPem: '' }],
  ],
])('a wish for %s', (_, wish, list) => {
  expect(changeAuthorities(KNOWN, { ...NOTHING, ...wish })).toEqual(list);
});

test.each<readonly [string, Partial<AuthorityWish>, string, RegExp]>([
  ['no address', { add: ['a.example'] }, 'bad-usage', /http:\/\/ or https/],
  ['another scheme', { add: ['ftp://me:hush@a.example'] }, 'bad-usage', /http:\/\/ or https/],
  ['a password in the address', { add: ['http://me:hush@a.example'] }, 'bad-usage', /name or password/],
  ['a root without certificate', { add: ['http://a.example'], rootsPem: 'x' }, 'bad-usage', /cannot be used/],
  [
    'a broken root',
    { add: ['http://a.example'], rootsPem: ROOT.replace('MII', 'MIX') },
    'bad-usage',
    /cannot be used/,
  ],
  ['a root without address', { rootsPem: ROOT }, 'bad-usage', /cannot be used/],
  ['an unknown one to forget', { forget: ['http://z.example'] }, 'not-found', /not on the list/],
])('refused: %s', (_, wish, code, sentence) => {
  try {
    changeAuthorities(KNOWN, { ...NOTHING, ...wish });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(OnRecordError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('hush');
  }
});
