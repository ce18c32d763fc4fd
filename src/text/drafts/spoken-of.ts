/**
 * What a bare figure counts: the act that the words before speak of ("The government acknowledged 15 deaths; the
 * herders speak of 112"). The same number told before decides, else the last act told. Only a short stretch before is
 * looked at; nothing is known where no act is told there.
 */
import { HARMS, type Measure } from '../../record/proposition.ts';
import { bindActs } from '../acts/bind.ts';
import type { BoundAct } from '../acts/bound-act.ts';
import { tokensOf } from '../acts/reading.ts';
import { countsPeople } from './shares.ts';

/** Code units before the stretch. */
const BACK = 600;
const HARM: ReadonlySet<Measure> = new Set(HARMS);

/** What is counted, for a number. */
export type SpokenOf = (n: number | null) => Measure | null;

/** Words cut off at the start of the window are left out. */
function windowBefore(text: string, start: number): string {
  const from = Math.max(0, start - BACK);
  const before = text.slice(from, start);
  return from === 0 ? before : before.slice(before.search(/\s/) + 1);
}

/**
 * How many people were counted last before a position of the text; null when nobody was.
 *
 * @example
 * countBefore('Police took 60 men. Half of them are free.', 20); // 60
 */
export function countBefore(text: string, start: number): number | null {
  const tokens = tokensOf(windowBefore(text, start));
  const last = tokens.quantities.findLast((one) => countsPeople(tokens, one));
  return last?.value.comparator === 'exactly' ? last.n : null;
}

function counts(act: BoundAct, n: number): boolean {
  return act.patients.some((patient) => patient.quantity?.n === n);
}

const ASKED: Readonly<Record<string, Measure>> = {
  injured: 'injured',
  wounded: 'injured',
  dead: 'killed',
  deaths: 'killed',
  killed: 'killed',
  missing: 'disappeared',
  disappeared: 'disappeared',
  arrested: 'detained',
  detained: 'detained',
  arrests: 'detained',
  prisoners: 'detained',
  displaced: 'displaced',
  hostages: 'abducted',
};

/** "And the injured? – About forty": the question right before says who is counted. */
function askedOf(before: string): Measure | undefined {
  const asked =
    /\b(?:and|the|how many)\s+(?:the\s+|were\s+|are\s+)?(\p{L}+)\?\s*(?:["”]\s*)?(?:\p{Lu}[\p{L}. ]{0,30}:\s*)?$/iu.exec(
      before,
    );
  return ASKED[asked?.[1]?.toLowerCase() ?? ''];
}

/**
 * Answers for the stretch that begins at a position of the text; the words before are read at the first question.
 *
 * @example
 * spokenOfBefore('15 deaths; they speak of 112', 11)(112); // 'killed'
 */
export function spokenOfBefore(text: string, start: number): SpokenOf {
  let acts: readonly BoundAct[] | null = null;
  let toll: boolean | null = null;
  return (n) => {
    acts ??= bindActs(tokensOf(windowBefore(text, start))).filter((act) => HARM.has(act.entry.measure));
    const same = n === null ? undefined : acts.findLast((act) => counts(act, n));
    const told = same?.entry.measure ?? askedOf(windowBefore(text, start)) ?? acts.at(-1)?.entry.measure;
    if (told !== undefined) return told;
    toll ??= /\b(?:victims|tolls?|deaths|dead|killings?|massacre)\b/i.test(windowBefore(text, start));
    return toll ? 'killed' : null;
  };
}
