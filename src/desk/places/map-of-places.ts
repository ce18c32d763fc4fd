/** The map of some places, and how many of them are not on it. */
import { type DrawnMap, drawMap, type MapFrame, type MapShapes } from '../../dossier/map/draw-map.ts';
import type { PlaceRow } from './list-places.ts';

export interface PlacesMap {
  /** Null: none of them can be drawn. */
  readonly map: DrawnMap | null;
  /** Places not drawn because a person recorded them without coordinates: unknown, or withheld. */
  readonly withheld: number;
  /** Places not drawn because nobody has placed them. */
  readonly unplaced: number;
}

/**
 * Draws them.
 *
 * @example
 * mapOfPlaces(rows, shapes, { width: 720, height: 440 }).unplaced;
 */
export function mapOfPlaces(rows: readonly PlaceRow[], shapes: MapShapes, frame: MapFrame): PlacesMap {
  const placed = rows.flatMap((row) => (row.kind === null ? [] : [{ ...row, kind: row.kind }]));
  const map = drawMap(placed, shapes, frame);
  const drawn = new Set(map?.places.map(({ key }) => key));
  const missing = rows.filter(({ key }) => !drawn.has(key));
  const withheld = missing.filter(({ placing }) => placing === 'recorded').length;
  return { map, withheld, unplaced: missing.length - withheld };
}
