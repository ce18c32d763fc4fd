import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { renderPaper } from '../../dossier/paper/render-paper.ts';
import { readPaperFonts } from '../../storage/paper-fonts.ts';
import { openTypesetter } from './open-typesetter.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

const AT = '2017-05-18T14:10:00Z';
const SLOW = 120_000;
let fonts: readonly Uint8Array[] = [];
beforeAll(async () => {
  fonts = (await readPaperFonts()).map(({ bytes }) => bytes);
});

function paperOf(record: RecordBuilder, title: string | null = null) {
  return renderPaper(dossierInput(record, { title, generatedAt: AT }));
}

const set = async (paper: { template: string; files: ReadonlyMap<string, string> }) =>
  (await openTypesetter(fonts).set({ ...paper, at: AT })).pdf;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
async function wordsOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, '');
}

describe('a dossier as PDF', () => {
  test('it is tagged, titled, in a language, with footnotes; twice the same bytes', {
    timeout: SLOW,
  }, async () => {
    const paper = paperOf(kessarCampaign(), 'The Kessar detentions');
    const first = await set(paper);
    expect(sha256(await set(paper))).toBe(sha256(first));
    const raw = Buffer.from(first).toString('latin1');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(en\)/);
    expect(raw).toMatch(/\/S \/(Note|FENote)/);
    const { info } = await (await getDocumentProxy(new Uint8Array(first))).getMetadata();
    expect(info).toMatchObject({ Title: 'The Kessar detentions', CreationDate: 'D:20170518000000Z' });
    const words = await wordsOf(first);
    expect(words).toContain('26gayandbisexualmenhavebeenkilledinKessar');
    expect(words).toContain('DeniedbyRegionalgovernmentofKessar');
  });

  test('letters of Cyrillic and Arabic scripts are set in the fonts handed in', {
    timeout: SLOW,
  }, async () => {
    const b = new RecordBuilder();
    const text = 'В селе Дол убиты люди. 12 человек.';
    const source = b.source({ publisher: b.actor('Голос Дола'), text, title: 'خبر من دول', language: 'ru' });
    b.claim({
      source,
      proposition: b.proposition({ text: 'People are dead in Dol' }),
      stance: 'alleges',
      words: 'убиты люди',
    });
    const pdf = await set(paperOf(b));
    const words = await wordsOf(pdf);
    expect(words).toContain('ГолосДола');
    expect(words).toContain('убитылюди');
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/NotoNaskhArabic/);
  });

  test('hostile words come out as they are: none is run, none opens a file or a package', {
    timeout: SLOW,
  }, async () => {
    const sign = fc.constantFrom(...'#[]$*_`<>@=-+~"\'{}()\\/:;,.!&%^|xyzQR037'.split(''));
    const hostile = [
      '#panic("ran")',
      '#read("/etc/passwd")',
      '#import"@preview/cetz:0.2.0":*',
      '$x^2$*b*_e_`raw`<label>@ref',
      '\\u{41}//no/*comment*/',
      '"]#eval("1+1")',
      ...fc.sample(fc.string({ unit: sign, minLength: 3, maxLength: 40 }), { numRuns: 60, seed: 7 }),
    ];
    const b = new RecordBuilder();
    const outlet = b.actor('Lark Daily');
    for (const [index, words] of hostile.entries()) {
      const source = b.source({
        publisher: outlet,
        text: `Q${index}Q ${words}`,
        title: `T${index}T${words}`,
      });
      const proposition = b.proposition({ text: `P${index}P${words}` });
      b.claim({ source, proposition, stance: 'alleges', words });
    }
    const words = await wordsOf(await set(paperOf(b, hostile[0] ?? '')));
    const bare = (some: string): string => some.replace(/\s+/g, '');
    const missing = hostile.flatMap((some, index) =>
      [`P${index}P${some}`, `T${index}T${some}`, `“${some}”`].filter((one) => !words.includes(bare(one))),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['a file', '#read("/etc/passwd")'],
    ['a file beside it', '#read("../package.json")'],
    ['a package', '#import "@preview/cetz:0.2.0"'],
    ['a picture of the web', '#image("https://example.org/a.png")'],
  ])('a template that asks for %s is refused', { timeout: SLOW }, async (_, template) => {
    await expect(set({ template, files: new Map() })).rejects.toThrow('the typesetter refused the pages');
  });
});

test('a font is unpacked into its tables, and what is no font is refused', () => {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@fontsource/inter/package.json')), 'files');
  const name = readdirSync(folder).find((one) => one.endsWith('latin-400-normal.woff')) ?? '';
  const font = woffToSfnt(readFileSync(join(folder, name)));
  const view = new DataView(font.buffer);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    return {
      tag: Buffer.from(font.subarray(at, at + 4)).toString(),
      sum: view.getUint32(at + 4),
      offset,
      length,
    };
  });
  expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'name']));
  // OpenType: the sum of a table's 32-bit words; of `head` without its own adjustment.
  for (const { tag, sum, offset, length } of tables) {
    let reckoned = 0;
    for (let at = 0; at < length; at += 4)
      if (!(tag === 'head' && at === 8)) reckoned = (reckoned + view.getUint32(offset + at)) >>> 0;
    expect(reckoned, tag).toBe(sum);
  }
  expect(() => woffToSfnt(new Uint8Array(100))).toThrow('no WOFF');
});
