/** Labels of counts from cases in the person's language. Those that were typed stay as they are. */
import { APPLICATION_KINDS } from '../../record/case/application.ts';
import { RISK_LEVELS } from '../../record/case/risk.ts';
import { ANSWERS } from '../../record/proposition.ts';
import { words } from '../words/language.ts';

export const AXES = ['state', 'answer', 'kind', 'period', 'risk'] as const;
export type CountAxis = (typeof AXES)[number];

const isOne = <T extends string>(of: readonly T[], label: string): label is T =>
  of.some((one) => one === label);

/**
 * A label of an axis.
 *
 * @example
 * labelWords('answer', 'granted'); // 'granted'
 */
export function labelWords(axis: string, label: string): string {
  if (label === 'all') return words('counts.all');
  if (axis === 'answer' && label === 'silent') return words('counts.silent');
  if (axis === 'kind' && isOne(APPLICATION_KINDS, label)) return words(`cases.choice.${label}`);
  if (axis === 'answer' && isOne(ANSWERS, label)) return words(`cases.choice.${label}`);
  if (axis === 'risk' && isOne(RISK_LEVELS, label)) return words(`cases.risk.${label}`);
  if (label === 'none' && axis !== 'risk') return words('counts.none');
  if (label === 'unknown') return words('cases.unknown');
  return label;
}

/**
 * The name of an axis.
 *
 * @example
 * axisWords('state'); // 'state or authority'
 */
export function axisWords(axis: string): string {
  return isOne(AXES, axis) ? words(`counts.axis.${axis}`) : axis;
}

/**
 * Two numbers between which a withheld one lies; null: nothing bounds it.
 *
 * @example
 * rangeWords(2, null); // '2 or more'
 */
export function rangeWords(low: number | null, high: number | null): string {
  if (high === null) return words('counts.from', { low: low ?? 0 });
  return words('counts.between', { low: low ?? '?', high });
}
