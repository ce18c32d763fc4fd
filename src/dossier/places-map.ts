/** The map of some places with its key and what is not on it. Nothing is drawn for a place whose coordinates nobody put on record. */

import { type Content, html, joined, said } from './html.ts';
import { type DrawnMap, drawMap } from './map/draw-map.ts';
import { mapSvg } from './map/map-svg.ts';
import { placePath } from './paths.ts';
import { placeKindWords, precisionWords } from './place-words.ts';
import { counted } from './said-words.ts';
import type { PlaceGroup, View } from './view.ts';

const WIDE = { width: 880, height: 500 } as const;
const SMALL = { width: 520, height: 300 } as const;

function draw(view: View, places: readonly PlaceGroup[], frame: typeof WIDE | typeof SMALL): DrawnMap | null {
  if (view.shapes === null) return null;
  const known = places.flatMap(({ key, name, recorded }) =>
    recorded === null ? [] : [{ ...recorded, key, name, radiusKm: null }],
  );
  return drawMap(known, view.shapes, frame);
}

/**
 * The map as a figure with its key; null when nothing can be drawn.
 *
 * @param root way to the top folder, '' or '../'
 * @param size a map of the whole record is wide, that of one place small
 * @example
 * placesMap(view, '', { places: view.places, size: 'wide' });
 */
export function placesMap(
  view: View,
  root: '' | '../',
  { places, size }: { readonly places: readonly PlaceGroup[]; readonly size: 'wide' | 'small' },
): Content {
  const map = draw(view, places, size === 'wide' ? WIDE : SMALL);
  if (map === null) return null;
  const of = new Map(places.map((place) => [place.key, place]));
  const label = said('Map of places. The list of places says the same in words.');
  const svg = mapSvg(map, {
    id: 'map',
    label,
    hrefOf: (key) => `${root}${placePath(of.get(key)?.file ?? key)}`,
    sayOf: (key) => {
      const recorded = of.get(key)?.recorded ?? null;
      return recorded === null
        ? null
        : html`${said(placeKindWords(recorded.kind))}, ${said(precisionWords(recorded.precision))}`;
    },
  });
  const withheld = places.filter(({ recorded }) => recorded !== null && recorded.latitude === null).length;
  const unplaced = places.filter(({ recorded }) => recorded === null).length;
  const missing = [
    ...(withheld === 0 ? [] : [html`${counted(withheld, 'place')} on record without published coordinates`]),
    ...(unplaced === 0 ? [] : [html`${counted(unplaced, 'place')} that nobody has placed`]),
  ];
  return html`<figure class="place-map ${size}"><div class="drawn">${svg}</div><figcaption><span class="map-sign dot-sign">known place</span> <span class="map-sign area-sign">known as an area only</span>${
    missing.length === 0 || size === 'small'
      ? null
      : html`<span class="map-missing">Not on the map: ${joined(missing, '; ')}. Points and sites are never drawn.</span>`
  }<span class="map-source">Shapes of countries: Natural Earth, public domain. Borders as published there; they take no side.</span></figcaption></figure>`;
}
