/**
 * A record as entities of FollowTheMoney: actors, sources as `Article`, propositions that somebody puts forward as `Event`, and
 * each claim as a `Documentation` whose role is the stance and whose summary is the quoted words. Dates there are days, months
 * or years; what is uncertain is left out.
 */
import { polarityOf } from '../../reckon/polarity.ts';
import type { ActorKind, Name } from '../../record/actor.ts';
import { earliestDay, latestDay } from '../../record/when.ts';
import { plainDate } from '../linked-data/onrecord-terms.ts';
import type {
  FiledActor,
  FiledClaim,
  FiledProposition,
  FiledSource,
  RecordIndex,
} from '../record-file/record-file.ts';
import type { FtmEntity } from './ftm-entity.ts';
import { threeLetters } from './language-codes.ts';

const ACTOR_SCHEMATA: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  'public-body': 'PublicBody',
  state: 'PublicBody',
  organisation: 'Organization',
  media: 'Organization',
  unit: 'Organization',
  community: 'LegalEntity',
  unnamed: 'LegalEntity',
};

/**
 * One of our ids as theirs may be: letters, digits, dots and hyphens.
 *
 * @example
 * ftmId('act_0001'); // 'act-0001'
 */
export function ftmId(id: string): string {
  return id.replace('_', '-');
}

/** An entity with, for each value, what FollowTheMoney's statements can say of it beyond the value. */
export interface MadeEntity extends FtmEntity {
  /** Who put it out: the id of an actor; null: the record itself. */
  readonly dataset: string | null;
  /** The claim it goes back to; null: none. */
  readonly origin: string | null;
  readonly stance: string | null;
  /** A proposal that nobody has reviewed: "external" there. */
  readonly proposed: boolean;
  /** Language of the values of a property, three letters. */
  readonly langs: Readonly<Record<string, string>>;
}

type Props = Readonly<Record<string, readonly (string | null)[]>>;

function propsOf(given: Props): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(given).map(
    ([name, values]) =>
      [name, [...new Set(values.filter((one) => one !== null && one.trim() !== ''))]] as const,
  );
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0)) as Record<
    string,
    readonly string[]
  >;
}

const BARE = { dataset: null, origin: null, stance: null, proposed: false, langs: {} } as const;

/**
 * An actor.
 *
 * @example
 * actorEntity(actor).schema; // 'Organization'
 */
export function actorEntity({ id, kind, names }: FiledActor): MadeEntity {
  const of = (wanted: Name['kind']) => names.filter((one) => one.kind === wanted).map(({ text }) => text);
  const shown = names[0]?.text ?? null;
  const full = of('full');
  return {
    ...BARE,
    id: ftmId(id),
    schema: ACTOR_SCHEMATA[kind],
    properties: propsOf({
      name: full.length > 0 ? full : [shown],
      // Only the newer line of their model has a word for acronyms.
      weakAlias: [...of('short'), ...of('acronym')],
      alias: of('alias'),
      // Theirs has no word for a newspaper, a unit or somebody unnamed.
      classification: [kind],
    }),
  };
}

/**
 * A source.
 *
 * @example
 * sourceEntity(source, index).properties.publishedAt; // ['2017-04-01']
 */
export function sourceEntity(source: FiledSource, index: RecordIndex): MadeEntity {
  return {
    ...BARE,
    id: ftmId(source.id),
    schema: 'Article',
    dataset: source.publisher,
    properties: propsOf({
      title: [source.title],
      author: source.authors.map((one) => index.nameOf(one)),
      publisher: [index.nameOf(source.publisher)],
      publishedAt: [plainDate(source.publishedAt)],
      language: [threeLetters(source.language)],
      sourceUrl: [source.url],
      keywords: [source.kind],
    }),
  };
}

/** Numbers in words: FollowTheMoney has no ranges. */
function boundsWords({ toll }: FiledProposition): string | null {
  if (toll === null) return null;
  const parts = (['low', 'best', 'high'] as const).flatMap((bound) => {
    const set = toll[bound];
    return set === null ? [] : [`${bound} ${set.value}`];
  });
  return parts.length === 0 ? null : `Numbers claimed: ${parts.join(', ')}.`;
}

function speakersOf(
  claims: readonly FiledClaim[],
  side: 'for' | 'against',
  index: RecordIndex,
): string | null {
  const names = new Set(
    claims
      .filter(({ stance }) => polarityOf(stance) === side)
      .map(({ chain }) => index.nameOf(chain.at(-1)?.speaker ?? null) ?? 'somebody unnamed'),
  );
  return names.size === 0 ? null : [...names].join(', ');
}

function summaryOf(one: FiledProposition, claims: readonly FiledClaim[], index: RecordIndex): string {
  const denied = speakersOf(claims, 'against', index);
  const { atLeast, atMost } = one.origins;
  return [
    `Claimed by ${speakersOf(claims, 'for', index)}.`,
    denied === null ? null : `Denied or disputed by ${denied}.`,
    `Independent origins: ${atMost === null ? `at least ${atLeast}` : atLeast === atMost ? atLeast : `${atLeast} to ${atMost}`}.`,
    boundsWords(one),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** The days of the event: those of all claims that put it forward, when each is known at both ends. */
function daysOf(claims: readonly FiledClaim[]): Props {
  const whens = claims.flatMap(({ when }) => (when === null ? [] : [when]));
  const plain = new Set(whens.map(({ edtf }) => plainDate(edtf)));
  const [only] = plain;
  if (plain.size === 1 && only != null) return { date: [only] };
  const starts = whens.flatMap((one) => earliestDay(one) ?? []);
  const ends = whens.flatMap((one) => latestDay(one) ?? []);
  if (whens.length === 0 || starts.length < whens.length || ends.length < whens.length) return {};
  return { startDate: [starts.toSorted()[0] ?? null], endDate: [ends.toSorted().at(-1) ?? null] };
}

/**
 * A proposition that somebody puts forward; null when nobody does.
 *
 * @example
 * eventEntity(proposition, index)?.properties.summary; // ['Claimed by … Denied or disputed by …']
 */
export function eventEntity(one: FiledProposition, index: RecordIndex): MadeEntity | null {
  const claims = index.claimsOn.get(one.id) ?? [];
  const forward = claims.filter(({ stance }) => polarityOf(stance) === 'for');
  if (forward.length === 0) return null;
  return {
    ...BARE,
    id: ftmId(one.id),
    schema: 'Event',
    proposed: forward.every(({ status }) => status === 'proposed'),
    langs: threeLetters(one.lang) === null ? {} : { name: threeLetters(one.lang) ?? '' },
    properties: propsOf({
      name: [one.text],
      summary: [summaryOf(one, claims, index)],
      location: [one.scope.place],
      keywords: [one.kind, one.measure],
      proof: forward.map(({ source }) => ftmId(source)),
      ...daysOf(forward),
    }),
  };
}

/**
 * A claim: that a source bears on an event, in which words, in which role.
 *
 * @example
 * claimEntity(claim, index).properties.role; // ['denies']
 */
export function claimEntity(claim: FiledClaim, index: RecordIndex): MadeEntity {
  const source = index.sources.get(claim.source);
  const inner = claim.chain.at(-1);
  const speaker =
    index.nameOf(inner?.speaker ?? null) ?? (inner?.named === '' ? null : (inner?.named ?? null));
  return {
    ...BARE,
    id: ftmId(claim.id),
    schema: 'Documentation',
    dataset: source?.publisher ?? null,
    origin: claim.id,
    stance: claim.stance,
    proposed: claim.status === 'proposed',
    properties: propsOf({
      document: [ftmId(claim.source)],
      entity: [ftmId(claim.proposition)],
      role: [claim.stance],
      status: [claim.status],
      date: [plainDate(claim.saidAt)],
      summary: [claim.passages[0]?.exact ?? null],
      description: speaker === null ? [] : [`Said by ${speaker}`],
      recordId: [claim.id],
    }),
  };
}
