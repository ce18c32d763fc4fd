/**
 * Reads the gazetteer's file (models/places-1.bin, built by training/places.ts from GeoNames, CC BY 4.0): countries,
 * first-level regions, cities of 15,000 people. Nothing is unpacked at opening but the head; a name is found by halving in a
 * sorted, front-coded list, so that opening costs a few milliseconds and the memory is the file's.
 *
 * Layout, little-endian: "ORPL", u32 length of the head, the head (JSON: source, licence, countries, regions, lengths of
 * the four parts), then cities (14 bytes each: u32 population, u32 place of the name with bit 31 for a capital, u16
 * region, i16 latitude and longitude in hundredths of a degree), their shown names (u8 country, u8 length, UTF-8), u32
 * offsets of blocks of 32 names, and the names (u8 bytes shared with the one before, u8 further bytes, those bytes, then
 * the places and the countries with smaller towns of that name).
 */

/** What a listed place is. */
export type PlaceRank = 'country' | 'region' | 'city';

/** A place of the world. */
export interface WorldPlace {
  readonly rank: PlaceRank;
  /** GeoNames' main name; for a country the common English one. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First-level region: "SY.09" in GeoNames' codes; null for countries and where unknown. */
  readonly region: string | null;
  /** Persons; null for countries and regions. */
  readonly population: number | null;
  /** WGS 84 degrees to two places; null for countries and regions. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly capital: boolean;
}

/** What a name may mean. */
export interface PlaceMeaning {
  readonly place: WorldPlace;
  /** The name is its main name, not another spelling. */
  readonly main: boolean;
}

/** All that a name may mean. */
export interface Meanings {
  readonly places: readonly PlaceMeaning[];
  /** ISO codes of countries with smaller towns of that name, which are not listed. */
  readonly smaller: ReadonlySet<string>;
}

/** WGS 84 degrees. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** An open gazetteer. */
export interface Gazetteer {
  /** Source and licence as the file states them. */
  readonly source: string;
  readonly licence: string;
  /** What a folded name (fold-place.ts) may mean; null when it is not listed. */
  find(folded: string): Meanings | null;
  /** Shown name of a country by its ISO code; null when there is none. */
  countryName(code: string): string | null;
  /** Shown name of a region by its code; null when there is none. */
  regionName(code: string): string | null;
  /** Where the listed towns of a region ("SY.09") or country ("SY") lie: WGS 84 degrees. Walks the whole file. */
  townsOf(code: string): readonly Spot[];
}

interface Head {
  readonly source: string;
  readonly licence: string;
  readonly countries: readonly (readonly [string, string])[];
  readonly regions: readonly (readonly [string, string])[];
  readonly cities: number;
  readonly lengths: readonly number[];
}

interface Parts {
  readonly head: Head;
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly cities: number;
  readonly shown: number;
  readonly index: number;
  readonly blocks: number;
  readonly names: number;
}

const RECORD = 14;
const BLOCK = 32;
/** Reads copies: a decoder refuses memory that threads share. */
const utf8 = new TextDecoder();

function partsOf(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || utf8.decode(bytes.slice(0, 4)) !== 'ORPL')
    throw new Error('this is no list of places: it must begin with ORPL; take models/places-1.bin');
  const length = view.getUint32(4, true);
  const head = JSON.parse(utf8.decode(bytes.slice(8, 8 + length))) as Head;
  const cities = 8 + length;
  const [cityBytes = 0, shownBytes = 0, indexBytes = 0, nameBytes = 0] = head.lengths;
  const shown = cities + cityBytes;
  const index = shown + shownBytes;
  const names = index + indexBytes;
  if (names + nameBytes !== bytes.length)
    throw new Error('the list of places is cut short: take models/places-1.bin again');
  return { head, view, bytes, cities, shown, index, blocks: indexBytes / 4, names };
}

/** Compares a wanted name with bytes: below 0 when it sorts before. */
function compare(wanted: Uint8Array, bytes: Uint8Array, at: number, length: number): number {
  const until = Math.min(wanted.length, length);
  for (let i = 0; i < until; i += 1) {
    const difference = (wanted[i] ?? 0) - (bytes[at + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return wanted.length - length;
}

/** The last block whose first name does not sort behind the wanted one. */
function blockOf({ view, bytes, index, blocks, names }: Parts, wanted: Uint8Array): number {
  let low = 0;
  let high = blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = names + view.getUint32(index + middle * 4, true);
    if (compare(wanted, bytes, at + 2, bytes[at + 1] ?? 0) >= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Cursor {
  at: number;
}

function varint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

interface Raw {
  readonly places: readonly number[];
  readonly smaller: readonly number[];
}

function rawAt(bytes: Uint8Array, cursor: Cursor): Raw {
  const places: number[] = [];
  for (let left = varint(bytes, cursor); left > 0; left -= 1) places.push(varint(bytes, cursor));
  const smaller: number[] = [];
  for (let left = varint(bytes, cursor); left > 0; left -= 1) {
    smaller.push(bytes[cursor.at] ?? 0);
    cursor.at += 1;
  }
  return { places, smaller };
}

function search(parts: Parts, wanted: Uint8Array): Raw | null {
  const { view, bytes, index, names } = parts;
  const cursor = { at: names + view.getUint32(index + blockOf(parts, wanted) * 4, true) };
  const name = new Uint8Array(256);
  for (let k = 0; k < BLOCK && cursor.at < bytes.length; k += 1) {
    const shared = bytes[cursor.at] ?? 0;
    const further = bytes[cursor.at + 1] ?? 0;
    name.set(bytes.subarray(cursor.at + 2, cursor.at + 2 + further), shared);
    cursor.at += 2 + further;
    const order = compare(wanted, name, 0, shared + further);
    if (order < 0) return null;
    const raw = rawAt(bytes, cursor);
    if (order === 0) return raw;
  }
  return null;
}

function cityAt({ head, view, bytes, cities, shown }: Parts, number: number): WorldPlace {
  const base = cities + number * RECORD;
  const word = view.getUint32(base + 4, true);
  const at = shown + (word & 0x7fffffff);
  const region = view.getUint16(base + 8, true);
  return {
    rank: 'city',
    name: utf8.decode(bytes.slice(at + 2, at + 2 + (bytes[at + 1] ?? 0))),
    country: head.countries[bytes[at] ?? 0]?.[0] ?? '',
    region: head.regions[region]?.[0] ?? null,
    population: view.getUint32(base, true),
    latitude: view.getInt16(base + 10, true) / 100,
    longitude: view.getInt16(base + 12, true) / 100,
    capital: word >>> 31 === 1,
  };
}

function townsOf({ head, view, cities }: Parts, code: string): readonly Spot[] {
  const fits = head.regions.map(([region]) => region === code || region.startsWith(`${code}.`));
  const towns: Spot[] = [];
  for (let number = 0; number < head.cities; number += 1) {
    const base = cities + number * RECORD;
    if (fits[view.getUint16(base + 8, true)] !== true) continue;
    towns.push({
      latitude: view.getInt16(base + 10, true) / 100,
      longitude: view.getInt16(base + 12, true) / 100,
    });
  }
  return towns;
}

function placeAt(parts: Parts, number: number): WorldPlace {
  const { countries, regions } = parts.head;
  const city = number - countries.length - regions.length;
  if (city >= 0) return cityAt(parts, city);
  const [code = '', name = ''] = countries[number] ?? regions[number - countries.length] ?? [];
  const region = number >= countries.length;
  return {
    rank: region ? 'region' : 'country',
    name,
    country: code.slice(0, 2),
    region: region ? code : null,
    population: null,
    latitude: null,
    longitude: null,
    capital: false,
  };
}

/**
 * Opens the bytes of models/places-1.bin.
 *
 * @throws Error when the bytes are no such file, or cut short
 * @example
 * openGazetteer(bytes).find('grozny')?.places[0]?.place.country; // 'RU'
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const parts = partsOf(bytes);
  const { head } = parts;
  const encoder = new TextEncoder();
  const countries = new Map(head.countries);
  const regions = new Map(head.regions);
  return {
    source: head.source,
    licence: head.licence,
    find(folded) {
      const wanted = encoder.encode(folded);
      const raw = wanted.length === 0 || wanted.length > 80 ? null : search(parts, wanted);
      if (raw === null) return null;
      return {
        places: raw.places.map((entry) => ({ place: placeAt(parts, entry >>> 1), main: (entry & 1) === 1 })),
        smaller: new Set(raw.smaller.flatMap((at) => head.countries[at]?.[0] ?? [])),
      };
    },
    countryName: (code) => countries.get(code) ?? null,
    regionName: (code) => regions.get(code) ?? null,
    townsOf: (code) => townsOf(parts, code),
  };
}
