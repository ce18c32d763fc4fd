/** Pages of 50 MB, read in a process of their own so that its memory can be measured. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MEASURE = `
import { openDocumentReader } from ${JSON.stringify(new URL('./open-document-reader.ts', import.meta.url).href)};
const [, piece, tail] = process.argv;
const count = Math.ceil(50_000_000 / Buffer.byteLength(piece));
const bytes = new Uint8Array(Buffer.concat([Buffer.from('<html><body>'), Buffer.alloc(count * Buffer.byteLength(piece), piece), Buffer.from(tail)]));
const reader = openDocumentReader();
const start = performance.now();
const [document] = await reader.read(bytes, 'big.html');
await reader.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ megabytes, seconds: (performance.now() - start) / 1000, size: bytes.length, text: document.text?.content.slice(0, 60) ?? null, reason: document.noTextReason, notes: document.notes }));
`;

interface Measured {
  readonly megabytes: number;
  readonly seconds: number;
  readonly size: number;
  readonly text: string | null;
  readonly notes: readonly string[];
}

function measured(piece: string, tail: string): Measured {
  const args = ['--no-warnings', '--input-type=module', '-e', MEASURE, piece, tail];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

test.each<readonly [string, string, string, string | null]>([
  [
    'paragraphs',
    '<div><p>Two men were detained in Dvinsk.</p>',
    '',
    'Two men were detained in Dvinsk.\n\nTwo men',
  ],
  ['Cyrillic paragraphs', '<div><p>Двое задержаны в городе Двинск.</p>', '', 'Двое задержаны'],
  [
    'one script, one paragraph after it',
    `<script>var a = "${'x'.repeat(10_000)}";</script>`,
    '<p>Two men.',
    'Two men.',
  ],
  ['one attribute', `<img src="data:image/png;base64,${'QUJD'.repeat(10_000)}">`, '<p>Two men.', 'Two men.'],
  ['text without any break', 'Two men were detained. ', '', 'Two men were detained.'],
])('50 MB of %s: text, a note, less than 400 MB of memory', (_, piece, tail, text) => {
  const { megabytes, seconds, size, text: read, notes } = measured(piece, tail);
  console.log(`    50 MB of ${_}: ${megabytes} MB resident, ${seconds.toFixed(1)} s`);
  expect(size).toBeGreaterThanOrEqual(50_000_000);
  expect(read?.startsWith(text ?? '')).toBe(true);
  expect(notes.join(' ')).toMatch(
    tail === '' ? /too large to find its main part.*cut at/ : /too large to find its main part/,
  );
  expect(megabytes).toBeLessThan(400);
  expect(seconds).toBeLessThan(30);
});
