/**
 * Readers for the fields of an entity: each takes what was handed in, notes every fault with its path, and gives
 * back a frozen copy. Nothing is corrected or filled in; a field that is not part of the shape is a fault.
 * Faults name the path and what would be right, never the value: it may be testimony.
 */
import { codePointLength } from './code-points.ts';
import type { Coded } from './coded.ts';
import { type Id, type IdKind, isId, isSha256, type Sha256 } from './id.ts';
import { type Fault, OnRecordError } from './onrecord-error.ts';

/** Where a field stands: kept in two parts, so that paths are only joined when something is wrong. */
export interface At {
  /** Dotted path of the parent; '' at the top. */
  readonly path: string;
  readonly key: string | number;
}

/** Reads one field and notes what is wrong with it. What it gives back counts only when no fault was noted. */
export type Field<T> = (value: unknown, at: At, faults: Fault[]) => T;

/** One reader for each field of T. */
export type Shape<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/** Checks what concerns several fields; runs only when each by itself is right. */
export type Rule<T> = (value: T, fault: (path: string, message: string) => void) => void;

/**
 * Reads a whole entity and throws all its faults together.
 *
 * @param what the entity's name in the word table, for example "claim"
 * @throws OnRecordError `invalid-record`
 * @example
 * construct('place', placeField, fields);
 */
export function construct<T>(what: string, field: Field<T>, value: unknown): T {
  const faults: Fault[] = [];
  const made = field(value, { path: '', key: '' }, faults);
  if (faults.length === 0) return made;
  const listed = faults.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ');
  throw new OnRecordError('invalid-record', `This ${what} cannot be recorded: ${listed}.`, {
    faults,
    ...subjectOf(value),
  });
}

/** The id, when there is one to name. */
function subjectOf(value: unknown): { subject?: string } {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' && /^[a-z]{3}_[0-9a-z]{26}$/.test(id) ? { subject: id } : {};
}

/**
 * Notes a fault at a place.
 *
 * @example
 * noteFault(faults, { path: 'when', key: 'edtf' }, 'must be a date'); // path 'when.edtf'
 */
export function noteFault(faults: Fault[], at: At, message: string): void {
  faults.push(Object.freeze({ path: joined(at), message }));
}

function joined(at: At): string {
  if (typeof at.key === 'number') return `${at.path}[${at.key}]`;
  return at.path === '' ? at.key : `${at.path}.${at.key}`;
}

const MAY_BE_ABSENT = new WeakSet<object>();

/**
 * A field that older records do not have: when it is absent it stays absent, and when it is there it must be right.
 *
 * @example
 * const trail = optional(trailField);
 */
export function optional<T>(field: Field<T>): Field<T> {
  const read: Field<T> = (value, at, faults) => field(value, at, faults);
  MAY_BE_ABSENT.add(read);
  return read;
}

/**
 * An object of exactly these fields.
 *
 * @example
 * const spanField = object<Span>({ start: whole, end: whole });
 */
export function object<T extends object>(shape: Shape<T>, rule?: Rule<T>): Field<T> {
  const readers = Object.entries(shape) as [string, Field<unknown>][];
  const names = new Set(readers.map(([name]) => name));
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      noteFault(faults, at, 'must be an object');
      return value as T;
    }
    const before = faults.length;
    const path = joined(at);
    const given = value as Record<string, unknown>;
    const made: Record<string, unknown> = {};
    for (const [key, read] of readers)
      if (key in given || !MAY_BE_ABSENT.has(read)) made[key] = read(given[key], { path, key }, faults);
    for (const key in given)
      if (!names.has(key)) noteFault(faults, { path, key }, 'is not a field of this record');
    const done = Object.freeze(made) as T;
    if (rule !== undefined && faults.length === before) {
      rule(done, (key, message) => noteFault(faults, key === '' ? at : { path, key }, message));
    }
    return done;
  };
}

/**
 * An object whose shape depends on its `kind`.
 *
 * @example
 * const endField = byKind<End>({ report: reportField, actor: actorField });
 */
export function byKind<T extends { readonly kind: string }>(
  shapes: { readonly [K in T['kind']]: Field<Extract<T, { readonly kind: K }>> },
): Field<T> {
  const kinds = Object.keys(shapes) as T['kind'][];
  return (value, at, faults) => {
    const kind =
      typeof value === 'object' && value !== null && 'kind' in value
        ? kinds.find((one) => one === value.kind)
        : undefined;
    if (kind !== undefined) return shapes[kind](value, at, faults);
    const message = `must be one of: ${kinds.join(', ')}`;
    if (typeof value === 'object' && value !== null)
      noteFault(faults, { path: joined(at), key: 'kind' }, message);
    else noteFault(faults, at, 'must be an object');
    return value as T;
  };
}

/**
 * A list; with `least` 1 it may not be empty.
 *
 * @example
 * const basisField = list(idOf('claim'), 1);
 */
export function list<T>(item: Field<T>, least: 0 | 1 = 0): Field<readonly T[]> {
  return (value, at, faults) => {
    if (!Array.isArray(value)) {
      noteFault(faults, at, 'must be a list');
      return [];
    }
    if (value.length < least) noteFault(faults, at, 'must hold at least one');
    const path = joined(at);
    return Object.freeze(value.map((one: unknown, key) => item(one, { path, key }, faults)));
  };
}

/**
 * The value, or null for unknown. A missing field is a fault: absence is said, not left out.
 *
 * @example
 * const titleField = orNull(text);
 */
export function orNull<T>(field: Field<T>): Field<T | null> {
  return (value, at, faults) => (value === null ? null : field(value, at, faults));
}

/**
 * Any well-formed string, '' included.
 *
 * @example
 * string('', at, faults); // ''
 */
export const string: Field<string> = (value, at, faults) => {
  if (typeof value !== 'string') noteFault(faults, at, 'must be text');
  else if (!value.isWellFormed())
    noteFault(faults, at, 'must not hold an unpaired surrogate: replace it with U+FFFD');
  return value as string;
};

/**
 * A string that holds more than white space.
 *
 * @example
 * text(' ', at, faults); // notes a fault
 */
export const text: Field<string> = (value, at, faults) => {
  if (typeof value === 'string' && value.trim() === '')
    noteFault(faults, at, 'must not be empty: use null for unknown');
  return string(value, at, faults);
};

/**
 * At most so many code points.
 *
 * @example
 * const prefixField = upTo(32, string);
 */
export function upTo(most: number, field: Field<string>): Field<string> {
  return (value, at, faults) => {
    if (typeof value === 'string' && value.length > most && codePointLength(value) > most) {
      noteFault(faults, at, `must not be longer than ${most} code points`);
    }
    return field(value, at, faults);
  };
}

/**
 * A whole number ≥ 0.
 *
 * @example
 * whole(2.5, at, faults); // notes a fault
 */
export const whole: Field<number> = (value, at, faults) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    noteFault(faults, at, 'must be a whole number, 0 or more');
  return value as number;
};

/**
 * A finite number between two others, both allowed.
 *
 * @example
 * const shareField = within(0, 1);
 */
export function within(low: number, high: number): Field<number> {
  return (value, at, faults) => {
    if (typeof value !== 'number' || !(value >= low && value <= high)) {
      noteFault(faults, at, `must be a number from ${low} to ${high}`);
    }
    return value as number;
  };
}

/**
 * One of a closed list.
 *
 * @example
 * const stanceField = oneOf(STANCES);
 */
export function oneOf<const T extends string | number>(allowed: readonly T[]): Field<T> {
  const set = new Set<unknown>(allowed);
  return (value, at, faults) => {
    if (!set.has(value)) noteFault(faults, at, `must be one of: ${allowed.join(', ')}`);
    return value as T;
  };
}

/**
 * An id of one kind.
 *
 * @example
 * const speakerField = orNull(idOf('actor'));
 */
export function idOf<K extends IdKind>(kind: K): Field<Id<K>> {
  return (value, at, faults) => {
    if (!isId(kind, value)) noteFault(faults, at, `must be the id of a ${kind}`);
    return value as Id<K>;
  };
}

/**
 * An id of any of these kinds.
 *
 * @example
 * const fromField = idOfAny(['source', 'claim']);
 */
export function idOfAny<K extends IdKind>(kinds: readonly K[]): Field<Id<K>> {
  return (value, at, faults) => {
    if (!kinds.some((kind) => isId(kind, value)))
      noteFault(faults, at, `must be the id of a ${kinds.join(' or ')}`);
    return value as Id<K>;
  };
}

/**
 * A SHA-256 in lower-case hexadecimal.
 *
 * @example
 * sha256('e3b0', at, faults); // notes a fault
 */
export const sha256: Field<Sha256> = (value, at, faults) => {
  if (!isSha256(value)) noteFault(faults, at, 'must be a SHA-256: 64 hexadecimal digits in lower case');
  return value as Sha256;
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * An ISO 8601 instant in UTC.
 *
 * @example
 * instant('2017-05-18T09:30:00Z', at, faults);
 */
export const instant: Field<string> = (value, at, faults) => {
  if (
    typeof value !== 'string' ||
    !INSTANT.test(value) ||
    !isRealDay(value.slice(0, 10)) ||
    Number.isNaN(Date.parse(value))
  ) {
    noteFault(faults, at, 'must be an instant in UTC such as 2017-05-18T09:30:00Z');
  }
  return value as string;
};

/**
 * An ISO day.
 *
 * @example
 * day('2017-02-30', at, faults); // notes a fault
 */
export const day: Field<string> = (value, at, faults) => {
  if (typeof value !== 'string' || !DAY.test(value) || !isRealDay(value)) {
    noteFault(faults, at, 'must be a day such as 2017-05-18');
  }
  return value as string;
};

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By the calendar, not by `Date.parse`, which moves 30 February to March and costs twenty times as much. */
function isRealDay(value: string): boolean {
  const [year, month, date] = [
    Number(value.slice(0, 4)),
    Number(value.slice(5, 7)),
    Number(value.slice(8, 10)),
  ];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return date >= 1 && date <= (DAYS_OF_MONTH[month - 1] ?? 0) + leap;
}

const canonicalTags = new Map<string, boolean>();

/**
 * A language tag (BCP 47) in canonical form: "ce", not "che".
 *
 * @example
 * language('uz-Cyrl', at, faults);
 */
export const language: Field<string> = (value, at, faults) => {
  if (typeof value !== 'string' || !isCanonicalTag(value)) {
    noteFault(faults, at, 'must be a language tag in canonical form (BCP 47), for example en or uz-Cyrl');
  }
  return value as string;
};

function isCanonicalTag(tag: string): boolean {
  const known = canonicalTags.get(tag);
  if (known !== undefined) return known;
  const canonical = /^[A-Za-z0-9-]{2,64}$/.test(tag) && canonicalTag(tag) === tag;
  if (canonicalTags.size < 1000) canonicalTags.set(tag, canonical);
  return canonical;
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

const SCHEME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A code from one of these lists (keys of files in vocab/); from any list when none is named.
 *
 * @example
 * const degreeField = codedIn('huridocs-18');
 */
export function codedIn(...schemes: readonly string[]): Field<Coded> {
  const scheme: Field<string> = (value, at, faults) => {
    const fits =
      typeof value === 'string' && (schemes.length === 0 ? SCHEME.test(value) : schemes.includes(value));
    if (!fits)
      noteFault(
        faults,
        at,
        `must name a code list${schemes.length === 0 ? '' : `: ${schemes.join(' or ')}`}`,
      );
    return value as string;
  };
  return object<Coded>({ scheme, code: text });
}

/**
 * Text values by text keys, such as external identifiers.
 *
 * @example
 * textByKey({ wikidata: 'Q1' }, at, faults);
 */
export const textByKey: Field<Readonly<Record<string, string>>> = (value, at, faults) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    noteFault(faults, at, 'must be an object of names and values');
    return {};
  }
  const path = joined(at);
  const entries = Object.entries(value).map(([key, one]) => [key, text(one, { path, key }, faults)] as const);
  return Object.freeze(Object.fromEntries(entries));
};
