/** The flags of `onrecord estimate` as the options of a run. */
import { ESTIMATE_OPTIONS, type EstimateOptions, LEAST_CHAINS } from '../desk/estimate-defaults.ts';
import { type Options, usageError } from './command.ts';
import { wordsOf } from './figure-options.ts';

/** Seeds above cannot be told apart exactly. */
const MOST_SEED = Number.MAX_SAFE_INTEGER;

/**
 * Reads the flags; what is not given is as by default.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * estimateOptions({ seed: '7', complete: true }).seed; // 7
 */
export function estimateOptions(options: Options): EstimateOptions {
  const whole = (name: string, least: number, most: number): number | null => {
    const words = wordsOf(options, name);
    if (words === null) return null;
    const value = Number(words);
    if (/^\d+$/u.test(words) && value >= least && value <= most) return value;
    const range = most === MOST_SEED ? `${least} or more` : `${least} to ${most}`;
    throw usageError(`--${name} must be a whole number, ${range}`, 'estimate');
  };
  const steps = whole('steps', 1000, 1e9);
  const { latentClass } = ESTIMATE_OPTIONS;
  return {
    ...ESTIMATE_OPTIONS,
    seed: whole('seed', 0, MOST_SEED) ?? ESTIMATE_OPTIONS.seed,
    delta: weightOf(options),
    complete: options.complete === true,
    order: whole('order', 1, 11),
    chains: whole('chains', LEAST_CHAINS, 1000) ?? ESTIMATE_OPTIONS.chains,
    latentClass:
      steps === null ? latentClass : { ...latentClass, steps, warmUp: Math.max(1000, Math.floor(steps / 4)) },
  };
}

function weightOf(options: Options): number | null {
  const words = wordsOf(options, 'delta');
  if (words === null) return null;
  const value = Number(words);
  if (words.trim() !== '' && value > 0 && value <= 1000) return value;
  throw usageError('--delta must be a number above 0 and up to 1000', 'estimate');
}
