/**
 * The door of the room: a text in, proposed claims out (proposed-claim.ts). English here, other
 * languages by their packs (packs/); one without a pack gives a reading without claims. Proposes only; nothing here is
 * true or counts until a person accepts it.
 */

import type { Span } from '../record/passage.ts';
import type { Quantity } from '../record/quantity.ts';
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { Stance } from '../record/stance.ts';
import type { When } from '../record/when.ts';
import { antecedentOf, pointsBack } from './antecedents.ts';
import { connectionOf } from './connection.ts';
import { silenceUntil } from './cues/silent-until.ts';
import { type DocumentPlaces, documentPlacesOf } from './document-place.ts';
import { type DraftedClaim, draftClaims } from './draft-proposition.ts';
import { leftOpen } from './drafts/left-open.ts';
import { PRESUMED, presumedState } from './drafts/presumed-state.ts';
import { joinEvidence } from './evidence.ts';
import { demands } from './exhortation.ts';
import { explanationOf } from './explanation.ts';
import { type FigureJudge, judgedFigures } from './figures/judged-figures.ts';
import { actorKindOf } from './gazetteer.ts';
import { headlineEnd, withoutRestatements } from './headline.ts';
import { hear } from './heard.ts';
import { isEnglish } from './language.ts';
import { leftFigures } from './left-figures.ts';
import type { AttributionModel } from './models/attribution/attribution-model.ts';
import { isTracked, ownWords } from './outlet-claims.ts';
import { ownStance } from './own-stance.ts';
import { readOther } from './packs/read-other.ts';
import { type ParsedText, parseText } from './parsed-text.ts';
import { codePointsOf, type ToCodePoints } from './positions.ts';
import type { ProposedClaim, ProposedSpeaker, ReadInput, Reading } from './proposed-claim.ts';
import { spellingsOf } from './same-actor.ts';
import type { Range } from './sentences.ts';
import { isOfficial, type Mouth, stanceOfWords } from './stance-of-words.ts';
import { statedNumber } from './stated-number.ts';
import { TURNED_REASONS } from './turned-reasons.ts';
import { spokenSentences } from './voices/nested.ts';
import type { Voice, Voiced } from './voices.ts';

/** Name and version of these rules; a reader opened with its data names itself (open-text-reader.ts). */
export const EXTRACTOR = 'rules-en-1';

interface Desk {
  readonly input: ReadInput;
  readonly model: AttributionModel | null;
  readonly parsed: ParsedText;
  readonly points: ToCodePoints;
  readonly places: DocumentPlaces;
  readonly judged: FigureJudge | null;
  /** Drafts already made, by stretch, voice and stance: evidence and proposals ask for the same ones. */
  readonly drafted: Map<string, DraftedClaim[]>;
  /** Name of a person to the offices that the text gives: "Joran Keel" to "ambassador". */
  readonly offices: Map<string, string>;
  /** Name to its other spellings in the text. */
  readonly spellings: Map<string, readonly string[]>;
}

function units(parsed: ParsedText, range: Range): { start: number; end: number } {
  return { start: parsed.tokens[range.from]?.start ?? 0, end: parsed.tokens[range.to - 1]?.end ?? 0 };
}

function spanOf(desk: Desk, range: Range): Span {
  const { start, end } = units(desk.parsed, range);
  return desk.points(start, end);
}

function wordsOf(desk: Desk, range: Range): string {
  const { start, end } = units(desk.parsed, range);
  return desk.input.text.slice(start, end);
}

function statedOf({ resolved, named }: Voice['speaker']): Pick<ProposedSpeaker, 'stated'> {
  const stated = resolved === null ? statedNumber(named) : null;
  return stated === null ? {} : { stated };
}

function speakerOf(desk: Desk, voice: Voice): ProposedSpeaker {
  const { speaker, cue } = voice;
  const aliases = desk.spellings.get(speaker.resolved ?? '') ?? [];
  return {
    ...(aliases.length > 0 ? { aliases } : {}),
    named: speaker.named,
    span: spanOf(desk, speaker.range),
    resolved: speaker.resolved,
    resolvedBecause: speaker.because,
    kind: speaker.kind,
    anonymity: speaker.anonymity,
    connection: connectionOf(speaker.named),
    ...statedOf(speaker),
    cue: {
      text: wordsOf(desk, cue).replace(/\s+/g, ' '),
      lemma: cue.lemma,
      span: spanOf(desk, cue),
      force: cue.force,
    },
  };
}

function drafts(desk: Desk, range: Range, voice: Voice | undefined, stance?: Stance): DraftedClaim[] {
  const { input, parsed, places } = desk;
  const { start, end } = units(parsed, range);
  const speaker = voice === undefined ? null : voice.speaker;
  const key = `${start} ${end} ${stance ?? ''} ${speaker?.named ?? ''} ${speaker?.resolved ?? ''}`;
  const known = desk.drafted.get(key);
  if (known !== undefined) return known;
  const made = draftClaims({
    text: input.text,
    start,
    end,
    publishedAt: input.publishedAt,
    speaker,
    outlet: input.outlet,
    documentPlace: places.main,
    ...(stance === undefined ? {} : { stance }),
    judged: desk.judged,
  });
  desk.drafted.set(key, made);
  return made;
}

interface Proposal {
  readonly claim: ProposedClaim;
  readonly words: string;
}

/** "A further nine | are said | to be in hospital" is one claim. */
function oneClaim(voiced: Voiced): readonly Range[] {
  const { content, attribution } = voiced;
  const [first, last] = [content[0], content.at(-1)];
  const around = attribution.cue.shape === 'passive' && attribution.impersonal && content.length === 2;
  return around && first !== undefined && last !== undefined ? [{ from: first.from, to: last.to }] : content;
}

/** "They shot them. The state must act": in one quotation what is told and what is demanded are two claims. */
function demandsApart(desk: Desk, range: Range): readonly Range[] {
  const pieces = spokenSentences(desk.parsed, range);
  const asking = pieces.filter((piece) => demands(wordsOf(desk, piece)));
  return asking.length > 0 && asking.length < pieces.length ? pieces : [range];
}

function proposalsOf(desk: Desk, voiced: Voiced): Proposal[] {
  const chain = voiced.chain.map((voice) => speakerOf(desk, voice));
  const confidence = Math.round(voiced.confidence * 100) / 100;
  const evidence = voiced.evidence === null ? null : spanOf(desk, voiced.evidence);
  return oneClaim(voiced)
    .flatMap((whole) => demandsApart(desk, whole))
    .flatMap((range) => {
      const made = drafts(desk, range, voiced.chain.at(-1), voiced.stance);
      return made.map((d): Proposal => {
        const whole = made.length === 1 ? wordsOf(desk, range) : desk.input.text.slice(d.start, d.end);
        const { stance, quantity, reason } = taken(desk, voiced, { ...d, whole });
        const content = [desk.points(d.start, d.end)];
        const { draft, where } = d;
        const when = stance === 'silent' ? silentUntil(desk, voiced) : d.when;
        const sure = presumes(voiced, d) ? Math.round(confidence * PRESUMED * 100) / 100 : confidence;
        const why = explanationOf(voiced.attribution, reason, sure);
        const about = { draft, quantity, when, where, confidence: sure, reason };
        const claim = { stance, chain, content, evidence, ...about };
        return {
          words: desk.input.text.slice(d.start, d.end),
          claim: why === undefined ? claim : { ...claim, explanation: why },
        };
      });
    });
}

/** Whether the claim's actor is an unlisted speaker, taken for a state. */
function presumes({ chain }: Voiced, { draft }: DraftedClaim): boolean {
  const { answer, scope } = draft;
  return scope.actor !== null && scope.actor === presumedState(chain.at(-1)?.speaker, answer);
}

/** The request that a silence leaves open, where its sentence tells of one: who was asked, for what and when. */
function requestLeftOpen(desk: Desk, voiced: Voiced): Proposal[] {
  const sentence = desk.parsed.sentences[voiced.root.sentence];
  const speaker = voiced.chain.at(-1)?.speaker;
  if (voiced.stance !== 'silent' || sentence === undefined || speaker === undefined) return [];
  const { text, publishedAt } = desk.input;
  const open = leftOpen({ text, ...units(desk.parsed, sentence), publishedAt, documentPlace: null, speaker });
  if (open === null) return [];
  const claim: ProposedClaim = {
    stance: 'alleges',
    chain: voiced.chain.slice(0, -1).map((voice) => speakerOf(desk, voice)),
    content: [desk.points(open.start, open.end)],
    evidence: null,
    draft: open.draft,
    quantity: null,
    when: open.when,
    where: null,
    confidence: 0.5,
    reason: READER_REASONS.saidByReport,
  };
  return [{ words: text.slice(open.start, open.end), claim }];
}

/** The day until which there was no reply, from the sentence that says so. */
function silentUntil(desk: Desk, voiced: Voiced): When | null {
  const sentence = desk.parsed.sentences[voiced.root.sentence];
  return sentence === undefined ? null : silenceUntil(wordsOf(desk, sentence), desk.input.publishedAt);
}

/** A draft with the words of its whole content. */
type Worded = DraftedClaim & { readonly whole: string };

/** The stance that the words come to, whatever their cue says. */
function taken(desk: Desk, voiced: Voiced, d: Worded): Pick<ProposedClaim, 'stance' | 'quantity' | 'reason'> {
  const { stance, rule } = voiced;
  const words = desk.input.text.slice(d.start, d.end);
  const turned = turnedStance(desk, voiced, d);
  if (turned === 'declines')
    return { stance: turned, quantity: null, reason: sayReason(TURNED_REASONS.declines, { rule }) };
  const denied = turned === 'denies' && stance === 'alleges';
  const quantity = denied ? explicitZero(words, d.quantity) : d.quantity;
  if (turned === 'alleges' && d.quantity === null && demands(words))
    return { stance: 'asks', quantity, reason: sayReason(TURNED_REASONS.asks, { rule }) };
  return {
    stance: turned,
    quantity,
    reason: turned === stance ? rule : sayReason(TURNED_REASONS[turned], { rule }),
  };
}

/** "Alleged" that nothing happened: a denial when it is official, else what the words themselves tell. */
function turnedStance(desk: Desk, voiced: Voiced, d: Worded): Stance {
  if (voiced.stance !== 'alleges') return voiced.stance;
  const turned = stanceOfWords(d.whole, mouthOf(desk, voiced));
  if (turned === 'alleges' && d.draft.negated === true && speaksOfficially(desk, voiced)) return 'denies';
  return turned === 'denies' && (d.quantity?.best ?? 0) !== 0 ? voiced.stance : turned;
}

/** "nobody died" denies without a figure; "zero deaths" states one. */
function explicitZero(words: string, quantity: Quantity | null): Quantity | null {
  return (quantity?.best ?? 0) === 0 && !/\b(?:zero|0)\b/i.test(words) ? null : quantity;
}

function mouthOf({ offices }: Desk, { chain }: Voiced): Mouth | null {
  const last = chain.at(-1)?.speaker;
  if (last === undefined) return null;
  const { kind, named, resolved } = last;
  return { kind, named: `${named} ${resolved ?? ''} ${offices.get(resolved ?? '') ?? ''}` };
}

/** A witness's "nobody was released" denies nothing; an army's does. Without a speaker the publisher speaks. */
function speaksOfficially(desk: Desk, voiced: Voiced | null): boolean {
  const mouth = voiced === null ? null : mouthOf(desk, voiced);
  if (mouth !== null) return isOfficial(mouth);
  const { outlet } = desk.input;
  return (
    outlet !== null &&
    isOfficial({ kind: actorKindOf(outlet), named: outlet }) &&
    actorKindOf(outlet) !== 'media'
  );
}

function ownProposals(desk: Desk, ranges: readonly Range[]): Proposal[] {
  return ranges.flatMap((range) =>
    drafts(desk, range, undefined)
      .map((d) => ({ d, words: desk.input.text.slice(d.start, d.end) }))
      .map(
        ({ d, words }) =>
          ({
            d,
            words,
            stance:
              d.draft.negated === true && speaksOfficially(desk, null)
                ? 'denies'
                : ownStance(desk.input.outlet, words),
          }) as const,
      )
      .filter(({ d, stance }) => stance !== 'alleges' || isTracked(d))
      .map(
        ({ d, words, stance }): Proposal => ({
          words,
          claim: {
            stance,
            chain: [],
            content: [desk.points(d.start, d.end)],
            evidence: null,
            draft: d.draft,
            quantity: stance === 'denies' ? explicitZero(words, d.quantity) : d.quantity,
            when: d.when,
            where: d.where,
            confidence: 0.5,
            reason: READER_REASONS.saidByReport,
          },
        }),
      ),
  );
}

function tied(proposals: readonly Proposal[]): ProposedClaim[] {
  const claims: ProposedClaim[] = [];
  for (const { claim, words } of proposals) {
    const answers = claim.stance !== 'alleges' && claim.stance !== 'asks' && claim.stance !== 'undertakes';
    const loose = claim.quantity === null && (claim.draft.kind !== 'response' || claim.draft.answer === null);
    const about = answers && loose && pointsBack(words) ? antecedentOf(words, claim, claims) : null;
    claims.push(about === null ? claim : { ...claim, draft: { ...claim.draft, sameAs: about } });
  }
  return claims;
}

function inOrder(a: Proposal, b: Proposal): number {
  return (a.claim.content[0]?.start ?? 0) - (b.claim.content[0]?.start ?? 0);
}

function claimsIn(desk: Desk): ProposedClaim[] {
  const { input, parsed } = desk;
  const { hearing, attributions, voiced } = hear(parsed, desk.model, input.outlet);
  for (const entity of hearing.entities) {
    desk.offices.set(entity.name, [...entity.heads].join(' '));
    desk.spellings.set(entity.name, spellingsOf(parsed, entity));
  }
  const holdsFigure = (v: Voiced): boolean =>
    v.content.some((r) =>
      drafts(desk, r, v.chain.at(-1), v.stance).some(
        (d) => (d.quantity?.best ?? d.quantity?.low ?? 0) !== 0 && d.draft.measure !== null,
      ),
    );
  const said = joinEvidence(parsed, voiced, holdsFigure).flatMap((v) => [
    ...requestLeftOpen(desk, v),
    ...proposalsOf(desk, v),
  ]);
  const own = ownProposals(desk, ownWords(parsed, attributions));
  const head = headlineEnd(input.text, parsed.paragraphs[0]?.end ?? 0, parsed.paragraphs.length);
  const kept = [...said, ...own].sort(inOrder);
  const survivors = new Set(
    withoutRestatements(
      kept.map((p) => p.claim),
      desk.points(0, head).end,
    ),
  );
  return tied(
    withLeftFigures(
      desk,
      kept.filter((p) => survivors.has(p.claim)),
      kept,
    ),
  );
}

/** @param all the headline's claims among them that the body makes again: their figures are told already */
function withLeftFigures(
  desk: Desk,
  kept: readonly Proposal[],
  all: readonly Proposal[],
): readonly Proposal[] {
  const { judged: judge, parsed, points, places } = desk;
  if (judge === null) return kept;
  const claims = all.map(({ claim }) => claim);
  const left = leftFigures({ parsed, judge, points, documentPlace: places.main, claims });
  return [...kept, ...left.map((claim) => ({ claim, words: claim.draft.text }))].sort(inOrder);
}

/**
 * Reads a text.
 *
 * @example
 * readText({ text: 'Police said that six people died.', publishedAt: null, outlet: null, language: 'en' }).claims.length; // 1
 */
export function readText(input: ReadInput, model: AttributionModel | null = null): Reading {
  if (!isEnglish(input.text, input.language))
    return readOther(input) ?? { extractor: EXTRACTOR, language: null, claims: [] };
  const parsed = parseText(input.text);
  const desk: Desk = {
    input,
    model,
    parsed,
    points: codePointsOf(input.text),
    places: documentPlacesOf(input.text),
    judged: model === null ? null : judgedFigures(parsed, model),
    drafted: new Map(),
    offices: new Map(),
    spellings: new Map(),
  };
  const { within } = desk.places;
  return {
    extractor: EXTRACTOR,
    language: 'en',
    claims: claimsIn(desk),
    ...(within.length > 0 ? { places: within } : {}),
  };
}
