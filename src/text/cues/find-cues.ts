/**
 * Finds the cues in a stretch of tokens. Stance is decided in the order of attribution.md §6.5: negation first, then the
 * decline and no-response family, then the class of the verb.
 */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import { isPeoplePlural, mayBePerson } from '../people-nouns.ts';
import type { Range } from '../sentences.ts';
import { verbReadings } from '../verb-forms.ts';
import { answerNoun } from './answer-nouns.ts';
import { countGiven } from './counts-given.ts';
import type { Cue, CueShape } from './cue.ts';
import { CUE_VERBS, type CueEntry, HEARSAY, PARTICLES } from './lexicon.ts';
import { nounCue } from './noun-cue.ts';
import { refined } from './refine.ts';
import { byItself, findRefusal, neverSaid } from './refusals.ts';
import { fixedAt, heardFrom, sourceBehind } from './source-behind.ts';
import { type VerbGroup, verbGroup } from './verb-group.ts';
import { wordedCues } from './worded.ts';

/** A word of a cue of several words at a token. */
function standsFor(parsed: ParsedText, i: number, word: string): boolean {
  if (word === 'ones') return /^(?:his|her|their|its|my|our)$/.test(lowerAt(parsed, i));
  if (word === 'oneself') return /^\w+sel(?:f|ves)$/.test(lowerAt(parsed, i));
  return lowerAt(parsed, i) === word;
}

function entryAt(parsed: ParsedText, i: number): { entry: CueEntry; to: number } | null {
  for (const reading of verbReadings(lowerAt(parsed, i))) {
    for (const particle of PARTICLES.get(reading.lemma) ?? []) {
      const words = particle.split(' ');
      const found = words.every((word, k) => standsFor(parsed, i + 1 + k, word));
      const entry = found ? CUE_VERBS.get(`${reading.lemma} ${particle}`) : undefined;
      if (entry !== undefined) return { entry, to: i + 1 + words.length };
    }
    const entry = CUE_VERBS.get(reading.lemma);
    if (entry !== undefined) return { entry, to: i + 1 };
  }
  return null;
}

/** "was denied a visa", "denied him entry": something withheld, nothing said. */
function withholds(parsed: ParsedText, i: number, passive: boolean): boolean {
  for (let k = i + 1; k < i + 5; k += 1) {
    if (
      /^(?:visas?|entry|access|asylum|bail|permission|treatment|medical|parole|care|food|water|refuge|leave|lawyers?|legal|entrance|release)$/.test(
        lowerAt(parsed, k),
      )
    )
      return true;
    if (/^[.,;:"“]$/.test(lowerAt(parsed, k))) return false;
  }
  return passive && parsed.tags[i + 1] === 'DET';
}

const REQUESTED =
  /^(?:applications?|requests?|visas?|asylum|petitions?|appeals?|bids?|offers?|proposals?|bail|entry|refuge|shelter|applicants?)$/;

/** "accepted the findings", "accepted responsibility": words that own up, unlike "accepted the invitation". */
function ownsUp(parsed: ParsedText, i: number): boolean {
  for (let k = i + 1; k < i + 6; k += 1)
    if (
      /^(?:findings?|responsibility|conclusions?|blame|report|figures?|criticism)$/.test(lowerAt(parsed, k))
    )
      return true;
  return false;
}

/** "rejected 340 asylum claims": so many requests. */
function countedClaims(parsed: ParsedText, i: number): boolean {
  const number = [1, 2, 3].find((n) => parsed.tags[i + n] === 'NUM');
  return (
    number !== undefined &&
    [1, 2, 3].some((n) => /^(?:claims?|cases?|files?)$/.test(lowerAt(parsed, i + number + n)))
  );
}

/** "approved 14 and rejected nine": of what was asked for. */
function barelyCounted(parsed: ParsedText, i: number): boolean {
  return (
    parsed.tags[i + 1] === 'NUM' &&
    (/^(?:[.,;]|and|but|others|more|on)?$/.test(lowerAt(parsed, i + 2)) || parsed.tokens[i + 2] === undefined)
  );
}

/** "rejected 12 visa applications", "asked Orlund for visas", "dismissed three officers": acts, nothing is said. */
function acts(parsed: ParsedText, i: number, lemma: string): boolean {
  if (lemma === 'accept') return lowerAt(parsed, i + 1) !== 'that' && !ownsUp(parsed, i);
  if (lemma === 'admit' && /^(?:none|no|some|\d+)$/.test(lowerAt(parsed, i + 1)))
    return /^(?:of|one|people|more)$/.test(lowerAt(parsed, i + 2)) || isPeoplePlural(lowerAt(parsed, i + 2));
  if (/^(?:confess|admit) to$/.test(lemma))
    return [1, 2, 3].some(
      (n) =>
        lowerAt(parsed, i + 1 + n) !== 'of' &&
        /^(?:PRON|NOUN)$/.test(parsed.tags[i + 1 + n] ?? '') &&
        (mayBePerson(lowerAt(parsed, i + 1 + n)) || parsed.tags[i + 1 + n] === 'PRON') &&
        /^(?:[.,;!?]|)$/.test(lowerAt(parsed, i + 2 + n)),
    );
  if (/^recogni[sz]e$/.test(lemma)) return lowerAt(parsed, i + 1) !== 'that' && !ownsUp(parsed, i);
  if (/^(?:reject|dismiss)$/.test(lemma) && (countedClaims(parsed, i) || barelyCounted(parsed, i)))
    return true;
  if (!/^(?:reject|dismiss|ask|request|question|demand)$/.test(lemma)) return false;
  if (lemma === 'dismiss' && /^(?:appeals?|proposals?|offers?)$/.test(lowerAt(parsed, i + 2))) return false;
  if (lemma === 'demand')
    return [1, 2, 3].some((n) =>
      /^(?:money|ransoms?|bribes?|payments?|cash|sex)$/.test(lowerAt(parsed, i + n)),
    );
  for (let k = i + 1; k < i + 9; k += 1) {
    const lower = lowerAt(parsed, k);
    if (/^[.,;:"“]$/.test(lower) || /^(?:THAT|AUX|MODAL|VBF)$/.test(parsed.tags[k] ?? '')) return false;
    if (lemma === 'ask') {
      if (lower === 'to') return false;
      if (lower === 'about' && k <= i + 2) return true;
      if (lower === 'for') return [1, 2, 3].some((n) => REQUESTED.test(lowerAt(parsed, k + n)));
    } else if (lemma !== 'question' && REQUESTED.test(lower)) return true;
    else if (lemma !== 'request' && isPeoplePlural(lower) && parsed.tags[k] === 'NOUN') return true;
  }
  return false;
}

/** "*phoned me* and said": how the listener was reached; the words follow the next verb. */
function onlyReaches(parsed: ParsedText, i: number, lemma: string): boolean {
  return (
    /^(?:phone|telephone|text|e-?mail|cable|radio)$/.test(lemma) &&
    parsed.tags[i + 1] === 'PRON' &&
    lowerAt(parsed, i + 2) === 'and'
  );
}

/** "who asked not to be named": a condition of speaking, no demand. */
function asksForCover(parsed: ParsedText, i: number): boolean {
  if (
    !/^(?:ask|asks|asked|asking|requests|requested|requesting|insisted|insisting|wished)$/.test(
      lowerAt(parsed, i),
    )
  )
    return false;
  for (let k = i + 1; k < i + 6; k += 1)
    if (/^(?:named|identified|anonymity|anonymous|quoted)$/.test(lowerAt(parsed, k))) return true;
  for (let k = i + 1; k < i + 6; k += 1)
    if (
      /^(?:names?|identity|identities)$/.test(lowerAt(parsed, k)) &&
      /^(?:not|be|is|are|to)$/.test(lowerAt(parsed, k + 1))
    )
      return true;
  return false;
}

/** "called the torture claims a fraud": a noun in the object of another verb. */
function insideObject(parsed: ParsedText, i: number): boolean {
  if (!/^(?:claims|reports|demands|calls|answers|appeals)$/.test(lowerAt(parsed, i))) return false;
  let k = i - 1;
  while (k > i - 6 && /^(?:DET|NOUN|ADJ|NAME|POSS)$/.test(parsed.tags[k] ?? '')) k -= 1;
  return (
    k < i - 1 &&
    /^(?:call|dismiss|reject|deny|describe|dispute|brand|label|question)(?:l?ed|l?s)?$|^denie[sd]$/.test(
      lowerAt(parsed, k),
    )
  );
}

const FALSE_WORD = /^(?:false|untrue|wrong|nonsense|absurd|baseless|fabricated|lies?)$/;

/** "says that is false", "said it was a lie": what is said denies. */
function callsFalse(parsed: ParsedText, after: number): boolean {
  if (!/^(?:that|this|it)$/.test(lowerAt(parsed, after))) return false;
  if (!/^(?:is|was)$/.test(lowerAt(parsed, after + 1))) return false;
  const at = /^(?:a|simply|completely|entirely|totally)$/.test(lowerAt(parsed, after + 2))
    ? after + 3
    : after + 2;
  return FALSE_WORD.test(lowerAt(parsed, at)) && /^[.,;]$/.test(lowerAt(parsed, at + 1));
}

const NO_PASSIVE = /^(?:say|add|note|continue|hope|want)$/;

function shapeOf(parsed: ParsedText, i: number, group: VerbGroup): CueShape | null {
  if (group.toInfinitive) return null;
  const tag = parsed.tags[i];
  if (tag === 'VBG') return group.be ? 'active' : 'participle';
  if (tag === 'VBD' && group.be) return 'passive';
  return 'active';
}

/** "rejected *as malicious a claim*": what is judged stands behind the judgement. */
function judgesAs(parsed: ParsedText, as: number): boolean {
  return [as + 2, as + 3].some((k) => /^(?:DET|POSS)$/.test(parsed.tags[k] ?? ''));
}

function reducedRelative(parsed: ParsedText, i: number, lemma: string, group: VerbGroup): boolean {
  if (parsed.tags[i] !== 'VBD' || group.from !== i) return false;
  const next = lowerAt(parsed, i + 1);
  if (next === 'as' && /^(?:many|few|much)$/.test(lowerAt(parsed, i + 2))) return false;
  if (next === 'as' && /^(?:NAME|PRON)$/.test(parsed.tags[i - 1] ?? '') && judgesAs(parsed, i + 1))
    return false;
  if (next === 'by' || next === 'as') return true;
  if (next === 'in' && /^(?:mention|name|describe|cite|quote)$/.test(lemma)) return true;
  return next === 'of' && /^(?:accuse|suspect|inform|warn)$/.test(lemma);
}

/** “No comment,” *snapped* a press officer: any verb between a quotation and its speaker tells. */
function behindQuotation(parsed: ParsedText, i: number, range: Range): Cue | null {
  const at = parsed.quoteAt[i - 1] ?? -1;
  const quote = parsed.quotes[at];
  if (quote === undefined || (parsed.quoteAt[i] ?? -1) >= 0 || i - 1 < range.from || parsed.tags[i] !== 'VBD')
    return null;
  if (!/[,?!]\s*$/.test(parsed.text.slice(quote.innerStart, quote.innerEnd))) return null;
  if (!/^(?:DET|NAME|POSS)$/.test(parsed.tags[i + 1] ?? '')) return null;
  const lemma = verbReadings(lowerAt(parsed, i))[0]?.lemma ?? lowerAt(parsed, i);
  return { ...fixedAt(i), to: i + 1, lemma, shape: 'active', frames: 'q' };
}

/** “They said it was gas,” Joash Imba, 51, *blabbed* to a paper: so does any verb behind the one who is named there. */
function behindSpeaker(parsed: ParsedText, i: number, range: Range): Cue | null {
  if (parsed.tags[i] !== 'VBD' || !/^(?:TO|PREP|ADV|MARK)$/.test(parsed.tags[i + 1] ?? 'MARK')) return null;
  let named = false;
  let k = i - 1;
  while (k > range.from && k > i - 10 && (parsed.quoteAt[k] ?? -1) < 0) {
    const tag = parsed.tags[k] ?? '';
    if (!/^(?:NAME|NOUN|DET|ADJ|NUM|POSS)$/.test(tag) && lowerAt(parsed, k) !== ',') return null;
    named ||= tag === 'NAME' || mayBePerson(lowerAt(parsed, k));
    k -= 1;
  }
  const quote = parsed.quotes[parsed.quoteAt[k] ?? -1];
  if (!named || quote === undefined || lowerAt(parsed, k + 1) === ',') return null;
  if (!/[,?!]\s*$/.test(parsed.text.slice(quote.innerStart, quote.innerEnd))) return null;
  const lemma = verbReadings(lowerAt(parsed, i))[0]?.lemma ?? lowerAt(parsed, i);
  return { ...fixedAt(i), to: i + 1, lemma, shape: 'active', frames: 'q' };
}

function verbCue(parsed: ParsedText, i: number, range: Range): Cue | null {
  const found = entryAt(parsed, i);
  if (found === null) return behindQuotation(parsed, i, range) ?? behindSpeaker(parsed, i, range);
  const group = verbGroup(parsed, i, range.from);
  const shape = shapeOf(parsed, i, group);
  const { entry } = found;
  if (shape === 'participle' && /^(?:as|in)$/.test(lowerAt(parsed, i - 1))) return null;
  if (insideObject(parsed, i) || (parsed.tags[i] === 'VBD' && /^an?$/.test(lowerAt(parsed, i - 1))))
    return null;
  const alone = found.to === i + 1;
  if (shape === null || (alone && reducedRelative(parsed, i, entry.lemma, group))) return null;
  if (asksForCover(parsed, i) || (i === range.from && parsed.tags[i] === 'VBD')) return null;
  if (group.negated && (byItself(parsed, group.from, i) || neverSaid(parsed, i, entry.lemma))) return null;
  if (acts(parsed, i, entry.lemma) || onlyReaches(parsed, i, entry.lemma)) return null;
  if (shape === 'passive' && /^(?:order|command|direct|decree|forbid)$/.test(entry.lemma)) return null;
  if (entry.lemma === 'deny' && withholds(parsed, i, shape === 'passive')) return null;
  if (shape === 'passive' && NO_PASSIVE.test(entry.lemma) && !/^(?:to|by|that)$/.test(lowerAt(parsed, i + 1)))
    return null;
  const denies = entry.lemma === 'say' && !group.negated && callsFalse(parsed, found.to);
  const meant = refined(parsed, entry, { after: found.to, limit: range.to });
  if (meant === null) return null;
  const does = denies ? 'denies' : isThought(entry.lemma, shape) ? 'alleges' : meant;
  return {
    from: group.from,
    to: found.to,
    head: i,
    shape,
    negated: group.negated,
    ...entry,
    does,
    force: does === 'asks' ? 'neutral' : entry.force,
  };
}

/** "are thought to have died": a claim of nobody named; "he thinks" is none. */
function isThought(lemma: string, shape: CueShape): boolean {
  return shape === 'passive' && /^(?:think|fear|understand)$/.test(lemma);
}

/** "is aware of two prisons", "knows of six addresses": a claim by whoever knows. */
function knowledge(parsed: ParsedText, i: number): { head: number; to: number; lemma: string } | null {
  const lower = lowerAt(parsed, i);
  const next = lowerAt(parsed, i + 1);
  if (/^(?:is|are)$/.test(lower) && next === 'aware' && lowerAt(parsed, i + 2) === 'of')
    return { head: i + 1, to: i + 3, lemma: 'be aware of' };
  if (/^(?:knows|know)$/.test(lower) && next === 'of' && !/^(?:MODAL|NEG|TO)$/.test(parsed.tags[i - 1] ?? ''))
    return { head: i, to: i + 2, lemma: 'know of' };
  return null;
}

function fixedCue(parsed: ParsedText, i: number): Cue | null {
  const worded = sourceBehind(parsed, i) ?? countGiven(parsed, i) ?? heardFrom(parsed, i);
  if (worded !== null) return worded;
  const known = knowledge(parsed, i);
  if (known !== null) return { ...fixedAt(i), ...known, shape: 'active', frames: 'nt' };
  const lower = lowerAt(parsed, i);
  const force = HEARSAY.get(lower);
  return force === undefined ? null : { ...fixedAt(i), to: i + 1, force, lemma: lower, shape: 'hearsay' };
}

/**
 * All cues in a range, in order of position. Tokens inside quotations are skipped unless `inside` is true.
 *
 * @example
 * findCues(parsed, { from: 0, to: 12 }, false)[0]?.lemma; // 'allege'
 */
export function findCues(parsed: ParsedText, range: Range, inside: boolean): Cue[] {
  const cues: Cue[] = [];
  const worded = wordedCues(parsed, range, inside);
  for (let i = range.from; i < range.to; i += 1) {
    const ahead = worded.find((cue) => cue.from === i);
    if (ahead !== undefined) {
      cues.push(ahead);
      i = Math.max(i, ahead.to - 1, ahead.head);
      continue;
    }
    if (!inside && (parsed.quoteAt[i] ?? -1) >= 0) continue;
    const tag = parsed.tags[i];
    const refusal = findRefusal(parsed, i, range);
    const cue =
      refusal ??
      fixedCue(parsed, i) ??
      (tag === 'VBF' || tag === 'VBD' || tag === 'VBG'
        ? verbCue(parsed, i, range)
        : (answerNoun(parsed, i, range) ?? nounCue(parsed, i, range.to)));
    if (cue === null) continue;
    cues.push(cue);
    i = Math.max(i, cue.to - 1, cue.head);
  }
  return cues;
}
