/**
 * Names of actors when a record also holds sealed sources: a spelling is shown only when it stands in a
 * published text, in a published chain or in the metadata of a published source. What only a sealed
 * source says stays with it.
 */
import type { Actor, ActorTie, Name } from '../record/actor.ts';
import type { ActorId, Sha256, SourceId } from '../record/id.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';

/**
 * All published words of a source, lower case.
 *
 * @example
 * sourceWords(record, texts).get(source.id);
 */
export function sourceWords(
  record: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): ReadonlyMap<SourceId, string> {
  const words = new Map<SourceId, string>();
  for (const source of record.sources.values()) words.set(source.id, `${source.title ?? ''}\n`);
  for (const capture of record.captures.values()) {
    const text = capture.text === null ? '' : (texts.get(capture.text.sha256) ?? '');
    words.set(capture.of, `${words.get(capture.of) ?? ''}${text}\n`.toLowerCase());
  }
  return words;
}

interface Mentions {
  readonly sources: Set<SourceId>;
  readonly spoken: Map<string, Name>;
  publishes: boolean;
}

function mentionsIn(record: RecordSnapshot): ReadonlyMap<ActorId, Mentions> {
  const all = new Map<ActorId, Mentions>();
  const of = (actor: ActorId): Mentions => {
    const known = all.get(actor) ?? { sources: new Set(), spoken: new Map(), publishes: false };
    all.set(actor, known);
    return known;
  };
  for (const claim of record.claims.values())
    for (const step of claim.chain) {
      if (step.speaker === null) continue;
      of(step.speaker).sources.add(claim.source);
      of(step.speaker).spoken.set(step.named.toLowerCase(), { text: step.named, lang: null, kind: 'full' });
    }
  for (const source of record.sources.values())
    for (const actor of [source.publisher, ...source.authors]) {
      if (actor === null) continue;
      of(actor).publishes = true;
      of(actor).sources.add(source.id);
    }
  return all;
}

/**
 * The actors with only the spellings that published sources hold.
 *
 * @example
 * publishedNames(record, texts).get(actor.id)?.names;
 */
export function publishedNames(
  record: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): ReadonlyMap<ActorId, Actor> {
  const words = sourceWords(record, texts);
  const mentions = mentionsIn(record);
  const shown = new Map<ActorId, Actor>();
  for (const actor of record.actors.values()) {
    const said = mentions.get(actor.id);
    const found = actor.names.filter((name) => {
      const low = name.text.toLowerCase();
      if (said === undefined) return false;
      return said.spoken.has(low) || [...said.sources].some((id) => words.get(id)?.includes(low) === true);
    });
    const fallback =
      said?.publishes === true ? actor.names.slice(0, 1) : [...(said?.spoken.values() ?? [])].slice(0, 1);
    const names = found.length > 0 ? found : fallback;
    const stated = (tie: ActorTie): boolean => tie.claim === null || record.claims.has(tie.claim);
    const ties = { partOf: actor.partOf.filter(stated), spokenForBy: actor.spokenForBy.filter(stated) };
    shown.set(actor.id, { ...actor, ...ties, names, ids: {} });
  }
  return shown;
}
