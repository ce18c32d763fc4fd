/**
 * A source of which a redacted copy exists is published by that copy alone: its other copies go, quotations are taken from the redacted text, and
 * words that were taken out are blocked wherever the record repeats them of this source. A quotation that does not stand in the
 * redacted copy is withheld.
 */

import type { Claim } from '../../record/claim.ts';
import { codePointLength, sliceCodePoints } from '../../record/code-points.ts';
import type { CaptureId, PropositionId, Sha256, SourceId } from '../../record/id.ts';
import { findPassage, type Passage, type Span } from '../../record/passage.ts';
import type { Proposition } from '../../record/proposition.ts';
import { BLOCK } from '../../record/redaction.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import { NO_HASH } from './release.ts';

/** The redacted copies of one source that are published. */
export interface RedactedCopies {
  /** The newest redacted text; null: only pictures were redacted. */
  readonly text: CaptureId | null;
  /** The newest redacted copy without text; null: only text was redacted. */
  readonly picture: CaptureId | null;
  /** What was taken out of the text of the original, code points; null: not known. */
  readonly spans: readonly Span[] | null;
}

export type Redactions = ReadonlyMap<SourceId, RedactedCopies>;

/** Stands for a quotation that does not stand in the redacted copy. */
export const QUOTE_REDACTED = 'quote withheld: the source is redacted';

/**
 * The record with redacted copies in the place of originals.
 *
 * @param texts normalised texts by their SHA-256
 * @example
 * withRedactions(snapshot, texts, new Map()) === snapshot; // true
 */
export function withRedactions(
  snapshot: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  redactions: Redactions,
): RecordSnapshot {
  if (redactions.size === 0) return snapshot;
  const kept = new Set([...redactions.values()].flatMap(({ text, picture }) => [text, picture]));
  const captures = new Map(
    [...snapshot.captures].filter(([id, { of }]) => !redactions.has(of) || kept.has(id)),
  );
  const passage = (from: Passage): Passage => {
    const of = snapshot.captures.get(from.capture)?.of;
    const copies = of === undefined ? undefined : redactions.get(of);
    if (copies === undefined || kept.has(from.capture)) return from;
    return fromCopy(from, copies, snapshot, texts);
  };
  const words = takenOut(snapshot, texts, redactions);
  const blocked = <T>(value: T, source: SourceId): T => blockOut(value, words.get(source) ?? []);
  const claims = new Map(
    [...snapshot.claims].map(([id, claim]) => [id, redactedClaim(claim, passage, blocked)]),
  );
  const sources = new Map([...snapshot.sources].map(([id, source]) => [id, blocked(source, id)]));
  const propositions = new Map<PropositionId, Proposition>();
  const told = tellersOf(snapshot);
  for (const [id, proposition] of snapshot.propositions) {
    const tellers = [...(told.get(id) ?? [])];
    // What another source says, too, is not hidden by a redaction of this one.
    const only = tellers.length > 0 && tellers.every((source) => redactions.has(source));
    propositions.set(
      id,
      only ? tellers.reduce((now, source) => blocked(now, source), proposition) : proposition,
    );
  }
  const links = new Map([...snapshot.links].filter(([, link]) => !touches(link, redactions, snapshot, kept)));
  return { ...snapshot, captures, claims, sources, propositions, links };
}

function fromCopy(
  from: Passage,
  { text: copy, picture }: RedactedCopies,
  snapshot: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): Passage {
  const sha256 = copy === null ? null : (snapshot.captures.get(copy)?.text?.sha256 ?? null);
  const text = sha256 === null ? undefined : texts.get(sha256);
  const original = texts.get(from.textSha256);
  if (copy === null || sha256 === null || text === undefined)
    return withheld(copy ?? picture ?? from.capture);
  const sameLength = original !== undefined && codePointLength(original) === codePointLength(text);
  const span = sameLength ? from : placeIn(from, text, sha256);
  if (span === null) return withheld(copy ?? picture ?? from.capture);
  const exact = sliceCodePoints(text, span.start, span.end);
  // Of the same length by chance, or cut out where the quotation stood: only blocks may differ.
  if (!sameButBlocks(from.exact, exact)) return withheld(copy ?? picture ?? from.capture);
  return {
    capture: copy,
    textSha256: sha256,
    start: span.start,
    end: span.end,
    exact,
    prefix: sliceCodePoints(text, Math.max(0, span.start - 32), span.start),
    suffix: sliceCodePoints(text, span.end, span.end + 32),
  };
}

function placeIn(from: Passage, text: string, sha256: Sha256): Span | null {
  const found = findPassage(from, text, sha256);
  return found.kind === 'orphan' ? null : found.span;
}

function sameButBlocks(before: string, after: string): boolean {
  const [a, b] = [[...before], [...after]];
  return a.length === b.length && b.every((point, at) => point === BLOCK || point === a[at]);
}

function withheld(capture: CaptureId): Passage {
  const exact = `[${QUOTE_REDACTED}]`;
  return {
    capture,
    textSha256: NO_HASH,
    start: 0,
    end: exact.length,
    exact,
    prefix: '',
    suffix: '',
  };
}

/** Words that were taken out, longest first, by source. */
function takenOut(
  snapshot: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  redactions: Redactions,
): ReadonlyMap<SourceId, readonly string[]> {
  const words = new Map<SourceId, string[]>();
  for (const { of, copy, text } of snapshot.captures.values()) {
    const spans = redactions.get(of)?.spans ?? null;
    const content = text === null || copy !== 'evidentiary' ? undefined : texts.get(text.sha256);
    if (spans === null || content === undefined) continue;
    const taken = spans
      .map(({ start, end }) => sliceCodePoints(content, start, end).trim())
      .filter((one) => codePointLength(one) > 1);
    words.set(of, [...(words.get(of) ?? []), ...taken]);
  }
  return new Map(
    [...words].map(([source, all]) => [source, [...new Set(all)].toSorted((a, b) => b.length - a.length)]),
  );
}

function blockOut<T>(value: T, words: readonly string[]): T {
  if (words.length === 0) return value;
  const sought = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+'));
  const found = new RegExp(sought.join('|'), 'giu');
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return one.replace(found, (word) => BLOCK.repeat([...word].length));
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, item]) => [key, CODES.has(key) ? item : walk(item)]),
    );
  };
  return walk(value) as T;
}

/** Keys that hold ids, hashes and codes, no words. */
const CODES = new Set([
  'id',
  'source',
  'proposition',
  'capture',
  'textSha256',
  'speaker',
  'publisher',
  'authors',
  'kind',
  'stance',
  'status',
  'handling',
  'revisionOf',
  'language',
  'lang',
  'narrowerThan',
  'measure',
  'answer',
  'supersedes',
  'connection',
  'anonymity',
  'force',
  'comparator',
  'unit',
  'decision',
]);

function redactedClaim(
  claim: Claim,
  passage: (from: Passage) => Passage,
  blocked: <T>(value: T, source: SourceId) => T,
): Claim {
  const bare = blocked({ ...claim, passages: [], chain: [] as Claim['chain'] }, claim.source);
  const chain = claim.chain.map((step) => {
    const at = step.passage === null ? null : passage(step.passage);
    const named = at !== null && at.exact !== step.passage?.exact ? at.exact : step.named;
    return { ...blocked({ ...step, passage: null, named }, claim.source), passage: at };
  });
  return { ...bare, chain, passages: claim.passages.map(passage) };
}

function tellersOf(snapshot: RecordSnapshot): ReadonlyMap<PropositionId, ReadonlySet<SourceId>> {
  const told = new Map<PropositionId, Set<SourceId>>();
  for (const { proposition, source } of snapshot.claims.values())
    told.set(proposition, (told.get(proposition) ?? new Set()).add(source));
  return told;
}

/** A link whose evidence stands in a copy that is not published: its words may be what was taken out. */
function touches(
  link: RecordSnapshot['links'] extends ReadonlyMap<unknown, infer L> ? L : never,
  redactions: Redactions,
  snapshot: RecordSnapshot,
  kept: ReadonlySet<CaptureId | null>,
): boolean {
  return [...link.evidence.from, ...link.evidence.to].some(({ capture }) => {
    const of = snapshot.captures.get(capture)?.of;
    return of !== undefined && redactions.has(of) && !kept.has(capture);
  });
}
