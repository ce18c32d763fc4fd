/** PDF and DOCX as they come, and what hostile ones do to the reader's thread. */
import { afterAll, expect, test } from 'vitest';
import { docPropsOf, docxOf, encryptedPdf, pdfOf, placedPdfOf } from '../fixtures/small-files.ts';
import type { Limits } from '../limits.ts';
import { openDocumentReader } from '../open-document-reader.ts';

const clock = (): Date => new Date('2031-06-01T00:00:00Z');
const reader = openDocumentReader({ clock });
afterAll(() => reader.close());

async function reasonWith(limits: Partial<Limits>, bytes: Uint8Array, name: string): Promise<string | null> {
  const strict = openDocumentReader({ clock, limits });
  const [document] = await strict.read(bytes, name);
  await strict.close();
  expect(document?.bytes).toEqual(bytes);
  return document?.noTextReason ?? null;
}

test('encrypted PDF', async () => {
  const [document] = await reader.read(encryptedPdf(), 'a.pdf');
  expect(document?.text).toBeNull();
  expect(document?.noTextReason).toMatch(/encrypted.*without password/);
});

test('no more pages of a PDF are read than the limit, and the cut is told', async () => {
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
  const stream = 'BT /F1 12 Tf 72 720 Td (Eleven people were held) Tj ET';
  const pages = [6, 7, 8, 9].map((number) => `${number} 0 obj\n${page}\nendobj\n`).join('');
  const file = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [6 0 R 7 0 R 8 0 R 9 0 R] /Count 4 >>\nendobj\n4 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n${pages}trailer\n<< /Root 1 0 R >>\n`;
  const strict = openDocumentReader({ clock, limits: { pdfPages: 2 } });
  const [document] = await strict.read(Buffer.from(file), 'a.pdf');
  await strict.close();
  expect(document?.notes).toContain('Only the first 2 of 4 pages were read.');
  expect(document?.text?.content.match(/Eleven/gu)).toHaveLength(2);
});

const LEFT = [
  'At least 26 men have been held',
  'without charge in the Orlava',
  'district since March, the Harbour',
  'Rights Network said on Tuesday.',
];
const RIGHT = [
  'The ministry of the interior',
  'denied the report and said that',
  'the building had stood empty',
  'for several years.',
];
const COLUMNS = [LEFT.join(' '), RIGHT.join(' ')];

test('two columns, written one after the other', async () => {
  const placed = [
    ...LEFT.map((text, row) => [60, 700 - row * 12, text] as const),
    ...RIGHT.map((text, row) => [320, 700 - row * 12, text] as const),
  ];
  const [document] = await reader.read(placedPdfOf(placed), 'a.pdf');
  expect(document?.text?.content.split('\n\n')).toEqual(COLUMNS);
});

test('two columns, written line by line across the page', async () => {
  const placed = LEFT.flatMap((text, row) => [
    [60, 700 - row * 12, text] as const,
    [320, 700 - row * 12, RIGHT[row] ?? ''] as const,
  ]);
  const [document] = await reader.read(placedPdfOf(placed), 'a.pdf');
  expect(document?.text?.content.split('\n\n')).toEqual(COLUMNS);
});

test('a heading above two columns, and a table of figures that is no column', async () => {
  const heading = [60, 740, 'Dozens held in Orlava', 18] as const;
  const placed = LEFT.flatMap((text, row) => [
    [60, 700 - row * 12, text] as const,
    [320, 700 - row * 12, RIGHT[row] ?? ''] as const,
  ]);
  const [document] = await reader.read(placedPdfOf([heading, ...placed]), 'a.pdf');
  expect(document?.text?.content.split('\n\n')).toEqual(['Dozens held in Orlava', ...COLUMNS]);
  const rows = [
    ['Month', 'Held'],
    ['March', '19'],
    ['April', '7'],
    ['May', '12'],
    ['June', '3'],
  ];
  const table = rows.flatMap(([a = '', b = ''], row) => [
    [60, 700 - row * 12, a] as const,
    [320, 700 - row * 12, b] as const,
  ]);
  const [figures] = await reader.read(placedPdfOf(table), 'a.pdf');
  expect(figures?.text?.content).toContain('March | 19');
});

test.each([
  [
    'small letter goes on',
    ['The ministry denied any deten-', 'tions in the district.'],
    'The ministry denied any detentions in the district.',
  ],
  [
    'name with a hyphen',
    ['The paper wrote of Anna Olin-', 'Maro in its report.'],
    'The paper wrote of Anna Olin-Maro in its report.',
  ],
  [
    'range of numbers',
    ['They were held for 16-', '50 days in all.'],
    'They were held for 16-50 days in all.',
  ],
])('hyphen at a line end: %s', async (_, lines, expected) => {
  const [document] = await reader.read(pdfOf(lines), 'a.pdf');
  expect(document?.text?.content).toBe(expected);
});

test('truncated PDF: a reason and what to do', async () => {
  const whole = pdfOf(['Two men were detained.']);
  const [document] = await reader.read(whole.subarray(0, 300), 'a.pdf');
  expect(document?.text).toBeNull();
  expect(document?.noTextReason).toMatch(/damaged or cut short.*complete copy|no text layer/);
});

test('DOCX: title and author from its properties; its dates are not the date of publication', async () => {
  const props = docPropsOf(
    '<dc:title>Two held &amp; one dead</dc:title><dc:creator>Ana Ruíz</dc:creator><cp:lastModifiedBy>Ben Ode</cp:lastModifiedBy><dcterms:created>2031-03-01T10:00:00Z</dcterms:created><dcterms:modified>2031-03-02T10:00:00Z</dcterms:modified><dc:language>en-GB</dc:language>',
  );
  const [document] = await reader.read(docxOf(['Two men were detained.'], props), 'a.docx');
  expect(document?.stated).toEqual({
    kind: 'document',
    title: 'Two held & one dead',
    publisher: null,
    authors: ['Ana Ruíz'],
    publishedAt: null,
    language: 'en-GB',
    url: null,
  });
  const [broken] = await reader.read(docxOf(['One'], docPropsOf('<dc:title>')), 'a.docx');
  expect(broken?.stated).toMatchObject({ title: null, authors: [] });
  expect(broken?.text?.content).toBe('One');
});

test('DOCX zip bombs: by ratio and by size, before anything is unpacked', async () => {
  const zeros = docxOf(['One'], { 'word/media/zeros.bin': new Uint8Array(12_000_000) });
  expect(await reasonWith({}, zeros, 'a.docx')).toMatch(/not unpacked: it unpacks to more than 200 times/);
  expect(await reasonWith({ zipBytes: 1000 }, docxOf(['word '.repeat(500)]), 'a.docx')).toMatch(
    /not unpacked: it unpacks to more than/,
  );
});

test('the cap on the heap ends the thread, and the reason says so', async () => {
  const large = docxOf(Array.from({ length: 60_000 }, (_, at) => `Paragraph ${at} of a very large document`));
  const reason = await reasonWith({ hostileHeapMib: 24 }, large, 'a.docx');
  expect(reason).toMatch(/more than 24 MiB of memory and was stopped/);
});

test('the cap on the growth of the process ends the thread, and the reason says so', async () => {
  const large = docxOf(Array.from({ length: 60_000 }, (_, at) => `Paragraph ${at} of a very large document`));
  const reason = await reasonWith({ hostileGrowthMib: 20 }, large, 'a.docx');
  expect(reason).toMatch(/more than 20 MiB of memory and was stopped/);
});

test('the cap on time ends the thread, and the next file is read', async () => {
  expect(await reasonWith({ hostileMilliseconds: 1 }, pdfOf(['One']), 'a.pdf')).toMatch(
    /more than 1 millisecond and was stopped/,
  );
  const [fine] = await reader.read(pdfOf(['One two three']), 'a.pdf');
  expect(fine?.text?.content).toBe('One two three');
});
