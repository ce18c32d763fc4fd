/**
 * Reads the answer of a model: the JSON it was asked for, also inside a code fence or other words, each claim checked by
 * itself. What does not fit is counted and left out, never repaired.
 */
import { STANCES, type Stance } from '../../record/stance.ts';

/** One claim as the model gave it; nothing of it is verified. */
export interface AnsweredClaim {
  /** Null: the model says that nobody is named. */
  readonly speaker: string | null;
  readonly cue: string;
  readonly quote: string;
  readonly stance: Stance;
}

export interface ReadAnswer {
  readonly claims: readonly AnsweredClaim[];
  /** Claims that lack a field, or hold something else in it. */
  readonly malformed: number;
}

/** Claims of one answer that are looked at; a piece of text holds far fewer. */
const MOST_CLAIMS = 300;
/** UTF-16 code units. */
const LONGEST_FIELD = 4000;

/**
 * Reads it; null when it holds no such JSON.
 *
 * @example
 * readAnswer('{"claims": []}'); // { claims: [], malformed: 0 }
 */
export function readAnswer(content: string): ReadAnswer | null {
  const listed = listIn(content.replace(/<think>[\s\S]*?<\/think>/gu, ''));
  if (listed === null) return null;
  const claims = listed.slice(0, MOST_CLAIMS).map(claimOf);
  const fitting = claims.filter((claim) => claim !== null);
  return { claims: fitting, malformed: listed.length - fitting.length };
}

function listIn(content: string): readonly unknown[] | null {
  for (const candidate of candidatesIn(content)) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (Array.isArray(value)) return value;
      const claims = typeof value === 'object' && value !== null && 'claims' in value ? value.claims : null;
      if (Array.isArray(claims)) return claims;
    } catch {
      // Another candidate may be whole.
    }
  }
  return null;
}

/** The answer itself, what stands in a code fence, and what lies between the outermost braces. */
function candidatesIn(content: string): string[] {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/u.exec(content)?.[1];
  const [open, close] = [content.indexOf('{'), content.lastIndexOf('}')];
  return [
    content.trim(),
    ...(fenced === undefined ? [] : [fenced]),
    ...(open >= 0 && close > open ? [content.slice(open, close + 1)] : []),
  ];
}

function claimOf(value: unknown): AnsweredClaim | null {
  if (typeof value !== 'object' || value === null) return null;
  const { speaker, cue, quote, stance } = value as Record<string, unknown>;
  const known = STANCES.find((one) => one === stance);
  if (known === undefined || !isWords(cue) || !isWords(quote)) return null;
  if (speaker !== null && speaker !== undefined && typeof speaker !== 'string') return null;
  const named = speaker?.trim() ?? '';
  if (named.length > LONGEST_FIELD) return null;
  return { speaker: named === '' ? null : named, cue: cue.trim(), quote: quote.trim(), stance: known };
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /\p{L}/u.test(value) && value.length <= LONGEST_FIELD;
}
