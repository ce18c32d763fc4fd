import { expect, test } from 'vitest';
import { placeAsked } from './place-asked.ts';

test.each([
  ['', {}],
  ['q=%20&kind=&country=', {}],
  [
    'kind=site&precision=4&country=IS&measure=killed&from=2031-04-01',
    {
      kind: 'site',
      precision: '4',
      country: 'IS',
      measure: 'killed',
      from: '2031-04-01',
    },
  ],
  ['kind=castle&precision=9&country=iceland&measure=x&from=spring&lang=ru', {}],
  ['kind=unplaced&q=%20Orsa', { kind: 'unplaced', q: 'Orsa' }],
])('the address ?%s', (query, asked) => expect(placeAsked(new URLSearchParams(query))).toEqual(asked));
