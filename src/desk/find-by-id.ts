/**
 * Finds a thing by its id or by the beginning of it ("clm_k3v9"). Refuses a beginning that fits several things,
 * and names them.
 */
import type {
  ActorId,
  CaptureId,
  ClaimId,
  DecisionId,
  FindingId,
  LinkId,
  ListId,
  ListingId,
  PropositionId,
  SourceId,
} from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { RecordCounts, RecordStore } from './ports/record-store.ts';

/** Kinds that a person can ask for, by the letters their ids begin with. */
export interface IdByKind {
  readonly src: SourceId;
  readonly cap: CaptureId;
  readonly act: ActorId;
  readonly prp: PropositionId;
  readonly clm: ClaimId;
  readonly lnk: LinkId;
  readonly fnd: FindingId;
  readonly lst: ListId;
  readonly lsg: ListingId;
  readonly dcn: DecisionId;
}
export type AskedKind = keyof IdByKind;

const WORDS: Readonly<Record<AskedKind, string>> = {
  src: 'source',
  cap: 'capture',
  act: 'actor',
  prp: 'proposition',
  clm: 'claim',
  lnk: 'link',
  fnd: 'finding',
  lst: 'list',
  lsg: 'listing',
  dcn: 'decision',
};

/** Where a person finds the ids of a kind. */
const LISTED: Readonly<Record<AskedKind, string>> = {
  src: 'onrecord show --sources',
  cap: 'onrecord show SOURCE',
  act: 'onrecord show --actors',
  prp: 'onrecord claims',
  clm: 'onrecord claims',
  lnk: 'onrecord link list',
  fnd: 'onrecord voice list',
  lst: 'onrecord list show',
  lsg: 'onrecord list show NAME',
  dcn: 'onrecord people decisions',
};

/** A found id with its kind. */
export type FoundId<A extends AskedKind = AskedKind> = {
  readonly [K in A]: { readonly kind: K; readonly id: IdByKind[K] };
}[A];

/**
 * Finds the one thing that an id or its beginning means.
 *
 * @param allowed the kinds that make sense here; a bare beginning without prefix means the first of them
 * @throws OnRecordError `bad-usage` when it is no id or fits several things, `not-found` when nothing fits
 * @example
 * const found = await findById(desk.store, 'clm_k3v9', ['clm']);
 */
export async function findById<A extends AskedKind>(
  store: RecordStore,
  text: string,
  allowed: readonly A[],
): Promise<FoundId<A>> {
  const asked = text.trim().toLowerCase();
  const match = /^(?:(src|cap|act|prp|clm|lnk|fnd|lst|lsg|dcn)_)?([0-9a-hjkmnp-tv-z]{1,26})$/u.exec(asked);
  const kind = (match?.[1] ?? allowed[0]) as A | undefined;
  if (match === null || kind === undefined || !allowed.includes(kind)) {
    const example = allowed.map((one) => `${one}_…`).join(', ');
    throw new OnRecordError(
      'bad-usage',
      `"${asked.slice(0, 40)}" is not the id of ${allowed.map(oneOf).join(' or ')} (${example}, or its first letters). See which there are: ${listed(allowed)}`,
    );
  }
  const beginning = `${kind}_${match[2] ?? ''}`;
  if (match[2]?.length === WHOLE && (await holds(store, kind, beginning)))
    return { kind, id: beginning } as unknown as FoundId<A>;
  const fitting = (await idsOf(store, kind, beginning)).filter((id) => id.startsWith(beginning));
  const [only, second] = fitting;
  if (only === undefined) {
    throw new OnRecordError(
      'not-found',
      `No ${WORDS[kind]} has an id that begins with ${beginning}. See which there are: ${listed([kind])}`,
      { subject: beginning },
    );
  }
  if (second !== undefined) {
    const many = fitting.length < MOST_NAMED ? `${fitting.length}` : `${MOST_NAMED} or more`;
    const some = fitting
      .slice(0, MOST_NAMED - 1)
      .map((id) => id.slice(0, beginning.length + 4))
      .join(', ');
    throw new OnRecordError(
      'bad-usage',
      `${beginning} fits ${many} things of the record (${some}…). Give more letters.`,
      { subject: beginning },
    );
  }
  return { kind, id: only } as unknown as FoundId<A>;
}

/**
 * Finds one thing of one kind.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * const id = await findOne(desk.store, 'src_7d2', 'src');
 */
export async function findOne<K extends AskedKind>(
  store: RecordStore,
  text: string,
  kind: K,
): Promise<IdByKind[K]> {
  const found = await findById(store, text, [kind]);
  return found.id as unknown as IdByKind[K];
}

function oneOf(kind: AskedKind): string {
  return `${kind === 'act' ? 'an' : 'a'} ${WORDS[kind]}`;
}

function listed(kinds: readonly AskedKind[]): string {
  return [...new Set(kinds.map((kind) => LISTED[kind]))].join(', ');
}

/** Enough to see that there are more than are named. */
const MOST_NAMED = 6;

/** Letters of a whole id after its prefix. */
const WHOLE = 26;

/** Whether a thing has exactly this id: asked for by itself, for pages ask by whole ids and lists may be long. */
async function holds(store: RecordStore, kind: AskedKind, id: string): Promise<boolean> {
  switch (kind) {
    case 'src':
      return (await store.source(id as SourceId))?.id === id;
    case 'cap':
      return (await store.capture(id as CaptureId))?.id === id;
    // One that was joined to another is shown as the other.
    case 'act':
      return (await store.actor(id as ActorId))?.id === id;
    case 'prp':
      return (await store.proposition(id as PropositionId))?.id === id;
    case 'clm':
      return (await store.claim(id as ClaimId))?.id === id;
    case 'lnk':
      return (await store.link(id as LinkId))?.id === id;
    case 'fnd':
      return (await store.finding(id as FindingId))?.id === id;
    case 'lsg':
      return (await store.listing(id as ListingId))?.listing.id === id;
    case 'dcn':
      return (await store.decision(id as DecisionId))?.id === id;
    // There are few of them.
    case 'lst':
      return false;
    default:
      return kind satisfies never;
  }
}

async function idsOf(store: RecordStore, kind: AskedKind, beginning: string): Promise<readonly string[]> {
  switch (kind) {
    case 'src':
      return (await store.sources()).map(({ id }) => id);
    case 'cap':
      return (await store.captures()).map(({ id }) => id);
    case 'act':
      return (await store.actors()).map(({ id }) => id);
    case 'prp':
      return (await store.propositions()).map(({ id }) => id);
    case 'clm':
      return store.claimIdsBeginning(beginning, MOST_NAMED);
    case 'lnk':
      return (await store.links()).map(({ id }) => id);
    case 'fnd':
      return (await store.findings()).map(({ id }) => id);
    case 'lst':
      return (await store.lists()).map(({ list }) => list.id);
    case 'lsg':
      return listingsBeginning(store, beginning);
    case 'dcn':
      return (await store.decisions()).map(({ id }) => id);
    default:
      return kind satisfies never;
  }
}

/** There may be very many: only those that fit are kept. */
async function listingsBeginning(store: RecordStore, beginning: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { listing } of store.listings())
    if (listing.id.startsWith(beginning)) found.push(listing.id);
  return found;
}

/**
 * How many letters of an id to show so that they are, almost surely, enough to find it again.
 *
 * @returns letters after the prefix, 5 to 26
 * @example
 * `${id.slice(0, 4 + idLetters(counts))}`; // 'clm_k3v9q'
 */
export function idLetters(counts: RecordCounts): number {
  const { proposed, accepted, rejected, superseded } = counts.claims;
  const most = Math.max(
    proposed + accepted + rejected + superseded,
    counts.captures,
    counts.actors,
    counts.propositions,
    2,
  );
  return lettersAmong(most);
}

/**
 * Letters of an id that tell it, almost surely, from so many others of its kind.
 *
 * @returns letters after the prefix, 5 to 26
 * @example
 * lettersAmong(12); // 5
 */
export function lettersAmong(things: number): number {
  return Math.min(26, Math.max(5, Math.ceil((2 * Math.log2(Math.max(2, things)) + 9) / 5)));
}
