/**
 * Plans the erasure of a source: which entries lose body and salt, which ids cease to be, and what entries that stay still
 * need of those that go. Changes nothing. What a person was called stays only where another entry speaks of the
 * same actor; a name that an earlier erasure had to keep goes as soon as nothing refers to it any more.
 */
import type { Actor } from '../record/actor.ts';
import type { ErasureRemainder, SourceErased } from '../record/changes/of-sources.ts';
import { type CaptureId, isId, type SourceId } from '../record/id.ts';
import type { Action } from '../record/log-entry.ts';
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
    /** Links between it and other reports, or from it to somebody. */
    readonly links: number;
    /** Entries of lists of people that no other file tells. */
    readonly listings: number;
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
  /** Joins of two actors, findings about two voices and decisions on two listings that are taken back, because one of them goes. */
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
  const findings = goneFindings(scan, isGone);
  const told = goneTold(scan, await store.propositions(), isGone);
  const said = scan.judged.filter(({ propositions }) => propositions.some((one) => doomed.has(one)));
  const cleared = scan.clearances.filter(({ actor }) => doomed.has(actor));
  const judged = [
    ...[...joins, ...said, ...cleared].map(({ seq }) => seq),
    ...findings.entries,
    ...told.entries,
  ];
  const own = ownTombstones(scan, isGone, { entries: judged, ids: [...findings.ids, ...told.ids] });
  const tombstones = [...own, ...renewedTombstones(scan, isGone)];
  return {
    source: id,
    head,
    tombstones,
    sources: [...scan.entries.keys()],
    counts: {
      entries: new Set(tombstones.flatMap(({ instead, entries }) => (instead === null ? entries : []))).size,
      captures: scan.captures.size,
      claims: scan.claims.size,
      links: scan.links.size,
      listings: [...scan.lists.keys()].filter((id) => isId('listing', id)).length,
      actors: goneOf([{ actors: all.actors, propositions: [] }], isGone).length,
      propositions: goneOf([{ actors: [], propositions: all.propositions }], isGone).length,
    },
    parts: scan.parts,
    containers: await containersOf(store, scan.containers),
    mixed: [...new Set([...scan.mixed, ...told.mixed])].toSorted((a, b) => a - b),
    unjoined: joins.length + findings.ids.length,
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

/** A finding says who a voice is, a decision who a listing is: it goes with what it names, and so does what took it back. */
function goneFindings(
  scan: ErasureScan,
  isGone: IsGone,
): { readonly entries: number[]; readonly ids: string[] } {
  const maps: readonly ReadonlyMap<string, unknown>[] = [scan.entries, scan.claims, scan.links];
  const goes = (id: string | null): boolean =>
    id !== null && (isGone({ id }) || maps.some((map) => map.has(id)));
  const found = scan.findings.filter(({ finding: { a, b, proposition } }) => [a, b, proposition].some(goes));
  const decided = scan.decisions.filter(({ decision: { a, b } }) => scan.lists.has(a) || scan.lists.has(b));
  const ids: string[] = [
    ...found.map(({ finding }) => finding.id),
    ...decided.map(({ decision }) => decision.id),
  ];
  const undone = scan.undoings.filter(({ finding }) => ids.includes(finding));
  return { entries: [...found, ...decided, ...undone].map(({ seq }) => seq), ids };
}

/**
 * Places and incidents are in a person's words, which may repeat what is erased. One of which nothing that stays speaks goes
 * whole; the entries of one that names both stay, and are told.
 */
function goneTold(
  scan: ErasureScan,
  all: readonly Proposition[],
  isGone: IsGone,
): { readonly entries: number[]; readonly ids: string[]; readonly mixed: number[] } {
  const found = { entries: [] as number[], ids: [] as string[], mixed: [] as number[] };
  const wordingsIn = (some: readonly Proposition[]): ReadonlySet<string | null> =>
    new Set(some.map(({ scope }) => scope.place));
  const lost = wordingsIn(all.filter(isGone));
  const left = wordingsIn(all.filter((one) => !isGone(one)));
  for (const [id, { entries, propositions, wordings }] of scan.told) {
    const names = [
      ...all.filter(({ id: one }) => propositions.has(one)).map(isGone),
      ...[...wordings].flatMap((one) => (left.has(one) ? [false] : lost.has(one) ? [true] : [])),
    ];
    if (!names.includes(true)) continue;
    if (names.includes(false)) found.mixed.push(...entries);
    else {
      found.entries.push(...entries);
      found.ids.push(id);
    }
  }
  return found;
}

interface Things extends Pick<ErasureRemainder, 'tracing'> {
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
}

function broughtIn(scan: ErasureScan): readonly Things[] {
  return [...scan.definitions, ...scan.tombstones.flatMap(({ erased }) => erased.remainders)];
}

/** Actors and propositions that entries brought in which go now, or went before and had to leave them. */
function candidates(scan: ErasureScan): Things {
  const all = broughtIn(scan);
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
  for (const { tracing } of broughtIn(scan)) {
    for (const link of tracing?.links ?? [])
      if (!scan.links.has(link.id)) for (const id of referencesIn(link)) keep(id);
  }
  for await (const { seq, body } of store.log()) {
    if (body === null || going.has(seq)) continue;
    if (NO_REFERENCE.has(body.action)) continue;
    for (const id of referencesIn(body)) keep(id);
  }
  return kept;
}

/** Entries that say who somebody is or may be named, places, incidents and tombstones, and releases, keep nothing by naming it. */
const NO_REFERENCE: ReadonlySet<Action> = new Set<Action>([
  'actors-joined',
  'voices-judged',
  'place-recorded',
  'incident-recorded',
  'proposition-reworded',
  'propositions-held-apart',
  'person-cleared',
  'clearance-withdrawn',
  'source-erased',
  'release-made',
  'release-approved',
]);

type IsGone = (thing: { readonly id: string }) => boolean;

function ownTombstones(
  scan: ErasureScan,
  isGone: IsGone,
  judged: { readonly entries: readonly number[]; readonly ids: readonly string[] },
): readonly PlannedTombstone[] {
  return [...scan.entries].map(([source, entries], index) => {
    const own = scan.definitions.filter((one) => one.source === source);
    const ofSource = <K extends string>(map: ReadonlyMap<K, SourceId>): readonly string[] =>
      [...map].flatMap(([id, of]) => (of === source ? [id] : []));
    return {
      source,
      entries: [...entries, ...(index === 0 ? judged.entries : [])].toSorted((a, b) => a - b),
      gone: [
        source,
        ...ofSource(scan.captures),
        ...ofSource(scan.claims),
        ...ofSource(scan.links),
        ...ofSource(scan.lists),
        ...(index === 0 ? judged.ids : []),
        ...goneOf(own, isGone),
      ],
      remainders: remaindersOf(own, isGone, scan),
      instead: null,
    };
  });
}

/** An earlier erasure that left something which goes now: written anew without it, and itself erased. */
function renewedTombstones(scan: ErasureScan, isGone: IsGone): readonly PlannedTombstone[] {
  return scan.tombstones.flatMap(({ seq, erased }) => {
    const gone = goneOf(erased.remainders, isGone);
    const traced = erased.remainders.flatMap(({ tracing }) => tracing?.links ?? []);
    const unlinked = traced.some(({ id }) => scan.links.has(id));
    if (gone.length === 0 && !unlinked && !leadsAway(erased.remainders, isGone)) return [];
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
  return things.flatMap(({ seq, actors, propositions, tracing }) => {
    const traced = tracingLeft(tracing, scan);
    const left = {
      seq,
      actors: actors.filter((one) => !isGone(one)).map((one) => withoutTies(one, scan.claims)),
      propositions: propositions.filter((one) => !isGone(one)),
      ...(traced === undefined ? {} : { tracing: traced }),
    };
    const nothing = left.actors.length + left.propositions.length === 0 && traced === undefined;
    return nothing ? [] : [left];
  });
}

/** What was traced in sources that stay. */
function tracingLeft(tracing: Things['tracing'], scan: ErasureScan): Things['tracing'] {
  if (tracing === undefined) return undefined;
  const links = tracing.links.filter(({ id }) => !scan.links.has(id));
  const captures = tracing.captures.filter((id) => !scan.captures.has(id));
  return links.length + captures.length === 0 ? undefined : { ...tracing, links, captures };
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
