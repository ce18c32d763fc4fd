/**
 * The reader's figures against the batches of `gold/figures-1` to `-8`: fictional paragraphs of twenty registers written for
 * this alone, each batch first read before the rules were mended on it (gold/README.md has those first readings).
 * `--misses=1` lists what is missed and what is wrong in batch 1.
 */
import { sliceCodePoints } from '../../src/record/code-points.ts';
import type { ProposedClaim } from '../../src/text/proposed-claim.ts';
import { givesQuantity } from './gold/match.ts';
import {
  FIGURE_BATCHES,
  type FigureBatch,
  faultsOf,
  type GoldParagraph,
  type GoldQuantity,
  readGold,
} from './gold/paragraph.ts';
import { secondReading } from './gold/second-reading.ts';
import { formOf, fractionOf } from './gold/tally.ts';
import type { Context, Figures, Part } from './part.ts';
import { shippedReader } from './shipped-reader.ts';

interface Count {
  hits: number;
  of: number;
}

/** What was read of one batch. */
export interface FigureScore {
  /** Owed figures whose bounds and measure a proposal gives, of all owed. */
  readonly all: Count;
  /** The same by the form of the figure and by register. */
  readonly parts: ReadonlyMap<string, Count>;
  readonly missed: readonly (readonly [GoldParagraph, GoldQuantity])[];
  /** Proposals with a number of people that no figure of the paragraph has. */
  readonly wrong: readonly (readonly [GoldParagraph, ProposedClaim])[];
}

type Read = (paragraph: GoldParagraph) => readonly ProposedClaim[];

/** Figures of the batches: found, and wrong. */
export const FIGURES: Part = {
  name: 'figures',
  about:
    'how many, done to whom: own fictional paragraphs in eight batches; the judge learnt from the first five',
  async run(context) {
    const reader = await shippedReader();
    const read: Read = ({ text, publishedAt, outlet }) =>
      reader.read({ text, publishedAt, outlet, language: 'en' }).claims;
    const { paragraphs, first, second, both } = secondReading();
    context.say(
      `a second reading of ${paragraphs} paragraphs, blind: ${both} figures the same of ${first} and ${second}`,
    );
    return Object.assign(
      { second_reading_f1: fractionOf({ hits: 2 * both, of: first + second }) },
      ...FIGURE_BATCHES.map((batch) => told(batch, scoreFigures(batch, read), context)),
    );
  },
};

/**
 * Reads one batch.
 *
 * @example
 * scoreFigures('figures-1', ({ text }) => reader.read({ text, publishedAt: null, outlet: null, language: 'en' }).claims);
 */
export function scoreFigures(batch: FigureBatch, read: Read): FigureScore {
  const paragraphs = readGold(batch);
  const faults = paragraphs.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`${batch}: ${faults.slice(0, 5).join('; ')}`);
  const all = { hits: 0, of: 0 };
  const parts = new Map<string, Count>();
  const missed: [GoldParagraph, GoldQuantity][] = [];
  const wrong: [GoldParagraph, ProposedClaim][] = [];
  for (const paragraph of paragraphs) {
    const claims = read(paragraph);
    const figures = paragraph.relations.flatMap(({ quantities }) => quantities);
    const free = new Set(claims);
    for (const figure of figures.filter(({ optional }) => !optional)) {
      const giver = [...free].find((claim) => holds(claim, figure) && givesQuantity(claim, figure));
      const found = giver !== undefined || claims.some((claim) => listsName(claim, figure));
      if (!found) missed.push([paragraph, figure]);
      else if (giver !== undefined) free.delete(giver);
      for (const count of [all, at(parts, formOf(figure)), at(parts, `in ${paragraph.register}`)]) {
        count.of += 1;
        if (found) count.hits += 1;
      }
    }
    for (const claim of claims)
      if (
        claim.quantity !== null &&
        !figures.some((figure) => givesQuantity(claim, figure) || listsName(claim, figure))
      )
        wrong.push([paragraph, claim]);
  }
  return { all, parts, missed, wrong };
}

/** Whether the proposal's words, its counted speaker's among them, reach the figure's: where its clause ends is another question. */
function holds({ content, chain }: ProposedClaim, { start, end }: GoldQuantity): boolean {
  const speaker = chain.at(-1)?.span ?? null;
  return [...content, ...(speaker === null ? [] : [speaker])].some(
    (span) => span.start < end && start < span.end,
  );
}

/** Whether a list of names, which counts as so many, has this one. */
function listsName(
  { quantity, draft }: ProposedClaim,
  { single, text, measure, measureAlso = [] }: GoldQuantity,
): boolean {
  const several = single && quantity !== null && (quantity.best ?? 0) > 1 && quantity.low === quantity.high;
  return (
    several &&
    [measure, ...measureAlso].some((fair) => fair === draft.measure) &&
    quantity.wording.includes(text)
  );
}

function at(parts: Map<string, Count>, name: string): Count {
  const count = parts.get(name) ?? { hits: 0, of: 0 };
  parts.set(name, count);
  return count;
}

function told(batch: FigureBatch, { all, parts, missed, wrong }: FigureScore, { say }: Context): Figures {
  say(`${batch}: ${all.hits} of ${all.of} figures found, ${wrong.length} wrong`);
  for (const [name, { hits, of }] of [...parts].sort(([a], [b]) => a.localeCompare(b)))
    say(`  ${name.padEnd(24)} ${String(hits).padStart(4)} of ${String(of).padStart(4)}`);
  if (process.argv.includes(batch.replace('figures-', '--misses='))) {
    for (const [{ id, register }, { text, measure }] of missed)
      say(`  missed ${id} ${register}: ${text}: ${measure}`);
    for (const [{ id, text }, { content, quantity, draft }] of wrong) {
      const words = content.map(({ start, end }) => sliceCodePoints(text, start, end)).join(' … ');
      say(`  wrong  ${id} ${quantity?.wording}: ${draft.measure} “${words}”`);
    }
  }
  const name = batch.replace('figures-', 'batch_');
  const f1 = fractionOf({ hits: 2 * all.hits, of: all.of + all.hits + wrong.length });
  return { [name]: fractionOf(all), [`${name}_wrong`]: wrong.length, [`${name}_f1`]: f1 };
}
