/** The list of cases of a compartment, line by line, and a case as a text that a person reads and may give back changed. */
import { stringify } from 'yaml';
import type { Case } from '../../record/case/case.ts';
import { type CaseLine, caseLine } from '../../record/case/case-line.ts';
import type { HeldCases } from './read-case.ts';

export type { CaseLine };

/** Highest risk first, then by pseudonym. */
const RISK_ORDER = ['acute', 'high', 'medium', 'low', 'unknown'];

/**
 * The lines.
 *
 * @example
 * caseLines(await readCases(desk, room))[0]?.pseudonym; // 'Heron'
 */
export function caseLines({ cases }: Pick<HeldCases, 'cases'>): readonly CaseLine[] {
  const rank = ({ risk }: CaseLine): number => RISK_ORDER.indexOf(risk);
  const order = new Intl.Collator('en');
  return [...cases.values()]
    .map((held) => caseLine(held.head))
    .toSorted((a, b) => rank(a) - rank(b) || order.compare(a.pseudonym, b.pseudonym));
}

/**
 * A case as YAML: what `onrecord case change` takes back.
 *
 * @example
 * caseText(one); // 'id: cas_…\npseudonym: Heron\n…'
 */
export function caseText(one: Case): string {
  return stringify(one, { lineWidth: 0, schema: 'core' });
}
