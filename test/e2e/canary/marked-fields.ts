/**
 * Marks every text of an entity, found by asking the entity's own constructor: a text that it takes in another wording is
 * free text and is marked; what it refuses is an id, a date or a code. A field that nobody filled is told, so that a new
 * field without a mark fails a test.
 */

/** An entity with its marks. */
export interface MarkedFields<T> {
  readonly fields: T;
  /** Paths that carry a mark, as `journey[0].place`. */
  readonly marked: readonly string[];
  /** Paths of ids, dates, numbers and codes: they can carry none. */
  readonly unmarkable: readonly string[];
  /** Paths that the sample leaves empty, and optional fields that it has not: nobody knows what would stand there. */
  readonly empty: readonly string[];
}

type Path = readonly (string | number)[];

/**
 * Marks an entity.
 *
 * @param sample right, with something in every field
 * @param word the mark; the fields tell themselves apart by a number behind it
 * @example
 * markedFields(createCase, caseOf(), 'zarquillonbrook').marked; // ['pseudonym', 'household[0].role', …]
 */
export function markedFields<T extends object>(
  make: (fields: T) => object,
  sample: T,
  word: string,
): MarkedFields<T> {
  const told = { marked: [] as string[], unmarkable: [] as string[], empty: [] as string[] };
  let fields: unknown = sample;
  const takes = (candidate: unknown): boolean => {
    try {
      make(candidate as T);
      return true;
    } catch {
      return false;
    }
  };
  for (const { path, value } of leavesOf(sample, [])) {
    const mark = `${word}${told.marked.length}`;
    const isEmpty = typeof value === 'object';
    const candidate = candidatesFor(value, mark)
      .map((one) => withValue(fields, path, one))
      .find(takes);
    if (candidate !== undefined) {
      fields = candidate;
      told.marked.push(written(path));
    } else if (isEmpty) told.empty.push(written(path));
    else told.unmarkable.push(written(path));
  }
  told.empty.push(...absentFields(make, fields as T));
  return { fields: fields as T, ...told };
}

/** What may stand in the place of a value and carry a mark. */
function candidatesFor(value: unknown, mark: string): readonly unknown[] {
  if (typeof value === 'string') return [mark, `${value} ${mark}`];
  if (value === null) return [mark, [mark]];
  if (Array.isArray(value)) return [[mark]];
  return typeof value === 'object' ? [{ [mark]: mark }] : [];
}

/** Ends of an entity: texts, numbers, nulls, and lists and objects with nothing in them. */
function* leavesOf(value: unknown, path: Path): Generator<{ readonly path: Path; readonly value: unknown }> {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  if (entries.length === 0) yield { path, value };
  for (const [key, one] of entries) yield* leavesOf(one, [...path, key]);
}

function withValue(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) return whole.with(Number(key), withValue(whole[Number(key)], rest, value));
  const fields = whole as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}

function written(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./u, '');
}

/** Fields that the constructor looks for and the sample has not. */
function absentFields<T extends object>(make: (fields: T) => object, sample: T): readonly string[] {
  const absent: string[] = [];
  const watched = <V>(value: V, path: Path): V => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      has: (target, key) => {
        if (!Array.isArray(target) && !Reflect.has(target, key)) absent.push(written([...path, String(key)]));
        return Reflect.has(target, key);
      },
      get: (target, key, self) => {
        const step = Array.isArray(target) && /^\d+$/u.test(String(key)) ? Number(key) : String(key);
        return watched(Reflect.get(target, key, self), [...path, step]);
      },
    });
  };
  make(watched(sample, []));
  return absent;
}
