/**
 * A map as paths and positions, for pages of the desk and of a dossier alike: the land around the places, areas for what is
 * known as an area, dots for what is known exactly, names that do not overlap. Pure: the shapes are handed in, nothing is
 * asked of anybody. Lambert's azimuthal equal-area projection around the places, so that areas compare; the whole world in
 * Equal Earth (Šavrič, Patterson, Jenny 2018) when the places lie far apart.
 */
import {
  type ExtendedFeature,
  type GeoPath,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoBounds,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import { type MapLabel, placeLabels } from './map-labels.ts';
import { formOf, type MapForm, type Whereabouts } from './place-on-map.ts';
import { largestPart, type WorldShapes } from './world-shapes.ts';

/** A place to be drawn; the weightier stand first in a list of them. */
export interface MapPlace extends Whereabouts {
  readonly key: string;
  readonly name: string;
}

export interface MapFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The same shapes twice. */
export interface MapShapes {
  /** 1:50 million. */
  readonly fine: WorldShapes;
  /** 1:110 million: for wide views; it lacks small countries. */
  readonly coarse: WorldShapes;
}

/** A place as drawn. Positions in pixels from the left and the top. */
export interface DrawnPlace {
  readonly key: string;
  readonly name: string;
  readonly form: MapForm['form'];
  /** Outline of the area; of a dot, the ring of its uncertainty. */
  readonly outline: string;
  readonly x: number;
  readonly y: number;
}

export interface DrawnMap extends MapFrame {
  readonly land: string;
  readonly borders: string;
  readonly places: readonly DrawnPlace[];
  readonly labels: readonly MapLabel[];
  /** A bar of so many kilometres is so many pixels long, in the middle of the map; null for the whole world. */
  readonly scale: { readonly km: number; readonly pixels: number } | null;
  /** Keys of places that were not drawn: nothing certain is known of where they lie, or it is withheld. */
  readonly notDrawn: readonly string[];
}

const EARTH_KM = 6371;
const MARGIN = 28;
/** Kilometres around a single town. */
const LEAST_VIEW_KM = 120;
/** Beyond this angle from the middle the whole world is shown. Degrees. */
const WORLD = 75;
/** Beyond this angle the coarse shapes are as good as the fine ones. Degrees. */
const COARSE = 15;
/** Pixels: a ring smaller than its dot is not seen. */
const DOT = 4;

/**
 * Draws the places; null when none of them can be drawn.
 *
 * @example
 * drawMap(places, shapes, { width: 720, height: 440 })?.notDrawn; // keys of places without coordinates
 */
export function drawMap(places: readonly MapPlace[], shapes: MapShapes, frame: MapFrame): DrawnMap | null {
  const found = places.map((place) => ({ place, shape: shapeOf(formOf(place), shapes.fine) }));
  const drawn = found.flatMap(({ place, shape }) => (shape === null ? [] : [{ place, ...shape }]));
  if (drawn.length === 0) return null;
  const view = viewOf(
    drawn.map(({ form, feature }) => (form === 'country' ? largestPart(feature) : feature)),
    frame,
  );
  const ground = view.wide ? shapes.coarse : shapes.fine;
  const path = geoPath(view.projection).digits(1);
  const marks = drawn.map(({ place, form, feature }) => {
    const coarse = view.wide && form === 'country' ? ground.country(place.country ?? '') : null;
    return markOf({ place, form, feature: coarse ?? feature }, path);
  });
  return {
    ...frame,
    land: path(ground.land) ?? '',
    borders: path(ground.borders) ?? '',
    places: marks,
    labels: placeLabels(
      marks.map(({ key, name, x, y, form }) => ({ key, text: name, x, y, gap: form === 'dot' ? 8 : 2 })),
      frame,
    ),
    scale: view.world ? null : scaleBar(view.projection, frame),
    notDrawn: found.flatMap(({ place, shape }) => (shape === null ? [place.key] : [])),
  };
}

interface Shaped {
  readonly form: MapForm['form'];
  readonly feature: ExtendedFeature;
}

function shapeOf(form: MapForm | null, shapes: WorldShapes): Shaped | null {
  if (form === null) return null;
  if (form.form === 'country') {
    const feature = shapes.country(form.country);
    return feature === null ? null : { form: 'country', feature };
  }
  const circle = geoCircle()
    .center([form.longitude, form.latitude])
    .radius(degrees(form.radiusKm))
    .precision(4)();
  return { form: form.form, feature: { type: 'Feature', properties: null, geometry: circle } };
}

function degrees(km: number): number {
  return (km / EARTH_KM) * (180 / Math.PI);
}

interface View {
  readonly projection: GeoProjection;
  readonly world: boolean;
  /** So much is shown that coarse shapes will do. */
  readonly wide: boolean;
}

/** The middle of all that is drawn, and as much around it as is needed. */
function viewOf(features: readonly ExtendedFeature[], { width, height }: MapFrame): View {
  const centres = features.map((one) => geoCentroid(one));
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: centres });
  const known = Number.isFinite(middle[0]) ? middle : (centres[0] ?? [0, 0]);
  const corners = features.flatMap((one) => {
    const [[west, south], [east, north]] = geoBounds(one);
    return [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ] as [number, number][];
  });
  const reach = Math.max(...corners.map((corner) => geoDistance(known, corner))) * (180 / Math.PI);
  if (reach > WORLD) {
    const world = geoEqualEarth().fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      { type: 'Sphere' },
    );
    return { projection: world, world: true, wide: true };
  }
  const least = geoCircle().center(known).radius(degrees(LEAST_VIEW_KM))();
  const all = {
    type: 'FeatureCollection' as const,
    features: [...features, { type: 'Feature' as const, properties: null, geometry: least }],
  };
  const projection = geoAzimuthalEqualArea()
    .rotate([-known[0], -known[1]])
    .clipAngle(Math.min(140, reach + 60))
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      all,
    )
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
  return { projection, world: false, wide: reach > COARSE };
}

function markOf({ place, form, feature }: Shaped & { readonly place: MapPlace }, path: GeoPath): DrawnPlace {
  const [x, y] = path.centroid(form === 'country' ? largestPart(feature) : feature);
  const outline = form === 'dot' && path.area(feature) < Math.PI * DOT * DOT ? '' : (path(feature) ?? '');
  return { key: place.key, name: place.name, form, outline, x: round(x), y: round(y) };
}

/** A round length between a tenth and a third of the width. */
function scaleBar(projection: GeoProjection, { width, height }: MapFrame): DrawnMap['scale'] {
  const middle = projection.invert?.([width / 2, height / 2]);
  const beside = projection.invert?.([width / 2 + 100, height / 2]);
  if (middle == null || beside == null) return null;
  const kmPerPixel = (geoDistance(middle, beside) * EARTH_KM) / 100;
  const most = kmPerPixel * (width / 3.5);
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((step) => step * power).find((one) => one <= most) ?? power;
  return { km, pixels: round(km / kmPerPixel) };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
