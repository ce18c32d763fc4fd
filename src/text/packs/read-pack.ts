/**
 * Reads a text in a language with a pack: the same proposals as from English, by rules alone (docs/methods/languages.md
 * says how well). Wording of propositions stays in the language of the text.
 */

import type { Span } from '../../record/passage.ts';
import { sayReason } from '../../record/reason.ts';
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { Stance } from '../../record/stance.ts';
import { actorKindOf } from '../gazetteer.ts';
import { codePointsOf, type ToCodePoints } from '../positions.ts';
import type { ProposedClaim, ProposedSpeaker, ReadInput, Reading } from '../proposed-claim.ts';
import { statedBounds } from '../stated-number.ts';
import { type Glossed, readGlossed, within } from './gloss.ts';
import { lexiconOf } from './lexicon.ts';
import type { LanguagePack } from './pack.ts';
import type { PackAttribution } from './pack-attribution.ts';
import { clauseAttributions } from './pack-clauses.ts';
import { type DraftSetting, draftsOf, type PackDraft } from './pack-drafts.ts';
import { trimmed } from './pack-edges.ts';
import { type PackHearing, type PackSpeaker, remember, wordsOf } from './pack-hearing.ts';
import { mentionsIn, titlesIn } from './pack-mentions.ts';
import { openingSubject } from './pack-noun-phrase.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import { resolveSource } from './pack-speakers.ts';
import { type PackText, packText, type TokenRange } from './pack-text.ts';
import { hearsayIn, type PackVoice, type PackVoiced, voicesOfAttribution } from './pack-voices.ts';
import { stanceOfPackWords } from './pack-words-stance.ts';
import { isAt } from './phrase-index.ts';

interface Desk {
  readonly input: ReadInput;
  readonly text: PackText;
  readonly glossed: Glossed;
  readonly points: ToCodePoints;
  readonly hearing: PackHearing;
}

const OFFICIAL = new Set(['public-body', 'state', 'unit']);

function spanOf({ text, points }: Desk, range: TokenRange): Span {
  const start = text.tokens[range.from]?.start ?? 0;
  return points(start, text.tokens[range.to - 1]?.end ?? start);
}

/** Tokens that a number with its comparator may take. */
const NUMBER_TOKENS = 8;

/** The number before the mention of somebody unnamed, or opening it; a plural without one is open. */
function statedOf(
  { text, glossed }: Desk,
  { resolved, range }: PackSpeaker,
): Pick<ProposedSpeaker, 'stated'> {
  if (resolved !== null) return {};
  const head = isAt(text.lexicon.articles, text.tokens, range.from) ? range.from + 1 : range.from;
  const near = { from: range.from - NUMBER_TOKENS, to: head + 1 };
  const number = within(glossed.quantities, ({ first }) => first, near).find(
    ({ first, next, kind }) =>
      kind === 'count' && (first >= range.from ? next < range.to : next === range.from),
  );
  if (number === undefined)
    return speakerAt(text, head)?.form.noun.plural === true ? { stated: { min: 1, max: null } } : {};
  const stated = statedBounds(number.value);
  return stated === null ? {} : { stated };
}

function speakerOf(desk: Desk, { speaker, cue, lemma, force }: PackVoice): ProposedSpeaker {
  return {
    named: speaker.named,
    span: spanOf(desk, speaker.range),
    resolved: speaker.resolved,
    resolvedBecause: speaker.because,
    kind: speaker.kind,
    anonymity: speaker.anonymity,
    connection: speaker.connection,
    ...statedOf(desk, speaker),
    cue: { text: wordsOf(desk.text, cue), lemma, span: spanOf(desk, cue), force },
  };
}

/** The place as the text has it elsewhere as a subject's form: the shortest form that can be the same name. */
function placeName(text: PackText, range: TokenRange): string {
  return wordsOf(text, range);
}

function setting(desk: Desk, speaker: PackSpeaker | null): DraftSetting {
  const answers = speaker !== null && OFFICIAL.has(speaker.kind);
  return {
    text: desk.text,
    glossed: desk.glossed,
    speaker: answers ? (speaker.resolved ?? null) : null,
    placeName: (range) => placeName(desk.text, range),
  };
}

/** What the words themselves come to: "это ложь" denies, "цифры завышены" disputes, an army's "никто не погиб" denies. */
function stanceOf(desk: Desk, voiced: PackVoiced, draft: PackDraft): Stance {
  const { pack } = desk.text.lexicon;
  const affirming = voiced.stance === 'confirms' || voiced.stance === 'undertakes';
  const affirms = affirming && pack.affirms?.includes(voiced.chain.at(-1)?.lemma ?? '');
  if (voiced.stance !== 'alleges' && affirms !== true) return voiced.stance;
  const last = voiced.chain.at(-1)?.speaker;
  const official =
    last === undefined
      ? desk.input.outlet !== null && OFFICIAL.has(actorKindOf(desk.input.outlet))
      : OFFICIAL.has(last.kind) || last.official || last.connection === 'perpetrator';
  const words = stanceOfPackWords(desk.text, draft.range, {
    official,
    negatedAct: draft.draft.negated === true,
  });
  // an office that "confirms" that nothing happened denies it; whoever "assures" that nothing did promises nothing
  if (!affirming || words === 'denies') return words;
  return voiced.stance === 'undertakes' && draft.draft.negated === true ? 'alleges' : voiced.stance;
}

interface Proposal {
  readonly claim: ProposedClaim;
  readonly pointsBack: boolean;
}

/** A clause around its source ("Двое из них, *по утверждению моряков*, задохнулись") is read whole; what is said leaves the source out. */
function clauseOf({ content, rule }: PackVoiced): {
  readonly ranges: readonly TokenRange[];
  readonly hole: TokenRange | null;
} {
  const [before, behind] = content;
  if (
    content.length !== 2 ||
    before === undefined ||
    behind === undefined ||
    rule !== READER_REASONS.sourceInside
  )
    return { ranges: content, hole: null };
  return { ranges: [{ from: before.from, to: behind.to }], hole: { from: before.to, to: behind.from } };
}

/** The parts of a range outside of a hole in it. */
function around(range: TokenRange, hole: TokenRange | null): readonly TokenRange[] {
  if (hole === null || hole.from >= range.to || hole.to <= range.from) return [range];
  return [
    { from: range.from, to: hole.from },
    { from: hole.to, to: range.to },
  ].filter(({ from, to }) => to > from);
}

function proposalsOf(desk: Desk, voiced: PackVoiced, tracked = false): Proposal[] {
  const chain = voiced.chain.map((voice) => speakerOf(desk, voice));
  const still = voiced.stance === 'declines' || voiced.stance === 'silent' || voiced.pointsBack;
  const speaker = voiced.chain.at(-1)?.speaker ?? null;
  const { hole, ranges } = clauseOf(voiced);
  return ranges
    .filter((range) => range.to > range.from)
    .flatMap((range) => draftsOf(setting(desk, speaker), range, still))
    .filter((draft) => !tracked || isTracked(draft))
    .map((draft): Proposal => {
      const stance = stanceOf(desk, voiced, draft);
      return {
        pointsBack: voiced.pointsBack,
        claim: {
          stance,
          chain,
          content: around(draft.range, hole).map((part) => spanOf(desk, part)),
          evidence: null,
          draft: draft.draft,
          quantity: draft.quantity,
          when: draft.when,
          where: draft.where,
          confidence: Math.round(voiced.confidence * 100) / 100,
          reason: stance === voiced.stance ? voiced.rule : sayReason(READER_REASONS.turnedDenies, voiced),
        },
      };
    });
}

/** Whether a sentence in the report's own voice says something that is tracked. */
function isTracked({ draft, quantity }: PackDraft): boolean {
  return draft.measure !== null && (quantity !== null || draft.answer !== null || draft.kind !== 'process');
}

/** Whoever a sentence is about can be meant by "añadió", "ella" or "the official" in the next one. */
function noteSubject({ text, hearing }: Desk, range: TokenRange): void {
  const { pack } = text.lexicon;
  if (pack.tacitSubject !== true && pack.adjectiveForm === undefined) return;
  const subject = openingSubject(text, trimmed(text, range));
  if (subject === null || subject.to - subject.from < 2) return;
  const speaker = resolveSource(hearing, subject);
  if (speaker.resolved !== null) hearing.spoken.push(speaker);
}

/** A sentence that nobody is made to speak for: only acts, counts and answers become claims. */
function ownProposals(desk: Desk, range: TokenRange): Proposal[] {
  const voice = hearsayIn(desk.text, range);
  const rule = voice === null ? READER_REASONS.saidByReport : READER_REASONS.hearsay;
  const own: PackVoiced = {
    chain: voice === null ? [] : [voice],
    stance: 'alleges',
    content: [range],
    pointsBack: false,
    rule,
    confidence: voice === null ? 0.5 : 0.45,
  };
  return proposalsOf(desk, own, true);
}

interface ReadSentence {
  readonly range: TokenRange;
  readonly found: readonly PackAttribution[];
}

/** "Об этом сообщил мэр": the sentence before is what was told, unless it has a speaker of its own. */
function withSentenceBefore(desk: Desk, sentences: readonly ReadSentence[]): ReadSentence[] {
  const kept: ReadSentence[] = [];
  for (const { range, found } of sentences) {
    const before = kept.at(-1);
    const only = found[0];
    const telling =
      only?.pointsBack === true &&
      found.length === 1 &&
      only.cue.entry.does === 'alleges' &&
      !only.cue.negated;
    if (
      !telling ||
      before === undefined ||
      before.found.length > 0 ||
      desk.text.tokens[before.range.to]?.start === undefined
    ) {
      kept.push({ range, found });
      continue;
    }
    kept.pop();
    const content = [trimmed(desk.text, before.range)];
    kept.push({
      range: { from: before.range.from, to: range.to },
      found: [{ ...only, content, pointsBack: false, rule: READER_REASONS.sentenceBehindNames }],
    });
  }
  return kept;
}

/** A denial of "this" is about the claim before it. */
function tied(proposals: readonly Proposal[]): ProposedClaim[] {
  const claims: ProposedClaim[] = [];
  for (const { claim, pointsBack } of proposals) {
    const about = claims.findLastIndex(({ draft, stance }) => draft.sameAs === null && stance === 'alleges');
    const before = claims[about];
    claims.push(
      pointsBack && before !== undefined ? { ...claim, draft: { ...before.draft, sameAs: about } } : claim,
    );
  }
  return claims;
}

function claimsIn(desk: Desk): ProposedClaim[] {
  const { text } = desk;
  const sentences = text.sentences.map(
    (range): ReadSentence => ({ range, found: clauseAttributions(text, range) }),
  );
  const proposals = withSentenceBefore(desk, sentences).flatMap(({ range, found }) => {
    for (const { range: name, noun } of titlesIn(text, range))
      remember(desk.hearing, name, { name: wordsOf(text, name), kind: noun.kind, noun, oblique: false });
    const voiced = found.flatMap((one) => voicesOfAttribution(desk.hearing, one, []));
    if (voiced.length > 0) return voiced.flatMap((one) => proposalsOf(desk, one));
    if (found.length === 0) noteSubject(desk, range);
    const own = trimmed(text, range);
    return own.to - own.from < 2 || text.tokens[range.to - 1]?.text === '?' ? [] : ownProposals(desk, own);
  });
  return tied(proposals);
}

/**
 * Reads a text by the pack of its language.
 *
 * @example
 * readByPack({ text: 'Полиция сообщила, что погибли шесть человек.', publishedAt: null, outlet: null, language: 'ru' }, RU).claims.length; // 1
 */
export function readByPack(input: ReadInput, pack: LanguagePack): Reading {
  const lexicon = lexiconOf(pack);
  const text = packText(input.text, lexicon);
  const glossed = readGlossed(input.text, text.tokens, lexicon, input.publishedAt);
  const desk: Desk = {
    input,
    text,
    glossed,
    points: codePointsOf(input.text),
    hearing: { text, outlet: input.outlet, mentioned: mentionsIn(text), known: [], spoken: [] },
  };
  return { extractor: pack.extractor, language: pack.code, claims: claimsIn(desk) };
}
