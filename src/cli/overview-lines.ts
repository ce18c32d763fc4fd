/** The record at a glance on a terminal: figures first, with their doubt; then answers, positions, what is open. */

import type { PropositionFigures } from '../desk/reckon-propositions.ts';
import type { RecordView } from '../desk/show-record.ts';
import { MEASURES } from '../desk/vocabulary.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { responseLines } from './responses.ts';
import {
  counted,
  heading,
  lowBestHighWords,
  type Page,
  para,
  positionLines,
  shortId,
  standingWords,
  tollBounds,
} from './words.ts';

/** How much of each part is shown, and where the rest is found. */
export interface Amounts {
  readonly figures: number;
  readonly others: number;
  readonly responses: number;
  readonly place: Place;
}

/**
 * The lines of `onrecord show` and `onrecord demo`.
 *
 * @example
 * terminal.out(...overviewLines(view, page, { figures: 8, others: 6, responses: 6, place: call }));
 */
export function overviewLines(view: RecordView, page: Page, amounts: Amounts): string[] {
  const { counts } = view;
  const { accepted, proposed, rejected } = counts.claims;
  const lines = para(
    `${counted(counts.sources, 'source')}, ${counted(counts.actors, 'actor')}, ${counted(counts.propositions, 'proposition')}; ${counted(accepted, 'accepted claim')}, ${counted(proposed, 'proposal')} not reviewed, ${rejected} rejected.`,
    page.paper,
  );
  lines.push(...figureSection(view, page, amounts));
  lines.push(...responseSection(view, page, amounts));
  lines.push(...otherSection(view, page, amounts));
  if (view.withoutText.length > 0) {
    lines.push(...heading('Stored without text', page.paper));
    for (const { source, captures } of view.withoutText) {
      const name = captures[0]?.fileName ?? source.title ?? 'untitled';
      const reason = captures.find(({ text }) => text === null)?.noTextReason ?? 'no text found';
      lines.push(...wrap(page.paper, oneLine(`${name}: ${reason}`), { first: '  ', rest: '    ' }));
    }
  }
  return lines;
}

function figureSection({ figures, others }: RecordView, page: Page, amounts: Amounts): string[] {
  const most = amounts.figures;
  if (figures.length === 0) return [];
  const lines = heading('Figures', page.paper);
  const shown = figures.slice(0, most).toSorted((a, b) => rank(a) - rank(b));
  for (const one of shown) {
    lines.push(...figureLines(one, page));
    for (const twin of twinsOf(one, others)) lines.push(...twinLines(twin, page));
  }
  if (figures.length > most)
    lines.push('', `${figures.length - most} more figures: onrecord toll${placeFlags(amounts.place)}`);
  return lines;
}

/** Propositions in the same words that nobody gives a figure for: shown below the figure, not a second time. */
function twinsOf(one: PropositionFigures, others: readonly PropositionFigures[]): PropositionFigures[] {
  return others.filter(({ proposition }) => proposition.text === one.proposition.text);
}

function twinLines(twin: PropositionFigures, page: Page): string[] {
  const id = shortId(twin.proposition.id, page);
  return [
    ...para(`the same words, held apart · ${id}`, page.paper, '  ').map((line) =>
      ink(page.paper, 'dim', line),
    ),
    ...positionLines(twin.positions, page, '    '),
  ];
}

/** In the order of the vocabulary: the dead first. */
function rank({ proposition: { measure } }: PropositionFigures): number {
  return measure === null ? MEASURES.length : MEASURES.indexOf(measure);
}

/** A figure never stands alone: what is counted, low to high, origins and standing, who says and who denies. */
function figureLines(one: PropositionFigures, page: Page): string[] {
  const { paper } = page;
  const { toll, proposition } = one;
  if (toll === null) return [];
  const head = `${proposition.measure}: ${lowBestHighWords(tollBounds(toll))}`;
  return [
    '',
    ...wrap(paper, oneLine(head)).map((line) => ink(paper, 'strong', line)),
    ...para(`${proposition.text} · ${shortId(proposition.id, page)}`, paper, '  '),
    ...para(standingWords(one), paper, '  ').map((line) => ink(paper, 'accent', line)),
    ...positionLines(one.positions, page, '  '),
  ];
}

function responseSection({ responses }: RecordView, page: Page, amounts: Amounts): string[] {
  const most = amounts.responses;
  if (responses.length === 0) return [];
  const lines = heading('Answers of states and institutions', page.paper);
  for (const response of responses.slice(0, most)) lines.push(...responseLines(response, page.paper));
  if (responses.length > most)
    lines.push('', `${responses.length - most} more answers: onrecord responses${placeFlags(amounts.place)}`);
  return lines;
}

function otherSection(
  { others, propositionsInAll, figures }: RecordView,
  page: Page,
  amounts: Amounts,
): string[] {
  const most = amounts.others;
  const words = new Set(figures.slice(0, amounts.figures).map(({ proposition }) => proposition.text));
  const alone = others.filter(({ proposition }) => !words.has(proposition.text));
  if (alone.length === 0) return [];
  const lines = heading('Positions', page.paper);
  const disputed = alone.toSorted((a, b) => weight(b) - weight(a));
  for (const one of disputed.slice(0, most)) {
    lines.push(
      '',
      ...wrap(page.paper, oneLine(`${one.proposition.text} · ${shortId(one.proposition.id, page)}`)),
    );
    lines.push(...para(standingWords(one), page.paper, '  ').map((line) => ink(page.paper, 'accent', line)));
    lines.push(...positionLines(one.positions, page, '  '));
  }
  const rest =
    propositionsInAll - Math.min(most, alone.length) - (others.length - alone.length) - figures.length;
  if (rest > 0) lines.push('', `${rest} more: onrecord positions${placeFlags(amounts.place)}`);
  return lines;
}

/** What is denied is shown before what is only said often. */
function weight({ positions, claims }: PropositionFigures): number {
  const sides = new Set(positions.map(({ latest }) => latest));
  return (
    claims.length + (sides.has('denies') || sides.has('disputes') ? 1000 : 0) + (sides.size > 1 ? 500 : 0)
  );
}
