/**
 * Claims held by a noun with what stands between it and its clause: "a claim in the Plain Dealer, *attributed to intelligence
 * officers*, that …", "Rumours, *reported by the daily Order*, that … have been denied by the Relief", "The claim, *attributed by
 * the opposition to a defector*, is that …", "Reports that … *came from a driver*". Who made the claim and who handed it on
 * are read from the words around the noun; a body that denies the whole of it is read, too.
 */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { isFaceless, isPersonWord, kindOfWord } from './actor-words.ts';
import type { RawAttribution, Scope } from './attribution.ts';
import { trimEnd } from './clauses.ts';
import type { Cue } from './cues/cue.ts';
import { CUE_NOUNS, CUE_VERBS } from './cues/lexicon.ts';
import { lowerAt, phraseStartingAt, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { mayBePerson } from './people-nouns.ts';
import type { Range } from './sentences.ts';
import { verbReadings } from './verb-forms.ts';

/** Nouns that hold a claim only where somebody is told who makes it. */
const ALSO =
  /^(?:story|version|evidence|word|news|information|belief|fears?|suspicions?|tip|confession|rumou?rs?|assurances?|charges?)$/;
/** Behind the noun: who made the claim. */
const MADE =
  /^(?:made|voiced|raised|levelled|leveled|advanced|submitted|lodged|sworn|signed|written|told|given|provided|filed)$/;
/** Behind the noun: who handed it on. */
const HANDED =
  /^(?:published|reported|carried|aired|broadcast|printed|relayed|conveyed|repeated|echoed|quoted|cited|seen|obtained|collected|recorded|gathered|spread|circulated|passed|excerpted)$/;
/** Where the claim has come from, as the sentence's own verb. */
const CAME = /^(?:came|comes|come|stems?|stemmed|originates?|originated|emerged|dates?)$/;
const REACH = 26;

/** What stands around the noun. */
interface Around {
  readonly author: Range | null;
  readonly carrier: Range | null;
  /** The token behind "that", or behind "is that". */
  readonly clause: number;
  /** "The claim *is that*": the sentence has no other verb. */
  readonly whole: boolean;
}

function isHeld(parsed: ParsedText, i: number): boolean {
  const lower = lowerAt(parsed, i);
  return parsed.tags[i] !== 'VBF' && (CUE_NOUNS.has(lower) || ALSO.test(lower));
}

function phraseAt(parsed: ParsedText, at: number, limit: number): Range | null {
  const phrase = phraseStartingAt(parsed, at, limit);
  if (phrase === null) return null;
  for (let i = phrase.from; i < phrase.to; i += 1)
    if (lowerAt(parsed, i) === ',') return { from: phrase.from, to: i };
  return phrase;
}

/** Somebody, not something: a name, a person, a body. */
function isSomebody(parsed: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) {
    const lower = lowerAt(parsed, i);
    if (parsed.tags[i] === 'NAME' || isFaceless(lower) || isPersonWord(lower) || kindOfWord(lower) !== null)
      return true;
    if (parsed.tags[i] === 'NOUN' && mayBePerson(lower)) return true;
  }
  return false;
}

/** Reads the words between the noun and its clause; null where there is no clause or nobody is told. */
function around(parsed: ParsedText, noun: number, limit: number): Around | null {
  let author: Range | null = null;
  let carrier: Range | null = null;
  let role: 'author' | 'carrier' | null = null;
  let attributed = false;
  for (let i = noun + 1; i < Math.min(limit, noun + REACH); i += 1) {
    const lower = lowerAt(parsed, i);
    if ((parsed.quoteAt[i] ?? -1) >= 0) return null;
    if (parsed.tags[i] === 'THAT' || (lower === 'that' && lowerAt(parsed, i - 1) === ','))
      return { author, carrier, clause: i + 1, whole: false };
    if (/^(?:is|was)$/.test(lower) && lowerAt(parsed, i + 1) === 'that' && (author ?? carrier) !== null)
      return { author, carrier, clause: i + 2, whole: true };
    if (
      lower === ',' ||
      lower === 'and' ||
      parsed.tags[i] === 'ADV' ||
      /^(?:first|originally|as|fact)$/.test(lower)
    )
      continue;
    attributed ||= lower === 'attributed';
    if (lower === 'attributed' || lower === 'based' || MADE.test(lower)) role = 'author';
    else if (HANDED.test(lower)) role = 'carrier';
    else if (/^(?:by|to|from|on|in|of)$/.test(lower)) {
      const phrase = phraseAt(parsed, i + 1, limit);
      if (phrase === null || (role === null && lower !== 'by' && !isSomebody(parsed, phrase))) return null;
      const attributes = lowerAt(parsed, i - 1) === 'attributed' && lower === 'by';
      const handed = lower === 'to' && lowerAt(parsed, i - 1) !== 'attributed' && !attributed;
      if (attributes || handed || role === 'carrier' || (role === null && lower === 'in')) carrier = phrase;
      else if (!(lower === 'on' && role === null)) {
        if (author !== null && /^(?:on|to)$/.test(lower)) carrier ??= author;
        author = phrase;
      }
      i = phrase.to - 1;
    } else return null;
  }
  return null;
}

/** "the senator's assertion", "its claim": whoever owns the noun. */
function ownerOf({ parsed, range }: Scope, noun: number): Range | null {
  let i = noun - 1;
  while (i > range.from && /^(?:ADJ|NOUN)$/.test(parsed.tags[i] ?? '') && i > noun - 4) i -= 1;
  if (!/^(?:'s|'|’s|’)$/.test(lowerAt(parsed, i))) return null;
  return subjectBefore(parsed, i, range.from);
}

/** The verb that says what became of the claim, behind its clause; null where the clause runs on. */
interface Verdict {
  readonly from: number;
  readonly head: number;
  readonly kind: 'came' | 'answered' | 'rests';
}

function verdictBehind(parsed: ParsedText, clause: number, limit: number): Verdict | null {
  let verbs = 0;
  for (let i = clause; i < limit; i += 1) {
    const tag = parsed.tags[i] ?? '';
    const lower = lowerAt(parsed, i);
    if (verbs > 0 && CAME.test(lower) && tag !== 'TO') {
      for (let k = i + 1; k < i + 4; k += 1)
        if (lowerAt(parsed, k) === 'from') return { from: i, head: k, kind: 'came' };
    }
    if (
      verbs > 0 &&
      /^(?:rests?|rested|hinges?|relies|relied)$/.test(lower) &&
      /^(?:on|upon)$/.test(lowerAt(parsed, i + 1))
    )
      return { from: i, head: i + 1, kind: 'rests' };
    if (!/^(?:AUX|MODAL|VBF|VBD)$/.test(tag)) continue;
    if (
      verbs > 0 &&
      /^(?:is|are|was|were|have|has|had)$/.test(lower) &&
      !/^(?:PRON|CC|WH|SUB|THAT)$/.test(parsed.tags[i - 1] ?? '')
    ) {
      for (let k = i + 1; k < i + 5; k += 1) {
        const does = verbReadings(lowerAt(parsed, k)).map(({ lemma }) => CUE_VERBS.get(lemma)?.does);
        if (does.some((one) => one === 'denies' || one === 'disputes' || one === 'confirms'))
          return { from: i, head: k, kind: 'answered' };
        if (!/^(?:AUX|ADV)$/.test(parsed.tags[k] ?? '')) break;
      }
    }
    verbs += 1;
  }
  return null;
}

function nounCueAt(parsed: ParsedText, at: number): Cue {
  const lower = lowerAt(parsed, at);
  const entry = CUE_NOUNS.get(lower);
  return {
    from: at,
    to: at + 1,
    head: at,
    lemma: lower.replace(/s$/, ''),
    shape: 'noun',
    does: entry?.does ?? (/^assurance/.test(lower) ? 'undertakes' : 'alleges'),
    force: entry?.force ?? 'distancing',
    frames: 't',
    negated: false,
  };
}

/** A claim held by a noun: what is read, and the tokens that no other reading may take for cues. */
export interface NounClaim {
  readonly attributions: readonly RawAttribution[];
  readonly taken: Range;
  /** The verb that answers it; null where none does. */
  readonly answer: Range | null;
}

function claimAt(scope: Scope, noun: number): NounClaim | null {
  const { parsed, range, sentence } = scope;
  const told = around(parsed, noun, range.to);
  if (told === null) return null;
  const verdict = told.whole ? null : verdictBehind(parsed, told.clause, range.to);
  const content = trimEnd(parsed, { from: told.clause, to: verdict?.from ?? range.to });
  if (content.to - content.from < 2) return null;
  const came = verdict?.kind === 'came' ? phraseAt(parsed, verdict.head + 1, range.to) : null;
  const author = came ?? told.author ?? ownerOf(scope, noun);
  const carrier = told.carrier ?? (came === null ? null : interviewer(parsed, came, range.to));
  const source = author ?? carrier;
  const agent = verdict?.kind === 'answered' ? answerer(parsed, verdict.head, range.to) : null;
  const plain =
    told.carrier === null && came === null && agent === null && !told.whole && verdict?.kind !== 'rests';
  if (source === null || (plain && CUE_NOUNS.has(lowerAt(parsed, noun)))) return null;
  const cue = nounCueAt(parsed, noun);
  const base = {
    addressee: null,
    quoted: false,
    impersonal: false,
    via: null,
    sentence,
    confidence: 0.65,
  } as const;
  const held: RawAttribution = {
    ...base,
    cue,
    source,
    content: [content],
    rule: READER_REASONS.thatClause,
    ...(author !== null && carrier !== null ? { through: { cue, source: carrier } } : {}),
  };
  const answered: RawAttribution[] =
    agent === null || verdict === null
      ? []
      : [
          {
            ...base,
            cue: answerCue(parsed, verdict),
            source: agent,
            content: [{ from: noun, to: verdict.from }],
            rule: READER_REASONS.passiveWithAgent,
          },
        ];
  return {
    attributions: [held, ...answered],
    taken: { from: noun, to: told.clause },
    answer: verdict === null ? null : { from: verdict.from, to: range.to },
  };
}

function answerCue(parsed: ParsedText, { from, head }: Verdict): Cue {
  const lemma = verbReadings(lowerAt(parsed, head)).find((one) => CUE_VERBS.has(one.lemma))?.lemma ?? 'deny';
  const entry = CUE_VERBS.get(lemma);
  return {
    from,
    to: head + 1,
    head,
    lemma,
    shape: 'passive',
    does: entry?.does ?? 'denies',
    force: entry?.force ?? 'neutral',
    frames: 'n',
    negated: false,
  };
}

/** "were dismissed *by its commander*": whoever answers; "as" and "on Friday" may stand between. */
function answerer(parsed: ParsedText, head: number, limit: number): Range | null {
  for (let k = head + 1; k < Math.min(limit, head + 6); k += 1)
    if (lowerAt(parsed, k) === 'by') return phraseStartingAt(parsed, k + 1, limit);
  return null;
}

/** "a driver *interviewed by the paper*", "a cook, who told it to the Congress". */
function interviewer(parsed: ParsedText, source: Range, limit: number): Range | null {
  if (
    /^(?:interviewed|quoted|cited)$/.test(lowerAt(parsed, source.to)) &&
    lowerAt(parsed, source.to + 1) === 'by'
  )
    return phraseStartingAt(parsed, source.to + 2, limit);
  for (let k = source.to; k < Math.min(limit, source.to + 6); k += 1)
    if (
      /^(?:told|gave)$/.test(lowerAt(parsed, k)) &&
      lowerAt(parsed, k + 1) === 'it' &&
      lowerAt(parsed, k + 2) === 'to'
    )
      return phraseStartingAt(parsed, k + 3, limit);
  return null;
}

/**
 * The claims that nouns of a range hold, where more is told of them than a name right beside the noun.
 *
 * @example
 * nounClaims(scope)[0]?.attributions[0]?.cue.lemma; // 'claim'
 */
export function nounClaims(scope: Scope): NounClaim[] {
  const { parsed, range } = scope;
  const found: NounClaim[] = [];
  for (let i = range.from; i < range.to - 4; i += 1) {
    if (!isHeld(parsed, i) || (!scope.inside && (parsed.quoteAt[i] ?? -1) >= 0)) continue;
    const claim = claimAt(scope, i);
    if (claim === null) continue;
    found.push(claim);
    i = claim.taken.to;
  }
  return found;
}
