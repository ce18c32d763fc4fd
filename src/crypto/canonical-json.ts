/**
 * Canonical JSON (RFC 8785): the same value gives the same bytes on every machine, so that it can be hashed.
 * Refuses what JSON cannot say or what would be dropped in silence: undefined, functions, NaN, infinities, big
 * integers, unpaired surrogates (RFC 7493 §2.1), circles and objects that are not plain.
 */
import canonicalize from 'canonicalize';

/** Containers inside containers; deeper input is taken for hostile. */
const DEEPEST = 200;

/**
 * Writes a value as canonical JSON.
 *
 * @throws TypeError naming the place, never the content, of what cannot be written
 * @example
 * canonicalJson({ b: [2, 1e21], a: null }); // '{"a":null,"b":[2,1e+21]}'
 */
export function canonicalJson(value: unknown): string {
  refuseUnwritable(value, '$', 0);
  const written = canonicalize(value);
  if (written === undefined) throw new TypeError('$ cannot be written as JSON.');
  return written;
}

function refuseUnwritable(value: unknown, path: string, depth: number): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!value.isWellFormed())
      throw new TypeError(`${path} holds an unpaired surrogate: replace it with U+FFFD.`);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is not a finite number: use null for unknown.`);
    return;
  }
  if (typeof value !== 'object') {
    throw new TypeError(`${path} is ${typeof value}: JSON has no such value, use null for absent.`);
  }
  if (depth >= DEEPEST)
    throw new TypeError(`${path} is nested deeper than ${DEEPEST} levels, or in a circle.`);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) refuseUnwritable(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  refuseUnwritableMembers(value, path, depth);
}

function refuseUnwritableMembers(value: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) {
    throw new TypeError(
      `${path} is not a plain object: write it as strings, numbers, lists and plain objects.`,
    );
  }
  for (const [key, member] of Object.entries(value)) {
    if (!key.isWellFormed()) throw new TypeError(`${path} has a key with an unpaired surrogate.`);
    refuseUnwritable(member, `${path}.${key}`, depth + 1);
  }
}
