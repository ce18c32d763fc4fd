/**
 * Reading of languages other than English by their packs, on sentences written for this: half of each table was held
 * out while the rules were tuned. Both halves come from one hand, so the figures say how well the rules read sentences
 * of that kind, no more.
 *
 *   node bench/language.ts packs             figures
 *   node bench/language.ts packs --misses   and what fails in the half for tuning
 */
import type { LanguagePack } from '../../src/text/packs/pack.ts';
import { PACKS } from '../../src/text/packs/read-other.ts';
import { readByPack } from '../../src/text/packs/read-pack.ts';
import { RU_CASES } from '../../src/text/packs/ru/ru.cases.ts';
import { type PackCase, scoreCases } from '../../src/text/packs/score.cases.ts';
import { UK_CASES } from '../../src/text/packs/uk/uk.cases.ts';
import { type Figures, type Part, rounded } from './part.ts';

/** Test tables by language. */
const TABLES: Readonly<Record<string, readonly PackCase[]>> = { ru: RU_CASES, uk: UK_CASES };

/** Words read in a second of processor time (other work on the machine is left out), over the table repeated as one long text. */
function wordsPerSecond(pack: LanguagePack, cases: readonly PackCase[]): number {
  const article = cases.map(([text]) => text).join('\n');
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
  run({ say }): Promise<Figures> {
    const figures: Record<string, unknown> = {};
    for (const pack of PACKS) {
      const cases = TABLES[pack.code];
      if (cases === undefined) continue;
      for (const half of ['dev', 'held-out'] as const) {
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
      const speed = wordsPerSecond(pack, cases);
      say(`${pack.code}: ${speed} words a second of processor time`);
      figures[`${pack.code} words_per_second`] = speed;
    }
    return Promise.resolve(figures);
  },
};
