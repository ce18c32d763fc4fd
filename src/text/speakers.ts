/**
 * From the words that name a speaker to the actor they stand for: names, surnames, "the newspaper", "the spokesperson",
 * pronouns. Every resolution comes with a sentence that says why; what cannot be told stays null.
 */

import { isMouthpiece, kindOfWord } from './actor-words.ts';
import type { RawAttribution } from './attribution.ts';
import { inCapitals } from './capitals.ts';
import { definite, described } from './definite-speakers.ts';
import { actorKindOf, canonicalActorName } from './gazetteer.ts';
import {
  entitiesIn,
  type Hearing,
  headOf,
  type Speaker,
  sentenceOf,
  textOf,
  UNKNOWN,
  type Verdict,
} from './hearing.ts';
import { byName, mouthpiece } from './named-speakers.ts';
import { lowerAt, phraseEndingAt, phraseStartingAt, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { mayBePerson } from './people-nouns.ts';
import { pronoun } from './pronoun-speakers.ts';
import type { Range } from './sentences.ts';
import { paperBody } from './subject-bodies.ts';

const DOCUMENT =
  /^(?:report|statement|letter|post|tweet|video|website|document|memo|memorandum|recording|file|briefing|communique|announcement|press|study|survey|figures|data|statistics|tally|records|communiqué|dispatch|telegram|cable|log|diary|ledger|entry|e-mail|email|bulletin|circular|leaflet|affidavit|deposition|submission|transcript|indictment|note|list|estimates|documents|research|analysis|images|imagery|footage|photographs|videos|message|account|channel|claim|claims|allegations|testimony)$/;

/** "a document *seen* by Reuters": who saw it wrote none of it. */
const GOT = /^(?:seen|obtained|reviewed|viewed|examined|leaked|read|heard|shared|verified)$/;

/** "its report", "a statement from the ministry", "the group's website": whoever put it out. */
function documentOf(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict | null {
  const { parsed } = hearing;
  if (!DOCUMENT.test(headOf(parsed, range))) return null;
  const writer = writerBefore(parsed, range);
  if (writer !== null) return verdictOn(hearing, writer, attribution);
  if (/^(?:his|her|its|their)$/.test(lowerAt(parsed, range.from)))
    return pronoun(hearing, { from: range.from, to: range.from + 1 }, attribution);
  const author = range.to - range.from === 2 ? authorOf(hearing, range) : null;
  if (author !== null) return author;
  for (let i = range.from; i < range.to - 1; i += 1) {
    if (lowerAt(parsed, i) === 'by' && GOT.test(lowerAt(parsed, i - 1)))
      return { ...UNKNOWN, kind: 'unnamed' };
    if (/^(?:by|from|of)$/.test(lowerAt(parsed, i)))
      return verdictOn(hearing, { from: i + 1, to: range.to }, attribution);
    if (/^(?:'s|'|’)$/.test(lowerAt(parsed, i)) && i > range.from)
      return verdictOn(hearing, { from: range.from, to: i }, attribution);
  }
  const body = paperBody(parsed, range);
  return body === null ? null : bodyVerdict(hearing, body);
}

/** "the prefect *dictated a telegram* stating that": whoever wrote it speaks in it. */
function writerBefore(parsed: ParsedText, range: Range): Range | null {
  const verb = range.from - 1;
  for (let i = range.from; i < range.to; i += 1)
    if (/^(?:by|from|of|'s|’s)$/.test(lowerAt(parsed, i))) return null;
  if (
    !/^(?:dictated|wrote|written|signed|sent|issued|posted|left|released|circulated|penned|read|submitted|filed|published|put)$/.test(
      lowerAt(parsed, parsed.tags[verb] === 'ADV' ? verb - 1 : verb),
    )
  )
    return null;
  const sentence = parsed.sentences[sentenceOf(parsed, range.from)];
  const from = parsed.tags[verb - 1] === 'AUX' ? verb - 1 : verb;
  return sentence === undefined ? null : subjectBefore(parsed, from, sentence.from);
}

/** "an army statement": the body by its words, or the one of that word named before. */
function bodyVerdict(hearing: Hearing, body: Range): Verdict {
  const head = lowerAt(hearing.parsed, body.to - 1);
  const words = textOf(hearing.parsed, body);
  const kind = kindOfWord(head) ?? 'unnamed';
  return (
    definite(hearing, body, head) ?? {
      resolved: words,
      because: `put out by the ${words}`,
      kind,
      anonymity: 'named',
    }
  );
}

const PUT_OUT = /^(?:published|released|issued|presented|wrote)$/;

/** "the report" after "the Commission published its report": whoever put it out before. */
function authorOf(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const word = lowerAt(parsed, range.to - 1);
  if (!/^(?:the|this)$/.test(lowerAt(parsed, range.from)) || !/^(?:report|study|survey)$/.test(word))
    return null;
  for (let i = range.from - 1; i > 1; i -= 1) {
    if (lowerAt(parsed, i) !== word) continue;
    const sentence = parsed.sentences[sentenceOf(parsed, i)];
    const own = [1, 2, 3].some((n) => /^its$/.test(lowerAt(parsed, i - n)));
    const issued = [1, 2, 3, 4].some((n) => PUT_OUT.test(lowerAt(parsed, i - n)));
    if (sentence === undefined || (!own && !issued)) continue;
    const owner = entitiesIn(hearing, { from: sentence.from, to: i }).find(
      (e) => !e.place && e.kind !== 'state' && (issued || e.kind !== 'person'),
    );
    if (owner === undefined) continue;
    const because = `"${textOf(parsed, range)}" is the one that ${owner.name} put out`;
    return { resolved: owner.name, because, kind: owner.kind, anonymity: 'named' };
  }
  return null;
}

/**
 * Resolves the words that name a speaker, and remembers it for the next ones.
 *
 * @example
 * resolveSpeaker(hearing, range, attribution).resolved; // 'Novaya Gazeta' for "the newspaper"
 */
export function resolveSpeaker(hearing: Hearing, range: Range, attribution: RawAttribution): Speaker {
  const { parsed } = hearing;
  const asked = hearing.asked;
  const unanswered =
    asked !== null &&
    attribution.cue.does === 'silent' &&
    parsed.tags[range.from] === 'PRON' &&
    attribution.sentence - asked.sentence <= 1;
  const person = unanswered
    ? phraseStartingAt(parsed, asked.range.from, Math.min(asked.range.to, beforeTail(parsed, asked.range)))
    : null;
  if (person !== null && parsed.tags[person.from] !== 'PRON') {
    const verdict = canonical(verdictOn(hearing, person, attribution));
    if (verdict.resolved !== null)
      return {
        named: textOf(parsed, range),
        range,
        ...verdict,
        because: `"${textOf(parsed, range)}" is the one who was asked`,
      };
  }
  const impersonal = attribution.impersonal && (attribution.source === range || attribution.source === null);
  const verdict = impersonal ? UNKNOWN : canonical(verdictOn(hearing, range, attribution));
  const speaker = { named: textOf(parsed, range), range, ...verdict };
  if (!impersonal) hearing.spoken.push(speaker);
  return speaker;
}

/** "who": the one just named. */
export function relative(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const { parsed } = hearing;
  const last = lowerAt(parsed, range.from - 1) === ',' ? range.from - 2 : range.from - 1;
  if (lowerAt(parsed, range.from) === 'which')
    return verdictOn(hearing, nearPhrase(parsed, last), attribution);
  const phrase =
    last < 0 ? null : phraseEndingAt(parsed, last, parsed.sentences[sentenceOf(parsed, last)]?.from ?? 0);
  if (phrase === null || phrase.to - phrase.from === 0) return UNKNOWN;
  return verdictOn(hearing, withName(parsed, phrase), attribution);
}

/** "Colonel Orr, its spokesman, who": the office only describes the name before it. */
function withName(parsed: ParsedText, phrase: Range): Range {
  const at = phrase.from - 2;
  if (lowerAt(parsed, phrase.from - 1) !== ',' || parsed.tags[at] !== 'NAME') return phrase;
  const opens = /^(?:its|their|the|a|an|his|her)$/.test(lowerAt(parsed, phrase.from));
  const name = opens ? phraseEndingAt(parsed, at, parsed.sentences[sentenceOf(parsed, at)]?.from ?? 0) : null;
  return name === null ? phrase : { from: name.from, to: phrase.to };
}

/** Whom a request is put to ends before "for" and "to". */
function beforeTail(parsed: ParsedText, range: Range): number {
  for (let i = range.from + 1; i < range.to; i += 1)
    if (/^(?:for|to|about)$/.test(lowerAt(parsed, i))) return i;
  return range.to;
}

/** The noun phrase that ends at a token, without its tails. */
function nearPhrase(parsed: ParsedText, last: number): Range {
  let from = last;
  while (from > 0 && /^(?:NAME|NOUN|ADJ|NUM)$/.test(parsed.tags[from - 1] ?? '')) from -= 1;
  return { from: parsed.tags[from - 1] === 'DET' ? from - 1 : from, to: last + 1 };
}

/** Capitals throughout: a title with a name, or the surname of somebody who spoke before. */
function loud(hearing: Hearing, range: Range): Verdict | null {
  const { parsed, spoken } = hearing;
  const named = inCapitals(parsed, range);
  if (named !== null || range.to - range.from !== 1) return named;
  const word = parsed.tokens[range.from]?.text ?? '';
  const before = spoken.findLast(
    ({ kind, resolved }) => kind === 'person' && resolved?.endsWith(` ${word}`) === true,
  );
  if (before === undefined) return null;
  const { resolved, kind } = before;
  return {
    resolved,
    because: `"${word}" is the speaker before, "${before.named}"`,
    kind,
    anonymity: 'named',
  };
}

function canonical(verdict: Verdict): Verdict {
  if (verdict.resolved === null) return verdict;
  const told = verdict.kind === 'unnamed' ? actorKindOf(verdict.resolved) : verdict.kind;
  const listed = canonicalActorName(verdict.resolved);
  const beheaded =
    verdict.kind !== 'person' && listed !== verdict.resolved && cutsFront(verdict.resolved, listed);
  return {
    ...verdict,
    resolved: beheaded || (verdict.anonymity === 'role' && told === 'person') ? verdict.resolved : listed,
    kind: told === 'person' && verdict.kind === 'unnamed' ? 'unnamed' : told,
  };
}

/** "Interior Guard" → "Guard": the list took the first word of a body for a title. */
function cutsFront(written: string, listed: string): boolean {
  return written.replace(/^the /i, '') !== listed && written.endsWith(` ${listed}`);
}

/** "a letter by the families of the detainees. *It* states", "an e-mail from a night officer. *He* writes": whoever wrote it. */
function authorBefore({ parsed }: Hearing, at: number): Range | null {
  if (!/^(?:it|he|she)$/.test(lowerAt(parsed, at))) return null;
  const here = sentenceOf(parsed, at);
  const before = parsed.sentences[here - 1];
  if (before === undefined || parsed.sentences[here]?.from !== at) return null;
  const person = lowerAt(parsed, at) !== 'it';
  if (parsed.paragraphAt[before.from] !== parsed.paragraphAt[at]) return null;
  if (!WRITES.test(lowerAt(parsed, at + 1))) return null;
  for (let i = before.to - 2; i > before.from; i -= 1) {
    if (
      !/^(?:letter|e-mail|email|note|cable|telegram|memo|message|diary|affidavit|petition|appeal)$/.test(
        lowerAt(parsed, i),
      )
    )
      continue;
    if (!/^(?:by|from)$/.test(lowerAt(parsed, i + 1))) return null;
    const author = phraseStartingAt(parsed, i + 2, before.to);
    if (author === null) return null;
    return person && !mayBePerson(headOf(parsed, author)) ? null : author;
  }
  return null;
}

/** What a letter and its writer do. */
const WRITES =
  /^(?:states?|stated|says?|said|writes?|wrote|tells?|told|reads?|describes?|described|claims?|claimed|alleges?|alleged|reports?|reported|adds?|added)$/;

/** "his spokesman", "its press officer" without a name: speaks for whomever the pronoun stands for. */
function ownMouthpiece(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict | null {
  const { parsed } = hearing;
  if (!/^(?:his|her)$/.test(lowerAt(parsed, range.from)) || !isMouthpiece(headOf(parsed, range))) return null;
  if (entitiesIn(hearing, range).length > 0) return null;
  const owner = pronoun(hearing, { from: range.from, to: range.from + 1 }, attribution);
  return owner.resolved === null
    ? null
    : { ...owner, because: `speaks for ${owner.resolved}`, anonymity: 'role' };
}

function verdictOn(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const { parsed } = hearing;
  if (/^(?:who|which)$/.test(lowerAt(parsed, range.from))) return relative(hearing, range, attribution);
  const alone = range.to - range.from === 1;
  const author = alone ? authorBefore(hearing, range.from) : null;
  if (author !== null) return verdictOn(hearing, author, attribution);
  return parsed.tags[range.from] === 'PRON' || (alone && parsed.tags[range.from] === 'POSS')
    ? pronoun(hearing, range, attribution)
    : ((parsed.shout && lowerAt(parsed, range.from) !== 'the' ? loud(hearing, range) : null) ??
        ownMouthpiece(hearing, range, attribution) ??
        mouthpiece(hearing, range) ??
        documentOf(hearing, range, attribution) ??
        byName(hearing, range) ??
        described(hearing, range));
}
