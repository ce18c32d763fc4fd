/**
 * The sources above a clearance, with their captures and claims, and who publishes what is below it: read once, then kept up by what
 * new entries are about. Only what is shut is held; of the rest there may be millions.
 */
import type { Handling } from '../../../record/handling.ts';
import type { ActorId, CaptureId, ClaimId, SourceId } from '../../../record/id.ts';
import type { Action, LogEntry } from '../../../record/log-entry.ts';
import type { Source } from '../../../record/source.ts';
import { sees } from '../../../record/team/clearance.ts';
import type { Utterance } from '../../../record/utterance.ts';
import type { RecordStore } from '../../ports/record-store.ts';

/** One source above the clearance. */
export interface ShutSource {
  readonly captures: readonly CaptureId[];
  readonly claims: readonly Utterance[];
  /** Publisher and authors. */
  readonly actors: readonly ActorId[];
}

/** Number, kind and subject of an entry. */
export type Head = Pick<LogEntry, 'seq' | 'action' | 'subject'>;

/** After these, everything is read anew: what sources, claims and ids there are may be another thing. */
const ANEW: ReadonlySet<Action> = new Set<Action>(['source-erased', 'record-imported', 'actors-joined']);
/** After these, a source may be another. */
const OF_SOURCES: ReadonlySet<Action> = new Set<Action>([
  'source-captured',
  'source-described',
  'copy-stored',
]);
/** After these, claims of any source may stand elsewhere. */
const OF_ALL_CLAIMS: ReadonlySet<Action> = new Set<Action>(['claims-regrouped']);

export class ShutSources {
  readonly #store: RecordStore;
  readonly #clearance: Handling;
  readonly #shut = new Map<SourceId, ShutSource>();
  /** Of each publisher and author, how many sources below the clearance bear it. */
  readonly #open = new Map<ActorId, number>();
  /** Where what an entry is about stands: captures and claims that are shut. */
  readonly #under = new Map<string, SourceId>();

  constructor(store: RecordStore, clearance: Handling) {
    this.#store = store;
    this.#clearance = clearance;
  }

  get all(): ReadonlyMap<SourceId, ShutSource> {
    return this.#shut;
  }

  /** Whether somebody publishes or writes a source that is not shut. */
  publishesOpenly(id: ActorId): boolean {
    return (this.#open.get(id) ?? 0) > 0;
  }

  /** Whether entries ask for reading anew. */
  static isAnew(heads: readonly Head[]): boolean {
    return heads.some(({ action }) => ANEW.has(action));
  }

  /** Reads the record from its beginning. */
  async readAll(): Promise<void> {
    const shut: Source[] = [];
    for (const source of await this.#store.sources()) {
      if (sees(this.#clearance, source.handling)) this.#count(source, 1);
      else shut.push(source);
    }
    await this.#readShut(shut);
  }

  /**
   * Takes in what entries did.
   *
   * @returns whether anything that is shut is another than before
   */
  async follow(heads: readonly Head[]): Promise<boolean> {
    const sources = new Set<SourceId>();
    const again = new Set<SourceId>();
    for (const { action, subject } of heads) {
      const under = this.#under.get(subject);
      if (under !== undefined) again.add(under);
      if (OF_ALL_CLAIMS.has(action)) for (const id of this.#shut.keys()) again.add(id);
      if (OF_SOURCES.has(action)) sources.add(await this.#sourceOf(subject));
    }
    const shut: Source[] = [];
    let changed = false;
    for (const id of sources) {
      const source = await this.#store.source(id);
      const before = this.#shut.has(id) ? null : await this.#before(id, heads[0]?.seq ?? 0);
      if (before !== null && sees(this.#clearance, before.handling)) this.#count(before, -1);
      if (source === null) continue;
      if (!sees(this.#clearance, source.handling)) shut.push(source);
      else {
        this.#count(source, 1);
        changed = this.#forget(id) || changed;
        again.delete(id);
      }
    }
    for (const id of again) {
      const source = shut.some((one) => one.id === id) ? null : await this.#store.source(id);
      if (source !== null) shut.push(source);
    }
    await this.#readShut(shut);
    return changed || shut.length > 0;
  }

  async #sourceOf(subject: string): Promise<SourceId> {
    if (!subject.startsWith('cap_')) return subject as SourceId;
    return (await this.#store.capture(subject as CaptureId))?.of ?? (subject as SourceId);
  }

  /** A source as it was before an entry; null when it was not there. */
  async #before(id: SourceId, seq: number): Promise<Source | null> {
    let before: Source | null = null;
    for (const { seq: at, body } of await this.#store.entriesOf(id)) {
      if (at >= seq || body === null) continue;
      if (body.action === 'source-captured' || body.action === 'source-described') {
        if (body.source.id === id) before = body.source;
      }
    }
    return before;
  }

  #count(source: Source, by: 1 | -1): void {
    for (const id of actorsOf(source)) this.#open.set(id, (this.#open.get(id) ?? 0) + by);
  }

  #forget(id: SourceId): boolean {
    const held = this.#shut.get(id);
    if (held === undefined) return false;
    for (const capture of held.captures) this.#under.delete(capture);
    for (const { claim } of held.claims) this.#under.delete(claim);
    return this.#shut.delete(id);
  }

  async #readShut(sources: readonly Source[]): Promise<void> {
    if (sources.length === 0) return;
    const claims = await this.#store.utterances({ sources: sources.map(({ id }) => id) });
    const bySource = Map.groupBy(claims, ({ source }) => source);
    for (const source of sources) {
      const { id } = source;
      const captures = (await this.#store.captures({ source: id })).map((capture) => capture.id);
      const own = bySource.get(id) ?? [];
      this.#forget(id);
      this.#shut.set(id, { captures, claims: own, actors: actorsOf(source) });
      for (const capture of captures) this.#under.set(capture, id);
      for (const { claim } of own) this.#under.set(claim satisfies ClaimId, id);
    }
  }
}

function actorsOf({ publisher, authors }: Source): readonly ActorId[] {
  return [...new Set(publisher === null ? authors : [publisher, ...authors])];
}
