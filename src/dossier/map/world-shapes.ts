/** Shapes of countries out of Natural Earth's files as the package world-atlas has them; the files are handed in. */
import { type ExtendedFeature, geoArea } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import iso from '../../../vocab/iso-3166-1.json' with { type: 'json' };

/** A file of world-atlas, parsed: countries-110m.json or countries-50m.json. */
export type WorldFile = Parameters<typeof feature>[0];

export interface WorldShapes {
  /** The shape of a country by ISO 3166-1 alpha-2; null when the file has none. */
  country(code: string): ExtendedFeature | null;
  /** All land. */
  readonly land: ExtendedFeature;
  /** Borders between countries, without coasts, as published. */
  readonly borders: ReturnType<typeof mesh>;
}

interface Shape extends ExtendedFeature {
  readonly id?: string | number;
  readonly properties: { readonly name?: string } | null;
}

/** Countries that ISO gives no number. */
const BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XK' };
const BY_NUMBER = new Map(iso.codes.map(({ code, numeric }) => [numeric, code]));

/**
 * Reads a file.
 *
 * @throws Error when it has no countries and land
 * @example
 * worldShapes(JSON.parse(text)).country('IS')?.type; // 'Feature'
 */
export function worldShapes(file: WorldFile): WorldShapes {
  const { countries, land } = file.objects;
  if (countries?.type !== 'GeometryCollection' || land === undefined)
    throw new Error('These are no shapes of countries: take countries-50m.json of world-atlas.');
  const shapes = new Map<string, Shape>();
  for (const one of feature(file, countries).features as Shape[]) {
    const code = BY_NUMBER.get(String(one.id ?? '').padStart(3, '0')) ?? BY_NAME[one.properties?.name ?? ''];
    if (code !== undefined) shapes.set(code, one);
  }
  return {
    country: (code) => shapes.get(code) ?? null,
    land: feature(file, land) as unknown as ExtendedFeature,
    borders: mesh(file, countries as Parameters<typeof mesh>[1], (a, b) => a !== b),
  };
}

/**
 * The largest part of a shape: what a map is fitted to, so that islands on the other side of the world do not make it small.
 *
 * @example
 * largestPart(france).geometry?.type; // 'Polygon'
 */
export function largestPart(shape: ExtendedFeature): ExtendedFeature {
  if (shape.geometry?.type !== 'MultiPolygon') return shape;
  const parts = shape.geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const [largest] = parts.toSorted((a, b) => geoArea(b) - geoArea(a));
  return largest === undefined ? shape : { type: 'Feature', properties: null, geometry: largest };
}
