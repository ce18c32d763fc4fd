/** The sign of an answer: by shape, colour and word. */
import type { Answer } from '../record/proposition.ts';
import { type Html, html, said } from './html.ts';

const LOOK: Readonly<Record<Answer, { readonly shape: string; readonly look: string }>> = {
  granted: { shape: '▲', look: 'confirms' },
  refused: { shape: '✕', look: 'stop' },
  partly: { shape: '◐', look: 'disputes' },
  pending: { shape: '…', look: 'declines' },
  declined: { shape: '□', look: 'declines' },
  silent: { shape: '·', look: 'silent' },
};

/**
 * An answer with its sign.
 *
 * @example
 * answerMark('refused'); // ✕ refused
 */
export function answerMark(answer: Answer): Html {
  return html`<span class="st ${LOOK[answer].look}"><i aria-hidden="true">${LOOK[answer].shape}</i>${said(answer)}</span>`;
}
