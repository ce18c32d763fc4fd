/** The signs of the eight stances: told apart by shape first and by colour second, the same on every page. */

import { STANCES, type Stance } from '../record/stance.ts';
import { type Html, html, said } from './html.ts';

interface Sign {
  readonly shape: string;
  readonly meaning: string;
}

/** Shape and meaning of each stance. */
export const STANCE_SIGNS: Readonly<Record<Stance, Sign>> = {
  alleges: { shape: '●', meaning: 'puts it forward' },
  confirms: { shape: '▲', meaning: 'says that it is so, after others' },
  denies: { shape: '◇', meaning: 'says that it is not so' },
  disputes: { shape: '◐', meaning: 'contradicts a part or a number' },
  declines: { shape: '□', meaning: 'answers without answering' },
  silent: { shape: '·', meaning: 'was asked and gave no reply' },
  asks: { shape: '?', meaning: 'demands an answer or an inquiry' },
  undertakes: { shape: '→', meaning: 'pledges to do something' },
};

/**
 * The sign with its word.
 *
 * @example
 * stanceMark('denies'); // ◇ denies
 */
export function stanceMark(stance: Stance): Html {
  return html`<span class="st ${stance}"><i aria-hidden="true">${STANCE_SIGNS[stance].shape}</i>${said(stance)}</span>`;
}

/**
 * All signs in one line.
 *
 * @example
 * stanceLegend(); // ● alleges ▲ confirms …
 */
export function stanceLegend(): Html {
  return html`<ul class="legend" aria-label="What the signs mean">${STANCES.map(
    (stance) => html`<li>${stanceMark(stance)}</li>`,
  )}</ul>`;
}
