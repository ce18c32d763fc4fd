/** Who says what: propositions down, actors across, the latest position of each as a sign with its word. */

import type { Position } from '../reckon/positions.ts';
import type { Claim } from '../record/claim.ts';
import type { Voice } from '../record/utterance.ts';
import { dataTable } from './data-table.ts';
import { edtfWords } from './edtf-words.ts';
import { quantityWords } from './figure-words.ts';
import { type Content, type Html, html, plainLine } from './html.ts';
import { propositionPath, wordsPath } from './paths.ts';
import { stanceMark } from './stance-sign.ts';
import { isUnnamed, type PropositionView, type View, voiceName, wordsOf } from './view.ts';

/** Columns of actors at most; more would not be read. */
const MOST_ACTORS = 6;
const QUOTED = new Set(['denies', 'disputes', 'declines']);

/** Named actors by the number of propositions they take a position on; those who answer before those who allege. */
function leadingActors(rows: readonly PropositionView[]): readonly Voice[] {
  const weight = new Map<Voice, number>();
  for (const row of rows)
    for (const position of row.positions) {
      if (isUnnamed(position.actor)) continue;
      const answers = position.latest === 'alleges' ? 1 : 1.5;
      weight.set(position.actor, (weight.get(position.actor) ?? 0) + answers);
    }
  const order = [...weight.keys()];
  return order
    .map((voice, index) => ({ voice, index, weight: weight.get(voice) ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, MOST_ACTORS)
    .map((entry) => entry.voice);
}

function latestClaim(view: View, position: Position): Claim | null {
  const ref =
    position.history.findLast((entry) => entry.stance === position.latest) ?? position.history.at(-1);
  return ref === undefined ? null : (view.record.claims.get(ref.claim) ?? null);
}

function earlier(position: Position): Content {
  const before = position.history.filter((entry) => entry.stance !== position.latest).at(-1);
  return before === undefined
    ? null
    : html`<span class="was">earlier: ${before.stance}, ${edtfWords(before.saidAt)}</span>`;
}

/**
 * One position as a sign that leads to the words.
 *
 * @example
 * positionCell(view, '', position);
 */
export function positionCell(view: View, root: string, position: Position): Html {
  const claim = latestClaim(view, position);
  if (claim === null) return stanceMark(position.latest);
  const quote =
    QUOTED.has(position.latest) && !position.inherited
      ? html`<q class="q" dir="auto">${plainLine(wordsOf(claim)?.exact ?? '', 64)}</q>`
      : null;
  const number =
    claim.quantity === null ? null : html` <span class="num">${quantityWords(claim.quantity)}</span>`;
  const inherited = position.inherited ? html`<span class="was">of the whole occurrence</span>` : null;
  const mark = claim.status === 'proposed' ? html`<span class="tag dashed">unreviewed</span>` : null;
  return html`<a class="cell" href="${root}${wordsPath(view, claim)}">${stanceMark(position.latest)}${number}</a>${quote}${inherited}${earlier(position)}${mark}`;
}

function othersCell(view: View, root: string, row: PropositionView, shown: ReadonlySet<Voice>): Content {
  const others = row.positions.filter((position) => !shown.has(position.actor) && !position.inherited);
  if (others.length === 0) return null;
  const first = others.slice(0, 2).map((position) => {
    const claim = latestClaim(view, position);
    const name = html`<span class="who-small"><bdi>${plainLine(voiceName(view.record, position.actor), 40)}</bdi></span>`;
    return claim === null
      ? html`<span class="other">${stanceMark(position.latest)} ${name}</span>`
      : html`<span class="other"><a class="cell" href="${root}${wordsPath(view, claim)}">${stanceMark(position.latest)}</a> ${name}</span>`;
  });
  const left = others.length - first.length;
  return html`${first}${left === 0 ? null : html`<a class="more" href="${root}${propositionPath(row.proposition.id)}#positions">and ${left} more</a>`}`;
}

/**
 * The matrix for some propositions.
 *
 * @example
 * positionsMatrix(view, '', view.propositions.slice(0, 14));
 */
export function positionsMatrix(view: View, root: string, rows: readonly PropositionView[]): Html {
  const actors = leadingActors(rows);
  const shown = new Set(actors);
  const body = rows.map((row): readonly Content[] => {
    const of = new Map<Voice, Position>();
    for (const position of row.positions)
      if (!position.inherited || !of.has(position.actor)) of.set(position.actor, position);
    const { atLeast, atMost } = row.origins;
    return [
      html`<a class="prop" href="${root}${propositionPath(row.proposition.id)}"><bdi>${row.proposition.text}</bdi></a>`,
      ...actors.map((actor) => {
        const position = of.get(actor);
        return position === undefined ? null : positionCell(view, root, position);
      }),
      othersCell(view, root, row, shown),
      html`<span class="num">${atMost === 0 ? 'none' : atLeast === atMost ? atLeast : `${atLeast} to ${atMost ?? 'open'}`}</span>`,
    ];
  });
  return dataTable({
    caption: 'Latest position of each actor on each proposition',
    columns: [
      'Proposition',
      ...actors.map((actor) => plainLine(voiceName(view.record, actor), 48)),
      'Others',
      'Origins',
    ],
    rows: body,
    look: 'matrix',
  });
}
