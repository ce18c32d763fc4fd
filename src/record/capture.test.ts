import { expect, test } from 'vitest';
import { CAPTURE_METHODS, type Capture, createCapture } from './capture.ts';
import { captureOf } from './entities.cases.ts';

test.each(['file', 'stdin', 'web', 'warc-record', 'attachment'])('bytes may come in by %s', (method) => {
  expect(CAPTURE_METHODS).toContain(method);
  expect(createCapture(captureOf({ method } as Partial<Capture>)).method).toBe(method);
});

test.each(['fax', 'WEB', ''])('%j is no way for bytes to come in', (method) => {
  expect(() => createCapture({ ...captureOf(), method } as unknown as Capture)).toThrow(/method/);
});

const TRAIL = {
  canonical: 'https://courier.example/1',
  ogUrl: null,
  credits: ['MWZ'],
  authorAddresses: [],
  links: [{ url: 'https://post.example/a', words: 'the Post', before: 'according to ' }],
  embeds: [{ platform: 'telegram', url: 'https://t.me/valley/45' }],
  images: [],
} as const;

test('a capture of before trails were kept has none, and gets none', () => {
  expect('trail' in createCapture(captureOf())).toBe(false);
  expect(createCapture(captureOf({ trail: TRAIL })).trail).toEqual(TRAIL);
});

test.each([
  [{ ...TRAIL, links: undefined }, /trail\.links/],
  [{ ...TRAIL, embeds: [{ platform: 'fax', url: 'https://a.example' }] }, /trail\.embeds\[0\]\.platform/],
  [{ ...TRAIL, images: ['a'.repeat(2001)] }, /trail\.images\[0\]/],
  [null, /trail/],
  [undefined, /trail/],
])('a trail that is there must be right', (trail, fault) => {
  expect(() => createCapture({ ...captureOf(), trail } as unknown as Capture)).toThrow(fault);
});
