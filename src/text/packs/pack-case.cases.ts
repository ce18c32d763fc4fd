/**
 * Reads the rows of a language's test table: `# phenomenon | region [| outlet NAME]`, the text on one line (`¶`
 * begins a paragraph), then one line for each claim a careful reader takes from it:
 * `> stance | chain | words the content holds | measure low/best/high | when`. In a chain, outermost first and without
 * the outlet, `>` parts the steps, `?` is somebody unnamed and `-` the report itself. In a figure `-` is no bound.
 */
import type { Measure } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { Stance } from '../../record/stance.ts';

/** One claim that must be read; what is null or empty is not asked for. */
export interface PackClaim {
  readonly stance: Stance;
  /** Resolved names, outermost first, without the outlet; null for somebody unnamed. */
  readonly chain: readonly (string | null)[];
  /** Words that the content must hold. */
  readonly content: string;
  readonly measure: Measure | null;
  /** Null: no figure is asked for. */
  readonly bounds: Bounds | null;
  /** EDTF; null: not asked for. */
  readonly when: string | null;
}

/** One text of the table. Exhaustive: a claim with a speaker beyond these is one too many. */
export interface PackCase {
  readonly id: string;
  readonly phenomenon: string;
  readonly region: string;
  readonly outlet: string | null;
  /** `held-out` is never looked at case by case while the pack is tuned: every second row. */
  readonly half: 'dev' | 'held-out';
  readonly text: string;
  readonly claims: readonly PackClaim[];
}

/** Day on which all these texts are published, a Friday. */
export const CASES_PUBLISHED_AT = '2031-03-07';

function boundsOf(figure: string | undefined): Bounds | null {
  if (figure === undefined) return null;
  const [low = null, best = null, high = null] = figure
    .split('/')
    .map((part) => (part === '-' ? null : Number(part)));
  return { low, best, high };
}

function claimOf(line: string): PackClaim {
  const [stance = '', chain = '', content = '', act = '', when = ''] = line.split(' | ').map((s) => s.trim());
  const [measure = '', figure] = act.replace(/^\|$/, '').split(' ');
  const steps = chain === '-' ? [] : chain.split(' > ');
  return {
    stance: stance as Stance,
    chain: steps.map((step) => (step === '?' ? null : step)),
    content: content.replace(/ \|$/, ''),
    measure: measure === '' ? null : (measure as Measure),
    bounds: boundsOf(figure),
    when: when === '' ? null : when,
  };
}

function caseOf(code: string, block: string, index: number): PackCase {
  const [head = '', text = '', ...claims] = block.trim().split('\n');
  const [phenomenon = '', region = '', extra = ''] = head.split('|').map((s) => s.trim());
  return {
    id: `${code}-${String(index + 1).padStart(3, '0')}`,
    phenomenon,
    region,
    outlet: extra.startsWith('outlet ') ? extra.slice(7) : null,
    half: index % 2 === 0 ? 'dev' : 'held-out',
    text: text.replaceAll(' ¶ ', '\n'),
    claims: claims.map((line) => claimOf(`${line.slice(2)} `)),
  };
}

/**
 * All cases of a table, in order; the first is `es-001` and odd numbers are the dev half.
 *
 * @param code BCP 47 of the language
 * @example
 * packCases('es', '\n# que | mx\nLa policía dijo que murió Ana.\n> alleges | policía | murió Ana | killed 1/1/1')[0]?.half; // 'dev'
 */
export function packCases(code: string, rows: string): readonly PackCase[] {
  return rows
    .split(/^# /m)
    .filter((block) => block.trim() !== '')
    .map((block, index) => caseOf(code, block, index));
}
