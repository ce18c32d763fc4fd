/** The facts of a text: who was killed, injured or abducted, each group and person once. English. */
import { wording } from '../acts/reading.ts';
import { type Candidate, type Candidates, candidatesIn } from './candidates.ts';
import { chosenFacts, FACT_MODEL, lastScores } from './fact-model.ts';
import type { Mention } from './mentions.ts';
import type { VictimFact, VictimSpan } from './victim-fact.ts';

function spanOf(candidates: Candidates, mention: Mention): VictimSpan[] {
  const first = candidates.tokens.words[mention.first];
  const last = candidates.tokens.words[mention.next - 1];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

function longestName(candidates: Candidates, mentions: readonly Mention[]): string | null {
  let best: string | null = null;
  for (const mention of mentions) {
    if (mention.type !== 'name') continue;
    const name = wording(candidates.tokens, mention.core, mention.next);
    if (best === null || name.length > best.length) best = name;
  }
  return best;
}

/** The words for the people without number or article, as first written. */
function groupOf(candidates: Candidates, mentions: readonly Mention[]): string | null {
  for (const mention of mentions) {
    if (mention.head === '' || mention.type === 'pronoun') continue;
    const quantity = candidates.tokens.from.get(mention.core);
    if (mention.type === 'count' || quantity !== undefined)
      return wording(candidates.tokens, quantity?.next ?? mention.core, mention.next) || null;
    const from = mention.lead === '' || mention.lead === "'s" ? mention.first : mention.first + 1;
    return wording(candidates.tokens, from, mention.type === 'name' ? mention.core : mention.next) || null;
  }
  return null;
}

function factOf(candidates: Candidates, candidate: Candidate, score: number): VictimFact {
  const { people, kind } = candidate;
  const counted = people.mentions.find((mention) => mention.type === 'count');
  const value = counted === undefined ? null : (candidates.tokens.from.get(counted.core)?.value ?? null);
  const single = people.type !== 'count';
  return {
    kind,
    low: single ? 1 : (value?.low ?? null),
    best: single ? 1 : (value?.best ?? null),
    high: single ? 1 : (value?.high ?? null),
    figure: people.n,
    group: groupOf(candidates, people.mentions),
    name: longestName(candidates, people.mentions),
    spans: people.mentions
      .filter((mention) => mention.type !== 'pronoun')
      .flatMap((mention) => spanOf(candidates, mention)),
    confidence: Math.round(100 / (1 + Math.exp(-score))) / 100,
  };
}

/**
 * The victims that a text tells of. Positions are UTF-16 code units of the text as given.
 *
 * @example
 * factsOf('Gunmen killed two farmers in Abrel.')[0]?.figure; // 2
 */
export function factsOf(text: string): VictimFact[] {
  const candidates = candidatesIn(text);
  const scores = lastScores(FACT_MODEL, candidates.list);
  const limits = { count: FACT_MODEL.countFrom, single: FACT_MODEL.singleFrom };
  return chosenFacts(candidates.list, scores, limits).flatMap((index) => {
    const candidate = candidates.list[index];
    return candidate === undefined ? [] : [factOf(candidates, candidate, scores[index] ?? 0)];
  });
}
