/**
 * What somebody of a clearance does not see: sources above it, and all that is known from them alone: their copies, claims,
 * links, lists with their rows, and the propositions, actors, places and decisions that nothing else speaks of. Held for as long as
 * the log does not grow, and kept up when it does. What people wrote by hand beside the sources (incidents, estimates) bears no
 * handling of its own: see `cleared-store.ts`; an estimate over a list that is hidden is hidden with it.
 */
import type { Handling } from '../../../record/handling.ts';
import { isId, type PropositionId } from '../../../record/id.ts';
import type { Link } from '../../../record/link.ts';
import type { Action } from '../../../record/log-entry.ts';
import { sees } from '../../../record/team/clearance.ts';
import type { Utterance } from '../../../record/utterance.ts';
import { type KnownRecord, knownRecord } from '../../known/known-record.ts';
import { mayHide } from '../../log/action-effects.ts';
import type { RecordStore, StatusTally } from '../../ports/record-store.ts';
import { type Head, ShutSources } from './shut-sources.ts';

/** Ids of what is not seen, and the counts of the claims among it by proposition. */
export interface HiddenThings extends ReadonlySet<string> {
  readonly tallies: ReadonlyMap<PropositionId, readonly StatusTally[]>;
}

/** What is hidden from whom nothing is hidden. */
const NOTHING: HiddenThings = Object.assign(new Set<string>(), { tallies: new Map() });

/**
 * Opens the knowledge of what is hidden; nothing is read yet. It is read whole once, then kept up by what new entries are about.
 *
 * @param store the whole record
 * @example
 * const hidden = openHidden(store, 'internal');
 * (await hidden()).has('src_…sealed'); // true
 */
export function openHidden(store: RecordStore, clearance: Handling): () => Promise<HiddenThings> {
  if (sees(clearance, 'sealed')) return async () => NOTHING;
  let at = -1;
  let shut = new ShutSources(store, clearance);
  let beside: Beside = BESIDE_NOTHING;
  let held: HiddenThings = NOTHING;
  const readWhole = async (): Promise<HiddenThings> => {
    at = -1;
    shut = new ShutSources(store, clearance);
    beside = BESIDE_NOTHING;
    const head = (await store.head())?.seq ?? 0;
    await shut.readAll();
    held = await gather();
    at = head;
    return held;
  };
  const gather = async (): Promise<HiddenThings> => {
    if (shut.all.size === 0) return NOTHING;
    const found = await hiddenOf(store, shut, beside);
    beside = found.beside;
    return found.hidden;
  };
  const catchUp = async (): Promise<HiddenThings> => {
    if (at < 0) return readWhole();
    const heads = await store.heads(at);
    const last = heads.at(-1);
    if (last === undefined) return held;
    if (ShutSources.isAnew(heads)) return readWhole();
    const known = at;
    at = -1;
    const changed = await shut.follow(heads);
    if (changed || heads.some(({ action }) => OF_LINKS.has(action))) beside = BESIDE_NOTHING;
    if (changed || (shut.all.size > 0 && isTouched(heads))) held = await gather();
    at = Math.max(known, last.seq);
    return held;
  };
  let queue: Promise<unknown> = Promise.resolve();
  let waiting: Promise<HiddenThings> | null = null;
  return () => {
    if (waiting !== null) return waiting;
    const mine = queue.then(() => {
      waiting = null;
      return catchUp();
    });
    waiting = mine;
    queue = mine.catch(() => undefined);
    return mine;
  };
}

/** Whether entries may show what was hidden, or hide what was shown, without a source that is shut being another. */
function isTouched(heads: readonly Head[]): boolean {
  return heads.some(({ action }) => action === 'claim-reviewed' || mayHide(action));
}

/** What links and findings say, which a record may have very many of: kept until one of them is another. */
interface Beside {
  /** Links that mention what is shut or may be hidden; null: not read. */
  readonly links: readonly Link[] | null;
  /** Actors on which reports below the clearance rest by a link. */
  readonly seen: ReadonlySet<string>;
}

const BESIDE_NOTHING: Beside = { links: null, seen: new Set() };
const OF_LINKS: ReadonlySet<Action> = new Set<Action>(['links-proposed', 'link-reviewed']);

async function hiddenOf(
  store: RecordStore,
  shut: ShutSources,
  before: Beside,
): Promise<{ readonly hidden: HiddenThings; readonly beside: Beside }> {
  const hidden = new Set<string>();
  const tallies = new Map<PropositionId, StatusTally[]>();
  /** Propositions and actors of which something shut speaks, with how many of its claims do. */
  const spoken = new Map<string, number>();
  for (const [id, { captures, claims, actors }] of shut.all) {
    for (const each of [id, ...captures]) hidden.add(each);
    for (const actor of actors) if (!spoken.has(actor)) spoken.set(actor, 0);
    for (const utterance of claims) {
      hidden.add(utterance.claim);
      count(tallies, utterance);
      for (const each of new Set(spokenOf(utterance))) spoken.set(each, (spoken.get(each) ?? 0) + 1);
    }
  }
  const beside = before.links === null ? await readBeside(store, hidden, spoken) : before;
  for (const link of beside.links ?? [])
    if (mentions(hidden, link)) for (const id of restedOn(link)) if (!spoken.has(id)) spoken.set(id, 0);
  const known = await knownRecord(store);
  for (const [id, claims] of spoken)
    if (!beside.seen.has(id) && (await speaksAlone(store, { id, claims, known, shut }))) hidden.add(id);
  for (const link of beside.links ?? []) if (mentions(hidden, link)) hidden.add(link.id);
  const shutLists = new Set<string>();
  for (const { list, capture } of await store.lists()) {
    if (!hidden.has(capture)) continue;
    hidden.add(list.id);
    shutLists.add(list.name);
    for await (const { listing } of store.listings(list.id)) hidden.add(listing.id);
  }
  for (const id of await placesAlone(store, hidden, known)) hidden.add(id);
  for (const { seq, body } of await store.entriesWith('estimate-recorded'))
    if (body?.action === 'estimate-recorded' && body.estimate.lists.some((name) => shutLists.has(name)))
      hidden.add(estimateKey(seq));
  for (const finding of await store.findings()) if (mentions(hidden, finding)) hidden.add(finding.id);
  for (const decision of await store.decisions()) if (mentions(hidden, decision)) hidden.add(decision.id);
  return { hidden: Object.assign(hidden, { tallies }), beside };
}

/** Of all links those that matter, and what the others rest on. */
async function readBeside(
  store: RecordStore,
  hidden: ReadonlySet<string>,
  spoken: ReadonlyMap<string, number>,
): Promise<Beside> {
  const seen = new Set<string>();
  const links: Link[] = [];
  for (const link of await store.links()) {
    const isShut = mentions(hidden, link);
    if (isShut || (link.proposition !== null && spoken.has(link.proposition))) links.push(link);
    if (!isShut) for (const id of restedOn(link)) seen.add(id);
  }
  return { links, seen };
}

interface Spoken {
  readonly id: string;
  /** Claims that are shut and speak of it. */
  readonly claims: number;
  readonly known: KnownRecord;
  readonly shut: ShutSources;
}

/** Whether nothing below the clearance speaks of it. */
async function speaksAlone(store: RecordStore, { id, claims, known, shut }: Spoken): Promise<boolean> {
  if (isId('proposition', id)) return known.tallies(id).reduce((sum, one) => sum + one.claims, 0) <= claims;
  if (!isId('actor', id)) return true;
  if (shut.publishesOpenly(id)) return false;
  const { proposed, accepted, rejected, superseded } = await store.countClaims({ speaker: id });
  return proposed + accepted + rejected + superseded <= claims;
}

function count(
  tallies: Map<PropositionId, StatusTally[]>,
  { proposition, status, stance, low, best, high }: Utterance,
): void {
  const numbered = low !== null || best !== null || high !== null;
  const all = tallies.get(proposition) ?? [];
  const at = all.findIndex(
    (one) => one.status === status && one.stance === stance && one.numbered === numbered,
  );
  const claims = (all[at]?.claims ?? 0) + 1;
  all.splice(at < 0 ? all.length : at, 1, { proposition, status, stance, numbered, claims });
  tallies.set(proposition, all);
}

/**
 * What an estimate is hidden under: it has no id.
 *
 * @param seq number of its log entry
 * @example
 * hidden.has(estimateKey(41));
 */
export function estimateKey(seq: number): string {
  return `estimate ${seq}`;
}

/** Places whose wordings hidden propositions use and no other. */
async function placesAlone(
  store: RecordStore,
  hidden: ReadonlySet<string>,
  known: KnownRecord,
): Promise<readonly string[]> {
  const alone = new Set<string>();
  for (const id of hidden) {
    const place = isId('proposition', id) ? known.find(id)?.scope.place : undefined;
    if (place != null) alone.add(folded(place));
  }
  const places = (await store.entriesWith('place-recorded')).flatMap(({ subject, body }) => {
    const words = body?.action === 'place-recorded' ? body.wordings.map(folded) : [];
    return words.some((word) => alone.has(word)) ? [{ subject, words }] : [];
  });
  if (places.length === 0) return [];
  const seen = new Set<string>();
  for (const { id, scope } of known.propositions())
    if (scope.place !== null && !hidden.has(id)) seen.add(folded(scope.place));
  return places.filter(({ words }) => !words.some((word) => seen.has(word))).map(({ subject }) => subject);
}

const folded = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/** Actors that a report rests on, by a link. */
function restedOn({ to }: Link): readonly string[] {
  if (to.kind === 'actor') return [to.actor];
  return to.kind === 'not-held' && to.publisher !== null ? [to.publisher] : [];
}

function spokenOf({ proposition, voices }: Utterance): readonly string[] {
  return [proposition, ...voices];
}

/**
 * Whether something names what is hidden, however deep.
 *
 * @example
 * mentions(new Set(['src_1']), { to: { source: 'src_1' } }); // true
 */
export function mentions(hidden: ReadonlySet<string>, thing: unknown): boolean {
  if (hidden.size === 0) return false;
  if (typeof thing === 'string') return hidden.has(thing);
  if (typeof thing !== 'object' || thing === null) return false;
  return Object.values(thing).some((part) => mentions(hidden, part));
}
