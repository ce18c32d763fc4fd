/** People and bodies with what each said: how many claims of each stance, from when to when. Nothing is said of who is right. */
import { type ActorKind, shownName } from '../../record/actor.ts';
import type { ActorId } from '../../record/id.ts';
import type { Stance } from '../../record/stance.ts';
import type { Desk } from '../desk.ts';
import { countedStatuses } from '../list-claims.ts';

export interface SpokenActor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  /** Other spellings. */
  readonly alsoNamed: readonly string[];
  /** Claims in which it is the innermost speaker, by stance; stances without a claim are left out. */
  readonly said: Readonly<Partial<Record<Stance, number>>>;
  readonly claims: number;
  /** Claims of others that it only passes on. */
  readonly passedOn: number;
  /** ISO days or EDTF of the first and the last; null when no day is known. */
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * All actors, those who said most first.
 *
 * @example
 * (await whoSaid(desk, true))[0]?.said; // { alleges: 12, denies: 1 }
 */
export async function whoSaid(
  { store }: Pick<Desk, 'store'>,
  includeProposed: boolean,
): Promise<readonly SpokenActor[]> {
  const said = new Map<string, Tally>();
  const tallyOf = (voice: string): Tally => {
    const tally = said.get(voice) ?? { said: {}, claims: 0, passedOn: 0, first: null, last: null };
    said.set(voice, tally);
    return tally;
  };
  for (const { voices, stance, saidAt } of await store.utterances({
    statuses: countedStatuses(includeProposed),
  })) {
    const own = voices.at(-1);
    if (own !== undefined) count(tallyOf(own), stance, saidAt);
    for (const voice of new Set(voices.slice(0, -1))) if (voice !== own) tallyOf(voice).passedOn += 1;
  }
  return (await store.actors())
    .map((actor): SpokenActor => {
      const [, ...others] = [...new Set([shownName(actor), ...actor.names.map(({ text }) => text)])];
      return {
        id: actor.id,
        name: shownName(actor),
        kind: actor.kind,
        alsoNamed: others,
        ...tallyOf(actor.id),
      };
    })
    .toSorted((a, b) => b.claims - a.claims || b.passedOn - a.passedOn);
}

interface Tally {
  readonly said: Partial<Record<Stance, number>>;
  claims: number;
  passedOn: number;
  first: string | null;
  last: string | null;
}

function count(tally: Tally, stance: Stance, saidAt: string | null): void {
  tally.said[stance] = (tally.said[stance] ?? 0) + 1;
  tally.claims += 1;
  if (saidAt === null) return;
  if (tally.first === null || saidAt < tally.first) tally.first = saidAt;
  if (tally.last === null || saidAt > tally.last) tally.last = saidAt;
}
