/** Imports of lists: the first file, the next one, the same one, and every bad table that must leave nothing behind. */
import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { tableInMemory } from '../../../test/fixtures/lists/table-in-memory.ts';
import type { Desk } from '../desk.ts';
import type { ListFile } from '../ports/list-files.ts';
import { importList, type ListImportOrder } from './import-list.ts';
import { findList, showListing } from './show-lists.ts';

const HEAD = ['No', 'Name', 'Name (Russian)', 'Age', 'Died', 'Village'];
const ROWS = [
  HEAD,
  ['1', 'Odriska Velmane', 'Одриска Вельмане', '34', '13/04/2021', 'Orsa'],
  ['2', 'Tarn Belisko', 'Тарн Белиско', '30-39', '03/04/2021', 'Orsa'],
  ['3', 'Ida Kortan', '', '', '2021-04', 'Velin'],
];

function order(file: ListFile, given: Partial<ListImportOrder> = {}): ListImportOrder {
  return {
    file,
    name: 'Harbour committee',
    mapping: null,
    edits: { columns: [], leave: [], dates: null },
    agreed: true,
    setAside: false,
    dryRun: false,
    by: 'A. Archivist',
    ...given,
  };
}

const changed = (row: number, at: number, value: string) =>
  ROWS.map((cells, index) =>
    index === row ? cells.map((cell, place) => (place === at ? value : cell)) : cells,
  );

async function importOf(
  desk: Desk,
  rows: readonly (readonly string[])[],
  given: Partial<ListImportOrder> = {},
) {
  return importList(desk, order(tableInMemory(rows), given));
}

test('a list comes in with its captured file, every spelling and what was written', async () => {
  const desk = memoryDesk();
  const report = await importOf(desk, ROWS);
  expect(report).toMatchObject({
    state: 'imported',
    rows: 3,
    changes: { added: 3, changed: 0, back: 0, unchanged: 0 },
    faults: [],
    setAside: 0,
  });
  expect(desk.entries.map(({ body }) => body.action)).toEqual(['source-captured', 'list-imported']);
  expect(desk.entries[0]?.body).toMatchObject({
    source: { kind: 'list', handling: 'sealed' },
    capture: { text: null, fileName: 'list.csv' },
  });
  const { listing, steps } = await showListing(desk, await findList(desk, 'harbour COMMITTEE'), '2');
  expect(listing.row).toBe(3);
  expect(
    listing.statements.map(({ property, value, written, lang }) => [property, value, written, lang]),
  ).toEqual([
    ['id', '2', '2', null],
    ['name', 'Tarn Belisko', 'Tarn Belisko', null],
    ['name', 'Тарн Белиско', 'Тарн Белиско', 'ru'],
    ['age', '30/39', '30-39', null],
    ['died', '2021-04-03', '03/04/2021', null],
    ['lived-at', 'Orsa', 'Orsa', null],
  ]);
  expect(steps).toMatchObject([{ change: 'added', by: 'A. Archivist' }]);
});

test('the same file twice changes nothing, by the saved mapping, also with its columns in another order', async () => {
  const desk = memoryDesk();
  await importOf(desk, ROWS);
  const entries = desk.entries.length;
  expect(await importOf(desk, ROWS, { agreed: false })).toMatchObject({
    state: 'unchanged',
    changes: { unchanged: 3 },
  });
  const turned = ROWS.map((cells) => cells.toReversed());
  expect(await importOf(desk, turned)).toMatchObject({ state: 'unchanged' });
  expect(desk.entries).toHaveLength(entries);
});

test('a newer file updates with history, and what it lacks is marked as gone until it is there again', async () => {
  const desk = memoryDesk();
  await importOf(desk, ROWS);
  const next = [...changed(2, 3, '31').slice(0, 3), ['4', 'Mavo Sentir', '', '', '', '']];
  const dry = await importOf(desk, next, { dryRun: true, by: null });
  expect(dry).toMatchObject({ state: 'dry-run', changes: { added: 1, changed: 1, unchanged: 1 } });
  expect(dry.gone).toMatchObject([{ key: 'id 3', row: 4 }]);
  expect(desk.entries).toHaveLength(2);
  expect(await importOf(desk, next)).toMatchObject({ state: 'imported', gone: [{ key: 'id 3' }] });
  expect(desk.entries[2]?.body).toMatchObject({ source: { revisionOf: expect.stringMatching(/^src_/) } });
  const view = await findList(desk, 'Harbour committee');
  expect(view).toMatchObject({ listings: 3, gone: 1 });
  const two = await showListing(desk, view, '2');
  expect(two.steps.map(({ change }) => change)).toEqual(['added', 'changed']);
  expect((await showListing(desk, view, '3')).steps.map(({ change }) => change)).toEqual(['added', 'gone']);
  expect(await importOf(desk, ROWS)).toMatchObject({
    changes: { added: 0, changed: 1, back: 1, unchanged: 1 },
  });
  const again = await showListing(desk, await findList(desk, 'Harbour committee'), '3');
  expect(again.listing.gone).toBe(false);
  expect(again.steps.map(({ change }) => change)).toEqual(['added', 'gone', 'back']);
});

test('without ids a row is found again while it says the same; equal rows are kept apart', async () => {
  const desk = memoryDesk();
  const rows = [
    ['Name', 'Age'],
    ['Tarn Belisko', '34'],
    ['Tarn Belisko', '34'],
    ['Ida Kortan', '9'],
  ];
  expect(await importOf(desk, rows)).toMatchObject({ changes: { added: 3 } });
  expect(await importOf(desk, [rows[0]!, rows[3]!, rows[1]!, rows[2]!])).toMatchObject({
    state: 'unchanged',
  });
  const report = await importOf(desk, [rows[0]!, rows[1]!, ['Ida Kortan', '10']]);
  expect(report).toMatchObject({ changes: { added: 1, unchanged: 1 } });
  expect(report.gone).toHaveLength(2);
  expect(report.notes.join(' ')).toContain('counts here as gone and as new');
});

test('a proposed mapping is not used before somebody agrees; a table without known headers is asked for one', async () => {
  const desk = memoryDesk();
  await expect(importOf(desk, ROWS, { agreed: false })).rejects.toMatchObject({ code: 'bad-usage' });
  const unknown = [
    ['Foo', 'Bar'],
    ['1', '2'],
  ];
  await expect(importOf(desk, unknown)).rejects.toMatchObject({ code: 'bad-usage' });
  const edits = { columns: ['Foo=name'], leave: [], dates: null };
  await expect(importOf(desk, [['Foo'], ['Ana Kovac']], { edits, agreed: false })).resolves.toMatchObject({
    state: 'imported',
  });
  expect(desk.entries).toHaveLength(2);
});

const many = (count: number, cells: (at: number) => readonly string[]): readonly (readonly string[])[] => [
  HEAD,
  ...Array.from({ length: count }, (_, at) => cells(at)),
];
const plain = (at: number): string[] => [
  String(at),
  `Tarn Belisko ${'abcdefghij'[at % 10]}`,
  '',
  '34',
  '2021-04-03',
  'Orsa',
];
const withCell = (at: number, place: number, value: string): readonly string[] =>
  plain(at).map((cell, index) => (index === place ? value : cell));

/** Each leaves nothing behind, and says where and what. */
const BAD: readonly (readonly [
  string,
  readonly (readonly string[])[],
  readonly (readonly [number | null, string | null, RegExp])[],
])[] = [
  [
    'an id twice with other words, and a row twice',
    [...ROWS, ['2', 'Mavo Sentir', '', '', '', ''], ['3', 'Ida Kortan', '', '', '2021-04', 'Velin']],
    [
      [5, 'No', /stands in row 3, too/],
      [6, 'No', /repeats row 4 word for word/],
    ],
  ],
  ['an id missing', [...ROWS, ['', 'Mavo Sentir', '', '', '', '']], [[5, 'No', /must not be empty/]]],
  [
    'impossible ages',
    [...ROWS, ['5', 'Mavo Sentir', '', '150', '', ''], ['6', 'Sel Aro', '', '-3', '', '']],
    [
      [5, 'Age', /at most 122/],
      [6, 'Age', /below 0/],
    ],
  ],
  [
    'dates in two orders',
    many(30, (at) => withCell(at, 4, at < 15 ? '25/04/2021' : '04/25/2021')),
    [
      [
        null,
        'Died',
        /two orders: 15 can only be day first \(row 2 is the first\), 15 only month first \(row 17/,
      ],
    ],
  ],
  [
    'dates of an order that nothing shows',
    many(30, (at) => withCell(at, 4, '03/04/2021')),
    [[null, 'Died', /--dates dmy or --dates mdy/]],
  ],
  [
    'no names in 40 of 100 rows',
    many(100, (at) => withCell(at, 1, at % 5 < 2 ? 'unknown' : `Tarn Belisko ${'abcdefghij'[at % 10]}`)),
    [[null, null, /40 of 100 rows \(40 %\) have no name/]],
  ],
  [
    'a column that changes its type',
    many(40, (at) => withCell(at, 4, at < 20 ? '2021-04-03' : 'Orsa market')),
    [[22, 'Died', /changes its type: dates above row 22, words from there on/]],
  ],
  ['a cell too many', [...ROWS, ['5', 'Sel Aro', '', '', '', 'Orsa', 'Velin']], [[5, null, /1 cells more/]]],
  [
    'a death in the future, and one before the birth',
    [
      ['No', 'Name', 'Born', 'Died'],
      ['1', 'Sel Aro', '', '2040-01-01'],
      ['2', 'Tarn Belisko', '1990', '1980'],
    ],
    [
      [2, 'Died', /future/],
      [3, 'Born', /after the day of death/],
    ],
  ],
  [
    'an age that the dates deny',
    [
      ['No', 'Name', 'Born', 'Died', 'Age'],
      ['1', 'Sel Aro', '1990-01-01', '2021-04-03', '31'],
      ['2', 'Tarn Belisko', '1990-01-01', '2021-04-03', '13'],
    ],
    [[3, 'Age', /does not fit/]],
  ],
];

test.each(BAD)('refuses %s, tells where, and stores nothing', async (_, rows, expected) => {
  const desk = memoryDesk();
  const report = await importOf(desk, rows);
  expect(report.state).toBe('refused');
  for (const [row, column, message] of expected)
    expect(report.faults).toContainEqual({
      row,
      column,
      message: expect.stringMatching(message),
      canSetAside: expect.any(Boolean),
    });
  expect(report.changes).toBeNull();
  expect(desk.entries).toEqual([]);
  expect(await desk.store.lists()).toEqual([]);
});

test('all faults are told at once, and none repeats a cell', async () => {
  const rows = many(300, (at) => withCell(at, 3, at % 3 === 0 ? '999' : '34'));
  const report = await importOf(memoryDesk(), rows);
  expect(report.faultsInAll).toBe(100);
  expect(report.faults).toHaveLength(100);
  expect(JSON.stringify(report.faults)).not.toContain('999');
});

test('what cannot be read may be set aside: it is kept as written and says nothing', async () => {
  const desk = memoryDesk();
  const report = await importOf(desk, changed(1, 3, '150'), { setAside: true });
  expect(report).toMatchObject({ state: 'imported', setAside: 1 });
  const { listing } = await showListing(desk, await findList(desk, 'Harbour committee'), '1');
  expect(listing.statements).toContainEqual(
    expect.objectContaining({ property: 'age', value: null, written: '150' }),
  );
});

test('dates of two orders are read when a person names the order; the others stay faults', async () => {
  const rows = [HEAD, withCell(1, 4, '25/04/2021'), withCell(2, 4, '04/25/2021')];
  const edits = { columns: [], leave: [], dates: 'dmy' } as const;
  const report = await importOf(memoryDesk(), rows, { edits });
  expect(report.faults).toMatchObject([{ row: 3, column: 'Died', canSetAside: true }]);
});

test('a mapped column that the next file lacks is a fault', async () => {
  const desk = memoryDesk();
  await importOf(desk, ROWS);
  const report = await importOf(
    desk,
    ROWS.map((cells) => cells.slice(0, 3)),
  );
  expect(report).toMatchObject({ state: 'refused', faultsInAll: 3 });
  expect(report.faults.map(({ column }) => column)).toEqual(['Age', 'Died', 'Village']);
});

test('more rows than a record takes are looked through and refused; a stop leaves nothing', {
  timeout: 120_000,
}, async () => {
  const desk = memoryDesk();
  const cells = ['1', 'Tarn Belisko', '', '34', '2021-04-03', 'Orsa'];
  const huge = tableInMemory([], {
    async *rows() {
      yield { row: 1, cells: HEAD };
      for (let row = 2; row <= 1_000_003; row += 1) yield { row, cells };
    },
  });
  const report = await importList(desk, order(huge));
  expect(report).toMatchObject({ state: 'refused', rows: 1_000_002 });
  expect(report.faults).toMatchObject([
    { message: expect.stringContaining('a record takes 1000000 of one file') },
  ]);
  const stop = new AbortController();
  stop.abort();
  const stopped = await importList(desk, order(huge, { signal: stop.signal }));
  expect(stopped.state).toBe('stopped');
  expect(desk.entries).toEqual([]);
});
