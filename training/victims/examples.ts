/** Examples for training: every candidate of every relevant dispatch with what the key says of it. */
import { readFileSync } from 'node:fs';
import { lowAt, type Tokens } from '../../src/text/acts/reading.ts';
import { type Candidate, candidatesIn } from '../../src/text/victims/candidates.ts';
import type { People } from '../../src/text/victims/same-people.ts';
import { eventsOf } from './events.ts';

/** A fact of the key. */
export interface KeyFact {
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx?: boolean;
  readonly optional: boolean;
  readonly phrases: readonly string[];
}

/** One dispatch with its key. */
export interface KeyedText {
  readonly id: string;
  readonly text: string;
  readonly relevant: boolean;
  readonly facts: readonly KeyFact[];
}

/** A candidate with its answer. */
export interface Example {
  readonly candidate: Candidate;
  /** 1: the key has it; 0: it has not. */
  readonly label: number;
  readonly weight: number;
}

/** A dispatch with its examples. */
export interface ExampleText {
  readonly doc: KeyedText;
  /** Which dispatch it is; its renderings share the number. */
  readonly number: number;
  /** Which event it tells of, as a number; dispatches that tell of the same share it. */
  readonly event: number;
  readonly examples: readonly Example[];
}

/** Dispatches of a file of the scorer's format. */
export function keyedTexts(path: string): KeyedText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as KeyedText);
}

function partsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .filter((part) => part.length > 2);
}

/** Whether the key's words for somebody are those of these people. */
function sameWords(people: People, phrase: string, tokens: Tokens): boolean {
  const parts = partsOf(phrase);
  const last = parts.at(-1);
  if (last === undefined) return false;
  if (people.type === 'name') {
    const named = parts.filter((part) => people.parts.has(part)).length;
    if (named >= Math.min(2, people.parts.size, parts.length) && (people.parts.has(last) || named >= 2))
      return true;
    if (!people.heads.has(last)) return false;
  }
  return people.mentions.some((mention) => {
    for (let at = mention.first; at < mention.next; at += 1) if (lowAt(tokens, at) === last) return true;
    return mention.head === last;
  });
}

function fits({ n }: People, fact: KeyFact): boolean {
  if (fact.low === null && fact.high === null) return false;
  if (n === fact.low || n === fact.high) return true;
  if (fact.approx === true) return Math.abs(n - (fact.low ?? 0)) <= 0.1 * (fact.low ?? 0);
  return fact.low !== null && fact.high !== null && fact.low <= n && n <= fact.high;
}

interface Setting {
  readonly doc: KeyedText;
  readonly tokens: Tokens;
  readonly all: readonly People[];
}

/** Numbers of `signalsOf` that labels look at: bound to the own kind of harm, bound to another. */
const OWN = 10;
const OTHER = 12;

/** The key sometimes gives one number as killed and as injured: the kind that the words do not say is no example. */
function isDoubled(candidate: Candidate, fact: KeyFact, doc: KeyedText): boolean {
  const { kind, people, signals } = candidate;
  if (kind === 'abducted' || people.type !== 'count' || signals[OWN] !== 0 || (signals[OTHER] ?? 0) === 0)
    return false;
  return doc.facts.some(
    (other) =>
      other.kind !== kind && other.kind !== 'abducted' && other.low === fact.low && other.high === fact.high,
  );
}

/** Weight of what a dispatch tells that the key passed over as a whole: no attack or kidnapping that it counts. */
const UNKEYED = 0.4;

function labelOf(candidate: Candidate, { doc, tokens, all }: Setting): { label: number; weight: number } {
  const { people, kind } = candidate;
  if (!doc.relevant) return { label: 0, weight: UNKEYED };
  for (const fact of doc.facts) {
    if (fact.kind !== kind || !fits(people, fact)) continue;
    if (isDoubled(candidate, fact, doc)) return { label: 0, weight: 0 };
    const weight = fact.optional ? 0.5 : 1;
    if (fact.phrases.some((phrase) => sameWords(people, phrase, tokens))) return { label: 1, weight };
    if (people.type !== 'count') continue;
    const better = all.some(
      (other) =>
        other !== people &&
        fits(other, fact) &&
        fact.phrases.some((phrase) => sameWords(other, phrase, tokens)),
    );
    return better ? { label: 0, weight: 0 } : { label: 1, weight: people.n > 2 ? weight : weight / 2 };
  }
  const plural = doc.facts.some((fact) => fact.kind === kind && fact.low === null && fact.high === null);
  return { label: 0, weight: plural ? 0.2 : 1 };
}

/** Which dispatch and which event a text is of. */
type Place = Pick<ExampleText, 'number' | 'event'>;

/** The examples of a dispatch, as its text stands after `render`. */
export function exampleTextOf(doc: KeyedText, place: Place, render: (text: string) => string): ExampleText {
  const { tokens, all, list } = candidatesIn(render(doc.text));
  const examples = list.map((candidate) => ({ candidate, ...labelOf(candidate, { doc, tokens, all }) }));
  return { doc, ...place, examples };
}

/** The texts that the judge learns from and is measured on. */
export interface TrainingTexts {
  /** Dispatches with a key, in capitals as they are. */
  readonly upper: readonly ExampleText[];
  /** The same dispatches in mixed case. */
  readonly mixed: readonly ExampleText[];
  /** Dispatches that the key passed over: they only teach what is no fact, and are never scored. */
  readonly others: readonly ExampleText[];
}

/**
 * The training texts of a file of dispatches.
 *
 * @example
 * trainingTextsOf(keyedTexts('dispatches.jsonl'), inMixedCase).upper.length;
 */
export function trainingTextsOf(
  docs: readonly KeyedText[],
  inMixedCase: (text: string) => string,
): TrainingTexts {
  const same = (text: string): string => text;
  const keyed = docs.filter((doc) => doc.relevant);
  const others = docs.filter((doc) => !doc.relevant);
  const events = eventsOf(keyed);
  const placed = (number: number): Place => ({ number, event: events[number] ?? number });
  return {
    upper: keyed.map((doc, number) => exampleTextOf(doc, placed(number), same)),
    mixed: keyed.map((doc, number) => exampleTextOf(doc, placed(number), inMixedCase)),
    others: others.map((doc, at) =>
      exampleTextOf(doc, placed(keyed.length + at), at % 2 === 0 ? same : inMixedCase),
    ),
  };
}
