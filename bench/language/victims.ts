/**
 * Who was killed, injured or abducted, against the key of real dispatches (MUC-3/4 development data, capitals), as they
 * are and in mixed case. The shipped judge was trained on these dispatches, so the figures come from cross-validation
 * by event: no dispatch is judged by a judge that saw it or another dispatch about the same victims. What the shipped judge reaches on them is printed beside,
 * and is no measure.
 */
import { existsSync } from 'node:fs';
import { factsOf } from '../../src/text/victims/victims-of.ts';
import { type KeyedText, keyedTexts, trainingTextsOf } from '../../training/victims/examples.ts';
import { crossed, type Odds } from '../../training/victims/judge.ts';
import { bestLimits, type Scores, scoresBy, scoresByOthers } from '../../training/victims/limits.ts';
import { inMixedCase } from '../../training/victims/mixed-case.ts';
import { type Context, type Figures, type Part, rounded } from './part.ts';
import { predictionOf } from './victims-prediction.ts';
import { type KeyFact, scoreVictims } from './victims-score.ts';

const DATA = new URL('../../../shared/eval/victims/muc-dev.jsonl', import.meta.url);
const FOLDS = 5;

function tell(context: Context, name: string, scores: Scores): void {
  const parts = Object.entries(scores).map(
    ([size, { precision, recall, f1 }]) =>
      `${size} ${f1.toFixed(3)} (P ${precision.toFixed(3)} R ${recall.toFixed(3)})`,
  );
  context.say(`${name.padEnd(34)} ${parts.join('  ')}`);
}

function f1Of(scores: Scores): Figures {
  return {
    two_or_more: rounded(scores.two_or_more.f1),
    single: rounded(scores.single.f1),
    all: rounded(scores.all.f1),
  };
}

/**
 * A number that the key of one dispatch gives both as killed and as injured: its entries count all who were hit and list both
 * harms, so "four dead and 30 wounded" stands there as 34 killed and 34 injured, which no reader should say.
 */
function isDouble(facts: readonly KeyFact[], fact: KeyFact): boolean {
  const other = fact.kind === 'killed' ? 'injured' : fact.kind === 'injured' ? 'killed' : null;
  const size = Math.max(fact.low ?? 0, fact.high ?? 0);
  return (
    size >= 2 &&
    !fact.optional &&
    facts.some((one) => one.kind === other && !one.optional && one.low === fact.low && one.high === fact.high)
  );
}

function doublesIn(docs: readonly KeyedText[]): number {
  return docs.reduce(
    (sum, { facts, relevant }) => sum + (relevant ? facts.filter((one) => isDouble(facts, one)).length : 0),
    0,
  );
}

/** The same odds against a key in which doubles are neither owed nor wrong. */
function withoutDoubles(odds: Odds): Odds {
  return new Map(
    [...odds].map(([text, values]) => {
      const { facts } = text.doc;
      const milder = facts.map((one) => (isDouble(facts, one) ? { ...one, optional: true } : one));
      return [{ ...text, doc: { ...text.doc, facts: milder } }, values];
    }),
  );
}

/** Scores of one half with limits chosen on the other. */
function halves(context: Context, odds: Odds): Figures {
  const [even, odd] = [0, 1].map((half) => new Map([...odds].filter(([text]) => text.number % 2 === half)));
  if (even === undefined || odd === undefined) return {};
  const first = scoresBy(even, bestLimits(odd));
  const second = scoresBy(odd, bestLimits(even));
  tell(context, 'first half, limits of the second', first);
  tell(context, 'second half, limits of the first', second);
  return { first: f1Of(first), second: f1Of(second) };
}

function shipped(context: Context, docs: readonly KeyedText[]): number {
  const started = process.cpuUsage();
  const facts = new Map(docs.map((doc) => [doc.id, predictionOf(factsOf(doc.text))]));
  const words = docs.reduce((sum, doc) => sum + doc.text.split(/\s+/).length, 0);
  const micros = process.cpuUsage(started).user / words;
  tell(context, 'shipped judge, dispatches it saw', {
    two_or_more: scoreVictims(docs, facts, (n) => n >= 2),
    single: scoreVictims(docs, facts, (n) => n === 1),
    all: scoreVictims(docs, facts, (n) => n >= 1),
  });
  context.say(`${micros.toFixed(1)} µs of processor time a word`);
  return micros;
}

function measured(context: Context): Figures {
  const { upper, mixed, others } = trainingTextsOf(keyedTexts(DATA.pathname), inMixedCase);
  const docs = upper.map((text) => text.doc);
  const odds = crossed([...upper, ...mixed, ...others], FOLDS);
  const only = (texts: typeof upper): Odds => new Map(texts.map((text) => [text, odds.get(text) ?? []]));
  const ofUpper = only(upper);
  const limits = bestLimits(ofUpper);
  const capitals = scoresBy(ofUpper, limits);
  const small = scoresBy(only(mixed), limits);
  tell(context, 'capitals, unseen events', capitals);
  tell(context, 'mixed case, unseen events', small);
  const strict = scoresByOthers(ofUpper, FOLDS);
  tell(context, 'capitals, limits of others too', strict);
  const plain = scoresBy(withoutDoubles(ofUpper), limits);
  tell(context, 'the same, doubles neither owed nor wrong', plain);
  const byHalf = halves(context, ofUpper);
  const micros = shipped(context, docs);
  return {
    ...f1Of(capitals),
    doubles: { facts: doublesIn(docs), without: f1Of(plain) },
    mixed: f1Of(small),
    limits_of_others: f1Of(strict),
    halves: byHalf,
    microseconds_per_word: rounded(micros, 1),
  };
}

/** The part. */
export const victims: Part = {
  name: 'victims',
  about: 'victim counts of dispatches against their key, F1, cross-validated by event',
  async run(context) {
    if (!existsSync(DATA)) {
      if (process.env.CI === 'true')
        throw new Error(`${DATA.pathname} is not there: put the victim data in place`);
      context.say(`skipped: ${DATA.pathname} is not there`);
      return { skipped: true };
    }
    return measured(context);
  },
};
