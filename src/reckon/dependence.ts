/**
 * Which propositions stand or fall with which others (rule `dependence-2`), so that a denial of the whole is
 * shown on its parts, and a denial of a part beside the whole, marked inherited. It moves positions only: no figure and no standing depends on it.
 */
import type { PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Stance } from '../record/stance.ts';
import type { Utterance } from '../record/utterance.ts';
import { fitOfScopes } from './scope-match.ts';

/** Kinds that presuppose that the thing happened. */
const RESTS_ON_OCCURRENCE: ReadonlySet<Proposition['kind']> = new Set<Proposition['kind']>([
  'count',
  'responsibility',
  'place',
  'identity',
]);

/**
 * Whether what is said against `on` also bears on `dependent`: it is narrower; or `on` is the occurrence that
 * it counts, blames, places or names; or `on` says who one of those counted was; or both are answers of one state
 * on one measure.
 *
 * @example
 * dependsOn(countOfDetained, peopleWereDetained); // true for the same measure and scopes that fit
 */
export function dependsOn(dependent: Proposition, on: Proposition): boolean {
  if (dependent.id === on.id) return false;
  if (dependent.narrowerThan === on.id) return true;
  const fit = fitOfScopes(dependent.scope, on.scope);
  if (fit.group === 'apart' || fit.place === 'apart' || fit.by === 'apart' || fit.actor === 'apart')
    return false;
  if (dependent.kind === 'response' && on.kind === 'response') {
    return dependent.measure === on.measure && fit.actor !== 'open';
  }
  if (isPartOf(on, dependent)) return true;
  if (on.kind !== 'occurrence' || !RESTS_ON_OCCURRENCE.has(dependent.kind)) return false;
  if (on.measure !== null) return dependent.measure === on.measure;
  return fit.place !== 'open' || fit.group !== 'open';
}

/** Who one of the killed was: whoever denies it denies the count in part. */
function isPartOf(part: Proposition, whole: Proposition): boolean {
  return (
    part.kind === 'identity' &&
    whole.kind === 'count' &&
    part.measure !== null &&
    part.measure === whole.measure
  );
}

/** Stances that travel: a confirmed occurrence confirms no number, a refusal to comment covers its parts. */
const INHERITED: ReadonlySet<Stance> = new Set<Stance>(['denies', 'declines', 'silent']);
/** Nobody is silent on a count by being silent on who one of the dead was. */
const DENIALS: ReadonlySet<Stance> = new Set<Stance>(['denies', 'disputes']);
/** A state that denies having refused has not denied having granted. */
const INHERITED_BY_ANSWERS: ReadonlySet<Stance> = new Set<Stance>(['declines', 'silent']);

/** All stances that travel from some proposition to another: of others no claim has to be read for it. */
export const TRAVELLING: readonly Stance[] = Object.freeze([
  ...new Set([...INHERITED, ...DENIALS, ...INHERITED_BY_ANSWERS]),
]);

function inheritedStances(on: Proposition): ReadonlySet<Stance> {
  if (on.kind === 'identity') return DENIALS;
  return on.kind === 'response' ? INHERITED_BY_ANSWERS : INHERITED;
}

/**
 * The claims on other propositions that are shown, marked inherited, on this one.
 *
 * @example
 * positionsOn(own, { inheritedFrom: inheritedUtterances(proposition, propositions, utterances) });
 */
export function inheritedUtterances(
  proposition: Proposition,
  propositions: Iterable<Proposition>,
  utterances: readonly Utterance[],
): readonly Utterance[] {
  const stances = new Map<PropositionId, ReadonlySet<Stance>>();
  for (const other of propositions) {
    if (!dependsOn(proposition, other)) continue;
    stances.set(other.id, inheritedStances(other));
  }
  if (stances.size === 0) return [];
  return utterances.filter(({ proposition: on, stance }) => stances.get(on)?.has(stance) === true);
}
