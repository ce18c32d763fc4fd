/** Writes the gazetteer's file: layout in src/text/gazetteer/place-file.ts, which reads it. Little-endian. */
import { foldPlace } from '../src/text/gazetteer/fold-place.ts';

/** A country or region with all its spellings; `code`: "SY" or "SY.09". */
export interface Line {
  readonly kind: 'country' | 'region';
  readonly code: string;
  readonly name: string;
  readonly spellings: readonly string[];
}

/** A city; degrees, persons. */
export interface City {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  /** "SY.09"; a code that no region has counts as none. */
  readonly region: string;
  readonly population: number;
  readonly capital: boolean;
}

/** All that goes into the file. */
export interface Packing {
  readonly countries: readonly Line[];
  readonly regions: readonly Line[];
  /** In the order in which they are numbered. */
  readonly cities: readonly City[];
  /** Towns too small to be listed: only their names count, as a warning. */
  readonly smaller: readonly { readonly name: string; readonly country: string }[];
  readonly about: Readonly<Record<string, string>>;
}

interface Meaning {
  /** Place number × 2, plus 1 where this is its main name. */
  readonly places: Map<number, boolean>;
  /** Countries with smaller towns of that name. */
  readonly smaller: Set<number>;
}

const BLOCK = 32;
const utf8 = new TextEncoder();

function varint(value: number, out: number[]): void {
  let rest = value;
  while (rest > 127) {
    out.push((rest & 127) | 128);
    rest >>>= 7;
  }
  out.push(rest);
}

function meanings({ countries, regions, cities, smaller }: Packing): Map<string, Meaning> {
  const found = new Map<string, Meaning>();
  const add = (spelling: string, place: number, main: boolean): void => {
    const folded = foldPlace(spelling);
    if (folded === '' || utf8.encode(folded).length > 80) return;
    const meaning = found.get(folded) ?? { places: new Map<number, boolean>(), smaller: new Set<number>() };
    meaning.places.set(place, main || (meaning.places.get(place) ?? false));
    found.set(folded, meaning);
  };
  for (const [at, line] of [...countries, ...regions].entries())
    for (const spelling of line.spellings)
      add(spelling, at, foldPlace(spelling) === foldPlace(line.name) || line.kind === 'country');
  const first = countries.length + regions.length;
  for (const [at, city] of cities.entries())
    for (const spelling of city.spellings)
      add(spelling, first + at, foldPlace(spelling) === foldPlace(city.name));
  const numbers = new Map(countries.map(({ code }, at) => [code, at]));
  for (const { name, country } of smaller) {
    const number = numbers.get(country);
    if (number !== undefined) found.get(foldPlace(name))?.smaller.add(number);
  }
  return found;
}

function bytewise(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

function dictionary(found: ReadonlyMap<string, Meaning>): {
  readonly blocks: number[];
  readonly names: number[];
} {
  const sorted = [...found]
    .map(([name, meaning]) => ({ name: utf8.encode(name), meaning }))
    .sort((a, b) => bytewise(a.name, b.name));
  const blocks: number[] = [];
  const names: number[] = [];
  let before = new Uint8Array();
  for (const [at, { name, meaning }] of sorted.entries()) {
    let shared = 0;
    if (at % BLOCK === 0) blocks.push(names.length);
    else
      while (shared < before.length && shared < name.length && before[shared] === name[shared]) shared += 1;
    names.push(shared, name.length - shared, ...name.subarray(shared));
    varint(meaning.places.size, names);
    for (const [place, main] of [...meaning.places].sort(([a], [b]) => a - b))
      varint(place * 2 + (main ? 1 : 0), names);
    varint(meaning.smaller.size, names);
    names.push(...[...meaning.smaller].sort((a, b) => a - b));
    before = name;
  }
  return { blocks, names };
}

const RECORD = 14;

function cityTable(packing: Packing): { readonly table: Uint8Array; readonly shown: number[] } {
  const { countries, regions, cities } = packing;
  const table = new Uint8Array(cities.length * RECORD);
  const view = new DataView(table.buffer);
  const shown: number[] = [];
  const country = new Map(countries.map(({ code }, at) => [code, at]));
  const region = new Map(regions.map(({ code }, at) => [code, at]));
  for (const [at, city] of cities.entries()) {
    const base = at * RECORD;
    view.setUint32(base, city.population, true);
    view.setUint32(base + 4, shown.length | ((city.capital ? 1 : 0) << 31), true);
    view.setUint16(base + 8, region.get(city.region) ?? 0xffff, true);
    view.setInt16(base + 10, Math.round(city.latitude * 100), true);
    view.setInt16(base + 12, Math.round(city.longitude * 100), true);
    const name = utf8.encode(city.name);
    shown.push(country.get(city.country) ?? 0xff, name.length, ...name);
  }
  return { table, shown };
}

/**
 * The bytes of the file.
 *
 * @example
 * packPlaces({ countries, regions, cities, smaller, about }).length;
 */
export function packPlaces(packing: Packing): Uint8Array {
  const { blocks, names } = dictionary(meanings(packing));
  const { table, shown } = cityTable(packing);
  const index = new Uint8Array(Uint32Array.from(blocks).buffer);
  const parts = [table, Uint8Array.from(shown), index, Uint8Array.from(names)];
  const head = utf8.encode(
    JSON.stringify({
      ...packing.about,
      countries: packing.countries.map(({ code, name }) => [code, name]),
      regions: packing.regions.map(({ code, name }) => [code, name]),
      cities: packing.cities.length,
      lengths: parts.map(({ length }) => length),
    }),
  );
  const bytes = new Uint8Array(8 + head.length + parts.reduce((sum, { length }) => sum + length, 0));
  bytes.set(utf8.encode('ORPL'));
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  let at = 8 + head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
