/**
 * The best hierarchical log-linear model by AIC and by BIC (Fienberg 1972; Cormack 1992; Rivest & Baillargeon 2007). All
 * models are fitted, up to an order; with very many a stepwise search is made instead, and said. Models without a finite
 * maximum are passed over. The interval is that of the chosen model: it holds no doubt about the choice.
 */

import type { SolveLinear } from '../linear-programme.ts';
import { type CaptureTable, namesIn, recorded } from './capture-table.ts';
import { hasEmptyMargin, hasFiniteMaximum } from './finite-maximum.ts';
import {
  generatorsOf,
  hierarchicalModels,
  type Interactions,
  possibleInteractions,
} from './hierarchical-models.ts';
import { logGamma } from './log-gamma.ts';
import { type LogLinearFitter, openLogLinear } from './log-linear-fit.ts';
import { multinomialLogLikelihood, type ProfileInterval, profileInterval } from './profile-interval.ts';

export type Criterion = 'aic' | 'bic';

/** A fitted model and its figures; people count the recorded ones, too. */
export interface LogLinearModel {
  readonly interactions: Interactions;
  /** The terms that no other contains, as names of lists. */
  readonly generators: readonly (readonly string[])[];
  /** Maximum-likelihood estimate of all people. */
  readonly people: number;
  /** Standard error of the unseen people, by the delta method and their own Poisson spread. */
  readonly standardError: number;
  readonly deviance: number;
  readonly degrees: number;
  readonly aic: number;
  readonly bic: number;
}

export interface LogLinearChoice {
  readonly model: LogLinearModel;
  /** By profile likelihood; `high` null: without limit. Null where it cannot be computed. */
  readonly interval: { readonly low: number; readonly high: number | null } | null;
  /** Better models by the same criterion that were passed over, having no finite maximum. */
  readonly passedOver: number;
}

export interface LogLinearSearch {
  readonly how: 'all' | 'stepwise';
  /** Lists in the largest interaction that was tried. */
  readonly order: number;
  /** Models that were fitted. */
  readonly fitted: number;
  /** Interactions that were not tried: somewhere in their table is nobody. */
  readonly emptyInteractions: number;
  readonly independence: LogLinearModel | null;
  /** Null: no model has a finite maximum. */
  readonly best: Readonly<Record<Criterion, LogLinearChoice | null>>;
}

/** Above so many models a stepwise search is made. */
const MOST_MODELS = 40_000;
/** Models to try for a finite maximum, best first. */
const MOST_TRIED = 2000;

/**
 * Fits the models and chooses.
 *
 * @param order lists in the largest interaction; null: all but one for up to 5 lists, else 2
 * @example
 * chooseLogLinear(kosovo, null, solve).best.bic?.model.people; // 10356.5…
 */
export function chooseLogLinear(
  table: CaptureTable,
  order: number | null,
  solve: SolveLinear,
): LogLinearSearch {
  const lists = table.lists.length;
  const most = order ?? (lists <= 5 ? lists - 1 : 2);
  const named = possibleInteractions(lists, most);
  const possible = named.filter((term) => !hasEmptyMargin(table, term));
  const fitter = openLogLinear(lists, table.counts);
  const some = upTo(hierarchicalModels(possible), MOST_MODELS);
  const how = some === null ? 'stepwise' : 'all';
  const models =
    some === null
      ? stepwise(table, possible, fitter)
      : some.flatMap((interactions) => fitted(table, interactions, fitter) ?? []);
  const best = (criterion: Criterion) => bestOf(table, models, criterion, { fitter, solve });
  return {
    how,
    order: most,
    fitted: models.length,
    emptyInteractions: named.length - possible.length,
    independence: fitted(table, [], fitter),
    best: { aic: best('aic'), bic: best('bic') },
  };
}

function upTo<T>(items: Iterable<T>, most: number): readonly T[] | null {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === most) return null;
    taken.push(item);
  }
  return taken;
}

function fitted(
  table: CaptureTable,
  interactions: Interactions,
  fitter: LogLinearFitter,
): LogLinearModel | null {
  const found = fitter(interactions);
  if (found === null || !Number.isFinite(found.unseen)) return null;
  const seen = recorded(table);
  const constant = 2 * table.counts.reduce((sum, count) => sum + (count > 0 ? poissonTerm(count) : 0), 0);
  return {
    interactions,
    generators: generatorsOf(table.lists.length, interactions).map((term) => namesIn(table, term)),
    people: seen + found.unseen,
    standardError: Math.sqrt(found.unseen + found.unseen ** 2 * found.varianceOfLog),
    deviance: found.deviance,
    degrees: table.counts.length - 1 - found.parameters,
    aic: found.deviance - constant + 2 * found.parameters,
    bic: found.deviance - constant + Math.log(seen) * found.parameters,
  };
}

/** Log-likelihood of a cell that is expected to hold what it holds,: ln(c^c e^-c / c!). */
function poissonTerm(count: number): number {
  return count * Math.log(count) - count - logGamma(count + 1);
}

/** Adds or takes away one interaction at a time while BIC or AIC falls; keeps all models it has met. */
function stepwise(
  table: CaptureTable,
  possible: Interactions,
  fit: LogLinearFitter,
): readonly LogLinearModel[] {
  const met = new Map<string, LogLinearModel>();
  const modelOf = (interactions: Interactions): LogLinearModel | null => {
    const key = interactions.toSorted((a, b) => a - b).join(' ');
    const known = met.get(key) ?? fitted(table, interactions, fit);
    if (known !== null) met.set(key, known);
    return known;
  };
  for (const criterion of ['bic', 'aic'] as const) {
    let current = modelOf([]);
    while (current !== null) {
      const here: LogLinearModel = current;
      const next = possible
        .map((term) =>
          here.interactions.includes(term)
            ? here.interactions.filter((one) => one !== term)
            : [...here.interactions, term],
        )
        .flatMap((interactions) => modelOf(interactions) ?? [])
        .reduce((best, one) => (one[criterion] < best[criterion] ? one : best), here);
      if (next === here) break;
      current = next;
    }
  }
  return [...met.values()];
}

function bestOf(
  table: CaptureTable,
  models: readonly LogLinearModel[],
  criterion: Criterion,
  { fitter, solve }: { readonly fitter: LogLinearFitter; readonly solve: SolveLinear },
): LogLinearChoice | null {
  const ordered = models.toSorted((a, b) => a[criterion] - b[criterion]).slice(0, MOST_TRIED);
  const at = ordered.findIndex(({ interactions }) => hasFiniteMaximum(table, interactions, solve));
  const model = ordered[at];
  if (model === undefined) return null;
  const found = profileOf(table, model, fitter, 1);
  const seen = recorded(table);
  return {
    model,
    interval:
      found === null ? null : { low: seen + found.low, high: found.high === null ? null : seen + found.high },
    passedOver: at,
  };
}

/**
 * The profile interval of the unseen people under one model.
 *
 * @param factor by how much the unseen are more than the model says; 1: the model as it is
 * @example
 * profileOf(kosovo, model, openLogLinear(4, kosovo.counts), 1);
 */
export function profileOf(
  table: CaptureTable,
  model: Pick<LogLinearModel, 'interactions' | 'people'>,
  fitter: LogLinearFitter,
  factor: number,
): ProfileInterval | null {
  return profileInterval(
    (unseen) => {
      const fit = fitter(model.interactions, { persons: unseen, factor });
      return fit === null ? null : multinomialLogLikelihood(table.counts, unseen, fit.expected);
    },
    factor * (model.people - recorded(table)),
  );
}
