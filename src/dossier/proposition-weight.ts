/**
 * Which propositions come first. Weight is what stands behind and against one: sources, named voices, origins,
 * and voices that deny or dispute it. The figures that lead are one for each measure, the heaviest of it, so
 * that no measure fills the front page; a number that a single claim carries leads only when little else does.
 */
import type { Measure } from '../record/proposition.ts';
import { isUnnamed, type PropositionView } from './view.ts';

/** Figures that may stand large on the front page. */
export const MOST_LEADING = 6;
/** Below this many, figures of a single claim lead too. */
const ENOUGH_LEADING = 3;

/** What readers look for first. */
const ORDER: readonly Measure[] = [
  'killed',
  'detained',
  'disappeared',
  'abducted',
  'tortured',
  'sexual-violence',
  'injured',
  'detention-sites',
  'displaced',
  'released',
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
];

/**
 * How much stands behind and against a proposition. A number for ordering only; it is shown nowhere.
 *
 * @example
 * weightOf(view) > weightOf(other);
 */
export function weightOf(view: PropositionView): number {
  const sources = new Set(view.claims.map((claim) => claim.source)).size;
  const own = view.positions.filter((position) => !position.inherited);
  const named = own.filter((position) => !isUnnamed(position.actor)).length;
  const against = own.filter(({ latest }) => latest === 'denies' || latest === 'disputes').length;
  return (
    2 * sources + 2 * view.origins.atLeast + named + 2 * against + Math.min(view.claims.length, 20) / 100
  );
}

function placeOf(view: PropositionView): number {
  const { measure } = view.proposition;
  return measure === null ? ORDER.length : ORDER.indexOf(measure);
}

function hasNumber({ toll }: PropositionView): boolean {
  return toll !== null && (toll.low !== null || toll.best !== null || toll.high !== null);
}

function heaviestFirst(views: readonly PropositionView[]): readonly PropositionView[] {
  const weights = new Map(views.map((view) => [view, weightOf(view)]));
  return views.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

/**
 * The figures for the front page: the heaviest of each measure, killed first, then detained, and so on.
 *
 * @example
 * leadingFigures(view.propositions); // at most one of people killed
 */
export function leadingFigures(views: readonly PropositionView[]): readonly PropositionView[] {
  const first = new Map<number, PropositionView>();
  for (const view of heaviestFirst(views.filter(hasNumber)))
    if (!first.has(placeOf(view))) first.set(placeOf(view), view);
  const byMeasure = [...first.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
  const solid = byMeasure.filter((view) => view.claims.length > 1);
  const thin = byMeasure.filter((view) => view.claims.length <= 1);
  const chosen = [...solid, ...thin.slice(0, Math.max(0, ENOUGH_LEADING - solid.length))];
  return chosen.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, MOST_LEADING);
}

/**
 * All propositions: those with the leading figures, then the others, heaviest first. Equal ones keep their order.
 *
 * @example
 * inOrder(views)[0];
 */
export function inOrder(views: readonly PropositionView[]): readonly PropositionView[] {
  const leading = leadingFigures(views);
  const taken = new Set(leading);
  return [...leading, ...heaviestFirst(views.filter((view) => !taken.has(view)))];
}

/**
 * Figures for a list: by measure, the heaviest of each first.
 *
 * @example
 * byMeasure(figures);
 */
export function byMeasure<T extends PropositionView>(figures: readonly T[]): readonly T[] {
  const weights = new Map(figures.map((view) => [view, weightOf(view)]));
  return figures.toSorted((a, b) => placeOf(a) - placeOf(b) || (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}
