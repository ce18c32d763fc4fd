/**
 * Plans the erasure of a source: which entries lose body and salt, which ids cease to be, and what entries that stay still
 * need of those that go. Changes nothing. What a person was called stays only where another entry speaks of the
 * same actor; a name that an earlier erasure had to keep goes as soon as nothing refers to it any more.
 */
import type { Actor } from '../record/actor.ts';
import type { CaptureId, SourceId } from '../record/id.ts';
import type { ErasureRemainder, SourceErased } from '../record/log-entry.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Proposition } from '../record/proposition.ts';
import { findSourceEver, tombstonesOf } from './custody/find-source.ts';
import { type ErasureScan, referencesIn, scanForErasure, withoutTies } from './erasure-scan.ts';
import type { RecordStore } from './ports/record-store.ts';

/** A copy that left the vault and that no erasure reaches. */
export interface GivenAway {
  readonly source: SourceId;
  readonly kind: 'exported' | 'transferred' | 'copied';
  /** ISO 8601 instant or day, as recorded. */
  readonly on: string;
  /** Null: not said. */
  readonly to: string | null;
}

/** A tombstone without its reason; `instead`: the reason of the earlier one that it replaces. */
export interface PlannedTombstone extends Omit<SourceErased, 'action' | 'reason'> {
  readonly instead: string | null;
}

export interface ErasurePlan {
  readonly source: SourceId;
  /** Entries of the log that it was planned on. */
  readonly head: number;
  /** One for each source that goes, then one for each earlier erasure that must be written anew. */
  readonly tombstones: readonly PlannedTombstone[];
  /** Sources that go: the one asked for first. */
  readonly sources: readonly SourceId[];
  readonly counts: {
    readonly entries: number;
    readonly captures: number;
    readonly claims: number;
    /** Actors and propositions that nothing else speaks of. */
    readonly actors: number;
    readonly propositions: number;
  };
  /** Sources taken out of its bytes (attachments, members of an archive) that stay. */
  readonly parts: readonly SourceId[];
  /** Sources whose bytes hold these bytes and stay: the mail it was attached to, the archive. */
  readonly containers: readonly SourceId[];
  /** Numbers of entries that stay and name its claims beside others; their reasons stay readable. */
  readonly mixed: readonly number[];
  /** Joins of two actors that are taken back, because one of them goes. */
  readonly unjoined: number;
  readonly givenAway: readonly GivenAway[];
}

export interface ErasureOptions {
  /** Attachments and members of an archive go with it. */
  readonly withParts: boolean;
}

/**
 * Plans an erasure.
 *
 * @param source id or its beginning
 * @throws OnRecordError `not-found`; `bad-usage` when it was erased before, with the day
 * @example
 * const plan = await planErasure(desk.store, 'src_7d2', { withParts: false });
 */
export async function planErasure(
  store: RecordStore,
  source: string,
  options: ErasureOptions,
): Promise<ErasurePlan> {
  const id = await findSourceEver(store, source);
  await refuseErased(store, id);
  const head = (await store.head())?.seq ?? 0;
  const gone = new Set((await tombstonesOf(store)).flatMap(({ erased }) => erased.gone));
  const scan = await scanForErasure(store.log(), id, { withParts: options.withParts, gone });
  const kept = await keptIds(store, scan);
  const all = candidates(scan);
  const doomed = new Set<string>(
    [...all.actors, ...all.propositions].map(({ id }) => id).filter((one) => !kept.has(one)),
  );
  const isGone: IsGone = ({ id: one }) => doomed.has(one);
  // A join says who an actor is: it goes with an actor that goes.
  const joins = scan.joins.filter(({ join }) => doomed.has(join.kept) || doomed.has(join.absorbed));
  const tombstones = [...ownTombstones(scan, isGone, joins), ...renewedTombstones(scan, isGone)];
  return {
    source: id,
    head,
    tombstones,
    sources: [...scan.entries.keys()],
    counts: {
      entries: new Set(tombstones.flatMap(({ instead, entries }) => (instead === null ? entries : []))).size,
      captures: scan.captures.size,
      claims: scan.claims.size,
      actors: goneOf([{ actors: all.actors, propositions: [] }], isGone).length,
      propositions: goneOf([{ actors: [], propositions: all.propositions }], isGone).length,
    },
    parts: scan.parts,
    containers: await containersOf(store, scan.containers),
    mixed: scan.mixed,
    unjoined: joins.length,
    givenAway: givenAwayOf(scan),
  };
}

async function refuseErased(store: RecordStore, id: SourceId): Promise<void> {
  const before = (await tombstonesOf(store)).find(({ erased }) => erased.source === id);
  if (before === undefined) return;
  const first = (await store.entriesOf(id)).find(({ action }) => action === 'source-erased') ?? before.entry;
  throw new OnRecordError(
    'bad-usage',
    `This source was erased on ${first.at.slice(0, 10)} (entry ${first.seq}): there is nothing left to erase.`,
    { subject: id },
  );
}

interface Things {
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
}

/** Actors and propositions that entries brought in which go now, or went before and had to leave them. */
function candidates(scan: ErasureScan): Things {
  const all: readonly Things[] = [
    ...scan.definitions,
    ...scan.tombstones.flatMap(({ erased }) => erased.remainders),
  ];
  return {
    actors: all.flatMap(({ actors }) => actors).map((actor) => withoutTies(actor, scan.claims)),
    propositions: all.flatMap(({ propositions }) => propositions),
  };
}

/** Ids of candidates that entries which stay refer to, and what those in turn refer to. */
async function keptIds(store: RecordStore, scan: ErasureScan): Promise<ReadonlySet<string>> {
  const { actors, propositions } = candidates(scan);
  const refers = new Map<string, Set<string>>();
  for (const thing of [...actors, ...propositions]) {
    const known = refers.get(thing.id) ?? new Set();
    for (const id of referencesIn(thing)) known.add(id);
    refers.set(thing.id, known);
  }
  const going = new Set([...scan.entries.values()].flat());
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id) || !refers.has(id)) return;
    kept.add(id);
    for (const next of refers.get(id) ?? []) keep(next);
  };
  if (refers.size === 0) return kept;
  for await (const { seq, body } of store.log()) {
    if (body === null || going.has(seq)) continue;
    if (body.action === 'actors-joined' || body.action === 'source-erased') continue;
    for (const id of referencesIn(body)) keep(id);
  }
  return kept;
}

type IsGone = (thing: { readonly id: string }) => boolean;

function ownTombstones(
  scan: ErasureScan,
  isGone: IsGone,
  joins: ErasureScan['joins'],
): readonly PlannedTombstone[] {
  return [...scan.entries].map(([source, entries], index) => {
    const own = scan.definitions.filter((one) => one.source === source);
    const ofSource = <K extends string>(map: ReadonlyMap<K, SourceId>): readonly string[] =>
      [...map].flatMap(([id, of]) => (of === source ? [id] : []));
    return {
      source,
      entries: [...entries, ...(index === 0 ? joins.map(({ seq }) => seq) : [])].toSorted((a, b) => a - b),
      gone: [source, ...ofSource(scan.captures), ...ofSource(scan.claims), ...goneOf(own, isGone)],
      remainders: remaindersOf(own, isGone, scan),
      instead: null,
    };
  });
}

/** An earlier erasure that left something which goes now: written anew without it, and itself erased. */
function renewedTombstones(scan: ErasureScan, isGone: IsGone): readonly PlannedTombstone[] {
  return scan.tombstones.flatMap(({ seq, erased }) => {
    const gone = goneOf(erased.remainders, isGone);
    if (gone.length === 0 && !leadsAway(erased.remainders, isGone)) return [];
    return [
      {
        source: erased.source,
        entries: [...erased.entries, seq],
        gone: [...new Set([...erased.gone, ...gone])],
        remainders: remaindersOf(erased.remainders, isGone, scan),
        instead: erased.reason,
      },
    ];
  });
}

/** A tie that rested on a claim that goes may lead to an actor that goes. */
function leadsAway(things: readonly Things[], isGone: IsGone): boolean {
  const ties = things.flatMap(({ actors }) =>
    actors.flatMap(({ partOf, spokenForBy }) => [...partOf, ...spokenForBy]),
  );
  return ties.some(({ to }) => isGone({ id: to }));
}

function goneOf(things: readonly Things[], isGone: IsGone): readonly string[] {
  const all = [...things.flatMap((one) => one.propositions), ...things.flatMap((one) => one.actors)];
  return [...new Set(all.filter(isGone).map(({ id }) => id))];
}

function remaindersOf(
  things: readonly (Things & { readonly seq: number })[],
  isGone: IsGone,
  scan: ErasureScan,
): readonly ErasureRemainder[] {
  return things.flatMap(({ seq, actors, propositions }) => {
    const left = {
      seq,
      actors: actors.filter((one) => !isGone(one)).map((one) => withoutTies(one, scan.claims)),
      propositions: propositions.filter((one) => !isGone(one)),
    };
    return left.actors.length + left.propositions.length === 0 ? [] : [left];
  });
}

async function containersOf(
  store: RecordStore,
  captures: readonly CaptureId[],
): Promise<readonly SourceId[]> {
  const found = await Promise.all(captures.map((id) => store.capture(id)));
  return [...new Set(found.flatMap((capture) => (capture === null ? [] : [capture.of])))];
}

function givenAwayOf(scan: ErasureScan): readonly GivenAway[] {
  return scan.custody.flatMap(({ at, recorded: { source, event } }) =>
    event.kind === 'exported' || event.kind === 'transferred' || event.kind === 'copied'
      ? [{ source, kind: event.kind, on: event.on ?? at, to: event.to }]
      : [],
  );
}
