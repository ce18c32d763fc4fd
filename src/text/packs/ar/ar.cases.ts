/** Test table of the pack `ar`: invented texts and what a careful reader takes from them, made before the pack was. */
import { type PackCase, packCases } from '../pack-case.cases.ts';
import { AR_ANSWERS } from './cases/answers.cases.ts';
import { AR_REPORTED } from './cases/reported.cases.ts';
import { AR_REPORTS } from './cases/reports.cases.ts';
import { AR_STATEMENTS } from './cases/statements.cases.ts';

/**
 * The cases; odd numbers are dev, even ones held out.
 *
 * @example
 * AR_CASES.length >= 170; // true
 */
export const AR_CASES: readonly PackCase[] = packCases(
  'ar',
  [AR_STATEMENTS, AR_ANSWERS, AR_REPORTS, AR_REPORTED].join(''),
);
