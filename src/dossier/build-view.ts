/** From a published record to what the pages need: every figure reckoned once, everything in a fixed order. */

import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import type { SourceId } from '../record/id.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { Source } from '../record/source.ts';
import { actorsInOrder } from './actor-order.ts';
import { sayOf } from './card/card-words.ts';
import { firstDay } from './edtf-words.ts';
import { plainLine } from './html.ts';
import type { MapShapes } from './map/draw-map.ts';
import { placeFinder, placeGroups } from './place-groups.ts';
import { inOrder } from './proposition-weight.ts';
import type { PublishedCounts } from './published-counts.ts';
import type { PublishedIncident } from './published-incidents.ts';
import { NONE_REJECTED, type PublishedPart } from './published-part.ts';
import { publishedPlaces, type RecordedPlace } from './published-places.ts';
import { reckonRecord } from './reckon-record.ts';
import type { Release } from './release/release.ts';
import type { DossierOptions, PropositionView, View } from './view.ts';

function gathered<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Orders by day, unknown days last, ties as they stand. */
function byDay<T>(items: readonly T[], dayOf: (item: T) => string | null): readonly T[] {
  return items
    .map((item, index) => ({ item, index, day: firstDay(dayOf(item)) ?? '9999-99-99' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.index - b.index))
    .map(({ item }) => item);
}

function citingOf(record: RecordSnapshot): ReadonlyMap<SourceId, readonly Claim[]> {
  const citing = new Map<SourceId, Set<Claim>>();
  for (const claim of record.claims.values()) {
    const passages = [...claim.passages, ...claim.chain.flatMap((step) => step.passage ?? [])];
    const sources = new Set(passages.flatMap((passage) => record.captures.get(passage.capture)?.of ?? []));
    for (const source of sources) citing.set(source, (citing.get(source) ?? new Set<Claim>()).add(claim));
  }
  const start = (claim: Claim): number => claim.passages[0]?.start ?? 0;
  return new Map(
    [...citing].map(([source, claims]) => [source, [...claims].sort((a, b) => start(a) - start(b))]),
  );
}

/** What the record is about, from its largest figure; used when the caller gives no title. */
function titleOf(options: DossierOptions, propositions: readonly PropositionView[]): string {
  const given = options.title?.trim() ?? '';
  if (given !== '') return given;
  const places = propositions.flatMap((item) => item.proposition.scope.place ?? []);
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const leading = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const say = sayOf({ options });
  return leading === undefined
    ? say('A record of claims')
    : plainLine(say('What is on record about {}', leading), 100);
}

function propositionViews(
  published: PublishedPart,
  asOf: string,
): {
  readonly views: readonly PropositionView[];
  readonly responses: View['responses'];
  readonly states: View['states'];
  readonly timeline: View['timeline'];
} {
  const { record } = published;
  const claims = gathered(record.claims.values(), (claim) => claim.proposition);
  const reckoned = reckonRecord(record, published.rejectedUtterances, asOf);
  const views = [...record.propositions.values()].flatMap((proposition): readonly PropositionView[] => {
    const own = claims.get(proposition.id) ?? [];
    const figures = reckoned.byProposition.get(proposition.id);
    if (figures === undefined) return [];
    const ordered = byDay(own, (claim) => claim.saidAt);
    const unreviewed = own.some((claim) => claim.status === 'proposed');
    const rejected = published.rejected.get(proposition.id) ?? NONE_REJECTED;
    return [{ proposition, claims: ordered, unreviewed, rejected, ...figures }];
  });
  const { responses, states, timeline } = reckoned;
  return { views: inOrder(views), responses, states, timeline };
}

/** What a publication is made from beside the record. */
export interface Beside {
  readonly notes: View['notes'];
  readonly places: readonly RecordedPlace[];
  /** Those that may be published. */
  readonly incidents: readonly PublishedIncident[];
  readonly shapes: MapShapes | null;
  readonly counts: readonly PublishedCounts[];
}

const NOTHING_BESIDE: Beside = { notes: new Map(), places: [], incidents: [], shapes: null, counts: [] };

/**
 * Reckons and orders everything for the pages.
 *
 * @example
 * const view = buildView(published, release(published.record, texts, cover), options);
 */
export function buildView(
  published: PublishedPart,
  { record, texts, withheld, cover }: Release,
  options: DossierOptions,
  beside: Beside = NOTHING_BESIDE,
): View {
  // Reckoned from what is written, shown as it is released: to hide a name moves no figure.
  const asOf = options.generatedAt.slice(0, 10);
  const { views, responses, states, timeline } = cover(propositionViews(published, asOf));
  const actors = actorsInOrder(record);
  const incidents = cover(byDay(beside.incidents, (incident) => incident.when?.edtf ?? null));
  const places = placeGroups({
    propositions: views,
    recorded: publishedPlaces(beside.places, record),
    incidents,
  });
  const sources: readonly Source[] = byDay([...record.sources.values()], (source) => source.publishedAt);
  const captures: readonly Capture[] = [...record.captures.values()];
  return {
    published: { unreviewed: published.unreviewed, leftOut: published.leftOut },
    record,
    texts,
    withheld,
    options,
    title: cover(titleOf(options, views)),
    propositions: views,
    claimsOf: gathered(record.claims.values(), (claim) => claim.source),
    citing: citingOf(record),
    capturesOf: gathered(captures, (capture) => capture.of),
    sources,
    sourceNumber: new Map(sources.map((source, index) => [source.id, index + 1])),
    actors,
    places,
    placeOf: placeFinder(places),
    incidents,
    shapes: beside.shapes,
    counts: cover(beside.counts),
    notes: cover(beside.notes),
    states: states.toSorted((a, b) => a.byName.localeCompare(b.byName, 'en')),
    asOf,
    responses: responses.toSorted((a, b) => a.byName.localeCompare(b.byName, 'en')),
    timeline,
  };
}
