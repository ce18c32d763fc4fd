import { expect, test } from 'vitest';
import { hostOf, outletOfAddress } from '../../record/outlet.ts';
import { shippedOutlets } from '../../record/shipped-outlets.ts';
import { rolesOfOutlets } from './cited-outlets.ts';
import { indexOutlets } from './outlet-index.ts';
import { outletMentions } from './outlet-mentions.ts';
import { CASES, INVENTED } from './outlets.cases.ts';

const index = indexOutlets(INVENTED);

test.each(CASES)('%s', (text, publisher, expected) => {
  const own = INVENTED.find(({ code }) => code === publisher) ?? null;
  const found = rolesOfOutlets(text, outletMentions(text, index, own), null);
  expect(found.map(({ outlet, role, start, end }) => [outlet.code, role, text.slice(start, end)])).toEqual(
    expected,
  );
});

test('no two shipped outlets share a code, a full spelling or an address', () => {
  const outlets = shippedOutlets();
  expect(outlets.length).toBeGreaterThan(300);
  const all = (read: (outlet: (typeof outlets)[number]) => readonly string[]): string[] =>
    outlets.flatMap((outlet) => [...new Set(read(outlet))]);
  for (const list of [
    all(({ code }) => [code]),
    all(({ name, aliases }) => [name, ...aliases]),
    all(({ domains }) => domains),
  ])
    expect(list.filter((one, at) => list.indexOf(one) !== at)).toEqual([]);
});

test('an address belongs to the outlet of its longest domain', () => {
  const outlets = shippedOutlets();
  const of = (address: string): string | null => outletOfAddress(address, outlets)?.code ?? null;
  expect(of('https://www.reuters.com/world/a')).toBe('reuters');
  expect(of('https://edition.cnn.com/a')).toBe('cnn');
  expect(of('https://news.yahoo.com/a')).toBe('yahoo-news');
  expect(of('https://notreuters.com/')).toBeNull();
  expect(of('reuters.com')).toBeNull();
  expect(hostOf('HTTPS://user@WWW.Courier.example.:8080/a')).toBe('courier.example');
});
