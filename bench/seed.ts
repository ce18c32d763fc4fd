/**
 * Scores the extractor on one real report: ../shared/seed/purge-2017.txt against what a careful reader accepts.
 * A claim is found when its passage overlaps the expected one (Jaccard of code points >= 0.5), with the same innermost
 * speaker (the whole chain where two are expected), stance and quantity. Wrong: a proposal with a speaker other than
 * the outlet that overlaps no expected passage, or overlaps one only with another speaker, stance or quantity.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProposedClaim } from '../src/text/proposed-claim.ts';
import { shippedReader } from './language/shipped-reader.ts';

interface ExpectedClaim {
  readonly id: string;
  readonly passage: { readonly start: number; readonly end: number };
  readonly chain: readonly { readonly speaker: string | null }[];
  readonly stance: string;
  readonly quantity?: {
    readonly low: number | null;
    readonly best: number | null;
    readonly high: number | null;
  };
}

interface Match {
  readonly overlap: number;
  readonly speaker: boolean;
  readonly stance: boolean;
  readonly quantity: boolean;
}

const reader = await shippedReader();
const folder = join(import.meta.dirname, '../../shared/seed');

function fold(name: string | null): string {
  return (name ?? '(anonymous)')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/^the /, '')
    .trim();
}

function jaccard(claim: ProposedClaim, expected: ExpectedClaim): number {
  const points = new Set<number>();
  for (const span of claim.content) for (let i = span.start; i < span.end; i += 1) points.add(i);
  let shared = 0;
  for (let i = expected.passage.start; i < expected.passage.end; i += 1) if (points.has(i)) shared += 1;
  const union = points.size + (expected.passage.end - expected.passage.start) - shared;
  return union === 0 ? 0 : shared / union;
}

function compare(claim: ProposedClaim, expected: ExpectedClaim): Match {
  const said = claim.chain.map((step) => fold(step.resolved));
  const meant = expected.chain.map((step) => fold(step.speaker));
  const speaker = meant.length > 1 ? said.join('>') === meant.join('>') : said.at(-1) === meant.at(-1);
  const q = claim.quantity;
  const e = expected.quantity;
  const quantity =
    (q?.low ?? null) === (e?.low ?? null) &&
    (q?.best ?? null) === (e?.best ?? null) &&
    (q?.high ?? null) === (e?.high ?? null);
  return { overlap: jaccard(claim, expected), speaker, stance: claim.stance === expected.stance, quantity };
}

function agrees(match: Match): boolean {
  return match.overlap >= 0.5 && match.speaker && match.stance && match.quantity;
}

function faults(match: Match): string {
  const wrong = [
    match.speaker ? '' : 'speaker',
    match.stance ? '' : 'stance',
    match.quantity ? '' : 'quantity',
  ].filter((w) => w !== '');
  return wrong.length === 0 ? '' : `other ${wrong.join(', ')}`;
}

function reportExpected(claims: readonly ProposedClaim[], expected: readonly ExpectedClaim[]): number {
  let found = 0;
  for (const one of expected) {
    const matches = claims
      .map((claim) => compare(claim, one))
      .sort((a, b) => Number(agrees(b)) - Number(agrees(a)) || b.overlap - a.overlap);
    const best = matches[0];
    const ok = best !== undefined && agrees(best);
    if (ok) found += 1;
    const detail =
      best === undefined || best.overlap === 0
        ? 'no overlap'
        : `overlap ${best.overlap.toFixed(2)} ${ok ? '' : faults(best)}`;
    console.log(`${ok ? 'found    ' : 'NOT FOUND'} ${one.id.padEnd(26)} ${detail}`);
  }
  return found;
}

function reportWrong(
  text: string,
  claims: readonly ProposedClaim[],
  expected: readonly ExpectedClaim[],
): number {
  const points = Array.from(text);
  let wrong = 0;
  for (const claim of claims) {
    if (claim.chain.length === 0) continue;
    const matches = expected.map((one) => compare(claim, one)).filter((match) => match.overlap > 0);
    if (matches.some((match) => match.speaker && match.stance && match.quantity)) continue;
    wrong += 1;
    const words = claim.content.map((span) => points.slice(span.start, span.end).join('')).join(' … ');
    const why = matches[0] === undefined ? 'no expected passage' : faults(matches[0]);
    console.log(
      `WRONG     ${claim.stance} ${claim.chain.map((s) => s.resolved ?? s.named).join(' > ')}: "${words}" (${why})`,
    );
  }
  return wrong;
}

if (!existsSync(folder)) {
  console.log(`skipped: ${folder} is not there`);
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  const text = readFileSync(join(folder, 'purge-2017.txt'), 'utf8');
  const expected = (
    JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { claims: ExpectedClaim[] }
  ).claims;
  const { claims } = reader.read({ text, publishedAt: null, outlet: null, language: null });
  const found = reportExpected(claims, expected);
  const wrong = reportWrong(text, claims, expected);
  console.log(JSON.stringify({ found, expected: expected.length, wrong }));
}
