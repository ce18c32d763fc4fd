/**
 * Which proposition a claim speaks about (rule `grouping-2`). It suggests and explains; a person regroups with
 * one log entry, so nothing is joined for good. A number is no part of a proposition and never a reason to
 * join: "3 killed" and "26 killed" of one campaign are claims on one count.
 */
import type { PropositionId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import { foldWords } from './fold-words.ts';
import { placeIndex } from './place-index.ts';
import { type Fit, fitOfScopes, type ScopeFit } from './scope-match.ts';

/** What is known of a proposition before it has an id. */
export type GroupingDraft = Pick<Proposition, 'kind' | 'measure' | 'answer' | 'scope' | 'text'>;

export interface GroupingSuggestion {
  /** Null: put it to a proposition of its own. */
  readonly proposition: PropositionId | null;
  /** A sentence for the reviewer. */
  readonly because: string;
}

export interface JoinSuggestion {
  readonly a: PropositionId;
  readonly b: PropositionId;
  readonly because: string;
  /** 0 to 1: an order for the reviewer, no probability. */
  readonly score: number;
}

/** Score from which a claim is put to a proposition without asking; below it, joining is only suggested. */
export const JOIN_SCORE = 0.6;
/** Score from which joining is suggested at all. */
export const SUGGEST_SCORE = 0.4;

/**
 * The blocking key: only propositions with the same key are compared. It holds kind, measure and answer and
 * nothing that one source may say and another leave out.
 *
 * @example
 * groupKey(proposition); // 'count|killed|'
 */
export function groupKey(proposition: GroupingDraft): string {
  return `${proposition.kind}|${proposition.measure ?? ''}|${proposition.answer ?? ''}`;
}

/**
 * Chooses the proposition that a claim speaks about, or none. Two that fit equally well and exclude each
 * other give none: the reviewer decides.
 *
 * @example
 * suggestProposition(proposition, propositions).proposition === proposition.id; // true
 */
export function suggestProposition(
  draft: GroupingDraft,
  candidates: readonly Proposition[],
): GroupingSuggestion {
  return candidatesOf(candidates).suggest(draft);
}

/** Propositions of one block, kept so that a draft in known words finds its own without comparing all. */
export interface Candidates {
  add(proposition: Proposition): void;
  /** As `suggestProposition`. */
  suggest(draft: GroupingDraft): GroupingSuggestion;
}

/**
 * Keeps propositions for many drafts. One in the very words of the draft comes before all others: rivals that
 * both fit "residents of Dol" do not keep two claims about residents of Dol apart.
 *
 * @example
 * const candidates = candidatesOf(await store.propositions({ groupKey: groupKey(draft) }));
 * candidates.suggest(draft);
 */
export function candidatesOf(propositions: Iterable<Proposition>): Candidates {
  const placed = placeIndex<Proposition>();
  const byWords = new Map<string, Proposition>();
  const add = (proposition: Proposition): void => {
    placed.add(proposition, proposition.scope.place);
    const key = wordsKey(proposition);
    if (!byWords.has(key)) byWords.set(key, proposition);
  };
  for (const proposition of propositions) add(proposition);
  return {
    add,
    suggest: (draft) => {
      const twin = byWords.get(wordsKey(draft));
      const match = twin === undefined ? null : matchOf(draft, twin);
      if (twin !== undefined && match !== null && match.score >= JOIN_SCORE)
        return { proposition: twin.id, because: match.because };
      return suggestAmong(draft, placed.near(draft.scope.place));
    },
  };
}

/** Equal for drafts that say the same in the same words; an unmeasured one is told by its text too. */
function wordsKey({ kind, measure, answer, scope, text }: GroupingDraft): string {
  const { group, place, by, actor } = scope;
  const wording = MEASURED.has(kind) ? '' : text;
  return JSON.stringify([kind, measure, answer, group, place, by, actor, wording]).toLowerCase();
}

function suggestAmong(draft: GroupingDraft, candidates: readonly Proposition[]): GroupingSuggestion {
  let best: { candidate: Proposition; match: Match } | null = null;
  let rival: Proposition | null = null;
  for (const candidate of candidates) {
    const match = matchOf(draft, candidate);
    if (match === null || match.score < JOIN_SCORE) continue;
    if (best === null || match.score > best.match.score) {
      rival = null;
      best = { candidate, match };
    } else if (match.score === best.match.score && matchOf(candidate, best.candidate) === null) {
      rival = candidate;
    }
  }
  if (best === null) {
    return {
      proposition: null,
      because: 'No proposition in the record has the same kind, measure and scope.',
    };
  }
  if (rival !== null) {
    const because = `It fits "${best.candidate.text}" and "${rival.text}" equally well, and these exclude each other.`;
    return { proposition: null, because };
  }
  return { proposition: best.candidate.id, because: best.match.because };
}

/**
 * Pairs of propositions that may be one, best first. Nothing is joined here.
 *
 * @example
 * joinSuggestions(propositions); // []
 */
export function joinSuggestions(propositions: readonly Proposition[]): readonly JoinSuggestion[] {
  const blocks = new Map<string, Proposition[]>();
  for (const proposition of propositions) {
    const key = groupKey(proposition);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [proposition]);
    else block.push(proposition);
  }
  const suggestions: JoinSuggestion[] = [];
  for (const block of blocks.values()) {
    for (const [at, first] of block.entries()) {
      for (const second of block.slice(at + 1)) {
        const suggestion = suggestionOf(first, second);
        if (suggestion !== null) suggestions.push(suggestion);
      }
    }
  }
  return bestFirst(suggestions);
}

/**
 * What one proposition may be one with, best first. Nothing is joined here.
 *
 * @param others of the same blocking key, or any
 * @example
 * joinSuggestionsFor(one, await store.propositions({ groupKey: groupKey(one) }));
 */
export function joinSuggestionsFor(
  one: Proposition,
  others: Iterable<Proposition>,
): readonly JoinSuggestion[] {
  const suggestions: JoinSuggestion[] = [];
  for (const other of others) {
    const suggestion = other.id === one.id ? null : suggestionOf(one, other);
    if (suggestion !== null) suggestions.push(suggestion);
  }
  return bestFirst(suggestions);
}

function suggestionOf(first: Proposition, second: Proposition): JoinSuggestion | null {
  const match = matchOf(first, second);
  if (match === null || match.score < SUGGEST_SCORE) return null;
  const [a, b] = first.id < second.id ? [first.id, second.id] : [second.id, first.id];
  return { a, b, because: match.because, score: match.score };
}

function bestFirst(suggestions: readonly JoinSuggestion[]): readonly JoinSuggestion[] {
  return suggestions.toSorted((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}

interface Match {
  readonly score: number;
  readonly because: string;
}

/** Null: they cannot be one. */
function matchOf(a: GroupingDraft, b: GroupingDraft): Match | null {
  if (a.kind !== b.kind || a.measure !== b.measure || a.answer !== b.answer) return null;
  const fit = fitOfScopes(a.scope, b.scope);
  if (fit.place === 'apart' || fit.by === 'apart' || fit.actor === 'apart') return null;
  if (a.kind === 'response') return responseMatch(a, fit);
  if (fit.group === 'apart') return null;
  const words = sharedWords(a.text, b.text);
  const agreed = agreement(fit);
  if (a.measure === null || !MEASURED.has(a.kind)) return textMatch(words, fit, agreed);
  if (agreed === 0) {
    if (words.share >= SAME_TEXT && words.small >= 3)
      return { score: 0.7, because: `${textReason(words.share)}.` };
    return {
      score: SUGGEST_SCORE,
      because: `${subject(a)}, but the wordings do not both say of whom, where or by whom.`,
    };
  }
  return { score: Math.min(1, 0.55 + 0.15 * agreed), because: `${subject(a)}; ${reasons(fit)}.` };
}

/** Kinds that measure and scope tell apart; the others need like wording too. */
const MEASURED: ReadonlySet<Proposition['kind']> = new Set<Proposition['kind']>(['count', 'occurrence']);
const SAME_TEXT = 0.6;

function responseMatch(a: GroupingDraft, fit: ScopeFit): Match | null {
  if (a.measure === null || fit.actor === 'open') return null;
  const score = fit.actor === 'same' ? 0.9 : 0.5;
  return { score, because: `Both say how ${a.scope.actor ?? 'the same actor'} answered on ${a.measure}.` };
}

function textMatch(words: SharedWords, fit: ScopeFit, agreed: number): Match | null {
  if (words.small < 2 || words.share < SAME_TEXT) return null;
  const score = Math.min(1, words.share * 0.7 + 0.1 * agreed + (words.share === 1 ? 0.2 : 0));
  const and = agreed > 0 ? `; ${reasons(fit)}` : '';
  return { score, because: `${textReason(words.share)}${and}.` };
}

/** How many parts agree positively; half for a part that only holds the other. */
function agreement(fit: ScopeFit): number {
  const weight: Readonly<Record<Fit, number>> = { same: 1, within: 0.67, open: 0, apart: 0 };
  return weight[fit.group] + weight[fit.place] + weight[fit.by] + weight[fit.actor];
}

function subject(a: GroupingDraft): string {
  return a.kind === 'count' ? `Both count ${a.measure}` : `Both say that people were ${a.measure}`;
}

function reasons(fit: ScopeFit): string {
  const parts: string[] = [];
  for (const [name, value] of [
    ['group', fit.group],
    ['place', fit.place],
    ['alleged perpetrator', fit.by],
    ['actor', fit.actor],
  ] as const) {
    if (value === 'same') parts.push(`same ${name}`);
    if (value === 'within') parts.push(`${name} of one is within the other's`);
  }
  return parts.join(', ');
}

function textReason(share: number): string {
  return `The wordings share ${Math.round(share * 100)} of 100 words`;
}

interface SharedWords {
  /** Share of all different words that both have, 0 to 1. */
  readonly share: number;
  /** Different words of the shorter wording. */
  readonly small: number;
}

const FOLDED = new Map<string, ReadonlySet<string>>();

function foldedText(text: string): ReadonlySet<string> {
  const kept = FOLDED.get(text);
  if (kept !== undefined) return kept;
  const words = new Set(foldWords(text));
  if (FOLDED.size >= 20_000) FOLDED.clear();
  FOLDED.set(text, words);
  return words;
}

function sharedWords(a: string, b: string): SharedWords {
  const left = foldedText(a);
  const right = foldedText(b);
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let both = 0;
  for (const word of small) if (large.has(word)) both++;
  const all = small.size + large.size - both;
  return { share: all === 0 ? 0 : both / all, small: small.size };
}
