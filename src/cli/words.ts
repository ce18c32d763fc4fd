/** How records are said on a terminal: stances by their signs, figures with their doubt, claims with their exact words. */

import type { ClaimView } from '../desk/claim-view.ts';
import type { PositionView, PropositionFigures } from '../desk/reckon-propositions.ts';
import { STANCES, type Stance } from '../desk/vocabulary.ts';
import {
  type Bounds,
  boundsWords,
  counted,
  numberWords,
  originsWords,
  quantityWords,
} from '../dossier/figure-words.ts';
import { STANCE_SIGNS } from '../dossier/stance-sign.ts';
import { tollBounds } from '../dossier/toll-bounds.ts';
import { ink, oneLine, type Paper, wrap } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';

export { boundsWords, counted, numberWords, originsWords, tollBounds };

/** What lines need to know. */
export interface Page {
  readonly paper: Paper;
  /** Letters of an id to show after its prefix. */
  readonly letters: number;
}

/**
 * The sign and the word of a stance.
 *
 * @example
 * stanceWords('denies'); // '◇ denies'
 */
export function stanceWords(stance: Stance): string {
  return `${STANCE_SIGNS[stance].shape} ${stance}`;
}

/**
 * The beginning of an id, enough to find it again.
 *
 * @example
 * shortId('clm_k3v9q2xd…', { paper, letters: 5 }); // 'clm_k3v9q'
 */
export function shortId(id: string, page: Page): string {
  return id.slice(0, 4 + page.letters);
}

/**
 * A sentence with the ids in it shortened.
 *
 * @example
 * withShortIds(note, page);
 */
export function withShortIds(text: string, page: Page): string {
  return text.replace(/\b(?:src|cap|act|prp|clm|lnk|fnd)_[0-9a-z]{26}\b/gu, (id) => shortId(id, page));
}

/**
 * A heading with a line below the text.
 *
 * @example
 * heading('Figures', page.paper);
 */
export function heading(text: string, paper: Paper): string[] {
  return [
    '',
    ink(paper, 'strong', text.toUpperCase()),
    ink(paper, 'dim', '─'.repeat(Math.min(paper.width, 72))),
  ];
}

/**
 * A paragraph, indented.
 *
 * @example
 * para('because …', page.paper, '  ');
 */
export function para(text: string, paper: Paper, indent = ''): string[] {
  return wrap(paper, oneLine(text), { first: indent, rest: indent });
}

/**
 * Who says it through whom: "Novaya Gazeta, as told by The Mirror".
 *
 * @example
 * chainWords(claim);
 */
export function chainWords(claim: ClaimView): string {
  const names = claim.chain.map(
    (step) => step.speaker ?? (step.cue === null ? step.named : `unnamed ("${step.named}")`),
  );
  const speaker = names.at(-1) ?? 'unknown';
  const through = names.slice(0, -1).toReversed();
  const stance = claim.stance;
  return `${STANCE_SIGNS[stance].shape} ${speaker} ${stance}${through.length === 0 ? '' : `, as told by ${through.join(', as told by ')}`}`;
}

const STATUS_WORDS: Readonly<Record<ClaimView['status'], string>> = {
  proposed: 'proposed by the machine, not reviewed',
  accepted: 'accepted',
  rejected: 'rejected',
  superseded: 'replaced by a later claim',
};

/**
 * A claim: who and how, the exact words, where they stand, and what was decided.
 *
 * @example
 * terminal.out(...claimLines(claim, page));
 */
export function claimLines(claim: ClaimView, page: Page): string[] {
  const { paper } = page;
  const number = claim.quantity === null ? '' : ` [${quantityWords(claim.quantity)}]`;
  const lines = wrap(paper, oneLine(chainWords(claim) + number), { first: '', rest: '    ' });
  const quotes = claim.passages.map((passage) => `“${oneLine(passage.exact)}”`).join(' … ');
  lines.push(...wrap(paper, quotes, { first: '    ', rest: '    ' }));
  const first = claim.passages[0];
  const cue = claim.chain.at(-1)?.cue ?? null;
  const where =
    first === undefined ? '' : `${first.file ?? 'standard input'}, characters ${first.start}–${first.end}`;
  const said = claim.saidAt === null ? 'day unknown' : claim.saidAt;
  const facts = [
    shortId(claim.id, page),
    where,
    said,
    ...(cue === null ? [] : [`cue "${cue}"`]),
    STATUS_WORDS[claim.status],
  ];
  lines.push(
    ...wrap(paper, oneLine(facts.join(' · ')), { first: '    ', rest: '    ' }).map((line) =>
      ink(paper, 'dim', line),
    ),
  );
  const review = claim.reviews.at(-1);
  if (review !== undefined) {
    const reason = review.reason === null ? '' : `: ${review.reason}`;
    lines.push(
      ...para(`${review.decision} by ${review.by} on ${review.at.slice(0, 10)}${reason}`, paper, '    '),
    );
  }
  return lines;
}

/**
 * Who is on which side, one line a side: "● Novaya Gazeta, The Echo   ◇ Rosgvardia". The same words for somebody unnamed
 * stand once, with how often: each claim has an unnamed voice of its own, which may be one person or several.
 *
 * @example
 * terminal.out(...positionLines(figures.positions, page, '  '));
 */
export function positionLines(positions: readonly PositionView[], page: Page, indent: string): string[] {
  const sides = new Map<string, Map<string, number>>();
  const place = ({ latest, inherited }: PositionView): number =>
    STANCES.indexOf(latest) + (inherited ? STANCES.length : 0);
  for (const position of positions.toSorted((a, b) => place(a) - place(b))) {
    const key = stanceWords(position.latest) + (position.inherited ? ' (of the whole or a part)' : '');
    const { name } = position.actor;
    const names = sides.get(key) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + position.history.length);
    sides.set(key, names);
  }
  return [...sides].flatMap(([side, names]) => {
    const told = [...names].map(([name, times]) => (times > 1 ? `${name} (${times}×)` : name));
    return wrap(page.paper, oneLine(`${side}: ${grouped(told)}`), { first: indent, rest: `${indent}    ` });
  });
}

function grouped(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}

/** The doubt beside a figure: origins, standing, flags, and what nobody reviewed. */
export function standingWords({ origins, standing, unreviewed, claims }: PropositionFigures): string {
  const flags = standing.flags.filter((flag) => flag !== 'unreviewed');
  const open =
    unreviewed === 0
      ? ''
      : unreviewed === claims.length
        ? ' · not reviewed'
        : ` · ${unreviewed} of ${claims.length} claims not reviewed`;
  return `${originsWords(origins.atLeast, origins.atMost)} · ${standing.word}${flags.length === 0 ? '' : ` · ${flags.join(', ')}`}${open}`;
}

/**
 * Low, best and high as a person reads them; a bound that is not known is said to be so.
 *
 * @example
 * lowBestHighWords({ low: 3, best: 26, high: null }); // 'low 3 · best 26 · high not known'
 * lowBestHighWords({ low: 2, best: 2, high: null, openFrom: 14 }); // 'low 2 · best 2 · high 14 or more'
 */
export function lowBestHighWords(bounds: Bounds): string {
  const part = (name: string, value: number | null): string =>
    `${name} ${value === null ? 'not known' : numberWords(value)}`;
  const high =
    bounds.openFrom === undefined
      ? part('high', bounds.high)
      : `high ${numberWords(bounds.openFrom)} or more`;
  return `${part('low', bounds.low)} · ${part('best', bounds.best)} · ${high}`;
}

/**
 * What a person must know about proposals beside any figure.
 *
 * @example
 * terminal.out(...waitingLines({ waiting: 12, includeProposed: false, place: call, paper }));
 */
export function waitingLines(told: {
  readonly waiting: number;
  readonly includeProposed: boolean;
  readonly unreviewed?: number;
  readonly place: Place;
  readonly paper: Paper;
}): string[] {
  const { paper } = told;
  if (told.includeProposed) {
    const many = told.unreviewed === undefined ? '' : `${counted(told.unreviewed, 'machine proposal')} `;
    return [
      '',
      ...para(
        `Counted here: ${many === '' ? 'machine proposals ' : many}that nobody has reviewed. They may be wrong.`,
        paper,
      ).map((line) => ink(paper, 'warn', line)),
    ];
  }
  if (told.waiting === 0) return [];
  const flag = placeFlags(told.place);
  const wait = counted(told.waiting, 'machine proposal waits', 'machine proposals wait');
  return [
    '',
    ...para(
      `Only accepted claims count. ${wait} for review: add --include-proposed to count them too, or read them, in the browser (onrecord serve${flag}) or here (onrecord claims --status proposed${flag}), and accept what the source says (onrecord accept CLAIM --by "YOUR NAME"${flag}).`,
      paper,
    ).map((line) => ink(paper, 'warn', line)),
  ];
}
