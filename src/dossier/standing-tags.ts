/** Standing and flags as small labels. A denial stands beside the standing and lowers nothing. */
import type { Standing, StandingFlag } from '../reckon/standing.ts';
import { type Html, html, said } from './html.ts';
import { STANCE_SIGNS } from './stance-sign.ts';

const WORDS: Readonly<Record<StandingFlag, string>> = {
  discounted: 'discounted',
  conceded: 'conceded',
  contested: 'contested',
  corroborated: 'corroborated',
  'single-origin': 'single origin',
  'origin-unknown': 'origins unclear',
  denied: 'denied',
  disputed: 'disputed',
  declined: 'declined to answer',
  silent: 'no answer',
  circular: 'circular reports',
  unreviewed: 'unreviewed',
};

const LOOK: Readonly<Partial<Record<StandingFlag, string>>> = {
  denied: 'denies',
  disputed: 'disputes',
  declined: 'declines',
  silent: 'silent',
  corroborated: 'good',
  conceded: 'good',
  'single-origin': 'warn',
  'origin-unknown': 'warn',
  contested: 'warn',
  circular: 'warn',
  unreviewed: 'dashed',
};

const SHAPES: Readonly<Partial<Record<StandingFlag, string>>> = {
  denied: STANCE_SIGNS.denies.shape,
  disputed: STANCE_SIGNS.disputes.shape,
  declined: STANCE_SIGNS.declines.shape,
  silent: STANCE_SIGNS.silent.shape,
};

function tag(flag: StandingFlag): Html {
  const shape = SHAPES[flag];
  return html`<span class="tag ${LOOK[flag] ?? ''}">${shape === undefined ? null : html`<i aria-hidden="true">${shape}</i> `}${said(WORDS[flag])}</span> `;
}

/**
 * The standing and its flags as words.
 *
 * @example
 * standingWords(figure.standing); // ['single origin', 'denied']
 */
export function standingWords(standing: Standing): readonly string[] {
  return [standing.word, ...standing.flags.filter((flag) => flag !== standing.word)].map(
    (flag) => WORDS[flag],
  );
}

/**
 * The standing's word and its flags.
 *
 * @example
 * standingTags(figure.standing); // [single origin] [◇ denied]
 */
export function standingTags(standing: Standing): Html {
  return html`<span class="tags">${[standing.word, ...standing.flags.filter((flag) => flag !== standing.word)].map(tag)}</span>`;
}
