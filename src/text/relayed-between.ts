/**
 * Sentences in which whoever hands the words on stands between a speaker's verb and the words: "A guard answered,
 * *according to the priest*, that …", "told them, *the affidavit says*, that …", "has been quoted *by the weekly* as having
 * said that …", "*The girl* repeated what her aunt had told her: that …".
 */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { RawAttribution, Scope } from './attribution.ts';
import { clauseEnd, trimEnd } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import { CUE_VERBS } from './cues/lexicon.ts';
import { lowerAt, phraseStartingAt, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';
import { verbReadings } from './verb-forms.ts';

const TELLS =
  /^(?:says?|said|tells?|told|writes?|wrote|claims?|claimed|recalls?|recalled|reports?|reported|notes?|noted|states?|stated)$/;
/** Verbs by which somebody hands on what another has said. */
const RETELLS = /^(?:repeat|recount|relay|recall|tell|report|relate|quote|pass)$/;

/** Somebody who hands words on: the cue and who. `next`: the first token behind the insertion and its comma. */
interface Relay {
  readonly cue: Cue;
  readonly source: Range;
  readonly next: number;
}

function relayCue(from: number, to: number, lemma: string): Cue {
  return {
    from,
    to,
    head: from,
    lemma,
    shape: lemma === 'according to' ? 'according' : 'active',
    does: 'alleges',
    force: 'neutral',
    frames: 't',
    negated: false,
  };
}

/** ", according to the priest," or ", the affidavit says," at a comma; null when neither stands there. */
function insertionAt(parsed: ParsedText, comma: number, limit: number): Relay | null {
  if (lowerAt(parsed, comma) !== ',') return null;
  if (lowerAt(parsed, comma + 1) === 'according' && lowerAt(parsed, comma + 2) === 'to') {
    const source = phraseStartingAt(parsed, comma + 3, limit);
    return source === null || lowerAt(parsed, source.to) !== ','
      ? null
      : { cue: relayCue(comma + 1, comma + 3, 'according to'), source, next: source.to + 1 };
  }
  const source = phraseStartingAt(parsed, comma + 1, limit);
  if (source === null || !TELLS.test(lowerAt(parsed, source.to)) || lowerAt(parsed, source.to + 1) !== ',')
    return null;
  return { cue: relayCue(source.to, source.to + 1, 'say'), source, next: source.to + 2 };
}

/** The words behind "that" or in a quotation that opens at a token; null when neither does. */
function wordsAt(scope: Scope, at: number, cues: readonly Cue[]): Range | null {
  const { parsed, range } = scope;
  const quote = parsed.quoteAt[at] ?? -1;
  if (quote >= 0 && parsed.quoteAt[at - 1] !== quote && !scope.inside)
    return parsed.quoteInner[quote] ?? null;
  if (lowerAt(parsed, at) !== 'that' || parsed.tags[at] === 'DET') return null;
  const later = cues.filter(({ from }) => from > at);
  const end = clauseEnd(parsed, at + 1, { limit: range.to, cues: later, sourceStart: ({ from }) => from });
  const words = trimEnd(parsed, { from: at + 1, to: end });
  return words.to - words.from >= 2 ? words : null;
}

interface Made {
  readonly cue: Cue;
  readonly source: Range;
  readonly content: Range;
  readonly through: Relay;
  readonly rule: string;
}

function made(scope: Scope, { cue, source, content, through, rule }: Made): RawAttribution {
  const quote = scope.parsed.quoteAt[content.from] ?? -1;
  return {
    cue,
    source,
    addressee: null,
    content: [content],
    quoted: quote >= 0 && !scope.inside && scope.parsed.quoteAt[content.from - 1] === quote,
    impersonal: false,
    via: null,
    through: { cue: through.cue, source: through.source },
    sentence: scope.sentence,
    rule,
    confidence: 0.75,
  };
}

/** "answered, according to the priest, that". */
function insertedAfter(scope: Scope, cue: Cue, cues: readonly Cue[]): RawAttribution | null {
  const { parsed, range } = scope;
  if (cue.shape !== 'active' || cue.continues === true) return null;
  const listener =
    parsed.tags[cue.to] === 'PRON' ? { to: cue.to + 1 } : phraseStartingAt(parsed, cue.to, range.to);
  const relay =
    insertionAt(parsed, cue.to, range.to) ??
    (listener === null ? null : insertionAt(parsed, listener.to, range.to));
  const content = relay === null ? null : wordsAt(scope, relay.next, cues);
  const source = subjectBefore(parsed, cue.from, range.from);
  if (relay === null || content === null || source === null) return null;
  return made(scope, { cue, source, content, through: relay, rule: READER_REASONS.handedOn });
}

/** "A contractor has been quoted by the weekly as having said that". */
function quotedAs(scope: Scope, cue: Cue, cues: readonly Cue[]): RawAttribution | null {
  const { parsed, range } = scope;
  if (
    !/^(?:quoted|cited|reported)$/.test(lowerAt(parsed, cue.head)) ||
    !/^(?:by|in)$/.test(lowerAt(parsed, cue.head + 1))
  )
    return null;
  const by = phraseStartingAt(parsed, cue.head + 2, range.to);
  let as = by === null ? -1 : by.to;
  while (/^(?:on|last|this)$/.test(lowerAt(parsed, as)) || isTimeWord(lowerAt(parsed, as))) as += 1;
  const said = lowerAt(parsed, as + 1) === 'having' ? as + 2 : as + 1;
  if (by === null || lowerAt(parsed, as) !== 'as') return null;
  const verb = verbReadings(lowerAt(parsed, said)).find(({ lemma }) => CUE_VERBS.has(lemma));
  const source = subjectBefore(parsed, cue.from, range.from);
  const listener = phraseStartingAt(parsed, said + 1, range.to);
  const content =
    wordsAt(scope, said + 1, cues) ?? (listener === null ? null : wordsAt(scope, listener.to, cues));
  if (verb === undefined || source === null || content === null) return null;
  const entry = CUE_VERBS.get(verb.lemma);
  const own: Cue = {
    ...relayCue(said, said + 1, verb.lemma),
    does: entry?.does ?? 'alleges',
    force: entry?.force ?? 'neutral',
  };
  const through = { cue: relayCue(cue.from, cue.head + 1, 'quote'), source: by, next: as };
  return made(scope, { cue: own, source, content, through, rule: READER_REASONS.quotedAsSaying });
}

/** "What the peasants say is that the men came": whoever says it stands between "what" and the verb. */
function whatIs(scope: Scope, cue: Cue, cues: readonly Cue[]): RawAttribution | null {
  const { parsed, range } = scope;
  if (cue.shape !== 'active' || lowerAt(parsed, range.from) !== 'what') return null;
  const source = subjectBefore(parsed, cue.from, range.from + 1);
  if (source === null || source.from !== range.from + 1) return null;
  let is = cue.to;
  while (is < cue.to + 4 && !/^(?:is|was)$/.test(lowerAt(parsed, is))) is += 1;
  const content = /^(?:is|was)$/.test(lowerAt(parsed, is)) ? wordsAt(scope, is + 1, cues) : null;
  if (content === null) return null;
  const told = made(scope, {
    cue,
    source,
    content,
    through: { cue, source, next: is },
    rule: READER_REASONS.thatClause,
  });
  const { through: _, ...plain } = told;
  return plain;
}

/** A colon, or the comma of ", that" and ", namely that". */
function opensWords(parsed: ParsedText, i: number): boolean {
  return lowerAt(parsed, i) === ':' || (lowerAt(parsed, i) === ',' && lowerAt(parsed, i + 1) === 'that');
}

/** "repeated what her aunt had told her: that". */
function whatWasSaid(scope: Scope, cue: Cue, cues: readonly Cue[]): RawAttribution | null {
  const { parsed, range } = scope;
  if (cue.shape !== 'active' || !RETELLS.test(cue.lemma)) return null;
  let what = cue.to;
  while (what < cue.to + 3 && lowerAt(parsed, what) !== 'what') what += 1;
  const inner = lowerAt(parsed, what) === 'what' ? phraseStartingAt(parsed, what + 1, range.to) : null;
  if (inner === null) return null;
  const told = cues.find(({ from, shape }) => from >= inner.to && from <= inner.to + 2 && shape === 'active');
  if (told === undefined) return null;
  let colon = told.to;
  while (colon < range.to - 2 && colon < told.to + 14 && !opensWords(parsed, colon)) colon += 1;
  const content = opensWords(parsed, colon) ? wordsAt(scope, colon + 1, cues) : null;
  const outer = subjectBefore(parsed, cue.from, range.from);
  if (content === null || outer === null) return null;
  const through = { cue, source: outer, next: what };
  return made(scope, { cue: told, source: inner, content, through, rule: READER_REASONS.repeatsAnother });
}

/**
 * The attributions of a range that are handed on in this way.
 *
 * @param cues of the range, in order
 * @example
 * relayedBetween(scope, cues)[0]?.through?.cue.lemma; // 'according to'
 */
export function relayedBetween(scope: Scope, cues: readonly Cue[]): RawAttribution[] {
  return cues.flatMap(
    (cue) =>
      insertedAfter(scope, cue, cues) ??
      quotedAs(scope, cue, cues) ??
      whatWasSaid(scope, cue, cues) ??
      whatIs(scope, cue, cues) ??
      [],
  );
}
