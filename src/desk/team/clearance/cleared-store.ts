/**
 * The record as somebody of a clearance sees it: a store that holds nothing of what is hidden from them, so that every use case,
 * asked over it, finds nothing and says "not found", in lists, figures, searches, histories and the log alike. Places and
 * incidents, which people word by hand, count as internal, and are hidden where only what is hidden speaks of them. Ciphertext of compartments is seen with the highest clearance alone.
 * The heads and proofs of the log stay those of the whole log: they tell how long it is.
 */
import type { Actor } from '../../../record/actor.ts';
import type { Claim, ClaimStatus } from '../../../record/claim.ts';
import type { Handling } from '../../../record/handling.ts';
import type { Action, LogEntry } from '../../../record/log-entry.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { RecordSnapshot } from '../../../record/snapshot.ts';
import type { Source } from '../../../record/source.ts';
import { sees } from '../../../record/team/clearance.ts';
import { type KnownRecord, knownAs, knownRecord, type OpenKnown } from '../../known/known-record.ts';
import { seenRecord } from '../../known/seen-record.ts';
import type {
  ChangeTaker,
  ClaimFilter,
  ClaimTally,
  RecordCounts,
  RecordStore,
  SaidSpan,
  SearchHits,
  SourceTally,
} from '../../ports/record-store.ts';
import { estimateKey, type HiddenThings, mentions, openHidden } from './hidden-things.ts';

/** Entries of these kinds are seen from this clearance on, whatever they name. */
const LEAST: Readonly<Partial<Record<Action, Handling>>> = {
  'place-recorded': 'internal',
  'incident-recorded': 'internal',
  'estimate-recorded': 'internal',
  'settings-changed': 'internal',
  'member-introduced': 'sealed',
  'compartment-changed': 'sealed',
  'record-sealed': 'sealed',
  'record-erased': 'sealed',
  'counts-released': 'sealed',
};

/**
 * A store for a clearance. What it does not name it hands through: every new method of the port is to be looked at here.
 *
 * @example
 * const store = clearedStore(desk.store, 'internal');
 * await store.source('src_…sealed'); // null
 */
export function clearedStore(store: RecordStore, clearance: Handling): RecordStore {
  const hidden = openHidden(store, clearance);
  const shown = async <T extends { readonly id: string }>(thing: Promise<T | null>): Promise<T | null> => {
    const found = await thing;
    return found === null || (await hidden()).has(found.id) ? null : found;
  };
  const all = async <T extends { readonly id: string }>(
    things: Promise<readonly T[]>,
  ): Promise<readonly T[]> => {
    const gone = await hidden();
    return gone.size === 0 ? things : (await things).filter(({ id }) => !gone.has(id));
  };
  const utterances: RecordStore['utterances'] = async (filter) => {
    const gone = await hidden();
    return (await store.utterances(filter)).filter(({ claim }) => !gone.has(claim));
  };
  const isSeen = (entry: LogEntry, gone: HiddenThings): boolean =>
    sees(clearance, LEAST[entry.action] ?? 'public') &&
    !gone.has(entry.subject) &&
    !gone.has(estimateKey(entry.seq)) &&
    !mentions(gone, entry.body);
  const entries = async (read: Promise<readonly LogEntry[]>): Promise<readonly LogEntry[]> => {
    const gone = await hidden();
    return (await read).filter((entry) => isSeen(entry, gone));
  };
  const actors = async (read: Promise<readonly Actor[]>): Promise<readonly Actor[]> => {
    const gone = await hidden();
    return (await all(read)).map((actor) => withoutHiddenTies(actor, gone));
  };
  const seen: OpenKnown = async () => {
    const [gone, known] = [await hidden(), await knownRecord(store)];
    if (gone.size === 0) return known;
    const { tallies } = gone;
    return seenRecord(known, {
      has: (id) => gone.has(id),
      tallies,
      shown: (actor) => withoutHiddenTies(actor, gone),
    });
  };
  const cleared: RecordStore = {
    append: (added) => store.append(added),
    source: async (id) => withoutHidden(await shown(store.source(id)), await hidden()),
    sources: async (ids) => {
      const gone = await hidden();
      return (await all(store.sources(ids))).map((source) => withoutHidden(source, gone));
    },
    capture: (id) => shown(store.capture(id)),
    captures: (filter) => all(store.captures(filter)),
    captureOfBytes: (sha256, record) => shown(store.captureOfBytes(sha256, record)),
    storedAmong: async (hashes) => {
      const held = await Promise.all(hashes.map((sha256) => shown(store.captureOfBytes(sha256))));
      return new Set(held.flatMap((one) => (one === null ? [] : [one.sha256])));
    },
    unreadCaptures: async (extractor) => {
      const gone = await hidden();
      return (await store.unreadCaptures(extractor)).filter((id) => !gone.has(id));
    },
    text: (sha256) => store.text(sha256),
    actor: async (id) => {
      const [found, gone] = [await shown(store.actor(id)), await hidden()];
      return found === null ? null : withoutHiddenTies(found, gone);
    },
    actors: () => actors(store.actors()),
    actorsNamed: (name) => actors(store.actorsNamed(name)),
    proposition: (id) => shown(store.proposition(id)),
    propositions: (filter) => all(store.propositions(filter)),
    changedSince: async (entry, to) => {
      if ((await hidden()).size === 0) return store.changedSince(entry, to);
      const at = (await store.head())?.seq ?? 0;
      await toldAnew(await seen(), to);
      return at;
    },
    claim: (id) => shown(store.claim(id)),
    claims: (filter) => seenClaims(store, hidden, filter ?? {}),
    utterances,
    link: (id) => shown(store.link(id)),
    links: (filter) => all(store.links(filter)),
    finding: (id) => shown(store.finding(id)),
    findings: () => all(store.findings()),
    lists: async () => {
      const gone = await hidden();
      return (await store.lists()).filter(({ list }) => !gone.has(list.id));
    },
    listing: async (id) => ((await hidden()).has(id) ? null : store.listing(id)),
    listings: async function* (list) {
      const gone = await hidden();
      if (list !== undefined && gone.has(list)) return;
      for await (const held of store.listings(list)) if (!gone.has(held.listing.id)) yield held;
    },
    decision: (id) => shown(store.decision(id)),
    decisions: () => all(store.decisions()),
    claimIdsBeginning: async (letters, limit) => {
      const gone = await hidden();
      if (gone.size === 0) return store.claimIdsBeginning(letters, limit);
      return (await store.claimIdsBeginning(letters, gone.size + limit))
        .filter((id) => !gone.has(id))
        .slice(0, limit);
    },
    countClaims: async (filter) => {
      const gone = await hidden();
      const { limit: _, after: __, ...conditions } = filter;
      if (gone.size === 0) return store.countClaims(filter);
      if (Object.keys(conditions).length === 0) return countsOf(await seen());
      return countedBy(await utterances(conditions));
    },
    tallies: async (statuses) =>
      (await hidden()).size === 0 ? store.tallies(statuses) : talliesOf(await seen(), statuses),
    sourceTallies: async () => {
      const gone = await hidden();
      return (await store.sourceTallies()).filter(({ source }: SourceTally) => !gone.has(source));
    },
    saidSpans: async (statuses) =>
      (await hidden()).size === 0 ? store.saidSpans(statuses) : spansOf(await utterances({ statuses })),
    search: (query, limit) => seenHits(store, hidden, { query, limit }),
    log: async function* (from, limit) {
      const gone = await hidden();
      for await (const entry of store.log(from, limit)) if (isSeen(entry, gone)) yield entry;
    },
    head: async () => {
      const head = await store.head();
      if (head === null || isSeen(head, await hidden())) return head;
      return { ...head, agent: '', subject: 'log', salt: null, body: null };
    },
    heads: async (after) => {
      const heads: Pick<LogEntry, 'seq' | 'action' | 'subject'>[] = [];
      for await (const { seq, action, subject } of cleared.log(after + 1))
        heads.push({ seq, action, subject });
      return heads;
    },
    entriesOf: async (source) => ((await hidden()).has(source) ? [] : entries(store.entriesOf(source))),
    entriesWith: (action) => entries(store.entriesWith(action)),
    settings: () => store.settings(),
    identity: store.identity,
    checkpoint: () => store.checkpoint(),
    inclusion: (seq, size) => store.inclusion(seq, size),
    consistency: (from, to) => store.consistency(from, to),
    counts: () => seenCounts(store, hidden, seen),
    past: async (position) => {
      // What was public then may be sealed now.
      if (sees(clearance, 'sealed')) return store.past(position);
      throw new OnRecordError(
        'not-found',
        'Earlier states of the record are read with the highest clearance.',
      );
    },
    snapshot: async () => seenSnapshot(await store.snapshot(), await hidden()),
    check: () => store.check(),
    ...(store.checksBeside === undefined ? {} : { checksBeside: store.checksBeside }),
    close: () => store.close(),
    ...sealedReadings(store, clearance),
  };
  knownAs(cleared, seen);
  return cleared;
}

/** What is hidden changes what was told before: everything is told anew. */
async function toldAnew(known: KnownRecord, to: ChangeTaker): Promise<void> {
  to.clear();
  for (const proposition of known.propositions()) {
    to.proposition(proposition);
    for (const tally of known.tallies(proposition.id)) to.tally(tally);
  }
  for (const actor of known.actors.values()) to.actor(actor, []);
}

type Hidden = () => Promise<HiddenThings>;

function sealedReadings(store: RecordStore, clearance: Handling) {
  const seen = sees(clearance, 'sealed');
  return {
    compartment: async (id) => (seen ? store.compartment(id) : null),
    compartments: async () => (seen ? store.compartments() : []),
    sealedState: async (id) => (seen ? store.sealedState(id) : null),
    sealedRecord: async (id) => (seen ? store.sealedRecord(id) : null),
    eachSealed: async (compartment, kind, each) =>
      seen ? store.eachSealed(compartment, kind, each) : undefined,
    recordKeys: async (compartment) => (seen ? store.recordKeys(compartment) : []),
    sealedBlobs: async () => (seen ? store.sealedBlobs() : []),
  } satisfies Partial<RecordStore>;
}

/** Of what it revises, when that is hidden, nothing is told. */
function withoutHidden<S extends Source | null>(source: S, gone: HiddenThings): S {
  return source?.revisionOf != null && gone.has(source.revisionOf) ? { ...source, revisionOf: null } : source;
}

/** What hidden claims say of an actor is not told either. */
function withoutHiddenTies(actor: Actor, gone: HiddenThings): Actor {
  if (gone.size === 0) return actor;
  const seen = <T extends { readonly to: string; readonly claim: string | null }>(
    ties: readonly T[],
  ): readonly T[] => ties.filter(({ to, claim }) => !gone.has(to) && (claim === null || !gone.has(claim)));
  return { ...actor, partOf: seen(actor.partOf), spokenForBy: seen(actor.spokenForBy) };
}

async function seenClaims(
  store: RecordStore,
  hidden: Hidden,
  filter: ClaimFilter,
): Promise<readonly Claim[]> {
  const gone = await hidden();
  if (gone.size === 0) return store.claims(filter);
  if (filter.source !== undefined && gone.has(filter.source)) return [];
  if (filter.after !== undefined && gone.has(filter.after)) return [];
  const { limit } = filter;
  const seen: Claim[] = [];
  let asked = filter;
  for (;;) {
    const some = await store.claims(asked);
    seen.push(...some.filter(({ id }) => !gone.has(id)));
    const last = some.at(-1);
    if (limit === undefined || seen.length >= limit || some.length < limit || last === undefined)
      return limit === undefined ? seen : seen.slice(0, limit);
    asked = { ...asked, after: last.id };
  }
}

async function seenHits(
  store: RecordStore,
  hidden: Hidden,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<SearchHits> {
  const gone = await hidden();
  for (let most = limit; ; most *= 4) {
    const { hits, whole } = await store.search(query, most);
    const seen = hits.filter(({ source }) => !gone.has(source));
    if (seen.length >= limit || hits.length < most) return { hits: seen.slice(0, limit), whole };
  }
}

function countedBy(claims: readonly { readonly status: ClaimStatus }[]): Record<ClaimStatus, number> {
  const counted = { proposed: 0, accepted: 0, rejected: 0, superseded: 0 };
  for (const { status } of claims) counted[status] += 1;
  return counted;
}

/** As the store tells them: in log order of the propositions. */
function talliesOf(known: KnownRecord, statuses: readonly ClaimStatus[]): readonly ClaimTally[] {
  const told: ClaimTally[] = [];
  for (const { id } of known.propositions()) {
    const of = new Map<string, ClaimTally>();
    for (const { status, claims, ...rest } of known.tallies(id)) {
      if (claims === 0 || !statuses.includes(status)) continue;
      const key = `${rest.stance} ${Number(rest.numbered)}`;
      of.set(key, { ...rest, claims: claims + (of.get(key)?.claims ?? 0) });
    }
    for (const key of [...of.keys()].sort()) told.push(of.get(key) as ClaimTally);
  }
  return told;
}

function countsOf(known: KnownRecord): Record<ClaimStatus, number> {
  return {
    proposed: known.claims('proposed'),
    accepted: known.claims('accepted'),
    rejected: known.claims('rejected'),
    superseded: known.claims('superseded'),
  };
}

function spansOf(utterances: Awaited<ReturnType<RecordStore['utterances']>>): readonly SaidSpan[] {
  const spans = new Map<string, SaidSpan>();
  for (const { proposition, saidAt } of utterances) {
    if (saidAt === null) continue;
    const { first, last } = spans.get(proposition) ?? { first: saidAt, last: saidAt };
    spans.set(proposition, {
      proposition,
      first: saidAt < first ? saidAt : first,
      last: saidAt > last ? saidAt : last,
    });
  }
  return [...spans.values()];
}

async function seenCounts(store: RecordStore, hidden: Hidden, known: OpenKnown): Promise<RecordCounts> {
  const counts = await store.counts();
  const gone = await hidden();
  if (gone.size === 0) return counts;
  const seen = <T extends { readonly id: string }>(things: readonly T[]): T[] =>
    things.filter(({ id }) => !gone.has(id));
  const captures = seen(await store.captures());
  return {
    sources: seen(await store.sources()).length,
    captures: captures.length,
    withoutText: captures.filter(({ text }) => text === null).length,
    actors: seen(await store.actors()).length,
    propositions: seen(await store.propositions()).length,
    claims: countsOf(await known()),
    entries: counts.entries,
  };
}

function seenSnapshot(snapshot: RecordSnapshot, gone: HiddenThings): RecordSnapshot {
  const seen = <K extends string, V>(things: ReadonlyMap<K, V>): ReadonlyMap<K, V> =>
    new Map([...things].filter(([id]) => !gone.has(id)));
  return {
    ...snapshot,
    sources: seen(snapshot.sources),
    captures: seen(snapshot.captures),
    actors: seen(snapshot.actors),
    propositions: seen(snapshot.propositions),
    claims: seen(snapshot.claims),
    links: seen(snapshot.links),
    findings: seen(snapshot.findings),
  };
}
