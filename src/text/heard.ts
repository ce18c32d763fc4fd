/** Who says what in a text, before any claim is drafted: the attributions of both readers with everybody behind them. */
import type { RawAttribution } from './attribution.ts';
import { attributionsOf, innerReader } from './attributions.ts';
import { collectEntities } from './entities.ts';
import type { Hearing } from './hearing.ts';
import type { AttributionModel } from './models/attribution/attribution-model.ts';
import type { ParsedText } from './parsed-text.ts';
import { withTaught } from './voices/taught.ts';
import { type Voiced, voicesOf } from './voices.ts';

/** How sure the trained reader of chains must be of what it hears alone; chosen by folds (docs/methods/attribution-model.md). */
const SURE = 0.6;

export interface Heard {
  readonly hearing: Hearing;
  readonly attributions: readonly RawAttribution[];
  readonly voiced: readonly Voiced[];
}

/**
 * Hears a text.
 *
 * @param model null: rules alone
 * @param outlet who publishes it; null when unknown
 * @example
 * hear(parseText('Police said that six people died.'), null, null).voiced.length; // 1
 */
export function hear(parsed: ParsedText, model: AttributionModel | null, outlet: string | null): Heard {
  const hearing: Hearing = {
    parsed,
    entities: collectEntities(parsed, outlet),
    spoken: [],
    asked: null,
    outlet,
    inner: model === null ? null : innerReader(parsed, model),
  };
  const attributions = attributionsOf(parsed, model);
  const voiced = attributions.flatMap((a) => voicesOf(hearing, a, { outlet, before: [] }));
  const tellings = model?.chains?.(parsed, voiced) ?? [];
  return { hearing, attributions, voiced: withTaught(hearing, voiced, { tellings, least: SURE }) };
}
