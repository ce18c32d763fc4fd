/**
 * Reading of languages other than English by their packs, on sentences written for this: half of each table was held
 * out while the rules were tuned. Both halves come from one hand, so the figures say how well the rules read sentences
 * of that kind, no more. Beside them whole reports, twelve a language (packs/), written in one sitting later than the rules
 * and scored once before anything was mended on them; longer ones of later (twelve in Spanish and in Arabic,
 * fifteen in Russian, ten in Ukrainian), half of them never read while rules change.
 *
 *   node bench/language.ts packs             figures
 *   node bench/language.ts packs --misses   and what fails in the half for tuning
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AR_CASES } from '../../src/text/packs/ar/ar.cases.ts';
import { ES_CASES } from '../../src/text/packs/es/es.cases.ts';
import type { LanguagePack } from '../../src/text/packs/pack.ts';
import { packCases, type PackCase as RowCase } from '../../src/text/packs/pack-case.cases.ts';
import { PACKS } from '../../src/text/packs/read-other.ts';
import { readByPack } from '../../src/text/packs/read-pack.ts';
import { scoreRows } from '../../src/text/packs/row-score.cases.ts';
import { RU_CASES } from '../../src/text/packs/ru/ru.cases.ts';
import { type PackCase, scoreCases } from '../../src/text/packs/score.cases.ts';
import { UK_CASES } from '../../src/text/packs/uk/uk.cases.ts';
import { type Figures, type Part, rounded } from './part.ts';

/** Test tables by language. */
const TABLES: Readonly<Record<string, readonly PackCase[]>> = { ru: RU_CASES, uk: UK_CASES };

/** Tables written as rows. */
const ROWS: Readonly<Record<string, readonly RowCase[]>> = { es: ES_CASES, ar: AR_CASES };

/** Rows of whole reports from a file beside this one. */
async function reportsOf(code: string, file: string): Promise<readonly RowCase[]> {
  return packCases(code, await readFile(path.join(import.meta.dirname, 'packs', file), 'utf8'));
}

/** The first twelve reports of a language, all of them open. */
async function openReports(code: string): Promise<readonly RowCase[]> {
  const reports = await reportsOf(code, `${code}.txt`);
  return reports.map((one) => ({ ...one, half: 'dev' as const }));
}

/** Languages with longer reports of later; every second one is read by nobody while rules change. */
const LONGER: readonly string[] = ['ru', 'uk', 'es', 'ar'];

/** Scores of a table of rows, with every question apart. `whole`: what a table without halves is called. */
function rowFigures(
  pack: LanguagePack,
  cases: readonly RowCase[],
  {
    say,
    whole,
    prefix = '',
  }: { readonly say: (line: string) => void; readonly whole?: string; readonly prefix?: string },
): Figures {
  const figures: Record<string, unknown> = {};
  for (const half of whole === undefined ? (['dev', 'held-out'] as const) : (['dev'] as const)) {
    const called = whole ?? `${prefix}${half}`;
    const { failures, texts, claims, ...shares } = scoreRows(pack, cases, half);
    const scores = Object.fromEntries(Object.entries(shares).map(([key, value]) => [key, rounded(value)]));
    const line = Object.entries(scores).map(([key, value]) => `${key} ${value}`);
    say(`${pack.code} ${called}: ${texts} texts, ${claims} claims: ${line.join(', ')}`);
    if (process.argv.includes('--misses')) for (const failure of failures) say(failure);
    figures[`${pack.code} ${called}`] = { n: claims, ...scores };
  }
  return figures;
}

/** Words read in a second of processor time (other work on the machine is left out), over the table repeated as one long text. */
function wordsPerSecond(pack: LanguagePack, texts: readonly string[]): number {
  const article = texts.join('\n');
  const text = Array.from({ length: 4 }, () => article).join('\n');
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const input = { text, publishedAt: null, outlet: null, language: pack.code };
  readByPack(input, pack);
  const before = process.cpuUsage();
  readByPack(input, pack);
  const { user, system } = process.cpuUsage(before);
  return Math.round((words * 1e6) / (user + system));
}

export const packs: Part = {
  name: 'packs',
  about:
    'languages by their packs, on tables of invented sentences (fractions of what is expected; extra: claims nobody expects, by expected claim)',
  async run({ say }): Promise<Figures> {
    const figures: Record<string, unknown> = {};
    for (const pack of PACKS) {
      Object.assign(figures, rowFigures(pack, await openReports(pack.code), { say, whole: 'reports' }));
      if (LONGER.includes(pack.code)) {
        const longer = await reportsOf(pack.code, `${pack.code}-2.txt`);
        Object.assign(figures, rowFigures(pack, longer, { say, prefix: 'longer reports, ' }));
      }
      const rows = ROWS[pack.code];
      if (rows !== undefined) Object.assign(figures, rowFigures(pack, rows, { say }));
      const cases = TABLES[pack.code] ?? [];
      const texts = [...cases.map(([text]) => text), ...(rows ?? []).map(({ text }) => text)];
      if (texts.length === 0) continue;
      for (const half of cases.length === 0 ? [] : (['dev', 'held-out'] as const)) {
        const { failures, ...score } = scoreCases(pack, cases, half);
        say(
          `${pack.code} ${half}: ${score.sentences} sentences, ${score.claims} claims: relation ${rounded(score.relation)}, stance ${rounded(score.stance)}, quantity ${rounded(score.quantity)} of ${score.quantities}, extra ${rounded(score.extra)}`,
        );
        if (process.argv.includes('--misses')) for (const failure of failures) say(failure);
        figures[`${pack.code} ${half}`] = {
          n: score.claims,
          relation: rounded(score.relation),
          stance: rounded(score.stance),
          quantity: rounded(score.quantity),
          extra: rounded(score.extra),
        };
      }
      const speed = wordsPerSecond(pack, texts);
      say(`${pack.code}: ${speed} words a second of processor time`);
      figures[`${pack.code} words_per_second`] = speed;
    }
    return figures;
  },
};
