/** The inbox: sources with what waits in them, a page at a time. */
import type { ClaimStatus } from '../record/claim.ts';
import { CLAIM_STATUSES } from '../record/claim.ts';
import type { ActorId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Source } from '../record/source.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { firstInOrder } from './first-in-order.ts';
import { type Lookup, openLookup } from './lookup.ts';

/** A source with the number of its claims by status. */
export interface InboxSource extends Omit<Source, 'publisher' | 'authors'> {
  /** Shown names. */
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly claims: Readonly<Record<ClaimStatus, number>>;
}

export const INBOX_ORDERS = ['to-read', 'newest', 'oldest', 'title'] as const;
/** `to-read`: those with most waiting proposals first. */
export type InboxOrder = (typeof INBOX_ORDERS)[number];

export interface InboxQuery {
  readonly limit: number;
  readonly offset: number;
  readonly order: InboxOrder;
  /** Words of the title or of the publisher's name; '' for all. */
  readonly q: string;
  readonly waiting: 'all' | 'some' | 'none';
}

export interface Inbox {
  readonly sources: readonly InboxSource[];
  readonly fitting: number;
  /** Sources in which proposals wait. */
  readonly waitingIn: number;
}

/**
 * All sources with their tallies, in log order: what pages are cut from.
 *
 * @example
 * pageOfInbox(await readInbox(desk), { limit: 50, offset: 0, order: 'to-read', q: '', waiting: 'some' });
 */
export async function readInbox({
  store,
  rest = async () => undefined,
}: Pick<Desk, 'store' | 'rest'>): Promise<readonly InboxSource[]> {
  const lookup = openLookup(store);
  const sources = await store.sources();
  await rest();
  const tallies = await store.sourceTallies();
  await rest();
  const counts = new Map<string, Record<ClaimStatus, number>>();
  for (const { source, status, claims } of tallies) {
    const row = counts.get(source) ?? none();
    row[status] = claims;
    counts.set(source, row);
  }
  const names = await namesIn(sources, lookup);
  return sources.map((source) => inboxSource(source, counts.get(source.id) ?? none(), names));
}

/**
 * Cuts a page.
 *
 * @example
 * pageOfInbox(all, { limit: 50, offset: 0, order: 'newest', q: 'harbour', waiting: 'all' }).fitting;
 */
export function pageOfInbox(all: readonly InboxSource[], query: InboxQuery): Inbox {
  const words = foldedWords(query.q);
  const fitting = all.filter(
    (source) =>
      (query.waiting === 'all' || source.claims.proposed > 0 === (query.waiting === 'some')) &&
      (words.length === 0 || words.every((word) => folded(nameOf(source)).includes(word))),
  );
  return {
    sources: firstInOrder(fitting, ORDERS[query.order], query.offset + query.limit).slice(query.offset),
    fitting: fitting.length,
    waitingIn: all.filter(({ claims }) => claims.proposed > 0).length,
  };
}

/**
 * One source of the inbox, by its id or the beginning of it.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * (await readInboxSource(desk, 'src_7d2')).claims.proposed;
 */
export async function readInboxSource(desk: Pick<Desk, 'store'>, text: string): Promise<InboxSource> {
  const { store } = desk;
  const id = await findOne(store, text, 'src');
  const source = await store.source(id);
  if (source === null)
    throw new OnRecordError('not-found', 'The record no longer holds this source.', { subject: id });
  const names = await namesIn([source], openLookup(store));
  return inboxSource(source, await store.countClaims({ source: id }), names);
}

type Names = ReadonlyMap<ActorId, string | null>;

/** Of every publisher and author; each is looked up once. */
async function namesIn(sources: readonly Source[], lookup: Lookup): Promise<Names> {
  const actors = new Set<ActorId>();
  for (const { publisher, authors } of sources) {
    if (publisher !== null) actors.add(publisher);
    for (const author of authors) actors.add(author);
  }
  return new Map(await Promise.all([...actors].map(async (id) => [id, await lookup.nameOf(id)] as const)));
}

function inboxSource(
  { publisher, authors, ...source }: Source,
  claims: Readonly<Record<ClaimStatus, number>>,
  names: Names,
): InboxSource {
  return {
    ...source,
    publisher: publisher === null ? null : (names.get(publisher) ?? null),
    authors: authors.map((author) => names.get(author) ?? 'unknown'),
    claims,
  };
}

const ORDERS: Readonly<Record<InboxOrder, (a: InboxSource, b: InboxSource) => number>> = {
  'to-read': (a, b) => b.claims.proposed - a.claims.proposed || byDay(b, a),
  newest: (a, b) => byDay(b, a),
  oldest: byDay,
  title: (a, b) => compare(folded(a.title ?? ''), folded(b.title ?? '')),
};

function byDay(a: InboxSource, b: InboxSource): number {
  return compare(a.publishedAt ?? '', b.publishedAt ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf({ title, publisher }: InboxSource): string {
  return `${title ?? ''} ${publisher ?? ''}`;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function foldedWords(text: string): readonly string[] {
  return folded(text).split(/\s+/u).filter(Boolean);
}

function none(): Record<ClaimStatus, number> {
  return Object.fromEntries(CLAIM_STATUSES.map((status) => [status, 0])) as Record<ClaimStatus, number>;
}
