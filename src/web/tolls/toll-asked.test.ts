import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', { location: { pathname: '/', search: '' } });
const { addressWith } = await import('../shell/address.ts');
const { tollAsked } = await import('./toll-asked.ts');

test('an address says what was asked for, and nothing else', () => {
  const asked = tollAsked(
    new URLSearchParams('place=Velt+%26+Orsa&by=&measure=killed&lang=ru&from=2031-04-01'),
  );
  expect(asked).toEqual({ measure: 'killed', place: 'Velt & Orsa', from: '2031-04-01' });
  expect(tollAsked(new URL(addressWith('/tolls', asked), 'http://desk.example').searchParams)).toEqual(asked);
  expect(addressWith('/tolls', { place: '', by: undefined })).toBe('/tolls');
});
