/** Decisions on who is one person that stand, as bindings of records; and in words where they contradict each other. */
import { type BoundRecords, bindRecords, type Contradiction } from '../../reckon/linkage/bind-records.ts';
import type { Bindings } from '../../reckon/linkage/resolve.ts';
import type { ListingId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';

export interface BoundDecisions {
  readonly bindings: Bindings;
  /** Standing decisions about a listing that no list has now: they wait. */
  readonly waiting: number;
}

/**
 * The decisions that stand, by the places of their listings.
 *
 * @param listings in the order of the records
 * @example
 * boundDecisions(await store.decisions(), records.map(({ listing }) => listing)).bindings.same;
 */
export function boundDecisions(
  decisions: readonly PeopleDecision[],
  listings: readonly ListingId[],
): BoundDecisions {
  const placeOf = new Map(listings.map((id, at) => [id, at] as const));
  const same: (readonly [number, number])[] = [];
  const different: (readonly [number, number])[] = [];
  let waiting = 0;
  for (const { relation, a, b, undone } of decisions) {
    if (undone !== null) continue;
    const [one, other] = [placeOf.get(a), placeOf.get(b)];
    if (one === undefined || other === undefined) waiting += 1;
    else (relation === 'same' ? same : different).push([one, other]);
  }
  return { bindings: { same, different }, waiting };
}

/**
 * Refuses decisions that cannot all hold, among themselves.
 *
 * @throws OnRecordError `bad-usage` with every contradiction and the decisions that make it
 * @example
 * refuseContradictions(await store.decisions());
 */
export function refuseContradictions(decisions: readonly PeopleDecision[]): void {
  const listings = [...new Set(decisions.flatMap(({ a, b }) => [a, b]))];
  const { bindings } = boundDecisions(decisions, listings);
  const { contradictions }: BoundRecords = bindRecords(listings.length, bindings, null);
  if (contradictions.length > 0) throw contradicted(contradictions, decisions, listings);
}

/**
 * What contradicts itself, as an error that names listings and decisions.
 *
 * @example
 * throw contradicted(outcome.contradictions, decisions, listings);
 */
export function contradicted(
  contradictions: readonly Contradiction[],
  decisions: readonly PeopleDecision[],
  listings: readonly ListingId[],
): OnRecordError {
  const standing = decisions.filter(({ undone }) => undone === null);
  const idOf = (at: number | undefined): string => listings[at ?? -1] ?? '';
  const decisionOn = (one: string, other: string): string =>
    standing.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))?.id ?? '';
  const steps = (chain: readonly number[]): string =>
    chain
      .slice(1)
      .map((to, at) => {
        const [one, other] = [idOf(chain[at]), idOf(to)];
        return `${one} = ${other} (${decisionOn(one, other)})`;
      })
      .join(', ');
  const faults = contradictions.map(({ kind, between: [a, b], chain }) => {
    const [one, other] = [idOf(a), idOf(b)];
    const against =
      kind === 'different'
        ? `yet ${one} ≠ ${other} (${decisionOn(one, other)})`
        : `yet both stand on one list that is declared free of duplicates`;
    return { path: `${one}, ${other}`, message: `${steps(chain)}, ${against}` };
  });
  return new OnRecordError(
    'bad-usage',
    `Decisions contradict each other: ${faults.map(({ message }) => message).join('; ')}. Take one of them back with: onrecord people undo`,
    { faults },
  );
}
