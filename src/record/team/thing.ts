/**
 * What a team talks about and hands to each other: a source, proposition, incident, claim or link by its id, or a pair of listings that
 * waits in the queue of people. In clear it stands as `src_…`, or as `lsg_…~lsg_…` in the order of the ids.
 */
const BODY = '[0-9a-hjkmnp-tv-z]{26}';
const ONE = new RegExp(`^(src|prp|inc|clm|lnk)_${BODY}$`, 'u');
const PAIR = new RegExp(`^(lsg_${BODY})~(lsg_${BODY})$`, 'u');

/** Code points of what is said about one. */
export const LONGEST_COMMENT = 10_000;

export const THING_KINDS = ['source', 'proposition', 'incident', 'claim', 'link', 'pair'] as const;
export type ThingKind = (typeof THING_KINDS)[number];

const KIND_OF = {
  src: 'source',
  prp: 'proposition',
  inc: 'incident',
  clm: 'claim',
  lnk: 'link',
} as const satisfies Readonly<Record<string, ThingKind>>;

/**
 * What kind of thing it is; null: it names none.
 *
 * @example
 * thingKind('src_00000000000000000000000000'); // 'source'
 */
export function thingKind(thing: string): ThingKind | null {
  const prefix = ONE.exec(thing)?.[1];
  if (prefix !== undefined) return KIND_OF[prefix as keyof typeof KIND_OF];
  const [, a = '', b = ''] = PAIR.exec(thing) ?? [];
  return a < b ? 'pair' : null;
}

/**
 * The ids of its parts: two for a pair.
 *
 * @example
 * partsOf('src_00000000000000000000000000'); // ['src_00000000000000000000000000']
 */
export function partsOf(thing: string): readonly string[] {
  return thing.split('~');
}
