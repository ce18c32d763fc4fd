import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', { location: { pathname: '/', search: '' } });
const { addressWith, askedFrom } = await import('./address.ts');

test('an address and what it asks for are each other’s inverse', () => {
  const asked = { q: 'Ильмар & "co"', kind: '', measure: 'killed' };
  const address = addressWith('/actors', asked);
  expect(address).not.toContain('kind');
  expect(askedFrom(new URLSearchParams(address.split('?')[1]), ['q', 'kind', 'measure'])).toEqual(asked);
  expect(addressWith('/actors', { q: '', kind: undefined })).toBe('/actors');
});
