/**
 * Scores the reader on annotated paragraphs as the bench scores its gold: whole chains of two mouths and more, relations found,
 * precision, stance.
 *
 *   node training/chains/score.ts [FOLDER...] [--gold] [--misses=SET]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchParagraph } from '../../bench/language/gold/match.ts';
import { nestedApart, nestedLines } from '../../bench/language/gold/nested.ts';
import { BATCHES, readGold } from '../../bench/language/gold/paragraph.ts';
import { tally } from '../../bench/language/gold/tally.ts';
import { openAttributionModel } from '../../src/text/models/attribution/attribution-model.ts';
import { readText } from '../../src/text/read-text.ts';
import { readAnnotated } from './annotated.ts';

const MODELS = join(import.meta.dirname, '../../models');
const MODEL = join(MODELS, readdirSync(MODELS).find((name) => name.startsWith('attribution-en-')) ?? '');
const options = process.argv.slice(2).filter((one) => one.startsWith('--'));
const folders = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const model = openAttributionModel(new Uint8Array(readFileSync(MODEL)));

const annotated = readAnnotated(folders.length > 0 ? folders : [import.meta.dirname]);
const gold = options.includes('--gold')
  ? (['dev', ...BATCHES.filter((name) => name !== 'chains-7')] as const).flatMap((set) =>
      readGold(set).map((paragraph) => ({ set, gold: paragraph })),
    )
  : [];
const sets = Map.groupBy([...annotated, ...gold], ({ set }): string => set);
for (const [set, paragraphs] of sets) {
  const read = paragraphs.map(({ gold: paragraph }) => {
    const { text, publishedAt, outlet } = paragraph;
    const { claims } = readText({ text, publishedAt, outlet, language: 'en' }, model);
    return { paragraph, matched: matchParagraph(paragraph, claims) };
  });
  const { shares, right, unfounded, distracted } = tally(read);
  const told = ['nested', 'found', 'referents', 'no-answer', 'stance'].flatMap((notion) => {
    const share = shares.get(notion);
    return share === undefined
      ? []
      : [`${notion} ${share.hits}/${share.of} ${(share.hits / share.of).toFixed(3)}`];
  });
  console.log(
    `${set}: ${told.join(' · ')} · wrong ${unfounded + distracted} of ${right + unfounded + distracted}`,
  );
  if (options.includes('--apart'))
    for (const line of nestedLines(
      nestedApart(read.map(({ paragraph, matched }) => ({ paragraph, matches: matched.matches }))),
    ))
      console.log(`  ${line}`);
}
