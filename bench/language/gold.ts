/**
 * The reader against the program's own gold: fictional paragraphs with what a careful reader takes from them
 * (bench/language/gold/README.md). It prints both halves and the later batches apart, per phenomenon. With `--misses`
 * it lists each miss and each wrong proposal of the dev half, with `--misses=batch-1` those of a batch; of the held-out
 * half nothing is ever printed but totals.
 */
import { sliceCodePoints } from '../../src/record/code-points.ts';
import type { TextReader } from '../../src/text/open-text-reader.ts';
import type { ProposedClaim } from '../../src/text/proposed-claim.ts';
import { type Matched, matchParagraph } from './gold/match.ts';
import { nestedApart, nestedLines } from './gold/nested.ts';
import { BATCHES, faultsOf, type GoldParagraph, type GoldSet, HALVES, readGold } from './gold/paragraph.ts';
import { fractionOf, type Share, type Tally, tally } from './gold/tally.ts';
import { type Context, type Figures, type Part, rounded } from './part.ts';
import { shippedReader } from './shipped-reader.ts';

/** The sets whose misses are asked for: `--misses` dev's, `--misses=batch-1` a batch's; never held-out. */
const TOLD = process.argv
  .filter((argument) => argument.startsWith('--misses'))
  .map((argument) => argument.slice('--misses='.length) || 'dev')
  .filter((name) => name !== 'held-out');

interface Read {
  readonly paragraph: GoldParagraph;
  readonly matched: Matched;
}

/** Own gold, dev and held-out. */
export const GOLD: Part = {
  name: 'gold',
  about: 'who said what, by which chain, how many: own fictional paragraphs, dev and held-out apart',
  async run(context) {
    const reader = await shippedReader();
    const figures: Record<string, unknown> = {};
    for (const set of asked()) Object.assign(figures, runSet(set, reader, context));
    return figures;
  },
};

/** `--sets=dev,batch-1` reads these alone: whoever mends the reader need not print held-out totals each time. */
function asked(): readonly GoldSet[] {
  const all = [...HALVES, ...BATCHES];
  const wanted = process.argv.find((argument) => argument.startsWith('--sets='))?.slice('--sets='.length);
  if (wanted === undefined) return all;
  const names = wanted.split(',');
  const unknown = names.filter((name) => !all.some((set) => set === name));
  if (unknown.length > 0) throw new Error(`no such set: ${unknown.join(', ')}; there are ${all.join(', ')}`);
  return all.filter((set) => names.includes(set));
}

function runSet(set: GoldSet, reader: TextReader, context: Context): Figures {
  const paragraphs = readGold(set);
  const faults = paragraphs.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`${set}: ${faults.slice(0, 5).join('; ')}`);
  const read = paragraphs.map((paragraph): Read => {
    const { text, publishedAt, outlet } = paragraph;
    const { claims } = reader.read({ text, publishedAt, outlet, language: 'en' });
    return { paragraph, matched: matchParagraph(paragraph, claims) };
  });
  const counted = tally(read);
  if (TOLD.includes(set)) tellMisses(read, counted, context);
  const apart = nestedApart(read.map(({ paragraph, matched }) => ({ paragraph, matches: matched.matches })));
  tellShares(set, counted, apart, context);
  return figuresOf(set, counted);
}

function tellShares(set: GoldSet, counted: Tally, apart: ReadonlyMap<string, Share>, { say }: Context): void {
  say(`${set}: ${counted.paragraphs} paragraphs`);
  for (const [notion, share] of [...counted.shares].sort(([a], [b]) => a.localeCompare(b)))
    say(`  ${notion.padEnd(38)} ${String(share.hits).padStart(4)} of ${String(share.of).padStart(4)}`);
  say(`${set}, chains of two steps and more, apart:`);
  for (const line of nestedLines(apart)) say(`  ${line}`);
  const { right, unfounded, distracted } = counted;
  say(`  proposals: ${right} right, ${unfounded} for no relation, ${distracted} in distractors`);
}

/**
 * Fractions from 0 to 1, named after the half. recall: relations found (content Jaccard ≥ 0.5, innermost speaker);
 * precision: right proposals of all that name a speaker or lie in a distractor; nested: whole chain right of relations
 * with two steps or more; chain, stance and when: of those found; quantities: bounds and measure right of all gold
 * quantities, whoever speaks; quantities_worded: of those whose act stands in the content; quantities_attributed: the
 * speaker right too; referents: pronouns, definite mentions, surnames and acronyms resolved; no_answer: refusals and
 * silences found with stance and date; false_per_paragraph: a mean.
 */
function figuresOf(set: GoldSet, { shares, right, unfounded, distracted, paragraphs }: Tally): Figures {
  const wrong = unfounded + distracted;
  const recall = fractionOf(shares.get('found'));
  const precision = fractionOf({ hits: right, of: right + wrong });
  const f1 = recall && precision ? rounded((2 * recall * precision) / (recall + precision)) : 0;
  const named = {
    precision,
    recall,
    f1,
    nested: fractionOf(shares.get('nested')),
    chain: fractionOf(shares.get('chain')),
    stance: fractionOf(shares.get('stance')),
    quantities: fractionOf(shares.get('quantities')),
    quantities_worded: fractionOf(shares.get('quantities-worded')),
    quantities_attributed: fractionOf(shares.get('quantities-attributed')),
    referents: fractionOf(shares.get('referents')),
    no_answer: fractionOf(shares.get('no-answer')),
    when: fractionOf(shares.get('when')),
    false_per_paragraph: rounded(wrong / paragraphs, 3),
  };
  const prefix = set.replace('-', '_');
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [`${prefix}_${name}`, value]));
}

function tellMisses(read: readonly Read[], { misses }: Tally, { say }: Context): void {
  for (const { paragraph, match, what } of misses) {
    const { id, content, stance, chain, quantities } = match.relation;
    const words = content.map(({ text }) => text).join(' … ');
    const numbers = quantities.map(({ text, measure }) => `${text}: ${measure}`).join(', ');
    say(`missed ${what.padEnd(22)} ${id} ${who(chain)} ${stance} “${words}” ${numbers}`);
    const [nearest] = match.near;
    if (nearest !== undefined) say(`       nearest: ${told(paragraph, nearest)}`);
  }
  for (const { paragraph, matched } of read) {
    for (const claim of matched.unfounded) say(`wrong  ${paragraph.id} ${told(paragraph, claim)}`);
    for (const claim of matched.distracted) say(`lured  ${paragraph.id} ${told(paragraph, claim)}`);
  }
}

function told({ text }: GoldParagraph, { chain, stance, content, quantity, draft }: ProposedClaim): string {
  const words = content.map(({ start, end }) => sliceCodePoints(text, start, end)).join(' … ');
  const number = quantity === null ? '' : ` ${quantity.wording}: ${draft.measure}`;
  return `${who(chain.map(({ resolved }) => resolved))} ${stance} “${words}”${number}`;
}

function who(chain: readonly (string | null)[]): string {
  return chain.length === 0 ? 'the outlet' : chain.map((name) => name ?? 'unnamed').join(' > ');
}
