/** What a publication is made from, and the one view of it that pages, `record.json`, print and cards share. */
import type { LoggedEstimate } from '../record/estimate.ts';
import type { Sha256, SourceId } from '../record/id.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { buildView } from './build-view.ts';
import type { DossierAsset } from './dossier-file.ts';
import type { MapShapes } from './map/draw-map.ts';
import type { PublishedCounts } from './published-counts.ts';
import { publishedIncidents, type RecordedIncident } from './published-incidents.ts';
import { type PublishedPart, publishedPart } from './published-part.ts';
import { publishedPlaces, type RecordedPlace } from './published-places.ts';
import type { NameCover } from './release/name-cover.ts';
import { type Redactions, withRedactions } from './release/redacted-copies.ts';
import { release } from './release/release.ts';
import type { DossierOptions, View } from './view.ts';

export interface DossierInput {
  readonly snapshot: RecordSnapshot;
  /** Normalised texts by their SHA-256, as captures name them. A missing one is said on the page of its source. */
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Fonts and the like, put into `assets/`; see `DOSSIER_FONTS`. May be empty: system fonts are used then. */
  readonly assets: readonly DossierAsset[];
  readonly options: DossierOptions;
  /** Redacted copies that stand in the place of originals. */
  readonly redactions: Redactions;
  /** Hides the names of persons who are not cleared. */
  readonly cover: NameCover;
  /** What the reading of a source noted, for people: archived when, encoding guessed. Absent: none is shown. */
  readonly notes?: ReadonlyMap<SourceId, readonly string[]>;
  /** Estimates on record, oldest first. Absent: none. */
  readonly estimates?: readonly LoggedEstimate[];
  /** Places on record. Absent: none. */
  readonly places?: readonly RecordedPlace[];
  /** Incidents on record. Absent: none. */
  readonly incidents?: readonly RecordedIncident[];
  /** Released counts that were asked for. Absent: none. */
  readonly counts?: readonly PublishedCounts[];
  /** Shapes of the world. Absent: no map is drawn. */
  readonly shapes?: MapShapes;
}

/** Notes of published sources only. */
function openNotes(
  { notes }: DossierInput,
  published: PublishedPart,
): ReadonlyMap<SourceId, readonly string[]> {
  return new Map([...(notes ?? [])].filter(([source]) => published.record.sources.has(source)));
}

/**
 * What of the record may be let out, reckoned: pages, `record.json` and every exchange format are made from this alone.
 *
 * @example
 * const { view } = publishedView(input);
 */
export function publishedView(input: DossierInput): {
  readonly view: View;
  readonly estimates: readonly LoggedEstimate[];
} {
  const { texts, options, places = [] } = input;
  const snapshot = withRedactions(input.snapshot, texts, input.redactions);
  const published = publishedPart({ snapshot, texts, includeProposed: options.includeProposed });
  const released = release(published.record, texts, input.cover);
  return {
    view: buildView(published, released, options, {
      notes: openNotes(input, published),
      places,
      incidents: publishedIncidents(input.incidents ?? [], {
        whole: snapshot,
        open: published.record,
        places: new Set(publishedPlaces(places, released.record).map(({ id }) => id)),
      }),
      shapes: input.shapes ?? null,
      counts: input.counts ?? [],
    }),
    estimates: released.cover(input.estimates ?? []),
  };
}
