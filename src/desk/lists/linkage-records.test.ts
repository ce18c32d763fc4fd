import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { LISTED_NAME, listedRecord, listImported, sampleList } from '../../storage/contract/sample-lists.ts';
import { captured, sampleId } from '../../storage/contract/sample-record.ts';
import { readLinkageTable } from './linkage-records.ts';

test('listings of all lists become records with every spelling; gone ones are left out', async () => {
  const desk = memoryDesk();
  await desk.store.append([
    ...listedRecord(),
    captured(6, null),
    listImported(6, {
      list: sampleList({
        id: sampleId('list', 2),
        name: 'Registry',
        columns: [
          { header: 'Имя', property: 'name', lang: 'ru', dates: null },
          { header: 'Name', property: 'name', lang: 'en', dates: null },
          { header: 'Age', property: 'age', lang: null, dates: null },
          { header: 'Died', property: 'died', lang: null, dates: null },
          { header: 'Village', property: 'lived-at', lang: null, dates: null },
        ],
      }),
      listings: [
        {
          id: sampleId('listing', 9),
          key: 'row 1',
          row: 2,
          values: ['Тарн Белиско', 'Tarn Belisko', '34', '2031-04-03', 'Orsa'],
          written: {},
        },
      ],
    }),
  ]);
  const { records, columns, rows, recordOf } = await readLinkageTable(desk.store);
  expect(records.map(({ names }) => names[0]?.text)).not.toContain(LISTED_NAME);
  expect(records).toHaveLength(4);
  expect(records.at(-1)).toMatchObject({
    listing: sampleId('listing', 9),
    list: sampleId('list', 2),
    row: 2,
    names: [
      { text: 'Тарн Белиско', lang: 'ru' },
      { text: 'Tarn Belisko', lang: 'en' },
    ],
    age: { low: 34, high: 34 },
    bornBetween: { earliest: '1996-04-04', latest: '1997-04-03' },
    livedAt: ['Orsa'],
    sex: null,
  });
  expect(columns).toEqual([
    { name: 'name', kind: 'name' },
    { name: 'born-year', kind: 'year' },
    { name: 'died', kind: 'date' },
    { name: 'lived-at', kind: 'place' },
  ]);
  expect(recordOf).toEqual([0, 1, 2, 3, 3]);
  expect(rows.slice(-2)).toEqual([
    ['Tarn Belisko', '1997', '2031-04-03', 'Orsa'],
    ['Тарн Белиско', '1997', '2031-04-03', 'Orsa'],
  ]);
});
