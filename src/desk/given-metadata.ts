/**
 * What a person says about a source because its file does not: from flags, or from a `.yaml` beside the file.
 * All faults are reported, with the field's name. Nothing is guessed; what is not given stays null.
 */
import { parseDocument } from 'yaml';
import { HANDLINGS, type Handling } from '../record/handling.ts';
import type { Fault } from '../record/onrecord-error.ts';
import { SOURCE_KINDS } from '../record/source.ts';
import { dayOf } from './calendar.ts';
import { NOTHING_STATED, type StatedMetadata } from './ports/document-reader.ts';

/** Null: not given. */
export interface GivenMetadata extends StatedMetadata {
  /** EDTF level 1: a person may know the month alone. */
  readonly publishedAt: string | null;
  readonly handling: Handling | null;
}

/** Nothing given. */
export const NOTHING_GIVEN: GivenMetadata = Object.freeze({ ...NOTHING_STATED, handling: null });

/** The words a person uses in a sidecar and on the command line. */
export const GIVEN_FIELDS = [
  'title',
  'publisher',
  'author',
  'date',
  'lang',
  'url',
  'kind',
  'handling',
] as const;
export type GivenField = (typeof GIVEN_FIELDS)[number];

/** Raw values by field, before they are checked. */
export type RawGiven = Readonly<Partial<Record<GivenField, unknown>>>;

/** Checked metadata, or every fault. */
export type GivenResult =
  | { readonly ok: true; readonly value: GivenMetadata }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks the values a person gave.
 *
 * @param now the time, to refuse a publication day that lies ahead
 * @example
 * checkGiven({ publisher: 'The Valley Post', date: '2019-03-02' }, now);
 */
export function checkGiven(raw: RawGiven, now: Date): GivenResult {
  const faults: Fault[] = [];
  const words = (field: GivenField): string | null => wordsOf(raw[field], field, faults);
  const value: GivenMetadata = Object.freeze({
    kind: choiceOf(words('kind'), 'kind', { of: SOURCE_KINDS, faults }),
    title: words('title'),
    publisher: words('publisher'),
    authors: Object.freeze(listOf(raw.author, faults)),
    publishedAt: dateOf(words('date'), now, faults),
    language: languageOf(words('lang'), faults),
    url: addressOf(words('url'), faults),
    handling: choiceOf(words('handling'), 'handling', { of: HANDLINGS, faults }),
  });
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults };
}

/**
 * Reads the text of a sidecar.
 *
 * @example
 * readSidecar('publisher: The Valley Post\ndate: 2019-03-02\n', now);
 */
export function readSidecar(text: string, now: Date): GivenResult {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      path: `line ${error.linePos?.[0].line ?? 1}`,
      message: `This is not valid YAML (${error.code.toLowerCase().replaceAll('_', ' ')}). Write one "field: value" a line.`,
    }));
    return { ok: false, faults };
  }
  const content = contentOf(document);
  if (content === ALIASED) {
    return {
      ok: false,
      faults: [{ path: '', message: 'Must not use YAML aliases (*name). Write each value out.' }],
    };
  }
  if (content === null || content === undefined) return { ok: true, value: NOTHING_GIVEN };
  if (typeof content !== 'object' || Array.isArray(content)) {
    return {
      ok: false,
      faults: [
        { path: '', message: 'Write one "field: value" a line, for example "publisher: The Valley Post".' },
      ],
    };
  }
  const unknown = Object.keys(content).filter((key) => !GIVEN_FIELDS.some((field) => field === key));
  const checked = checkGiven(content as RawGiven, now);
  if (unknown.length === 0) return checked;
  const faults = unknown.map((key) => ({
    path: key.slice(0, 40),
    message: `No such field. Known are: ${GIVEN_FIELDS.join(', ')}.`,
  }));
  return { ok: false, faults: checked.ok ? faults : [...faults, ...checked.faults] };
}

const ALIASED = Symbol('aliased');

/** Aliases are refused: a few of them can stand for gigabytes. */
function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return ALIASED;
  }
}

function wordsOf(value: unknown, path: string, faults: Fault[]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && path === 'date') return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value.trim().normalize('NFC');
  faults.push({ path, message: 'Must be words. Leave the line out when it is not known.' });
  return null;
}

function listOf(value: unknown, faults: Fault[]): string[] {
  const items = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  return items.flatMap(
    (item, index) => wordsOf(item, Array.isArray(value) ? `author.${index}` : 'author', faults) ?? [],
  );
}

function choiceOf<T extends string>(
  value: string | null,
  path: string,
  { of, faults }: { readonly of: readonly T[]; readonly faults: Fault[] },
): T | null {
  if (value === null) return null;
  const found = of.find((choice) => choice === value);
  if (found !== undefined) return found;
  faults.push({ path, message: `Must be one of: ${of.join(', ')}.` });
  return null;
}

function dateOf(value: string | null, now: Date, faults: Fault[]): string | null {
  if (value === null) return null;
  const day = dayOf(value);
  if (day === null) {
    faults.push({
      path: 'date',
      message: 'Must be a day, month or year that exists, such as 2017-05-18, 2017-05 or 2017.',
    });
    return null;
  }
  if (liesAhead(value, now)) {
    faults.push({ path: 'date', message: 'Lies in the future. Give the day on which it was published.' });
    return null;
  }
  return value;
}

/**
 * Whether a publication date lies after tomorrow (one day is left for other time zones).
 *
 * @param edtf a year, month or day
 * @example
 * liesAhead('2099-01-01', new Date('2026-01-01T00:00:00Z')); // true
 */
export function liesAhead(edtf: string, now: Date): boolean {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return edtf.slice(0, 10) > tomorrow.slice(0, edtf.slice(0, 10).length);
}

function languageOf(value: string | null, faults: Fault[]): string | null {
  if (value === null) return null;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(value);
    // A word of five letters and more is a tag by its form, and no language has one: somebody wrote "english".
    if (/^[a-z]{2,3}(?:-|$)/u.test(tag)) return tag;
  } catch {
    // Told below.
  }
  faults.push({ path: 'lang', message: 'Must be a language tag such as en, ru or sr-Latn.' });
  return null;
}

function addressOf(value: string | null, faults: Fault[]): string | null {
  if (value === null) return null;
  if (URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol)) return value;
  faults.push({ path: 'url', message: 'Must be a whole address that begins with https:// or http://.' });
  return null;
}
