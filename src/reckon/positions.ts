/** What each actor has said about one proposition, over time. Nothing is dropped and nothing is averaged. */
import type { ClaimId } from '../record/id.ts';
import type { Stance } from '../record/stance.ts';
import type { Utterance, Voice } from '../record/utterance.ts';
import { earliestDay, FIRST_DAY, LAST_DAY } from './day-span.ts';
import { isLive } from './polarity.ts';

export interface Position {
  /** The innermost voice of the chain: whose speech act it is. */
  readonly actor: Voice;
  /** The latest stance; on one day the later log order wins. */
  readonly latest: Stance;
  /** Oldest first; unknown days last. */
  readonly history: readonly {
    readonly claim: ClaimId;
    readonly stance: Stance;
    readonly saidAt: string | null;
  }[];
  /** Taken over from a proposition that this one depends on, such as a denial of the whole occurrence or of a part of it. */
  readonly inherited: boolean;
}

export interface PositionOptions {
  /** Claims on propositions that this one depends on (`inheritedUtterances`): shown marked, never merged with its own. */
  readonly inheritedFrom?: readonly Utterance[];
}

/**
 * Groups the claims on one proposition by whose speech act they are. Rejected and superseded claims are left
 * out: they stay visible in the list of claims, with their reasons. The input is in log order.
 *
 * @example
 * positionsOn(utterances)[0]?.latest; // 'alleges'
 */
export function positionsOn(
  utterances: readonly Utterance[],
  options: PositionOptions = {},
): readonly Position[] {
  const own = groupByActor(utterances, false);
  const inherited = groupByActor(options.inheritedFrom ?? [], true);
  return [...own, ...inherited].toSorted((a, b) => firstDay(a) - firstDay(b));
}

function groupByActor(utterances: readonly Utterance[], inherited: boolean): readonly Position[] {
  const byActor = new Map<Voice, Utterance[]>();
  for (const utterance of utterances) {
    const actor = utterance.voices[utterance.voices.length - 1];
    if (actor === undefined || !isLive(utterance)) continue;
    const list = byActor.get(actor);
    if (list === undefined) byActor.set(actor, [utterance]);
    else list.push(utterance);
  }
  return [...byActor].map(([actor, list]) => positionOf(actor, list, inherited));
}

function positionOf(actor: Voice, utterances: readonly Utterance[], inherited: boolean): Position {
  const ordered = utterances.toSorted((a, b) => dayOf(a.saidAt) - dayOf(b.saidAt));
  const dated = ordered.filter((utterance) => dayOf(utterance.saidAt) !== LAST_DAY);
  const latest = (dated.at(-1) ?? ordered.at(-1))?.stance ?? 'alleges';
  const history = ordered.map(({ claim, stance, saidAt }) => Object.freeze({ claim, stance, saidAt }));
  return Object.freeze({ actor, latest, history: Object.freeze(history), inherited });
}

function firstDay(position: Position): number {
  return dayOf(position.history[0]?.saidAt ?? null);
}

/** Unknown days come last. */
function dayOf(saidAt: string | null): number {
  const day = earliestDay(saidAt);
  return day === FIRST_DAY ? LAST_DAY : day;
}
