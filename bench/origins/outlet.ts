/**
 * Which outlets an article cites, against people's marks on PolNeAR. Gold: an outlet named inside the words that people
 * marked as a speaker; which words name an outlet is told by the shipped list on both sides, so an outlet that is not in
 * the list is invisible to both. Beside it: every named outlet counted as cited, a regular expression, and the rules
 * without the trained reader.
 *
 *   node bench/origins/outlet.ts
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shippedOutlets } from '../../src/record/shipped-outlets.ts';
import { rolesOfOutlets } from '../../src/text/outlets/cited-outlets.ts';
import { indexOutlets } from '../../src/text/outlets/outlet-index.ts';
import { type OutletMention, outletMentions } from '../../src/text/outlets/outlet-mentions.ts';
import { type PolnearDocument, readDocuments, shippedModel } from '../language/polnear-predictions.ts';
import type { Part } from './part.ts';

const DATA = join(import.meta.dirname, '../../../shared/eval/attribution');

interface MarkedDocument extends PolnearDocument {
  readonly publisher: string;
  readonly attributions: readonly { readonly source: readonly (readonly [number, number])[] }[];
}

/** Publishers of the corpus by their codes in the list. */
const PUBLISHERS: Readonly<Record<string, string>> = {
  breitbart: 'breitbart',
  'huff-post': 'huffpost',
  nyt: 'nyt',
  politico: 'politico',
  'usa-today': 'usa-today',
  'wash-post': 'wapo',
  'west-journal': 'western-journal',
};

/** As a part of `npm run bench:origins`. */
export const OUTLET: Part = {
  name: 'outlet',
  about:
    'Outlets that an article cites, against the speakers that people marked in PolNeAR; beside it every named outlet, a regular expression, and the rules alone. Chosen on train; dev is reported.',
  run: async ({ say }) => ({ ...(await outletPart(say)) }),
};

/** Counted over pairs of article and outlet. */
interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

export interface OutletFigures {
  /** F1 on dev, 0 to 1; null when the data folder is not here. */
  readonly outlet_f1: number | null;
  readonly outlet_precision: number | null;
  readonly outlet_recall: number | null;
  readonly outlet_f1_regex: number | null;
  readonly outlet_f1_every_mention: number | null;
}

const REGEX_AFTER =
  /^(?:['’]s)?\s+(?:(?:has|have|had|first|also|later)\s+)?(?:report(?:s|ed)|said|says|wrote|writes|noted|notes|found|published|revealed|quoted|cited)\b/u;
const REGEX_BEFORE =
  /(?:\baccording to|\breported by|\bfirst reported (?:by|in)|\bcited by|\bpublished (?:by|in))\s+(?:the |The |an? )?$/u;

function byRegex(text: string, mentions: readonly OutletMention[]): OutletMention[] {
  return mentions.filter(
    ({ start, end }) =>
      REGEX_AFTER.test(text.slice(end, end + 40)) ||
      REGEX_BEFORE.test(text.slice(Math.max(0, start - 40), start)),
  );
}

function codes(mentions: readonly OutletMention[]): ReadonlySet<string> {
  return new Set(mentions.map(({ outlet }) => outlet.code));
}

/** Mentions that lie in what people marked as a speaker; marks are code points, mentions code units. */
function marked({ text, attributions }: MarkedDocument, mentions: readonly OutletMention[]): OutletMention[] {
  const units: number[] = [0];
  for (const point of text) units.push((units.at(-1) ?? 0) + point.length);
  const spans = attributions.flatMap(({ source }) =>
    source.map(([from, to]) => [units[from] ?? 0, units[to] ?? 0] as const),
  );
  return mentions.filter(({ start, end }) => spans.some(([from, to]) => start < to && from < end));
}

const WAYS = ['every named outlet', 'regular expression', 'rules alone', 'trained reader'] as const;
type Way = (typeof WAYS)[number];

function scoresOn(documents: readonly MarkedDocument[]): Record<Way, Score> {
  const outlets = shippedOutlets();
  const index = indexOutlets(outlets);
  const model = shippedModel();
  const counts = Object.fromEntries(WAYS.map((way) => [way, { hit: 0, found: 0, gold: 0 }])) as Record<
    Way,
    { hit: number; found: number; gold: number }
  >;
  for (const document of documents) {
    const { text, publisher } = document;
    const own = outlets.find(({ code }) => code === PUBLISHERS[publisher]) ?? null;
    const mentions = outletMentions(text, index, own);
    const gold = codes(marked(document, mentions));
    const cites = (found: ReturnType<typeof rolesOfOutlets>): OutletMention[] =>
      found.filter(({ role }) => role === 'cites');
    const ways: Record<Way, readonly OutletMention[]> = {
      'every named outlet': mentions,
      'regular expression': byRegex(text, mentions),
      'rules alone': cites(rolesOfOutlets(text, mentions, null)),
      'trained reader': cites(rolesOfOutlets(text, mentions, model)),
    };
    for (const way of WAYS) {
      const found = codes(ways[way]);
      const count = counts[way];
      count.gold += gold.size;
      count.found += found.size;
      for (const code of found) if (gold.has(code)) count.hit += 1;
    }
  }
  const score = ({ hit, found, gold }: { hit: number; found: number; gold: number }): Score => {
    const precision = found === 0 ? 0 : hit / found;
    const recall = gold === 0 ? 0 : hit / gold;
    return { precision, recall, f1: hit === 0 ? 0 : (2 * precision * recall) / (precision + recall), gold };
  };
  return Object.fromEntries(WAYS.map((way) => [way, score(counts[way])])) as Record<Way, Score>;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/**
 * Scores the cited outlets of PolNeAR train and dev and prints them; only dev's are given back.
 *
 * @example
 * (await outletPart()).outlet_f1; // 0.86
 */
export async function outletPart(say: (line: string) => void = console.log): Promise<OutletFigures> {
  const at = (part: string): string => join(DATA, `polnear-${part}.jsonl.gz`);
  if (!existsSync(at('dev'))) {
    if (process.env.CI === 'true') throw new Error(`the data of the cited outlets is not at ${DATA}`);
    say('cited outlets: skipped, the data folder is not here');
    return {
      outlet_f1: null,
      outlet_precision: null,
      outlet_recall: null,
      outlet_f1_regex: null,
      outlet_f1_every_mention: null,
    };
  }
  let dev: Record<Way, Score> | null = null;
  for (const part of ['train', 'dev'] as const) {
    const documents = readDocuments<MarkedDocument>(at(part));
    dev = scoresOn(documents);
    say(
      `cited outlets, PolNeAR ${part}, ${documents.length} articles, ${dev['trained reader'].gold} pairs of article and outlet${part === 'train' ? ' (the trained reader was taught on these)' : ''}`,
    );
    for (const way of WAYS) {
      const { precision, recall, f1 } = dev[way];
      say(`  ${way.padEnd(20)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
    }
  }
  if (dev === null) throw new Error('nothing was scored');
  const reader = dev['trained reader'];
  return {
    outlet_f1: rounded(reader.f1),
    outlet_precision: rounded(reader.precision),
    outlet_recall: rounded(reader.recall),
    outlet_f1_regex: rounded(dev['regular expression'].f1),
    outlet_f1_every_mention: rounded(dev['every named outlet'].f1),
  };
}

if (import.meta.main) console.log(JSON.stringify(await outletPart()));
