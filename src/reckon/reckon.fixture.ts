/** Invented actors, propositions and claims for the tests of this room. */
import type { Actor, ActorKind } from '../record/actor.ts';
import type { ActorId, ClaimId, PropositionId, SourceId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Utterance, Voice } from '../record/utterance.ts';

/** A well-formed id whose body ends in the given letters. */
function padded(prefix: string, name: string): string {
  return `${prefix}_${name.padStart(26, '0')}`;
}

export const actorId = (name: string): ActorId => padded('act', name) as ActorId;
export const claimId = (name: string): ClaimId => padded('clm', name) as ClaimId;
export const sourceId = (name: string): SourceId => padded('src', name) as SourceId;
export const propositionId = (name: string): PropositionId => padded('prp', name) as PropositionId;

interface ActorFields {
  readonly named?: string;
  readonly partOf?: readonly string[];
  readonly spokenForBy?: readonly string[];
}

export function actor(name: string, kind: ActorKind, fields: ActorFields = {}): Actor {
  const tie = (to: string) => ({ to: actorId(to), when: null, claim: null });
  return {
    id: actorId(name),
    kind,
    names: [{ text: fields.named ?? name, lang: 'en', kind: 'full' }],
    ids: {},
    perpetratorType: null,
    partOf: (fields.partOf ?? []).map(tie),
    spokenForBy: (fields.spokenForBy ?? []).map(tie),
  };
}

export function actorsOf(...actors: readonly Actor[]): ReadonlyMap<ActorId, Actor> {
  return new Map(actors.map((one) => [one.id, one]));
}

export function proposition(name: string, fields: Partial<Proposition> = {}): Proposition {
  return {
    id: propositionId(name),
    kind: 'count',
    measure: 'killed',
    answer: null,
    text: 'people were killed',
    lang: 'en',
    narrowerThan: null,
    ...fields,
    scope: { group: null, place: null, by: null, actor: null, ...fields.scope },
  };
}

interface SaidFields extends Partial<Omit<Utterance, 'claim' | 'source' | 'voices' | 'proposition'>> {
  readonly source?: string;
  readonly on?: string;
}

/** A claim by a chain of names, outermost first; `?` is somebody unnamed. */
export function said(name: string, chain: readonly string[], fields: SaidFields = {}): Utterance {
  const { source = `of-${name}`, on = 'p', ...rest } = fields;
  const voices = chain.map(
    (who): Voice => (who === '?' ? `anonymous:${sourceId(source)}:${claimId(name)}` : actorId(who)),
  );
  return {
    claim: claimId(name),
    source: sourceId(source),
    proposition: propositionId(on),
    stance: 'alleges',
    status: 'accepted',
    voices,
    low: null,
    best: null,
    high: null,
    vague: false,
    saidAt: null,
    ...rest,
  };
}

export const exactly = (n: number) => ({ low: n, best: n, high: n });
export const atLeast = (n: number) => ({ low: n, best: null, high: null });
