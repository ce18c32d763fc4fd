/**
 * Scores the reader of `src/text` on the reports of `bench/reports`: fictional texts in the styles that reporting on
 * mass abuse is written in, each with what a careful reader accepts. `dev` prints every miss and every wrong proposal
 * with its reason; `held-out` prints totals alone, so that nobody fits the program to it. Without an argument: both.
 * It refuses to score a report whose expected words do not stand at their positions.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sliceCodePoints } from '../src/record/code-points.ts';
import { shippedReader } from './language/shipped-reader.ts';
import {
  type Bounds,
  type FairReading,
  type MachineClaim,
  type ReaderClaim,
  type Score,
  scoreClaims,
} from './score-claims.ts';

interface Anchor {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

interface WrittenReading {
  readonly passage: Anchor;
  readonly chain: readonly { readonly speaker: string | null }[];
  readonly stance: string;
  readonly quantity?: Bounds | null;
}

interface WrittenClaim extends WrittenReading {
  readonly id: string;
  readonly alternatives?: readonly Partial<WrittenReading>[];
  readonly optional?: boolean;
}

interface WrittenReport {
  readonly source: string;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly claims: readonly WrittenClaim[];
}

interface Totals {
  readonly found: number;
  readonly expected: number;
  readonly wrong: number;
}

const reader = await shippedReader();
const REPORTS = join(import.meta.dirname, 'reports');
const SETS = { dev: 'dev', 'held-out': 'heldOut' } as const;
type SetName = keyof typeof SETS;

function fairReading(written: WrittenReading): FairReading {
  return {
    spans: [{ start: written.passage.start, end: written.passage.end }],
    chain: written.chain.map((step) => step.speaker),
    stance: written.stance,
    quantity: written.quantity ?? null,
  };
}

function readerClaim(written: WrittenClaim): ReaderClaim {
  return {
    name: written.id,
    ...fairReading(written),
    alternatives: (written.alternatives ?? []).map((other) => fairReading({ ...written, ...other })),
    optional: written.optional ?? false,
  };
}

/** Ids of the claims whose words do not stand where they should. */
function misplaced(text: string, claims: readonly WrittenClaim[]): readonly string[] {
  return claims
    .filter((claim) =>
      [claim, ...(claim.alternatives ?? [])].some(
        ({ passage }) => passage && sliceCodePoints(text, passage.start, passage.end) !== passage.exact,
      ),
    )
    .map((claim) => claim.id);
}

function machineClaims(text: string, report: WrittenReport): readonly MachineClaim[] {
  const { claims } = reader.read({
    text,
    publishedAt: report.publishedAt,
    outlet: report.outlet,
    language: 'en',
  });
  return claims.map((claim) => ({
    words: claim.content.map((span) => sliceCodePoints(text, span.start, span.end)).join(' … '),
    spans: claim.content,
    chain: claim.chain.map((step) => step.resolved),
    stance: claim.stance,
    quantity: claim.quantity,
  }));
}

function totalsOf(score: Score): Totals {
  const owed = score.verdicts.filter((verdict) => !verdict.claim.optional);
  return {
    found: owed.filter((verdict) => verdict.found).length,
    expected: owed.length,
    wrong: score.wrong.length,
  };
}

function printReport(name: string, score: Score): void {
  const { found, expected, wrong } = totalsOf(score);
  console.log(`${name}: ${found} of ${expected} found, ${wrong} wrong`);
  for (const { claim, found: hit, nearest } of score.verdicts) {
    if (claim.optional) continue;
    const why = nearest ? `${nearest.differs}; nearest “${nearest.claim.words}”` : 'nothing overlaps';
    console.log(hit ? `   found   ${claim.name}` : `   missed  ${claim.name} (${claim.stance}): ${why}`);
  }
  for (const { claim, because } of score.wrong) {
    const who = claim.chain.map((name) => name ?? 'unnamed').join(' > ');
    console.log(`   wrong   ${who} ${claim.stance} “${claim.words}” (${because})`);
  }
}

function scoreSet(set: SetName): Totals {
  const folder = join(REPORTS, set);
  const sum = { found: 0, expected: 0, wrong: 0 };
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith('.expected.json'))
    .sort()) {
    const report = JSON.parse(readFileSync(join(folder, file), 'utf8')) as WrittenReport;
    const text = readFileSync(join(folder, report.source), 'utf8');
    const lost = misplaced(text, report.claims);
    if (lost.length > 0)
      throw new Error(`${set}/${file}: the words of ${lost.join(', ')} do not stand at their positions`);
    const score = scoreClaims(report.claims.map(readerClaim), machineClaims(text, report));
    if (set === 'dev') printReport(report.source, score);
    const totals = totalsOf(score);
    sum.found += totals.found;
    sum.expected += totals.expected;
    sum.wrong += totals.wrong;
  }
  console.log(`${set}: ${sum.found} of ${sum.expected} found, ${sum.wrong} wrong`);
  return sum;
}

const asked = process.argv.slice(2);
const known = Object.keys(SETS) as SetName[];
const unknown = asked.filter((name) => !known.some((set) => set === name));
if (unknown.length > 0) {
  console.error(`no such set: ${unknown.join(', ')}; give dev, held-out, or nothing for both`);
  process.exitCode = 2;
} else {
  const sets = known.filter((set) => asked.length === 0 || asked.includes(set));
  console.log(JSON.stringify(Object.fromEntries(sets.map((set) => [SETS[set], scoreSet(set)]))));
}
