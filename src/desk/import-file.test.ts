import { expect, test } from 'vitest';
import { memoryDesk, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { type ImportReport, importFile } from './import-file.ts';

const CASES =
  'Title,Date added,Template,Description\nDepot of Dol,2024-02-01,Site,It burned.\nQuay,2024-02-02,Site,\n';

function take(
  desk: ReturnType<typeof memoryDesk>,
  given: { readonly format?: string; readonly content?: string; readonly dryRun?: boolean } = {},
): Promise<ImportReport> {
  return importFile(desk, {
    format: 'uwazi',
    content: CASES,
    shown: 'cases.csv',
    dryRun: false,
    handling: null,
    reader: plainReader(),
    agent: 'A. Archivist',
    signal: new AbortController().signal,
    ...given,
  });
}

test('a dry run stores nothing, an import stores each text once, the same file nothing new', async () => {
  const desk = memoryDesk();
  expect(await take(desk, { dryRun: true })).toMatchObject({
    state: 'planned',
    found: 2,
    fresh: 2,
    known: 0,
  });
  expect(desk.entries).toHaveLength(0);
  expect(await take(desk)).toMatchObject({ state: 'imported', fresh: 2, known: 0, failed: [] });
  expect(await take(desk, { dryRun: true })).toMatchObject({ fresh: 0, known: 2 });
  expect(await take(desk)).toMatchObject({ state: 'imported', fresh: 0, known: 2 });
  expect(desk.entries).toHaveLength(2);
});

test('sources say what the file says, and are internal until somebody decides otherwise', async () => {
  const desk = memoryDesk();
  await take(desk);
  const [source] = await desk.store.sources();
  expect(source).toMatchObject({ title: 'Depot of Dol', handling: 'internal', url: null });
});

test('with a fault anywhere nothing is stored, and every fault has its line', async () => {
  const desk = memoryDesk();
  const content =
    'id,title,description,source_link,publish_date\n1,A,B,https://a.example,2099-01-01\n2,C,D,nowhere,2020-01-01\n';
  const report = await take(desk, { format: 'bayanat', content });
  expect(report.state).toBe('refused');
  expect(report.faults.map(({ path }) => path)).toEqual(['line 3']);
  const ahead = await take(desk, { format: 'bayanat', content: content.split('2,C')[0] ?? '' });
  expect(ahead.faults.map(({ path }) => path)).toEqual(['line 2 date']);
  expect(desk.entries).toHaveLength(0);
});

test('a format that is not known is told with those that are', async () => {
  await expect(take(memoryDesk(), { format: 'wacz' })).rejects.toThrow(/onrecord capture/);
});
