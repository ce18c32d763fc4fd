/**
 * Walks the log once and finds every entry that speaks of a source's content: its capture, descriptions, copies,
 * custody, the claims read from it and what was decided about them. Judges nothing: `plan-erasure.ts` does.
 */
import type { Actor } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { ActorsJoined } from '../record/changes/of-claims.ts';
import type { CustodyRecorded } from '../record/changes/of-custody.ts';
import type { ErasureRemainder, SourceErased } from '../record/changes/of-sources.ts';
import type {
  ActorId,
  CaptureId,
  ClaimId,
  DecisionId,
  FindingId,
  IncidentId,
  LinkId,
  ListId,
  ListingId,
  PlaceId,
  PropositionId,
  SourceId,
} from '../record/id.ts';
import { type Link, sourcesOfLink } from '../record/link.ts';
import type { Change, LogEntry } from '../record/log-entry.ts';
import type { PeopleStatement } from '../record/people-decision.ts';
import type { Proposition } from '../record/proposition.ts';
import type { VoiceStatement } from '../record/voice-finding.ts';

/** What an entry brought in that others may refer to. */
export interface Definitions extends Pick<ErasureRemainder, 'tracing'> {
  readonly seq: number;
  /** The source with which the entry goes. */
  readonly source: SourceId;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
}

/** What persons put on record of one place or incident, over all its entries. */
export interface ToldOf {
  readonly entries: number[];
  readonly propositions: Set<PropositionId>;
  /** Words of sources for the place. */
  readonly wordings: Set<string>;
}

/** What the walk found. */
export interface ErasureScan {
  /** The numbers of the entries that go, by source: the one asked for first, then its parts. */
  readonly entries: ReadonlyMap<SourceId, number[]>;
  readonly captures: ReadonlyMap<CaptureId, SourceId>;
  readonly claims: ReadonlyMap<ClaimId, SourceId>;
  /** Links that lead from those that go or to them, each with the source with which it goes. */
  readonly links: ReadonlyMap<LinkId, SourceId>;
  /** Lists and listings that no other file tells, each with the source with which it goes. */
  readonly lists: ReadonlyMap<ListId | ListingId, SourceId>;
  readonly findings: readonly { readonly seq: number; readonly finding: VoiceStatement }[];
  readonly decisions: readonly { readonly seq: number; readonly decision: PeopleStatement }[];
  /** Places and incidents by id: their entries, and what those name. */
  readonly told: ReadonlyMap<PlaceId | IncidentId, ToldOf>;
  /** Entries that take a finding or a decision on people back. */
  readonly undoings: readonly { readonly seq: number; readonly finding: FindingId | DecisionId }[];
  /** What those entries brought in. */
  readonly definitions: readonly Definitions[];
  /** Sources whose bytes were taken out of those that go, and that stay. */
  readonly parts: readonly SourceId[];
  /** Captures of other sources out of which those that go were taken: their bytes still hold them. */
  readonly containers: readonly CaptureId[];
  /** Entries that stay although they name claims that go: they move other claims, too. */
  readonly mixed: readonly number[];
  /** What persons said of propositions: new wordings, and pairs that are held apart. */
  readonly judged: readonly { readonly seq: number; readonly propositions: readonly PropositionId[] }[];
  /** Decisions on whether an actor may be named. */
  readonly clearances: readonly { readonly seq: number; readonly actor: ActorId }[];
  readonly joins: readonly { readonly seq: number; readonly join: ActorsJoined }[];
  /** Earlier erasures that can be read. */
  readonly tombstones: readonly { readonly seq: number; readonly erased: SourceErased }[];
  /** Steps of custody that go with them. */
  readonly custody: readonly { readonly at: string; readonly recorded: CustodyRecorded }[];
}

type Draft = {
  -readonly [K in keyof ErasureScan]: ErasureScan[K] extends readonly (infer T)[]
    ? T[]
    : ErasureScan[K] extends ReadonlyMap<infer A, infer B>
      ? Map<A, B>
      : never;
} & ScanOptions & {
    /** Decisions on links: which of them go is known only at the end. */
    readonly linkReviews: { readonly seq: number; readonly link: LinkId }[];
    /** Lists and listings that files tell which stay. */
    readonly listed: Set<ListId | ListingId>;
  };

/** How far the walk goes. */
export interface ScanOptions {
  /** Attachments and members of an archive go with it. */
  readonly withParts: boolean;
  /** Ids that earlier erasures took away. */
  readonly gone: ReadonlySet<string>;
}

/**
 * Scans a log for a source.
 *
 * @param log all entries, oldest first
 * @example
 * const scan = await scanForErasure(desk.store.log(), source, { withParts: false, gone: new Set() });
 */
export async function scanForErasure(
  log: AsyncIterable<LogEntry>,
  source: SourceId,
  options: ScanOptions,
): Promise<ErasureScan> {
  const draft: Draft = {
    entries: new Map([[source, []]]),
    captures: new Map(),
    claims: new Map(),
    links: new Map(),
    lists: new Map(),
    listed: new Set(),
    findings: [],
    decisions: [],
    told: new Map(),
    undoings: [],
    linkReviews: [],
    definitions: [],
    parts: [],
    containers: [],
    mixed: [],
    judged: [],
    clearances: [],
    joins: [],
    tombstones: [],
    custody: [],
    ...options,
  };
  for await (const entry of log) if (entry.body !== null) look(draft, entry, entry.body);
  for (const { seq, link } of draft.linkReviews) {
    const of = draft.links.get(link);
    if (of !== undefined) goes(draft, seq, { source: of, actors: [], propositions: [] });
  }
  for (const id of draft.listed) draft.lists.delete(id);
  return draft;
}

function look(draft: Draft, { seq, at }: LogEntry, body: Change): void {
  switch (body.action) {
    case 'source-captured':
      admitPart(draft, body.capture);
      captured(draft, seq, body);
      return;
    case 'source-described':
      goes(draft, seq, { source: body.source.id, actors: body.actors, propositions: [] });
      return;
    case 'copy-stored':
      captured(draft, seq, { ...body, actors: [] });
      return;
    case 'custody-recorded':
      if (draft.entries.has(body.source)) draft.custody.push({ at, recorded: body });
      goes(draft, seq, { source: body.source, actors: [], propositions: [] });
      return;
    case 'claims-proposed': {
      const source = draft.captures.get(body.capture);
      if (source === undefined) return;
      for (const { id } of body.claims) draft.claims.set(id, source);
      goes(draft, seq, { source, actors: body.actors, propositions: body.propositions });
      return;
    }
    case 'claim-reviewed': {
      const source = draft.claims.get(body.claim);
      if (source !== undefined) goes(draft, seq, { source, actors: [], propositions: [] });
      return;
    }
    case 'claims-regrouped': {
      const found = body.claims.flatMap((claim) => draft.claims.get(claim) ?? []);
      const [source] = found;
      if (source === undefined) return;
      const others = body.claims.filter((claim) => !draft.claims.has(claim) && !draft.gone.has(claim));
      if (others.length > 0) draft.mixed.push(seq);
      else goes(draft, seq, { source, actors: [], propositions: body.propositions });
      return;
    }
    case 'proposition-reworded':
      draft.judged.push({ seq, propositions: [body.proposition] });
      return;
    case 'propositions-held-apart':
      draft.judged.push({ seq, propositions: body.pair });
      return;
    case 'actors-joined':
      draft.joins.push({ seq, join: body });
      return;
    case 'person-cleared':
    case 'clearance-withdrawn':
      if (body.person.kind === 'actor') draft.clearances.push({ seq, actor: body.person.actor });
      return;
    case 'links-proposed': {
      const { extractor, captures, links, actors } = body;
      const source = admitLinks(draft, links);
      if (source !== null)
        goes(draft, seq, { source, actors, propositions: [], tracing: { extractor, captures, links } });
      return;
    }
    case 'link-reviewed':
      draft.linkReviews.push({ seq, link: body.link });
      return;
    case 'voices-judged':
      draft.findings.push({ seq, finding: body.finding });
      return;
    case 'finding-undone':
      draft.undoings.push({ seq, finding: body.finding });
      return;
    case 'people-decided':
      draft.decisions.push({ seq, decision: body.decision });
      return;
    case 'people-decision-undone':
      draft.undoings.push({ seq, finding: body.decision });
      return;
    case 'list-imported': {
      const source = draft.captures.get(body.capture);
      for (const id of [body.list.id, ...body.listings.map((one) => one.id)])
        if (source === undefined) draft.listed.add(id);
        else draft.lists.set(id, source);
      if (source !== undefined) goes(draft, seq, { source, actors: [], propositions: [] });
      return;
    }
    case 'place-recorded':
      told(draft, seq, { id: body.place.id, propositions: [], wordings: body.wordings });
      return;
    case 'incident-recorded':
      told(draft, seq, { id: body.incident.id, propositions: body.propositions, wordings: [] });
      return;
    case 'source-erased':
      draft.tombstones.push({ seq, erased: body });
      for (const { tracing } of body.remainders) admitLinks(draft, tracing?.links ?? []);
      return;
    case 'checkpoint-anchored':
    case 'fixity-checked':
    case 'checkpoint-cosigned':
    case 'settings-changed':
    case 'record-imported':
    case 'estimate-recorded':
    case 'member-introduced':
    case 'compartment-changed':
    case 'record-sealed':
    case 'record-erased':
    case 'counts-released':
    case 'accesses-logged':
    case 'release-made':
    case 'release-approved':
      return;
    default:
      body satisfies never;
  }
}

function told(
  draft: Draft,
  seq: number,
  named: {
    readonly id: PlaceId | IncidentId;
    readonly propositions: readonly PropositionId[];
    readonly wordings: readonly string[];
  },
): void {
  const of = draft.told.get(named.id) ?? { entries: [], propositions: new Set(), wordings: new Set() };
  draft.told.set(named.id, of);
  of.entries.push(seq);
  for (const one of named.propositions) of.propositions.add(one);
  for (const one of named.wordings) of.wordings.add(one);
}

/** What was taken out of the bytes of a source that goes is a part of it. */
function admitPart(draft: Draft, { of, derivedFrom }: Capture): void {
  if (derivedFrom === null || draft.entries.has(of) || !draft.captures.has(derivedFrom)) return;
  if (draft.withParts) draft.entries.set(of, []);
  else if (!draft.parts.includes(of)) draft.parts.push(of);
}

/** Notes the links that go; gives the source of the first, or null when none does. */
function admitLinks(draft: Draft, links: readonly Link[]): SourceId | null {
  let first: SourceId | null = null;
  for (const link of links) {
    const source = sourcesOfLink(link).find((one) => draft.entries.has(one));
    if (source === undefined) continue;
    draft.links.set(link.id, source);
    first ??= source;
  }
  return first;
}

function captured(
  draft: Draft,
  seq: number,
  { capture, actors }: { readonly capture: Capture; readonly actors: readonly Actor[] },
): void {
  if (!draft.entries.has(capture.of)) return;
  draft.captures.set(capture.id, capture.of);
  const from = capture.derivedFrom;
  if (from !== null && !draft.captures.has(from)) draft.containers.push(from);
  goes(draft, seq, { source: capture.of, actors, propositions: [] });
}

function goes(draft: Draft, seq: number, found: Omit<Definitions, 'seq'>): void {
  const entries = draft.entries.get(found.source);
  if (entries === undefined) return;
  entries.push(seq);
  if (found.actors.length > 0 || found.propositions.length > 0 || found.tracing !== undefined)
    draft.definitions.push({ seq, ...found });
}

/**
 * Every id of an actor or proposition that stands as a whole value anywhere in a change; ids inside sentences are not
 * references.
 *
 * @example
 * const ids = referencesIn({ publisher: 'act_0123456789abcdefghjkmnpqrs' });
 */
export function referencesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 30 && (value.startsWith('act_') || value.startsWith('prp_'))) found.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, found);
  } else if (value !== null && typeof value === 'object') {
    for (const one of Object.values(value)) collect(one, found);
  }
}

/**
 * The actors that an actor's ties lead to, but for ties that rest on a claim that goes: those go with it.
 *
 * @example
 * withoutTies(actor, new Set([claim])).partOf;
 */
export function withoutTies(actor: Actor, claims: { has(id: ClaimId): boolean }): Actor {
  const stays = ({ claim }: { readonly claim: ClaimId | null; readonly to: ActorId }): boolean =>
    claim === null || !claims.has(claim);
  return {
    ...actor,
    partOf: actor.partOf.filter(stays),
    spokenForBy: actor.spokenForBy.filter(stays),
  };
}
