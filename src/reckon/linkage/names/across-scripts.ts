/**
 * The comparison level of two names in different scripts, from the evidence of their parts. Parts are matched whatever their
 * order; a part without a counterpart on the shorter side is no evidence; an article before a name may stand on one side alone.
 */
import type { NameCosts } from './name-costs.ts';
import { nameEvidence, type PreparedName, prepareName } from './name-evidence.ts';
import { latinLetters, type NameScript } from './name-letters.ts';
import { latinSkeleton, mayAgree, ownSkeleton, signsOf } from './skeleton-key.ts';

/** Parts that belong to the one after them. */
const OWN_PARTICLES = new Set(['ال', 'عبد', 'ابو', 'ابي', 'ابن', 'بن', 'ام', 'بنت']);
const LATIN_PARTICLES = new Set(
  'al el ul as ash ad ar an at az abd abdal abdul abdel abdoul abu abou abi ibn bin ben bint umm um'.split(
    ' ',
  ),
);
const MOST_PARTS = 6;

/** One form of a spelling with the signs of its skeleton. */
interface Form<Letters> {
  readonly letters: Letters;
  /** See `signsOf`. */
  readonly signs: number;
}

/** A spelling, prepared: the whole run together, then its parts, each with and without its article. */
export interface PreparedSpelling<Letters> {
  readonly whole: readonly Form<Letters>[];
  /** Of the whole, without its article. */
  readonly skeleton: string;
  readonly parts: readonly (readonly Form<Letters>[])[];
}

/**
 * Prepares a name of the own script.
 *
 * @param parts letters of each part, see `ownLetters`
 * @example
 * prepareOwn('arabic', costs, ['عبد', 'الله']).parts.length; // 1
 */
export function prepareOwn(
  script: NameScript,
  costs: NameCosts,
  parts: readonly string[],
): PreparedSpelling<PreparedName> {
  const form = (own: string): Form<PreparedName> => ({
    letters: prepareName(costs, own),
    signs: signsOf(ownSkeleton(script, own)),
  });
  const bare = (own: string): string =>
    script === 'arabic' && own.startsWith('ال') && own.length > 4 ? own.slice(2) : own;
  const forms = (own: string): readonly Form<PreparedName>[] => [...new Set([own, bare(own)])].map(form);
  const whole = parts.join('');
  return {
    whole: forms(whole),
    skeleton: ownSkeleton(script, bare(whole)),
    parts: joined(parts, OWN_PARTICLES).map(forms),
  };
}

/**
 * Prepares a Latin spelling.
 *
 * @param folded parts divided by blanks, letters a to z
 * @example
 * prepareLatin('arabic', 'al hasan').parts.length; // 1
 */
export function prepareLatin(script: NameScript, folded: string): PreparedSpelling<string> {
  const form = (latin: string): Form<string> => ({
    letters: latin,
    signs: signsOf(latinSkeleton(script, latin)),
  });
  const bare = (latin: string): string =>
    script === 'arabic' && /^[ae]l.{3}/.test(latin) ? latin.slice(2) : latin;
  const forms = (latin: string): readonly Form<string>[] => [...new Set([latin, bare(latin)])].map(form);
  const parts = folded
    .split(' ')
    .map(latinLetters)
    .filter((part) => part !== '');
  const whole = parts.join('');
  return {
    whole: forms(whole),
    skeleton: latinSkeleton(script, bare(whole)),
    parts: joined(parts, LATIN_PARTICLES).map(forms),
  };
}

/** Parts with their particles before them, at most six. */
function joined(parts: readonly string[], particles: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  let before = '';
  for (const [at, part] of parts.entries()) {
    if (particles.has(part) && at + 1 < parts.length) before += part;
    else {
      found.push(before + part);
      before = '';
    }
  }
  return found.slice(0, MOST_PARTS);
}

/** No evidence against a part counts for more than this, in bits. */
const WORST = -12;

/**
 * The level, 0-based in `LEVELS['across-scripts']`: 3 very alike (12 bits or more in all, no part below 4), 2 alike (6 bits, no
 * part against it), 1 somewhat alike (not against it in all, or one part of several with 8 bits), 0 differs.
 *
 * @example
 * acrossLevel(costs, prepareOwn('arabic', costs, ['محمد']), prepareLatin('arabic', 'muhammad')); // 3
 */
export function acrossLevel(
  costs: NameCosts,
  own: PreparedSpelling<PreparedName>,
  latin: PreparedSpelling<string>,
): number {
  const whole = best(costs, own.whole, latin.whole);
  const level = levelOf([whole]);
  if (level === 3 || (own.parts.length === 1 && latin.parts.length === 1)) return level;
  return Math.max(level, levelOf(matched(costs, own.parts, latin.parts)));
}

function levelOf(parts: readonly number[]): number {
  if (parts.length === 0) return 0;
  const sum = parts.reduce((total, bits) => total + bits, 0);
  const worst = Math.min(...parts);
  if (sum >= 12 && worst >= 4) return 3;
  if (sum >= 6 && worst >= 0) return 2;
  return sum >= 0 || Math.max(...parts) >= 8 ? 1 : 0;
}

function best(costs: NameCosts, own: readonly Form<PreparedName>[], latin: readonly Form<string>[]): number {
  let most = WORST;
  for (const one of own)
    for (const other of latin)
      if (mayAgree(one.signs, other.signs))
        most = Math.max(most, nameEvidence(costs, one.letters, other.letters));
  return most;
}

/** Evidence of the parts, each matched once, the best fitting first. */
function matched(
  costs: NameCosts,
  own: PreparedSpelling<PreparedName>['parts'],
  latin: PreparedSpelling<string>['parts'],
): readonly number[] {
  const all = own.flatMap((one, a) => latin.map((other, b) => ({ a, b, bits: best(costs, one, other) })));
  all.sort((x, y) => y.bits - x.bits);
  const found: number[] = [];
  const taken = { a: new Set<number>(), b: new Set<number>() };
  for (const { a, b, bits } of all) {
    if (taken.a.has(a) || taken.b.has(b)) continue;
    taken.a.add(a);
    taken.b.add(b);
    found.push(bits);
  }
  return found;
}
