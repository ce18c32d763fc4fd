/** Test table of the pack `es`: invented texts and what a careful reader takes from them, made before the pack was. */
import { type PackCase, packCases } from '../pack-case.cases.ts';
import { ES_ANSWERS } from './cases/answers.cases.ts';
import { ES_FIGURES } from './cases/figures.cases.ts';
import { ES_REPORTED } from './cases/reported.cases.ts';
import { ES_STATEMENTS } from './cases/statements.cases.ts';

/**
 * The cases; odd numbers are dev, even ones held out.
 *
 * @example
 * ES_CASES.length >= 170; // true
 */
export const ES_CASES: readonly PackCase[] = packCases(
  'es',
  [ES_STATEMENTS, ES_ANSWERS, ES_FIGURES, ES_REPORTED].join(''),
);
