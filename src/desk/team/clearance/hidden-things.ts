/**
 * What somebody of a clearance does not see: sources above it, and all that is known from them alone: their copies, claims,
 * links, lists with their rows, and the propositions, actors, places and decisions that nothing else speaks of. Held for as long as
 * the log does not grow. What people wrote by hand beside the sources (incidents, estimates) bears no handling of its own: see
 * `cleared-store.ts`; an estimate over a list that is hidden is hidden with it.
 */
import type { Handling } from '../../../record/handling.ts';
import type { Link } from '../../../record/link.ts';
import { sees } from '../../../record/team/clearance.ts';
import type { Utterance } from '../../../record/utterance.ts';
import { mayChange } from '../../log/action-effects.ts';
import type { RecordStore } from '../../ports/record-store.ts';

/** Ids of what is not seen. */
export type HiddenThings = ReadonlySet<string>;

/** From whom nothing is hidden. */
const NOTHING: HiddenThings = new Set();

/**
 * Opens the knowledge of what is hidden; nothing is read yet.
 *
 * @param store the whole record
 * @example
 * const hidden = openHidden(store, 'internal');
 * (await hidden()).has('src_…sealed'); // true
 */
export function openHidden(store: RecordStore, clearance: Handling): () => Promise<HiddenThings> {
  if (sees(clearance, 'sealed')) return async () => NOTHING;
  let at = -1;
  let held: Promise<HiddenThings> = Promise.resolve(new Set());
  return async () => {
    const head = (await store.head())?.seq ?? 0;
    if (head === at) return held;
    const before = at;
    const still = held;
    at = head;
    held = (async () => {
      if (before >= 0 && !(await mayChange(store, 'hides', { from: before, to: head }))) return still;
      return hiddenOf(store, clearance);
    })();
    held.catch(() => {
      at = -1;
    });
    return held;
  };
}

async function hiddenOf(store: RecordStore, clearance: Handling): Promise<HiddenThings> {
  const sources = await store.sources();
  const open = sources.filter(({ handling }) => sees(clearance, handling));
  const shut = sources.filter(({ handling }) => !sees(clearance, handling));
  const hidden = new Set<string>(shut.map(({ id }) => id));
  if (hidden.size === 0) return hidden;
  for (const { id, of } of await store.captures()) if (hidden.has(of)) hidden.add(id);
  const seen = new Set<string>(open.flatMap(({ publisher, authors }) => [publisher ?? '', ...authors]));
  const alone = new Set<string>(shut.flatMap(({ publisher, authors }) => [publisher ?? '', ...authors]));
  for (const utterance of await store.utterances()) {
    const inside = hidden.has(utterance.source);
    if (inside) hidden.add(utterance.claim);
    for (const id of spokenOf(utterance)) (inside ? alone : seen).add(id);
  }
  const links = await store.links();
  for (const link of links) for (const id of restedOn(link)) (mentions(hidden, link) ? alone : seen).add(id);
  for (const id of alone) if (id !== '' && !seen.has(id)) hidden.add(id);
  for (const link of links) if (mentions(hidden, link)) hidden.add(link.id);
  const shutLists = new Set<string>();
  for (const { list, capture } of await store.lists()) {
    if (!hidden.has(capture)) continue;
    hidden.add(list.id);
    shutLists.add(list.name);
    for await (const { listing } of store.listings(list.id)) hidden.add(listing.id);
  }
  for (const id of await placesAlone(store, hidden)) hidden.add(id);
  for (const { seq, body } of await store.entriesWith('estimate-recorded'))
    if (body?.action === 'estimate-recorded' && body.estimate.lists.some((name) => shutLists.has(name)))
      hidden.add(estimateKey(seq));
  for (const finding of await store.findings()) if (mentions(hidden, finding)) hidden.add(finding.id);
  for (const decision of await store.decisions()) if (mentions(hidden, decision)) hidden.add(decision.id);
  return hidden;
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
async function placesAlone(store: RecordStore, hidden: HiddenThings): Promise<readonly string[]> {
  const [seen, alone] = [new Set<string>(), new Set<string>()];
  for (const { id, scope } of await store.propositions())
    if (scope.place !== null) (hidden.has(id) ? alone : seen).add(folded(scope.place));
  return (await store.entriesWith('place-recorded')).flatMap(({ subject, body }) => {
    const words = body?.action === 'place-recorded' ? body.wordings.map(folded) : [];
    return words.some((word) => alone.has(word)) && !words.some((word) => seen.has(word)) ? [subject] : [];
  });
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
export function mentions(hidden: HiddenThings, thing: unknown): boolean {
  if (hidden.size === 0) return false;
  if (typeof thing === 'string') return hidden.has(thing);
  if (typeof thing !== 'object' || thing === null) return false;
  return Object.values(thing).some((part) => mentions(hidden, part));
}
