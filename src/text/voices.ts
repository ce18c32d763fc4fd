/**
 * From attributions to voiced contents: who says what through whom, with the stance it comes to. A content that is
 * itself an attribution ("the agency said that the minister had said …") becomes one longer chain.
 */
import type { Stance } from '../record/stance.ts';
import type { RawAttribution } from './attribution.ts';
import type { Cue } from './cues/cue.ts';
import { type Hearing, type Speaker, sentenceOf, UNKNOWN } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { pronoun } from './pronoun-speakers.ts';
import type { Range } from './sentences.ts';
import { resolveSpeaker } from './speakers.ts';
import { isOfficial } from './stance-of-words.ts';
import { claimsNamedIn, nestedIn, remainder } from './voices/nested.ts';
import { isOwnOutlet } from './voices/own-outlet.ts';
import { passedOnBy } from './voices/passing-on.ts';
import { stanceOf } from './voices/stance-of-cue.ts';

/** One step of a chain with its cue. */
export interface Voice {
  readonly speaker: Speaker;
  readonly cue: Cue;
}

/** A content with everybody who stands behind it, outermost first. */
export interface Voiced {
  readonly chain: readonly Voice[];
  readonly stance: Stance;
  readonly content: readonly Range[];
  readonly evidence: Range | null;
  readonly attribution: RawAttribution;
  /** The outermost attribution of the sentence that it came from. */
  readonly root: RawAttribution;
  readonly rule: string;
  readonly confidence: number;
}

/** "*We note* that the paper reported it, citing port workers": whoever is cited is cited by the one within. */
function citedWithin(
  parsed: ParsedText,
  attribution: RawAttribution,
  nested: readonly RawAttribution[],
): boolean {
  const { via, source, cue } = attribution;
  const [inner] = nested;
  if (via === null || source === null || inner === undefined || nested.length !== 1) return false;
  const first = source.to - source.from === 1 && /^(?:i|we)$/.test(lowerAt(parsed, source.from));
  return first && inner.via === null && via.cue.from > inner.cue.from && inner.cue.from > cue.from;
}

function voiceOf(hearing: Hearing, attribution: RawAttribution): Voice {
  const range = attribution.source ?? { from: attribution.cue.from, to: attribution.cue.to };
  return { speaker: resolveSpeaker(hearing, range, attribution), cue: attribution.cue };
}

/** "He said he denied it": the inner speaker is the outer one again, so no new step. */
/** "testimony from a survivor who said": "who" is the one just named. */
function isWhoOf({ parsed }: Hearing, last: Voice | undefined, own: Voice): boolean {
  if (last === undefined || lowerAt(parsed, own.speaker.range.from) !== 'who') return false;
  const gap = own.speaker.range.from - last.speaker.range.to;
  return gap === 0 || (gap === 1 && lowerAt(parsed, last.speaker.range.to) === ',');
}

/** "asserts that *its ambassador* was informed": whoever was told belongs to the one who speaks. */
function isOwnPart({ parsed }: Hearing, outer: Voice | undefined, told: Speaker): boolean {
  return (
    outer !== undefined &&
    told.resolved === null &&
    /^(?:its|their|his|her|our|my)$/.test(lowerAt(parsed, told.range.from))
  );
}

/** "has told the UN that …, *a UN official* said": the one who hands it on is of the body that was told. */
function isOf(outer: Voice | undefined, told: Speaker): boolean {
  if (outer === undefined || told.kind === 'person') return false;
  const short = told.named.replace(/^the /i, '');
  return short.length > 1 && ` ${outer.speaker.named.replace(/^(?:an?|the) /i, '')} `.includes(` ${short} `);
}

/** "citing a note, say the judge told them": a paper that nobody signs is no mouth where it tells of another. */
function isPaper(voice: Voice | undefined): boolean {
  return (
    voice !== undefined &&
    voice.speaker.resolved === null &&
    /\b(?:notes?|memos?|memorandum|letters?|documents?|files?|recordings?|videos?|diary|list|log|ledger|telegram|cable|message|messages|dm|report|transcript|certificate)$/i.test(
      voice.speaker.named.replace(/ (?:of|from|by|in|on|that|which|smuggled|seen|found|dated|\().*$/i, ''),
    )
  );
}

function withoutEcho(hearing: Hearing, before: readonly Voice[], own: Voice): readonly Voice[] {
  const last = before.at(-1)?.speaker.resolved ?? null;
  if (last === null && isWhoOf(hearing, before.at(-1), own)) return before.slice(0, -1);
  if (before.length > 1 && isPaper(before.at(-1))) return withoutEcho(hearing, before.slice(0, -1), own);
  return last !== null && last === own.speaker.resolved ? before.slice(0, -1) : before;
}

/** Those through whom a body speaks. */
const HEADS =
  /\b(?:spokes\p{L}+|head|leader|director|president|chair\p{L}*|founder|co-?ordinator|chief|secretary|manager|representative|official|commander|minister|ambassador|member|editor|rector|bishop)\b/iu;

/** "The spokesperson said that the office could not say": the office speaks through its spokesperson already. */
function speaksForIt(hearing: Hearing, outer: Voice | undefined, own: Voice): boolean {
  if (outer === undefined) return false;
  const { kind, range, named } = own.speaker;
  const generic =
    /^(?:the|its|our) (?:group|organi[sz]ation|network|office|agency|ministry|army|commission|party|union|collective|association|fund|charity)$/i;
  const heads = /^(?:its|our)\b/i.test(named) || HEADS.test(outer.speaker.named);
  if (outer.speaker.kind === 'person' && heads && generic.test(named)) return true;
  const itself = own.speaker.resolved !== null && isOwnOutlet(hearing.outlet, own.speaker.resolved);
  if (outer.speaker.kind === 'person' && itself && kind !== 'media') return true;
  if (!/\bspokes/i.test(outer.speaker.named)) return false;
  const body = kind === 'public-body' || kind === 'organisation' || kind === 'unit';
  return (
    body && range.to - range.from <= 2 && /^(?:the|it|its|they)$/.test(lowerAt(hearing.parsed, range.from))
  );
}

function throughVoice(hearing: Hearing, attribution: RawAttribution): Voice | null {
  const { through } = attribution;
  if (through === undefined) return null;
  const alone = { ...attribution, ...through, impersonal: false };
  const speaker = resolveSpeaker(hearing, through.source, alone);
  const own = speaker.resolved !== null && isOwnOutlet(hearing.outlet, speaker.resolved);
  return own ? null : { speaker, cue: through.cue };
}

function citedVoice(hearing: Hearing, attribution: RawAttribution, own: Voice): Voice | null {
  const { via } = attribution;
  if (via === null) return null;
  const cited = {
    speaker: resolveSpeaker(hearing, via.source, { ...attribution, cue: via.cue, impersonal: false }),
    cue: via.cue,
  };
  const { resolved } = cited.speaker;
  const object = /^(?:him|her|them)$/.test(lowerAt(hearing.parsed, via.source.from));
  if (!object || resolved === null || resolved !== own.speaker.resolved) return cited;
  // "Her lawyer quoted *her* as saying": nobody quotes herself so.
  return otherThan(hearing, cited, resolved) ?? { ...cited, speaker: { ...cited.speaker, ...UNKNOWN } };
}

/** "The newspaper could not verify it": a report on its own work, no answer to anybody. */
function checksInVain(attribution: RawAttribution, own: Voice): boolean {
  const { cue, source } = attribution;
  if (cue.shape !== 'decline' || !/^not (?:confirm|verify|corroborate|able to say)$/.test(cue.lemma))
    return false;
  return own.speaker.kind === 'media' || source === null;
}

/** The publisher speaks: "I urge", "we know of", or a newspaper that names itself. */
function isSelf(
  hearing: Hearing,
  attribution: RawAttribution,
  step: { readonly own: Voice; readonly told: boolean },
): boolean {
  const { source } = attribution;
  if (step.told || source === null || attribution.impersonal) return false;
  const { parsed } = hearing;
  const outside = (parsed.quoteAt[source.from] ?? -1) < 0;
  if (outside && source.to - source.from === 1 && /^(?:i|we)$/.test(lowerAt(parsed, source.from)))
    return true;
  const { resolved, kind } = step.own.speaker;
  return kind === 'media' && resolved !== null && isOwnOutlet(hearing.outlet, resolved);
}

/** "The governor said he had never ordered it": the pronoun is the one who speaks, named by nobody. */
function goesOn(hearing: Hearing, outer: Voice | undefined, own: Voice): boolean {
  if (outer === undefined || own.speaker.resolved !== null) return false;
  const { range } = own.speaker;
  const word = range.to - range.from === 1 ? lowerAt(hearing.parsed, range.from) : '';
  if (word === 'it') return outer.speaker.anonymity !== 'anonymous' || outer.speaker.kind !== 'person';
  return /^(?:he|she|they)$/.test(word) && outer.speaker.resolved === null && isOfficial(outer.speaker);
}

/** In a turn or a quotation whoever speaks is "I": "she" is somebody else, and nobody can tell who. */
function notTheSpeaker(
  hearing: Hearing,
  own: Voice,
  { root, before }: { readonly root: RawAttribution; readonly before: Voice | undefined },
): Voice {
  const { parsed } = hearing;
  const { range, resolved } = own.speaker;
  const pronoun = range.to - range.from === 1 && /^(?:he|she)$/.test(lowerAt(parsed, range.from));
  const turn = lowerAt(parsed, root.cue.head) === ':';
  if (!pronoun || before === undefined || before.speaker.resolved !== resolved) return own;
  if (!turn && (parsed.quoteAt[range.from] ?? -1) < 0) return own;
  const other = resolved === null ? null : otherThan(hearing, own, resolved);
  if (other !== null) return other;
  return { ...own, speaker: { ...own.speaker, resolved: null, because: null, anonymity: 'anonymous' } };
}

/** Whom the pronoun stands for when it is not the one who speaks; null when nobody else is told. */
function otherThan(hearing: Hearing, own: Voice, speaking: string): Voice | null {
  const { cue, speaker } = own;
  const without: Hearing = {
    ...hearing,
    entities: hearing.entities.filter(({ name }) => name !== speaking),
    spoken: hearing.spoken.filter(({ resolved }) => resolved !== speaking),
  };
  const { range } = speaker;
  const verdict = pronoun(without, range, {
    cue,
    source: range,
    sentence: sentenceOf(hearing.parsed, range.from),
  });
  return verdict.resolved === null ? null : { cue, speaker: { named: speaker.named, range, ...verdict } };
}

/** Everybody who stands behind a content, outermost first; nobody when the outlet speaks for itself. */
function chainOf(
  hearing: Hearing,
  attribution: RawAttribution,
  steps: { readonly before: readonly Voice[]; readonly told: Voice | null; readonly own: Voice },
): Voice[] {
  const { before, told, own } = steps;
  const cited = citedVoice(hearing, attribution, own);
  if (cited === null && told === null && goesOn(hearing, before.at(-1), own)) return [...before];
  if (isSelf(hearing, attribution, { own, told: before.length > 0 || told !== null || cited !== null }))
    return [];
  return [
    ...withoutEcho(hearing, before, own),
    ...(told === null ? [] : [told]),
    ...(speaksForIt(hearing, before.at(-1), own) ? [] : [own]),
    ...(cited === null ? [] : [cited]),
  ];
}

/**
 * Voices of one attribution, nested ones included.
 *
 * @example
 * voicesOf(hearing, attribution, { outlet: null, before: [] })[0]?.chain.length; // 2 for "X told Reuters that"
 */
export function voicesOf(
  hearing: Hearing,
  attribution: RawAttribution,
  around: {
    readonly outlet: string | null;
    readonly before: readonly Voice[];
    readonly root?: RawAttribution;
  },
): Voiced[] {
  const stance = stanceOf(attribution.cue);
  if (stance === null) return [];
  const retells = stance === 'alleges' || stance === 'confirms';
  const within = retells ? nestedIn(hearing.parsed, attribution, hearing.inner) : [];
  if (citedWithin(hearing.parsed, attribution, within)) {
    const nested = within.map((inner) => ({ ...inner, via: attribution.via }));
    return spoken(hearing, { ...attribution, via: null }, { ...around, stance, nested });
  }
  return spoken(hearing, attribution, { ...around, stance, nested: within });
}

function spoken(
  hearing: Hearing,
  attribution: RawAttribution,
  around: {
    readonly outlet: string | null;
    readonly before: readonly Voice[];
    readonly root?: RawAttribution;
    readonly stance: Stance;
    readonly nested: readonly RawAttribution[];
  },
): Voiced[] {
  const { stance, nested } = around;
  const root = around.root ?? attribution;
  const between = throughVoice(hearing, attribution);
  const passing = between === null ? passedOnBy(hearing, attribution) : between.speaker;
  const own = notTheSpeaker(hearing, voiceOf(hearing, attribution), { root, before: around.before.at(-1) });
  const again =
    passing === null ||
    [own, ...around.before].some(
      ({ speaker }) =>
        speaker.resolved === passing.resolved && (passing.resolved !== null || speaker !== own.speaker),
    );
  const told =
    again || isOwnPart(hearing, around.before.at(-1), passing) || isOf(around.before.at(-1), passing)
      ? null
      : (between ?? { speaker: passing, cue: attribution.cue });
  if (stance === 'asks' && attribution.content[0] !== undefined)
    hearing.asked = { range: attribution.content[0], sentence: attribution.sentence };
  if (checksInVain(attribution, own)) return [];
  const chain = chainOf(hearing, attribution, { before: around.before, told, own });
  const rejected =
    stance === 'alleges' || stance === 'confirms' ? [] : claimsNamedIn(hearing.parsed, attribution);
  const onlyQuotes = nested.length > 0 && /^(?:quote|cite)$/.test(attribution.cue.lemma);
  const content =
    nested.length === 0
      ? attribution.content
      : onlyQuotes
        ? []
        : remainder(hearing.parsed, attribution.content, nested);
  const confidence = attribution.confidence * (nested.length > 0 ? 0.7 : 1);
  const mine = {
    chain,
    stance,
    content,
    evidence: null,
    attribution,
    root,
    rule: attribution.rule,
    confidence,
  };
  const inward = around.before.length >= 3 ? [] : nested;
  const deeper = [
    ...inward.flatMap((inner) => voicesOf(hearing, inner, { outlet: around.outlet, before: chain, root })),
    ...rejected.flatMap((inner) =>
      voicesOf(hearing, inner, { outlet: around.outlet, before: around.before, root }),
    ),
  ];
  return content.length === 0 ? deeper : [mine, ...deeper];
}
