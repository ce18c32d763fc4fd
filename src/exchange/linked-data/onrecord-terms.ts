/**
 * Our own words in linked data: what no standard has a word for (stances, chains, origins, tolls). They stand in a namespace of
 * their own, so that a reader who does not know them loses them and nothing else.
 */

/** Namespace of our terms. */
export const ONRECORD_NS = 'urn:onrecord:vocab:';

/** Every term of ours, with its meaning; docs/methods/exchange.md lists them. */
export const ONRECORD_TERMS = {
  about: 'the proposition that a claim is about',
  stance:
    'what the speaker does with the proposition: alleges, confirms, denies, disputes, declines, silent, asks, undertakes',
  status: 'accepted by a person, or proposed by a program',
  chain: 'who says that who says, outermost first',
  speaker: 'one step of a chain, by its actor',
  named: 'one step of a chain, as written',
  low: 'lowest number; absent: not stated, never zero',
  best: 'number stated as such',
  high: 'highest number; absent: not stated',
  wording: 'a number in the words of the source',
  measure: 'what is counted or done',
  narrowerThan: 'a broader proposition',
  originsAtLeast: 'independent origins, lower end',
  originsAtMost: 'independent origins, upper end; absent: open',
  standing: 'computed word, never a verdict',
  happenedAt: 'when it is said to have happened, EDTF',
  saidAt: 'when it was said, EDTF',
  exact: 'the words of a passage',
  start: 'first code point of a passage, 0-based',
  end: 'code point after a passage',
  textSha256: 'hash of the text that positions count in',
  sha256: 'hash of bytes',
  claim: 'a claim without its passages, as record.json holds it',
  answer: 'what a state or institution answered',
} as const;

export type OnrecordTerm = keyof typeof ONRECORD_TERMS;

/**
 * The key of a term of ours in a document whose context names the prefix.
 *
 * @example
 * ours('stance'); // 'onrecord:stance'
 */
export function ours<const T extends OnrecordTerm>(term: T): `onrecord:${T}` {
  return `onrecord:${term}`;
}

/**
 * An id as an address.
 *
 * @example
 * iriOf('urn:onrecord:', 'clm_…'); // 'urn:onrecord:clm_…'
 */
export function iriOf(base: string, id: string): string {
  return `${base}${id}`;
}

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * An object without what is null, undefined or an empty list: in linked data what is not stated is absent.
 *
 * @example
 * stated({ a: null, b: [], c: 0 }); // { c: 0 }
 */
export function stated(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/**
 * A JSON file with a line end.
 *
 * @example
 * jsonFile({ a: 1 }); // '{\n  "a": 1\n}\n'
 */
export function jsonFile(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const PLAIN_DATE = /^\d{4}(-\d\d){0,2}$/;

/**
 * A date that other standards can read: a year, month or day; null for what is uncertain or an interval.
 *
 * @example
 * plainDate('2017-03~'); // null
 */
export function plainDate(edtf: string | null): string | null {
  return edtf !== null && PLAIN_DATE.test(edtf) ? edtf : null;
}
