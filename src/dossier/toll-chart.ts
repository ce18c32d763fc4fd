/**
 * A toll as it became known, on the pages of a dossier: the drawing for wide and for narrow screens, what its lines and
 * signs mean, and a table that says the same.
 */

import { isoDay, latestDay } from '../reckon/day-span.ts';
import type { Claim } from '../record/claim.ts';
import type { Toll } from '../record/toll.ts';
import { chainLine, wordsLink } from './claim-entry.ts';
import { dataTable } from './data-table.ts';
import { timeOf } from './edtf-words.ts';
import { numberWords } from './figure-words.ts';
import { type Content, type Html, html, inEnglish, said } from './html.ts';
import { propositionPath } from './paths.ts';
import { counted } from './said-words.ts';
import { stanceMark } from './stance-sign.ts';
import { type DrawnClaim, fewerSigns, stancesIn, type TollDrawing } from './toll-drawing.ts';
import { isOpen, tollPlot } from './toll-plot.ts';
import { NARROW, WIDE } from './toll-scales.ts';
import { type PropositionView, type View, voiceName } from './view.ts';

/** A number a claim states, for its place in a chart; null when it states none. */
function statedValue({ quantity }: Claim): number | null {
  return quantity === null ? null : (quantity.best ?? quantity.low ?? quantity.high);
}

function innermost(view: View, claim: Claim): string {
  const step = claim.chain.at(-1);
  if (step === undefined) return 'unknown';
  return step.speaker === null ? `unnamed (“${step.named}”)` : voiceName(view.record, step.speaker);
}

/**
 * What is drawn of a toll.
 *
 * @example
 * drawingOf(view, figure, figure.toll).steps.length;
 */
export function drawingOf(view: View, { proposition, claims }: PropositionView, toll: Toll): TollDrawing {
  const used = new Set(toll.used);
  return {
    title: proposition.text,
    axis: 'known',
    steps: toll.steps,
    claims: claims.map(
      (claim): DrawnClaim => ({
        id: claim.id,
        stance: claim.stance,
        day: isoDay(latestDay(claim.saidAt)),
        value: statedValue(claim),
        who: innermost(view, claim),
        unreviewed: claim.status === 'proposed',
        used: used.has(claim.id),
      }),
    ),
  };
}

function stepsTable(view: View, root: string, toll: Toll): Html {
  const rows = toll.steps.map((step) => {
    const claim = view.record.claims.get(step.changedBy);
    const bound = (value: number | null): Content =>
      value === null ? said('not stated') : numberWords(value);
    return [
      timeOf(step.day),
      bound(step.low),
      bound(step.best),
      bound(step.high),
      claim === undefined
        ? null
        : html`${chainLine(view, root, claim)}: ${wordsLink(view, root, claim, 120)}`,
    ];
  });
  return dataTable({
    caption: 'The toll on each day on which it changed',
    columns: ['From', 'Low', 'Best', 'High', 'Changed by'],
    rows,
    look: 'plain',
  });
}

/** Claims that are not drawn, in words. */
interface NotDrawn {
  readonly undated: number;
  /** Drawn on the page of the proposition. */
  readonly further: number;
  readonly page: string;
}

function key(drawing: TollDrawing, { undated, further, page }: NotDrawn): Html {
  const small = drawing.claims.some(({ used, value, day }) => !used && value !== null && day !== null);
  return html`<figcaption><span class="key best">best</span> <span class="key low">low</span> <span class="key high">high</span> <span class="key span">between low and high</span>${isOpen(drawing) ? html` <span class="key unbounded">no upper bound</span>` : null}<span class="signs">${stancesIn(drawing.claims).map(stanceMark)}${small ? html` <span>small: a copy, or replaced since</span>` : null}${undated === 0 ? null : html` <span>${counted(undated, 'claim')} without a known day not drawn.</span>`}${further === 0 ? null : html` <span>${counted(further, 'further claim')} drawn on <a href="${page}">the page of the proposition</a>.</span>`}</span></figcaption>`;
}

/**
 * The chart of one toll, drawn for wide and for narrow screens, with its text alternative; null when no day
 * is known or the toll never changed: `flatToll` says it then.
 *
 * @param root way to the top folder, '' or '../'
 * @param most signs in it; those that are left out are drawn on the page of the proposition
 * @example
 * tollChart(view, '', figure);
 */
export function tollChart(
  view: View,
  root: string,
  figure: PropositionView,
  most = Number.POSITIVE_INFINITY,
): Content {
  const { toll } = figure;
  if (toll === null || toll.steps.length < 2) return null;
  const whole = drawingOf(view, figure, toll);
  const undated = whole.claims.filter(({ day }) => day === null).length;
  if (undated === whole.claims.length) return null;
  const id = figure.proposition.id;
  const moved = new Set(toll.steps.map(({ changedBy }) => changedBy));
  const { drawing, left } = fewerSigns(whole, { most, moved });
  const page = `${root}${propositionPath(id)}#toll`;
  return html`<figure class="chart">${inEnglish(tollPlot(drawing, WIDE, `wide-${id}`))}${inEnglish(tollPlot(drawing, NARROW, `narrow-${id}`))}
${key(drawing, { undated, further: left, page })}
<details><summary>The same as a table</summary>${stepsTable(view, root, toll)}</details></figure>`;
}
