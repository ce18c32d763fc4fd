/** A claim while a person makes or changes it: plain words in fields, turned into what the desk takes when it is saved. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import type { Question } from '../api/call.ts';
import type { SelectedWords } from './selected-span.ts';

type Body = Question<'POST /api/claims'>['body'];
export type StatedClaim = Body['claims'][number];
type Step = StatedClaim['chain'][number];
type Quantity = NonNullable<StatedClaim['quantity']>;

/** A mouth of the chain as it stands in the form. */
export interface DraftStep {
  readonly named: string;
  readonly actorKind: Step['kind'];
  readonly anonymous: boolean;
  readonly cue: string;
  readonly force: Step['force'];
  readonly at: Step['at'];
}

export interface ClaimDraft {
  readonly words: readonly SelectedWords[];
  readonly stance: StatedClaim['stance'];
  readonly steps: readonly DraftStep[];
  readonly propositionText: string;
  /** Null: a new proposition in the words of `propositionText`. */
  readonly propositionId: string | null;
  readonly measure: ClaimShape['proposition']['measure'];
  /** Numbers as typed; '' for unbounded. */
  readonly low: string;
  readonly best: string;
  readonly high: string;
  readonly wording: string;
  readonly comparator: Quantity['comparator'];
  readonly unit: Quantity['unit'];
  readonly when: StatedClaim['when'];
  readonly where: string;
}

/**
 * The draft of a claim as it stands.
 *
 * @example
 * draftOf(claim).propositionText;
 */
export function draftOf(claim: ClaimShape): ClaimDraft {
  const { quantity } = claim;
  return {
    words: claim.passages.map(({ start, end, exact }) => ({ start, end, exact })),
    stance: claim.stance,
    steps: claim.chain.slice(1).map(({ named, anonymity, cue, force, at }) => ({
      named,
      actorKind: 'organisation',
      anonymous: anonymity === 'anonymous',
      cue: cue ?? 'said',
      force: force ?? 'neutral',
      at: at === null ? null : { start: at.start, end: at.end },
    })),
    propositionText: claim.proposition.text,
    propositionId: claim.proposition.id,
    measure: claim.proposition.measure,
    low: typed(quantity?.low),
    best: typed(quantity?.best),
    high: typed(quantity?.high),
    wording: quantity?.wording ?? '',
    comparator: quantity?.comparator ?? 'exactly',
    unit: quantity?.unit ?? 'individual',
    when: claim.when,
    where: claim.where ?? '',
  };
}

/**
 * The draft of a claim over marked words.
 *
 * @example
 * emptyDraft({ start: 0, end: 7, exact: '26 died' });
 */
export function emptyDraft(words: SelectedWords): ClaimDraft {
  return {
    words: [words],
    stance: 'alleges',
    steps: [],
    propositionText: '',
    propositionId: null,
    measure: null,
    low: '',
    best: '',
    high: '',
    wording: '',
    comparator: 'exactly',
    unit: 'individual',
    when: null,
    where: '',
  };
}

/**
 * What the desk takes.
 *
 * @example
 * const body = { capture, claims: [statedOf(draft)], inPlaceOf: [], reason: null };
 */
export function statedOf(draft: ClaimDraft): StatedClaim {
  return {
    spans: draft.words.map(({ start, end }) => ({ start, end })),
    stance: draft.stance,
    chain: draft.steps
      .filter(({ named }) => named.trim() !== '')
      .map((step) => ({
        named: step.named.trim(),
        actor: null,
        kind: step.actorKind,
        anonymity: step.anonymous ? 'anonymous' : 'named',
        cue: step.cue.trim() === '' ? 'said' : step.cue.trim(),
        force: step.force,
        at: step.at,
      })),
    proposition:
      draft.propositionId === null
        ? {
            kind: draft.measure === null ? 'occurrence' : 'count',
            measure: draft.measure,
            scope: { group: null, place: draft.where.trim() || null, by: null, actor: null },
            text: draft.propositionText.trim(),
          }
        : { id: draft.propositionId },
    quantity: quantityOf(draft),
    when: draft.when,
    where: draft.where.trim() || null,
  };
}

function quantityOf({ low, best, high, wording, comparator, unit, words }: ClaimDraft): Quantity | null {
  if ([low, best, high].every((text) => text.trim() === '') && wording.trim() === '') return null;
  return {
    low: numbered(low),
    best: numbered(best),
    high: numbered(high),
    comparator,
    unit,
    wording: wording.trim() || (best || low || high || (words[0]?.exact ?? '')).trim(),
  };
}

function typed(value: number | null | undefined): string {
  return value == null ? '' : String(value);
}

function numbered(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
