/** How much danger the team sees for a case. A person judges it; no program proposes it. */
import { day, type Field, object, oneOf, orNull, text } from '../fields.ts';

export const RISK_LEVELS = ['unknown', 'low', 'medium', 'high', 'acute'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export interface Risk {
  readonly level: RiskLevel;
  /** Null: not written down. */
  readonly why: string | null;
  /** ISO day of the last look at it; null: never since the case was opened. */
  readonly reviewedAt: string | null;
}

/** Reads a risk. */
export const riskField: Field<Risk> = object<Risk>({
  level: oneOf(RISK_LEVELS),
  why: orNull(text),
  reviewedAt: orNull(day),
});
