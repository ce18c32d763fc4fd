/** Who says what: propositions down, actors across, the latest position of each as a sign with its word. */

import type { Position } from '../reckon/positions.ts';
import type { Claim } from '../record/claim.ts';
import type { Stance } from '../record/stance.ts';
import type { Voice } from '../record/utterance.ts';
import { dataTable } from './data-table.ts';
import { figureMark } from './figure-mark.ts';
import { type Content, type Html, html, plainLine, said } from './html.ts';
import { propositionPath, wordsPath } from './paths.ts';
import { edtfWords, quantityWords } from './said-words.ts';
import { spokenWords } from './spoken-words.ts';
import { stanceMark } from './stance-sign.ts';
import { isUnnamed, type PropositionView, type View, voiceName } from './view.ts';

/** Columns of actors at most; more would not be read. */
const MOST_ACTORS = 5;
/** Voices spelled out in the column of others. */
const MOST_OTHERS = 2;
const QUOTED = new Set(['denies', 'disputes', 'declines']);

/**
 * Named actors by weight: on how many of these propositions each speaks for itself, those who answer before
 * those who allege. What is only carried over from the whole occurrence hardly counts.
 */
function leadingActors(rows: readonly PropositionView[]): readonly Voice[] {
  const weight = new Map<Voice, number>();
  for (const row of rows)
    for (const position of row.positions) {
      if (isUnnamed(position.actor)) continue;
      const answers = position.latest === 'alleges' ? 1 : 1.5;
      const own = position.inherited ? 0.05 : answers + Math.min(position.history.length, 10) / 20;
      weight.set(position.actor, (weight.get(position.actor) ?? 0) + own);
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
 * One position as a sign that leads to the words. What nobody reviewed has a dashed border, said to screen
 * readers; what was said of the whole occurrence has a dagger, explained below the matrix.
 *
 * @example
 * positionCell(view, '', position);
 */
export function positionCell(view: View, root: string, position: Position): Html {
  const claim = latestClaim(view, position);
  if (claim === null) return stanceMark(position.latest);
  const href = `${root}${wordsPath(view, claim)}`;
  const review = unreviewedNote(claim);
  if (position.inherited)
    return html`<a class="cell whole ${claim.status}" href="${href}">${stanceMark(position.latest)}<span aria-hidden="true">†</span><span class="vh"> of the whole occurrence${review}</span></a>`;
  const quote = QUOTED.has(position.latest)
    ? html`<q class="q" dir="auto">${plainLine(spokenWords(view, claim), 64)}</q>`
    : null;
  const number =
    claim.quantity === null ? null : html` ${figureMark(claim.id, quantityWords(claim.quantity))}`;
  return html`<a class="cell ${claim.status}" href="${href}">${stanceMark(position.latest)}${number}${
    review === null ? null : html`<span class="vh">${review}</span>`
  }</a>${quote}${earlier(position)}`;
}

function unreviewedNote(claim: Claim): Html | null {
  return claim.status === 'proposed' ? html`, unreviewed` : null;
}

/** Unnamed voices are not told apart here: two of them may be one person. */
function unnamedLines(view: View, root: string, positions: readonly Position[]): Content {
  const byStance = new Map<Stance, Position[]>();
  for (const position of positions)
    byStance.set(position.latest, [...(byStance.get(position.latest) ?? []), position]);
  return [...byStance].map(([stance, same]) => {
    const claim = same[0] === undefined ? null : latestClaim(view, same[0]);
    const name = html`<span class="who-small">${same.length === 1 ? said('unnamed source') : html`unnamed sources (${same.length})`}</span>`;
    return otherLine(view, root, { stance, claim, name });
  });
}

function otherLine(
  view: View,
  root: string,
  line: { readonly stance: Stance; readonly claim: Claim | null; readonly name: Html },
): Html {
  const { stance, claim, name } = line;
  if (claim === null) return html`<span class="other">${stanceMark(stance)} ${name}</span>`;
  return html`<span class="other"><a class="cell ${claim.status}" href="${root}${wordsPath(view, claim)}">${stanceMark(stance)}<span class="vh">${unreviewedNote(claim)}</span></a> ${name}</span>`;
}

function othersCell(view: View, root: string, row: PropositionView, shown: ReadonlySet<Voice>): Content {
  const others = row.positions.filter((position) => !shown.has(position.actor) && !position.inherited);
  if (others.length === 0) return null;
  const named = others.filter((position) => !isUnnamed(position.actor));
  const first = named.slice(0, MOST_OTHERS).map((position) =>
    otherLine(view, root, {
      stance: position.latest,
      claim: latestClaim(view, position),
      name: html`<span class="who-small"><bdi>${plainLine(voiceName(view.record, position.actor), 40)}</bdi></span>`,
    }),
  );
  const unnamed = unnamedLines(
    view,
    root,
    others.filter((position) => isUnnamed(position.actor)),
  );
  const left = named.length - first.length;
  return html`${first}${unnamed}${left === 0 ? null : html`<a class="more" href="${root}${propositionPath(row.proposition.id)}#positions">and ${left} more</a>`}`;
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
      html`<span class="num">${atMost === 0 ? said('none') : atLeast === atMost ? atLeast : said(`${atLeast} to ${atMost ?? 'open'}`)}</span>`,
    ];
  });
  const table = dataTable({
    caption: 'Latest position of each actor on each proposition',
    columns: [
      'Proposition',
      ...actors.map((actor) => ({ name: plainLine(voiceName(view.record, actor), 48) })),
      'Others',
      'Origins',
    ],
    rows: body,
    look: 'matrix',
  });
  const whole = rows.some((row) => row.positions.some((item) => item.inherited && shown.has(item.actor)));
  const proposed = rows.some((row) => row.unreviewed);
  return html`${table}${whole || proposed ? html`<p class="matrix-key">${whole ? html`† said of the whole occurrence or of a part of it. ` : null}${proposed ? html`<span class="cell proposed">dashed</span> not reviewed by a person.` : null}</p>` : null}`;
}
