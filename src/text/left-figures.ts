/**
 * Figures of which the judge is sure and that no claim holds, since they stand in a question, in the words for a speaker or
 * in a quotation of nobody: each becomes a claim of its clause, with whoever says the words around it.
 */

import type { Span } from '../record/passage.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { exactly } from './drafts/judged-items.ts';
import { wordAct } from './drafts/wording.ts';
import type { FigureJudge, JudgedNumber } from './figures/judged-figures.ts';
import type { ParsedText } from './parsed-text.ts';
import type { ToCodePoints } from './positions.ts';
import type { ProposedClaim, PropositionDraft } from './proposed-claim.ts';

/** Least probability of a figure that becomes a claim without the rules' words for it. */
const SURE = 0.75;

interface Request {
  readonly parsed: ParsedText;
  readonly judge: FigureJudge;
  readonly points: ToCodePoints;
  /** The place that the text is about; null when not known. */
  readonly documentPlace: string | null;
  readonly claims: readonly ProposedClaim[];
}

type Figure = Omit<JudgedNumber, 'probability'>;

function figuresOf({ judge, parsed: { text } }: Request): Figure[] {
  const people = judge.people(0, text.length).flatMap(({ from, end, measure, nobody, probability }) => {
    if (nobody || probability < SURE) return [];
    return [{ start: from, end, measure, quantity: exactly(1, text.slice(from, end)) }];
  });
  const numbers = judge.numbers().filter(({ probability }) => probability >= SURE);
  return [...numbers, ...people].sort((a, b) => a.start - b.start);
}

function inside(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}

/** Whether a claim has the number or the person already, or one next to them has counted both. */
function holds(claim: ProposedClaim, figure: Figure, at: Span): boolean {
  if (
    !inside(claim.content, at) &&
    !inside(
      claim.chain.flatMap(({ span }) => span ?? []),
      at,
    )
  )
    return false;
  const told = claim.quantity?.wording ?? '';
  return told.includes(figure.quantity.wording) || figure.quantity.wording.includes(told || '\0');
}

/** From the figure to the end of its clause. UTF-16 code units. */
function clauseOf({ text }: ParsedText, { start, end }: Figure): Span {
  const rest = /^[^.;:!?,\n”"]*/u.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + rest.trimEnd().length };
}

/**
 * The claims that the text's sure figures still want. Positions of the claims: code points.
 *
 * @example
 * leftFigures({ parsed, judge, points, documentPlace: null, claims: [] }).length; // one a sure figure
 */
export function leftFigures(request: Request): ProposedClaim[] {
  const { parsed, points, documentPlace, claims } = request;
  return figuresOf(request).flatMap((figure): ProposedClaim[] => {
    const at = points(figure.start, figure.end);
    if (claims.some((claim) => holds(claim, figure, at))) return [];
    const around = claims.find(({ content }) => inside(content, at));
    const scope = { group: null, place: documentPlace, by: null, actor: null };
    const text = wordAct(figure.measure, scope);
    const draft: PropositionDraft = {
      kind: 'count',
      measure: figure.measure,
      answer: null,
      scope,
      text,
      sameAs: null,
    };
    const clause = clauseOf(parsed, figure);
    return [
      {
        stance: around?.stance ?? 'alleges',
        chain: around?.chain ?? [],
        content: [points(clause.start, clause.end)],
        evidence: null,
        draft,
        quantity: figure.quantity,
        when: null,
        where: null,
        confidence: 0.5,
        reason: around?.reason ?? READER_REASONS.saidByReport,
      },
    ];
  });
}
