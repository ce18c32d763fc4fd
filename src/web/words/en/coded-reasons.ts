/** Reasons that have a code and an English sentence in the core: the same sentences, under the code. */
import { LINK_REASONS } from '../../../record/reasons/link-reasons.ts';
import { METHOD_NAMES } from '../../../record/reasons/method-names.ts';
import { PLACE_REASONS } from '../../../record/reasons/place-reasons.ts';
import { READER_REASONS } from '../../../record/reasons/reader-reasons.ts';
import { REFUSAL_REASONS } from '../../../record/reasons/refusal-reasons.ts';

type Under<F extends string, T> = { readonly [C in keyof T & string as `why.${F}.${C}`]: T[C] };

function under<F extends string, T extends Readonly<Record<string, string>>>(
  family: F,
  table: T,
): Under<F, T> {
  const named = Object.entries(table).map(([code, sentence]) => [`why.${family}.${code}`, sentence]);
  return Object.fromEntries(named) as Under<F, T>;
}

export const CODED_REASONS = {
  ...under('reader', READER_REASONS),
  ...under('link', LINK_REASONS),
  ...under('place', PLACE_REASONS),
  ...under('refusal', REFUSAL_REASONS),
  ...under('method', METHOD_NAMES),
};
