/**
 * Scores the reader on annotated paragraphs as the bench scores its gold: whole chains of two mouths and more, relations found,
 * precision, stance.
 *
 *   node training/chains/score.ts [FOLDER...] [--kept] [--rules] [--gold] [--apart] [--misses]
 *
 * --rules: without the reader of chains; --predicted=FILE: with what train.py wrote instead of it; --oracle: with the annotation
 * itself. --kept: the paragraphs that were left out of training; --gold: the bench's open gold too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainOf, matchParagraph, sameChain } from '../../bench/language/gold/match.ts';
import { nestedApart, nestedLines } from '../../bench/language/gold/nested.ts';
import { BATCHES, readGold } from '../../bench/language/gold/paragraph.ts';
import { tally } from '../../bench/language/gold/tally.ts';
import { openAttributionModel } from '../../src/text/models/attribution/attribution-model.ts';
import type { TaughtTelling } from '../../src/text/models/attribution/taught-telling.ts';
import { type ParsedText, parseText } from '../../src/text/parsed-text.ts';
import { readText } from '../../src/text/read-text.ts';
import type { Range } from '../../src/text/sentences.ts';
import { type AnnotatedParagraph, readAnnotated } from './annotated.ts';

const MODELS = join(import.meta.dirname, '../../models');
const MODEL = join(MODELS, readdirSync(MODELS).find((name) => name.startsWith('attribution-en-')) ?? '');
const options = process.argv.slice(2).filter((one) => one.startsWith('--'));
const folders = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const shipped = openAttributionModel(new Uint8Array(readFileSync(MODEL)));
/** Text to what is read there; a text without an entry is read by the rules alone. */
const given = new Map<string, TaughtTelling[]>();
const predicted = options.find((one) => one.startsWith('--predicted='))?.slice('--predicted='.length);
const instead = predicted !== undefined || options.includes('--rules') || options.includes('--oracle');
const model = !instead ? shipped : { ...shipped, chains: ({ text }: ParsedText) => given.get(text) ?? [] };
const only = options.includes('--only');

interface Predicted {
  readonly id: string;
  readonly from: number;
  readonly found: readonly {
    readonly cue: readonly [number, number];
    readonly p: number;
    readonly mouths: readonly (readonly [number, number, number])[];
    readonly content: readonly (readonly [number, number])[];
  }[];
}

function readPredicted(path: string, texts: ReadonlyMap<string, string>): void {
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { id, from, found } = JSON.parse(line) as Predicted;
    const text = texts.get(id);
    if (text === undefined) continue;
    const range = ([a, b]: readonly number[]): Range => ({ from: (a ?? 0) + from, to: (b ?? 0) + from });
    const read = found.map(({ cue, p, mouths, content }): TaughtTelling => {
      const [inner, ...outer] = mouths.map((one) => (one[0] < 0 ? null : range(one)));
      const named = [...outer.filter((one) => one !== null && one !== undefined).reverse(), inner ?? null];
      return {
        cue: range(cue),
        p,
        mouths: named,
        sure: mouths.reduce((product, [, , sure]) => product * sure, 1),
        content: content.map(range),
      };
    });
    given.set(text, [...(given.get(text) ?? []), ...read]);
  }
}

/** The annotation itself as if it had been read: what the resolver of names can make of it at best. */
function oracle({ gold, tellings }: AnnotatedParagraph): void {
  const { tokens } = parseText(gold.text);
  const range = ([start, end]: readonly [number, number]): Range => {
    const from = tokens.findIndex((token) => token.end > start);
    const to = tokens.findLastIndex((token) => token.start < end) + 1;
    return { from, to };
  };
  given.set(
    gold.text,
    tellings.flatMap(({ cue, words, mouths }) =>
      cue === null
        ? []
        : [
            {
              cue: range(cue),
              p: 1,
              sure: 1,
              mouths: mouths.map(({ at }) => (at === null || at === 'unknown' ? null : range(at))),
              content: words.map(range),
            },
          ],
    ),
  );
}

/** Each fifth paragraph of a file is never trained on (train.py): `--kept` scores these alone. */
const kept = options.includes('--kept');
const places = new Map<string, number>();
const annotated = readAnnotated(folders.length > 0 ? folders : [import.meta.dirname]).filter(({ set }) => {
  const at = places.get(set) ?? 0;
  places.set(set, at + 1);
  return !kept || at % 5 === 4;
});
const gold = options.includes('--gold')
  ? (['dev', ...BATCHES.filter((name) => !/^chains-[678]$/.test(name))] as const).flatMap((set) =>
      readGold(set).map((paragraph) => ({ set, gold: paragraph })),
    )
  : [];
const texts = new Map([...annotated, ...gold].map((one) => [one.gold.id, one.gold.text]));
if (predicted !== undefined) for (const path of predicted.split(',')) readPredicted(path, texts);
if (options.includes('--oracle')) for (const one of annotated) oracle(one);
const sets = Map.groupBy(
  [...annotated, ...gold].filter(({ gold: { text } }) => !only || given.has(text)),
  ({ set }): string => set,
);
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
  if (options.includes('--wrong'))
    for (const { paragraph, matched } of read)
      for (const claim of matched.unfounded)
        console.log(
          `  wrong ${paragraph.id} ${chainOf(paragraph, claim).join('>')} · ${claim.chain.at(-1)?.cue.text} · ${claim.confidence} ${claim.draft.text.slice(0, 80)}`,
        );
  if (options.includes('--misses'))
    for (const { paragraph, matched } of read)
      for (const { relation, found, touching } of matched.matches) {
        if (relation.chain.length < 2 || found.some((claim) => sameChain(paragraph, relation, claim)))
          continue;
        const read = touching.map((claim) => chainOf(paragraph, claim).join('>') || 'outlet').join(' | ');
        console.log(
          `  ${relation.id} ${relation.chain.join('>')} · ${relation.cue?.text} · ${relation.content[0]?.text} · read ${read}`,
        );
      }
  if (options.includes('--apart'))
    for (const line of nestedLines(
      nestedApart(read.map(({ paragraph, matched }) => ({ paragraph, matches: matched.matches }))),
    ))
      console.log(`  ${line}`);
}
