/** The page on exchange and the list of formats say the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kessarFile } from './fixtures/kessar-file.ts';
import { URN_BASE } from './format.ts';
import { EXCHANGE_FORMATS } from './formats.ts';
import { IMPORT_FORMATS } from './imports/import-formats.ts';
import { lossPage } from './loss-page.ts';

const PAGE = path.resolve(import.meta.dirname, '../../docs/methods/exchange.md');

/** What the page says of the formats. */
function described(): string {
  const parts = EXCHANGE_FORMATS.map(({ name, standard, writes, readsBack, losses }) =>
    [
      `### ${name}`,
      '',
      `${standard}. Writes ${writes}.${readsBack ? ' Reads back.' : ''}`,
      '',
      'Loses:',
      ...losses.map(({ what, why }) => `- ${what}: ${why}.`),
      '',
    ].join('\n'),
  );
  return parts.join('\n');
}

/** What it says of imports. */
function takenIn(): string {
  return IMPORT_FORMATS.map(
    ({ name, file, takes, leaves }) => `- \`${name}\`: ${file}. ${takes}. Leaves ${leaves}.\n`,
  ).join('');
}

test('docs/methods/exchange.md describes every format as the code does', () => {
  const page = readFileSync(PAGE, 'utf8');
  const made = page
    .replace(
      /(<!-- formats -->\n)[\s\S]*(<!-- \/formats -->)/,
      (_, open: string, close: string) => `${open}${described()}${close}`,
    )
    .replace(
      /(<!-- imports -->\n)[\s\S]*(<!-- \/imports -->)/,
      (_, open: string, close: string) => `${open}${takenIn()}${close}`,
    );
  if (process.env.UPDATE_DOCS === 'true') writeFileSync(PAGE, made);
  expect(made, 'UPDATE_DOCS=true npx vitest run src/exchange/formats.test.ts writes it').toBe(
    process.env.UPDATE_DOCS === 'true' ? made : page,
  );
});

test('names are unlike, every format says what it loses, and every export says it, too', () => {
  const file = kessarFile();
  expect(new Set(EXCHANGE_FORMATS.map(({ name }) => name)).size).toBe(EXCHANGE_FORMATS.length);
  for (const format of EXCHANGE_FORMATS) {
    expect(format.losses.length, format.name).toBeGreaterThan(0);
    const { files, leftOut } = format.render(file, { base: URN_BASE });
    expect(files.length, format.name).toBeGreaterThan(0);
    const page = lossPage({ file, format, leftOut }).replace(/\s+/g, ' ');
    for (const { what } of format.losses) expect(page).toContain(what);
  }
});

test('the same record gives the same files', () => {
  for (const format of EXCHANGE_FORMATS)
    expect(format.render(kessarFile(), { base: URN_BASE })).toEqual(
      format.render(kessarFile(), { base: URN_BASE }),
    );
});

test('no format writes a verdict', () => {
  for (const format of EXCHANGE_FORMATS) {
    const text = JSON.stringify(format.render(kessarFile(true), { base: URN_BASE }).files);
    expect(text, format.name).not.toMatch(/ClaimReview|reviewRating/);
  }
});
