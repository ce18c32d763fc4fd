/**
 * Says why claims were proposed. Rule and confidence are kept with each claim; what a model weighed is not kept, for it can
 * be told again: the text is read once more by the same extractor, and each claim finds its proposal by its words. Nothing
 * is written.
 */
import type { Claim } from '../record/claim.ts';
import type { CaptureId, ClaimId, SourceId } from '../record/id.ts';
import type { Span } from '../record/passage.ts';
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { Stance } from '../record/stance.ts';
import type { Explanation, ProposedClaim } from '../text/proposed-claim.ts';
import { captureToRead } from './capture-to-read.ts';
import type { Desk } from './desk.ts';
import { findById } from './find-by-id.ts';
import { openLookup } from './lookup.ts';
import { isNotRead, type TextReading } from './ports/text-reading.ts';

/** One step of the chain in the words of the text; the outlet first, without a cue. */
export interface ExplainedStep {
  readonly named: string;
  /** The words that attribute; null for the outlet. */
  readonly cue: string | null;
  /** Whom the mention stands for; null when that is not known. */
  readonly speaker: string | null;
}

export interface ClaimExplanation {
  readonly claim: ClaimId;
  readonly status: Claim['status'];
  readonly stance: Stance;
  readonly source: { readonly id: SourceId; readonly title: string | null };
  readonly chain: readonly ExplainedStep[];
  /** The exact words of the claim, and of its evidence. */
  readonly words: readonly string[];
  /** Name and version of the program that proposed it; null: a person made it. */
  readonly extractor: string | null;
  readonly by: Explanation['by'] | 'person';
  /** Null: a person made it. */
  readonly rule: string | null;
  /** 0 to 1, an order for review and no probability of truth; null: a person made it. */
  readonly confidence: number | null;
  /** Strongest first; empty where a rule decided alone or what was weighed is not known. */
  readonly features: NonNullable<Explanation['features']>;
  /** Why it was put to its proposition; null when a person did it. */
  readonly groupedBecause: string | null;
  /** Why no more can be told; null when all is told. */
  readonly note: string | null;
}

/**
 * Explains the claims of a source or capture, or one claim, by its id or the beginning of it.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const [why] = await explainClaims(desk, 'clm_k3v9q', reading);
 */
export async function explainClaims(
  desk: Pick<Desk, 'store'>,
  asked: string,
  reading: TextReading,
): Promise<readonly ClaimExplanation[]> {
  const claims = await claimsAsked(desk, asked);
  const lookup = openLookup(desk.store);
  const captures = new Set(claims.flatMap((claim) => captureOf(claim) ?? []));
  const proposals = new Map<CaptureId, Proposals>();
  for (const capture of captures) proposals.set(capture, await proposalsOf(desk, capture, reading));
  return Promise.all(
    claims.map(async (claim): Promise<ClaimExplanation> => {
      const capture = captureOf(claim);
      const known = capture === null ? undefined : proposals.get(capture);
      return {
        claim: claim.id,
        status: claim.status,
        stance: claim.stance,
        source: { id: claim.source, title: (await lookup.source(claim.source))?.title ?? null },
        chain: await Promise.all(
          claim.chain.map(async (step) => ({
            named: step.named,
            cue: step.cue?.text ?? null,
            speaker: await lookup.nameOf(step.speaker),
          })),
        ),
        words: claim.passages.map(({ exact }) => exact),
        groupedBecause: claim.groupedBecause,
        ...whyOf(claim, known, reading.extractor),
      };
    }),
  );
}

async function claimsAsked({ store }: Pick<Desk, 'store'>, asked: string): Promise<readonly Claim[]> {
  const found = await findById(store, asked, ['src', 'cap', 'clm']);
  if (found.kind === 'clm') {
    const claim = await store.claim(found.id);
    return claim === null ? [] : [claim];
  }
  if (found.kind === 'src') return store.claims({ source: found.id });
  const capture = found.kind === 'cap' ? await store.capture(found.id) : null;
  if (capture === null) return [];
  const claims = await store.claims({ source: capture.of });
  return claims.filter((claim) => captureOf(claim) === capture.id);
}

function captureOf(claim: Claim): CaptureId | null {
  return claim.passages[0]?.capture ?? null;
}

/** Proposals of a text by their words; null when it cannot be read again, and why. */
type Proposals = ReadonlyMap<string, ProposedClaim[]> | string;

async function proposalsOf(
  { store }: Pick<Desk, 'store'>,
  capture: CaptureId,
  reading: TextReading,
): Promise<Proposals> {
  const toRead = await captureToRead(store, capture);
  if (toRead === null) return READER_REASONS.notKept;
  const outcome = await reading.read(toRead.input);
  if (isNotRead(outcome)) return outcome.notRead;
  const found = new Map<string, ProposedClaim[]>();
  for (const claim of outcome.claims) {
    const spans = claim.evidence === null ? claim.content : [...claim.content, claim.evidence];
    const key = keyOf(claim.stance, spans, claim.chain.length);
    found.set(key, [...(found.get(key) ?? []), claim]);
  }
  return found;
}

function keyOf(stance: Stance, spans: readonly Span[], steps: number): string {
  return [stance, steps, ...spans.map(({ start, end }) => `${start}-${end}`)].join(' ');
}

function whyOf(
  claim: Claim,
  known: Proposals | undefined,
  extractor: string,
): Pick<ClaimExplanation, 'extractor' | 'by' | 'rule' | 'confidence' | 'features' | 'note'> {
  const { extraction } = claim;
  if (extraction === null)
    return { extractor: null, by: 'person', rule: null, confidence: null, features: [], note: null };
  const { by, reason, confidence } = extraction;
  const kept = { extractor: by, by: 'rule' as const, rule: reason, confidence, features: [] };
  if (by.startsWith('endpoint-')) return { ...kept, by: 'endpoint', note: null };
  if (by !== extractor)
    return { ...kept, note: sayReason(READER_REASONS.readBefore, { before: by, now: extractor }) };
  if (typeof known === 'string') return { ...kept, note: known };
  const key = keyOf(claim.stance, claim.passages, claim.chain.length - 1);
  const proposed = known?.get(key)?.find((one) => one.reason === reason) ?? known?.get(key)?.[0];
  if (proposed === undefined)
    return {
      ...kept,
      note: READER_REASONS.readsOtherwise,
    };
  const { explanation } = proposed;
  if (explanation === undefined) return { ...kept, note: null };
  return {
    ...kept,
    by: explanation.by,
    rule: explanation.rule,
    features: explanation.features ?? [],
    note: null,
  };
}
