/**
 * Scores a pack on rows (pack-case.cases.ts). A claim is right in relation when one proposal holds the expected words and
 * has the very chain of resolved names and the stance; a figure is right when measure and all three bounds are.
 * Names are compared without case, articles and quotation marks. A proposal is one too many when no expected claim of
 * its text has its chain and stance.
 */
import type { ProposedClaim } from '../proposed-claim.ts';
import { namedAsSubject } from './named-as-subject.cases.ts';
import type { LanguagePack } from './pack.ts';
import { CASES_PUBLISHED_AT, type PackCase, type PackClaim } from './pack-case.cases.ts';
import { readByPack } from './read-pack.ts';

/** Fractions from 0 to 1 of what is expected in one half of a table. */
export interface RowScore {
  readonly texts: number;
  readonly claims: number;
  /** Chain, stance and words. */
  readonly relation: number;
  /** Chain and words, whatever the stance. */
  readonly chain: number;
  /** Stance and words, whatever the chain. */
  readonly stance: number;
  readonly measure: number;
  readonly figure: number;
  readonly when: number;
  /** Proposals too many, by proposal. */
  readonly extra: number;
  /** Texts with a fault and what was proposed for them; empty for the held-out half. */
  readonly failures: readonly string[];
}

interface Read {
  readonly claim: ProposedClaim;
  readonly words: string;
  readonly chain: string;
}

function bare(name: string | null): string | null {
  if (name === null) return null;
  return name
    .toLowerCase()
    .replace(/[«»"“”]/g, '')
    .replace(/^(?:(?:el|la|los|las) (?=\p{L})|ال(?=\p{L}{2}))/u, '')
    .trim();
}

function chainOf(names: readonly (string | null)[]): string {
  return JSON.stringify(names.map(bare));
}

function expectedChain(pack: LanguagePack, { chain }: PackClaim): string {
  return chainOf(chain.map((name) => (name === null ? null : namedAsSubject(pack, name))));
}

function reads(pack: LanguagePack, one: PackCase): Read[] {
  const points = Array.from(one.text);
  const input = {
    text: one.text,
    publishedAt: CASES_PUBLISHED_AT,
    outlet: one.outlet,
    language: pack.code,
  };
  return readByPack(input, pack).claims.map((claim) => ({
    claim,
    words: claim.content.map(({ start, end }) => points.slice(start, end).join('')).join(' … '),
    chain: chainOf(claim.chain.map(({ resolved }) => resolved)),
  }));
}

function hasFigure({ claim }: Read, { measure, bounds }: PackClaim): boolean {
  const { quantity, draft } = claim;
  if (quantity === null || bounds === null || draft.measure !== measure) return false;
  return quantity.low === bounds.low && quantity.best === bounds.best && quantity.high === bounds.high;
}

interface Tally {
  asked: number;
  right: number;
}

type Question = 'relation' | 'chain' | 'stance' | 'measure' | 'figure' | 'when';

/** What is right about one expected claim; a question that it does not ask is absent. */
function answers(
  pack: LanguagePack,
  found: readonly Read[],
  expected: PackClaim,
): Partial<Record<Question, boolean>> {
  const holding = found.filter(({ words }) => words.includes(expected.content));
  const chain = expectedChain(pack, expected);
  const told = holding.filter((one) => one.chain === chain);
  return {
    relation: told.some(({ claim }) => claim.stance === expected.stance),
    chain: told.length > 0,
    stance: holding.some(({ claim }) => claim.stance === expected.stance),
    ...(expected.measure === null
      ? {}
      : { measure: holding.some(({ claim }) => claim.draft.measure === expected.measure) }),
    ...(expected.bounds === null ? {} : { figure: holding.some((one) => hasFigure(one, expected)) }),
    ...(expected.when === null
      ? {}
      : { when: holding.some(({ claim }) => claim.when?.edtf === expected.when) }),
  };
}

function isExpected(pack: LanguagePack, { chain, claim }: Read, claims: readonly PackClaim[]): boolean {
  return claims.some((one) => expectedChain(pack, one) === chain && one.stance === claim.stance);
}

function shown(one: PackCase, found: readonly Read[]): string {
  const lines = found.map(({ claim, words, chain }) => {
    const { quantity, draft } = claim;
    const figure = quantity === null ? '' : `${quantity.low}/${quantity.best}/${quantity.high}`;
    return `    ${claim.stance} ${chain} ${words} | ${draft.measure ?? ''} ${figure} ${claim.when?.edtf ?? ''}`;
  });
  return [`${one.id} ${one.phenomenon}: ${one.text}`, ...lines].join('\n');
}

const QUESTIONS: readonly Question[] = ['relation', 'chain', 'stance', 'measure', 'figure', 'when'];

/**
 * Scores one half of a table.
 *
 * @example
 * scoreRows(ES, ES_CASES, 'held-out').relation; // a fraction
 */
export function scoreRows(pack: LanguagePack, cases: readonly PackCase[], half: PackCase['half']): RowScore {
  const chosen = cases.filter((one) => one.half === half);
  const tallies = new Map<Question, Tally>(QUESTIONS.map((question) => [question, { asked: 0, right: 0 }]));
  const failures: string[] = [];
  let [proposals, extra] = [0, 0];
  for (const one of chosen) {
    const found = reads(pack, one);
    const surplus = found.filter((read) => !isExpected(pack, read, one.claims)).length;
    const all = one.claims.map((expected) => answers(pack, found, expected));
    for (const [question, tally] of tallies)
      for (const answer of all) {
        if (answer[question] !== undefined) tally.asked += 1;
        if (answer[question] === true) tally.right += 1;
      }
    proposals += found.length;
    extra += surplus;
    const faulty = surplus > 0 || all.some((answer) => Object.values(answer).includes(false));
    if (faulty && half === 'dev') failures.push(shown(one, found));
  }
  const share = (question: Question): number => {
    const { asked, right } = tallies.get(question) ?? { asked: 0, right: 0 };
    return asked === 0 ? 1 : right / asked;
  };
  return {
    texts: chosen.length,
    claims: tallies.get('relation')?.asked ?? 0,
    relation: share('relation'),
    chain: share('chain'),
    stance: share('stance'),
    measure: share('measure'),
    figure: share('figure'),
    when: share('when'),
    extra: proposals === 0 ? 0 : extra / proposals,
    failures,
  };
}
