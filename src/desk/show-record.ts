/** The record at a glance, and one thing of it opened. */
import type { Actor } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { SourceId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Source } from '../record/source.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import { findById } from './find-by-id.ts';
import { listClaims } from './list-claims.ts';
import { listResponses, type ResponseView } from './list-responses.ts';
import { type Lookup, openLookup } from './lookup.ts';
import type { RecordCounts } from './ports/record-store.ts';
import { type PropositionFigures, reckonPropositions } from './reckon-propositions.ts';

export interface SourceView {
  readonly source: Source;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly captures: readonly Capture[];
}

export interface RecordView {
  readonly counts: RecordCounts;
  readonly includeProposed: boolean;
  /** Propositions that count people or places, the most spoken-of first. */
  readonly figures: readonly PropositionFigures[];
  /** The other propositions, the most spoken-of first. */
  readonly others: readonly PropositionFigures[];
  readonly propositionsInAll: number;
  readonly responses: readonly ResponseView[];
  /** Sources without text: what the figures cannot rest on. An archive whose pages were read is none. */
  readonly withoutText: readonly SourceView[];
  /** Proposals that are not counted here. */
  readonly waiting: number;
}

/**
 * The record at a glance.
 *
 * @example
 * const view = await showRecord(desk, { includeProposed: false });
 */
export async function showRecord(
  desk: Desk,
  query: { readonly includeProposed: boolean },
): Promise<RecordView> {
  const reckoned = await reckonPropositions(desk, { ...query, limit: 60 });
  const { responses } = await listResponses(desk, query);
  const counts = await desk.store.counts();
  const spoken = reckoned.propositions.filter(({ proposition }) => proposition.kind !== 'response');
  return {
    counts,
    includeProposed: query.includeProposed,
    figures: spoken.filter(({ toll }) => toll !== null && toll.used.length > 0),
    others: spoken.filter(({ toll }) => toll === null || toll.used.length === 0),
    propositionsInAll: reckoned.fitting,
    responses,
    withoutText: counts.withoutText === 0 ? [] : await sourcesWithoutText(desk, reckoned.lookup),
    waiting: reckoned.waiting,
  };
}

async function sourcesWithoutText(desk: Desk, lookup: Lookup): Promise<readonly SourceView[]> {
  const captures = await desk.store.captures();
  const opened = new Set(captures.map(({ derivedFrom }) => derivedFrom));
  const without = captures.filter(({ text, id }) => text === null && !opened.has(id));
  const views: SourceView[] = [];
  for (const id of new Set(without.map(({ of }) => of))) {
    const view = await viewSource(desk, lookup, id);
    if (view !== null) views.push(view);
  }
  return views;
}

/**
 * All sources, in the order in which they came in.
 *
 * @example
 * const sources = await listSources(desk);
 */
export async function listSources(desk: Desk): Promise<readonly SourceView[]> {
  const lookup = openLookup(desk.store);
  const views: SourceView[] = [];
  for (const { id } of await desk.store.sources()) {
    const view = await viewSource(desk, lookup, id);
    if (view !== null) views.push(view);
  }
  return views;
}

async function viewSource(desk: Desk, lookup: Lookup, id: SourceId): Promise<SourceView | null> {
  const source = await lookup.source(id);
  if (source === null) return null;
  const authors: string[] = [];
  for (const author of source.authors) authors.push((await lookup.nameOf(author)) ?? 'unknown');
  return {
    source,
    publisher: await lookup.nameOf(source.publisher),
    authors,
    captures: await desk.store.captures({ source: id }),
  };
}

/** One thing opened. */
export type ItemView =
  | {
      readonly kind: 'source';
      readonly source: SourceView;
      readonly claims: readonly ClaimView[];
      readonly waiting: number;
    }
  | { readonly kind: 'claim'; readonly claim: ClaimView }
  | {
      readonly kind: 'proposition';
      readonly figures: PropositionFigures | null;
      readonly claims: readonly ClaimView[];
      readonly waiting: number;
    }
  | {
      readonly kind: 'actor';
      readonly actor: Actor;
      readonly claims: readonly ClaimView[];
      readonly waiting: number;
    };

/**
 * Opens a source, capture, claim, proposition or actor by its id or the beginning of it.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const item = await showItem(desk, 'clm_k3v9', { includeProposed: true });
 */
export async function showItem(
  desk: Desk,
  text: string,
  query: { readonly includeProposed: boolean },
): Promise<ItemView> {
  const found = await findById(desk.store, text, ['clm', 'src', 'prp', 'act', 'cap']);
  const lookup = openLookup(desk.store);
  switch (found.kind) {
    case 'clm': {
      const claim = present(await desk.store.claim(found.id), found.id);
      return { kind: 'claim', claim: await viewClaim(claim, lookup) };
    }
    case 'prp': {
      const { propositions } = await reckonPropositions(desk, { ...query, proposition: found.id });
      const { claims, waiting } = await listClaims(desk, { ...query, proposition: found.id });
      return { kind: 'proposition', figures: propositions[0] ?? null, claims, waiting };
    }
    case 'act': {
      const actor = present(await desk.store.actor(found.id), found.id);
      const { claims, waiting } = await listClaims(desk, { ...query, speaker: found.id });
      return { kind: 'actor', actor, claims, waiting };
    }
    case 'src':
    case 'cap': {
      const id = found.kind === 'src' ? found.id : present(await desk.store.capture(found.id), found.id).of;
      const source = present(await viewSource(desk, lookup, id), id);
      const { claims, waiting } = await listClaims(desk, { ...query, source: id });
      return { kind: 'source', source, claims, waiting };
    }
    default:
      return found satisfies never;
  }
}

function present<T>(value: T | null, id: string): T {
  if (value === null)
    throw new OnRecordError(
      'not-found',
      'The record no longer holds this: it was erased, or joined to another.',
      { subject: id },
    );
  return value;
}
