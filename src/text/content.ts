/**
 * The content of one cue: what is claimed, told, refused. Tries the right side first (that-clause, quotation, bare
 * clause, object, infinitive), then the left ("…," said X).
 */
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { opensRemark, trimEnd, trimStart } from './clauses.ts';
import { leftOf, quoteStandsBefore } from './content-left.ts';
import { passive } from './content-passive.ts';
import { addresseeRight, rightOf, toWhom } from './content-right.ts';
import { clause, type Found, found, hasVerb, inner, isQuoteStart, type Search } from './content-search.ts';
import { CUE_VERBS } from './cues/lexicon.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';
import { verbReadings } from './verb-forms.ts';

function aroundRelay(search: Search): Found | null {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  if (source === null) return null;
  const before = lowerAt(parsed, cue.from - 1);
  if (cue.from - range.from <= 1 || (source.to < range.to && cue.from - range.from < 3)) {
    const opens = afterParticiple(parsed, source.to, range.to);
    const rest = clause(search, trimStart(parsed, { from: opens, to: range.to }).from);
    const cited = citedBehind(parsed, source.to, opens);
    if (rest.to > rest.from)
      return found([rest], sayReason(READER_REASONS.cueBefore, { cue: cue.lemma }), 0.9, { cited });
    return cue.shape === 'citing' && search.cues.length > 1
      ? found([source], READER_REASONS.cites, 0.5)
      : null;
  }
  if (/^(?:when|that|because|where|after|although|while)$/.test(before) && source.to < range.to) {
    const rest = clause(search, trimStart(parsed, { from: source.to, to: range.to }).from);
    if (hasVerb(parsed, rest))
      return found([rest], sayReason(READER_REASONS.cueInside, { cue: cue.lemma }), 0.7);
  }
  const left = trimEnd(parsed, trimStart(parsed, { from: range.from, to: cue.from }));
  if (left.to - left.from < 2) return null;
  const tail =
    before === ',' &&
    lowerAt(parsed, source.to) === ',' &&
    !/^(?:who|which|whose)$/.test(lowerAt(parsed, source.to + 1))
      ? trimEnd(parsed, trimStart(parsed, { from: source.to, to: range.to }))
      : null;
  const whole =
    !scope.inside &&
    (parsed.quoteAt[left.from] ?? -1) >= 0 &&
    parsed.quoteAt[left.from] === parsed.quoteAt[left.to - 1];
  const first = whole ? trimEnd(parsed, inner(parsed, left.from)) : left;
  return found(
    tail !== null && tail.to - tail.from > 2 && isClause(search, tail) && !opensCue(search, tail.from)
      ? [first, tail]
      : [first],
    sayReason(READER_REASONS.cueAfter, { cue: cue.lemma }),
    0.85,
    { quoted: whole, cited: cue.shape === 'according' ? citedBehind(parsed, source.to, range.to) : null },
  );
}

/** "According to the Association, cited in a submission by the Board, …": the aside tells about the source. */
function afterParticiple(parsed: ParsedText, from: number, limit: number): number {
  const aside =
    /^(?:citing|quoting|cited|quoted|given|seen|dated|published|obtained|shown|leaked|released|reviewed|read|carried|sent|signed|issued|circulated)$/;
  const opens = lowerAt(parsed, from) === ',' ? from + 1 : from;
  const relative = opens > from && /^(?:who|which|whose)$/.test(lowerAt(parsed, opens));
  if (!relative && !aside.test(lowerAt(parsed, opens))) return from;
  for (let i = opens + 1; i < Math.min(limit, opens + 24); i += 1)
    if (lowerAt(parsed, i) === ',') return i + 1;
  return from;
}

/** "the group Warm Hands, *which cited a doctor*": whom the source has it from; null when the aside tells something else. */
function citedBehind(parsed: ParsedText, from: number, limit: number): Range | null {
  if (lowerAt(parsed, from) !== ',' || !/^(?:who|which)$/.test(lowerAt(parsed, from + 1))) return null;
  let verb = from + 2;
  while (/^(?:AUX|ADV)$/.test(parsed.tags[verb] ?? '') && verb < from + 5) verb += 1;
  const cites = /^(?:cit(?:es|ed|ing)|quot(?:es|ed|ing))$/.test(lowerAt(parsed, verb));
  const has = /^(?:ha[sd]|hears?|heard|learnt|learned|got|receive[sd]?)$/.test(lowerAt(parsed, verb));
  const hears = has && lowerAt(parsed, verb + 1) === 'it' && lowerAt(parsed, verb + 2) === 'from';
  if (!cites && !hears) return null;
  return phraseStartingAt(parsed, hears ? verb + 3 : verb + 1, limit);
}

/** A list of further sources ("opposition lawmakers and two diplomats briefed on it") has no finite verb. */
function isClause(search: Search, tail: Range): boolean {
  const { parsed } = search.scope;
  if (!hasVerb(parsed, tail)) return false;
  for (let i = tail.from; i < tail.to; i += 1) {
    const tag = parsed.tags[i] ?? '';
    if (/^(?:VBF|AUX|MODAL)$/.test(tag)) return true;
    if (tag === 'VBD' && !/^(?:PREP|MARK)$/.test(parsed.tags[i + 1] ?? '')) return true;
  }
  return false;
}

/** ", citing Y": what follows the relay hands on again and is no part of the claim. */
function opensCue(search: Search, at: number): boolean {
  return search.cues.some((other) => other.from === at);
}

function refusal(search: Search): Found {
  const { scope, cue } = search;
  const { parsed } = scope;
  const own = { from: cue.head, to: Math.max(cue.to, cue.head + 1) };
  if (cue.asked !== undefined && cue.lemma === 'nobody would talk')
    return found([clause(search, cue.to)], READER_REASONS.nobodyWouldAnswer, 0.75);
  if (cue.asked !== undefined) return found([own], READER_REASONS.gaveNoAnswer, 0.8);
  if (cue.shape === 'decline' && (cue.lemma === 'decline' || cue.lemma === 'refuse')) {
    const from = lowerAt(parsed, cue.to) === 'to' ? cue.to + 1 : cue.to;
    const rest = clause(search, from);
    return found([rest.to > rest.from ? rest : own], READER_REASONS.refusesToAnswer, 0.85);
  }
  const after = lowerAt(parsed, cue.to) === 'that' ? cue.to + 1 : cue.to;
  const rest = clause(search, after);
  const usable =
    rest.to > rest.from &&
    !/^[,;]$/.test(lowerAt(parsed, rest.from)) &&
    (parsed.tags[rest.from] !== 'SUB' || /^(?:whether|if)$/.test(lowerAt(parsed, rest.from)));
  return found(
    [usable ? rest : own],
    cue.shape === 'silent' ? READER_REASONS.gaveNoAnswer : READER_REASONS.doesNotSay,
    0.8,
  );
}

/** "quoted a spokesman for the guard as saying that": the object is the inner mouth. */
function quotesAs(search: Search): Found | null {
  const { scope, cue } = search;
  const { parsed, range } = scope;
  if (!/^(?:quote|cite)$/.test(cue.lemma) || cue.shape === 'passive') return null;
  const object = phraseStartingAt(parsed, cue.to, range.to);
  if (object !== null && lowerAt(parsed, object.to) === ':' && isQuoteStart(search, object.to + 1))
    return found([inner(parsed, object.to + 1)], READER_REASONS.quotationAfterWhom, 0.85, {
      cited: object,
      quoted: true,
    });
  const as = object === null ? -1 : behindTime(parsed, object.to);
  if (object === null || lowerAt(parsed, as) !== 'as') return null;
  const at = lowerAt(parsed, as + 1) === 'having' ? as + 2 : as + 1;
  const entry = verbReadings(lowerAt(parsed, at))
    .filter(({ form }) => form === (at === as + 1 ? 'ing' : 'pp'))
    .map(({ lemma }) => CUE_VERBS.get(lemma))
    .find((one) => one !== undefined && one.does !== 'attitude');
  if (entry === undefined) return null;
  const active: Search = {
    ...search,
    cue: { ...cue, to: at + 1, shape: 'active', frames: `qtb${entry.frames}` },
  };
  const listener = entry.frames.includes('a') ? addresseeRight(active, at + 1) : null;
  const right =
    (listener === null ? null : rightOf(active, listener.to, {})) ??
    rightOf(active, at + 1, {}) ??
    leftOf(active);
  return right === null ? null : { ...right, cited: object, does: entry.does };
}

/** "quoted the general *on Saturday* as saying": behind when it was quoted. */
function behindTime(parsed: ParsedText, from: number): number {
  let i = lowerAt(parsed, from) === ',' && lowerAt(parsed, from + 1) === 'as' ? from + 1 : from;
  while (
    i < from + 4 &&
    (isTimeWord(lowerAt(parsed, i)) || /^(?:on|in|last|this|late|early)$/.test(lowerAt(parsed, i)))
  )
    i += 1;
  return i;
}

/** "denied this and said", "confirms it, but": the pronoun is the whole object. */
function pronounObject({ scope, cue }: Search): Found | null {
  if (cue.shape !== 'active' || !/^(?:denies|disputes|confirms)$/.test(cue.does)) return null;
  if (!/^(?:this|that|it)$/.test(lowerAt(scope.parsed, cue.to))) return null;
  return /^(?:,|and|but|;)$/.test(lowerAt(scope.parsed, cue.to + 1))
    ? found([{ from: cue.to, to: cue.to + 1 }], READER_REASONS.objectAfter, 0.8)
    : null;
}

/** "As the minister told her counterpart this morning, the state will answer": the claim stands behind the comma. */
function behindAs(search: Search): Found | null {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  const opens = lowerAt(parsed, range.from) === ',' ? range.from + 1 : range.from;
  if (cue.shape !== 'active' || source === null || lowerAt(parsed, opens) !== 'as') return null;
  if (source.from > opens + 1 || !/[tb]/.test(cue.frames)) return null;
  for (let i = cue.to; i < Math.min(range.to, cue.to + 18); i += 1) {
    if (/^(?:VBF|VBD|AUX|MODAL|THAT|WH|SUB)$/.test(parsed.tags[i] ?? '') || (parsed.quoteAt[i] ?? -1) >= 0)
      return null;
    if (lowerAt(parsed, i) !== ',') continue;
    const rest = clause(search, i + 1);
    return hasVerb(parsed, rest) ? found([rest], READER_REASONS.asSaid, 0.8) : null;
  }
  return null;
}

function hearsayClause(search: Search): Range {
  const { scope, cue } = search;
  const opening = cue.from === scope.range.from ? { from: cue.to, to: scope.range.to } : scope.range;
  return trimEnd(scope.parsed, trimStart(scope.parsed, opening));
}

/** ", *an allegation* the army denies": the noun before a clause that answers it. */
function remarkBefore(parsed: ParsedText, before: number, limit: number): Range | null {
  const to = /^(?:that|which)$/.test(lowerAt(parsed, before - 1)) ? before - 1 : before;
  for (let from = to - 2; from > Math.max(limit, to - 5); from -= 1)
    if (lowerAt(parsed, from - 1) === ',' && opensRemark(parsed, from - 1))
      return /^demands?$/.test(lowerAt(parsed, to - 1)) ? null : { from, to };
  return null;
}

/** "are accused of executing prisoners, which they deny": what stands before "which" is denied. */
function chargeDenied({ scope, cue, source }: Search): Found | null {
  const { parsed, range } = scope;
  if (source === null || cue.shape !== 'active' || !/^(?:denies|disputes)$/.test(cue.does)) return null;
  const remark = remarkBefore(parsed, source.from, range.from);
  const ends = cue.to >= range.to || parsed.tags[cue.to] === 'MARK';
  if (remark !== null && ends && !cue.negated) return found([remark], READER_REASONS.deniedBehind, 0.7);
  const which = source.from - 1;
  if (lowerAt(parsed, which) !== 'which' || lowerAt(parsed, which - 1) !== ',' || cue.negated) return null;
  let { from } = range;
  for (let i = range.from; i < which - 3; i += 1) {
    const charged = /^(?:accused|suspected|charged|convicted)$/.test(lowerAt(parsed, i));
    if (charged && /^(?:of|with)$/.test(lowerAt(parsed, i + 1))) from = i + 2;
    else if (lowerAt(parsed, i) === ';') from = i + 1;
  }
  return found([{ from, to: which - 1 }], READER_REASONS.deniedInWhich, 0.75);
}

/**
 * Finds the content that belongs to a cue; null when the word attributes nothing here.
 *
 * @example
 * contentOf(search)?.rule; // 'that-clause after the cue'
 */
export function contentOf(search: Search): Found | null {
  const { cue, inverted, source } = search;
  const charge = chargeDenied(search);
  if (charge !== null) return charge;
  if (cue.about !== undefined) return found([cue.about], READER_REASONS.answerAsNoun, 0.7);
  switch (cue.shape) {
    case 'decline':
    case 'silent':
      return refusal(search);
    case 'according':
    case 'citing':
    case 'reported-by':
      return aroundRelay(search);
    case 'hearsay':
      return found([hearsayClause(search)], READER_REASONS.hearsayAdverb, 0.5, { impersonal: true });
    case 'passive':
      return passive(search);
    default:
      break;
  }
  const quotes = quotesAs(search) ?? behindAs(search) ?? pronounObject(search);
  if (quotes !== null) return quotes;
  if (inverted) return leftOf(search, { addressee: source === null ? null : toWhom(search, source.to) });
  if (quoteStandsBefore(search)) {
    const listener = cue.frames.includes('a') ? addresseeRight(search, cue.to) : toWhom(search, cue.to);
    const left = leftOf(search, { addressee: listener });
    if (left !== null) return left;
  }
  const told = cue.frames.includes('a') && cue.shape !== 'noun' ? addresseeRight(search, cue.to) : null;
  const after = cue.shape === 'noun' && source !== null && source.from >= cue.to ? source.to : cue.to;
  if (told !== null)
    return (
      rightOf(search, told.to, { addressee: told }) ??
      leftOf({ ...search, cue: { ...cue, to: told.to } }, { addressee: told }) ??
      (cue.frames.includes('n') ? rightOf(search, after, {}) : null)
    );
  const heard = toWhom(search, after);
  return (
    (heard === null ? null : rightOf(search, heard.to, { addressee: heard })) ??
    rightOf(search, after, {}) ??
    leftOf(search)
  );
}
