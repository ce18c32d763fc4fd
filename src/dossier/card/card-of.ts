/**
 * One figure as a card for the press: number, range, who claims it, who denies it, on how many origins it rests, the sources, and from
 * which record it was made. All of it is in the picture: whoever passes the number on passes these on too.
 */
import type { Position } from '../../reckon/positions.ts';
import type { Claim } from '../../record/claim.ts';
import type { Stance } from '../../record/stance.ts';
import { edtfWords, instantWords } from '../edtf-words.ts';
import { isFigure } from '../figure-block.ts';
import {
  counted,
  headline,
  lowBestHigh,
  measureWords,
  numberWords,
  originsWords,
  quantityWords,
} from '../figure-words.ts';
import { plainLine } from '../html.ts';
import { shownWords } from '../spoken-words.ts';
import { standingWords } from '../standing-tags.ts';
import { LIGHT } from '../style-tokens.ts';
import { tollBounds } from '../toll-bounds.ts';
import { actorName, isUnnamed, type PropositionView, type View, voiceName } from '../view.ts';
import type { Card, CardOp, CardText } from './card-ops.ts';
import { rangeOps } from './card-range.ts';
import { signOps } from './card-sign.ts';
import { linesOf, shortened, widthOf } from './card-text.ts';

const WIDTH = 1200;
const HEIGHT = 675;
const LEFT = 56;
const RIGHT = WIDTH - 56;
/** Where who says what begins. */
const COLUMN = 596;
const MOST_VOICES = 6;
const AGAINST: ReadonlySet<Stance> = new Set<Stance>(['denies', 'disputes', 'declines', 'silent']);

/** Those against it are always there; the first to put it forward fill the rest. */
function voicesOf({ positions }: PropositionView): {
  readonly shown: readonly Position[];
  readonly left: number;
} {
  const against = positions.filter(({ latest }) => AGAINST.has(latest));
  const own = positions.filter(({ latest, inherited }) => !AGAINST.has(latest) && !inherited);
  const named = [
    ...own.filter(({ actor }) => !isUnnamed(actor)),
    ...own.filter(({ actor }) => isUnnamed(actor)),
  ];
  const kept = against.slice(0, MOST_VOICES - 2);
  const shown = [...named.slice(0, MOST_VOICES - kept.length), ...kept];
  return { shown, left: against.length + own.length - shown.length };
}

function lastClaim(view: View, { history, latest }: Position): Claim | undefined {
  const ref = history.findLast(({ stance }) => stance === latest) ?? history.at(-1);
  return ref === undefined ? undefined : view.record.claims.get(ref.claim);
}

const text = (
  x: number,
  y: number,
  words: string,
  look: Partial<CardText> & { readonly size: number },
): CardText => ({
  kind: 'text',
  x,
  y,
  words,
  font: 'sans',
  weight: 400,
  fill: LIGHT['ink-2'],
  ...look,
});

/** A paragraph: its lines below one another, and where the last stands. */
function paragraph(
  words: string,
  at: {
    readonly x: number;
    readonly y: number;
    readonly step: number;
    readonly width: number;
    readonly most: number;
  },
  look: Partial<CardText> & { readonly size: number },
): { readonly ops: readonly CardOp[]; readonly y: number } {
  const lines = linesOf(words, { size: look.size, width: at.width, most: at.most });
  return {
    ops: lines.map((line, index) => text(at.x, at.y + at.step * (index + 1), line, look)),
    y: at.y + at.step * lines.length,
  };
}

function numberOps(item: PropositionView): readonly CardOp[] {
  const parts = isFigure(item) ? headline(tollBounds(item.toll)) : [];
  const sizes = parts.map(({ number }) => (number ? 104 : 34));
  const whole = parts.reduce((sum, part, index) => sum + widthOf(part.text, sizes[index] ?? 0) + 12, 0);
  const scale = Math.min(1, (COLUMN - LEFT - 40) / Math.max(1, whole));
  let x = LEFT;
  return parts.map(({ text: words, number }, index) => {
    const size = Math.round((sizes[index] ?? 34) * scale);
    const made = text(x, 214, words, {
      size,
      font: 'serif',
      weight: number ? 600 : 400,
      fill: number ? LIGHT.ink : LIGHT['ink-2'],
    });
    x += widthOf(words, size) + 12;
    return made;
  });
}

function figureOps(item: PropositionView): readonly CardOp[] {
  const { proposition, origins } = item;
  const about = [
    proposition.scope.group,
    proposition.scope.place === null ? null : `in ${proposition.scope.place}`,
  ];
  const wide = COLUMN - LEFT - 44;
  const interval = originsWords(origins.atLeast, origins.atMost);
  const scope = paragraph(
    about.filter((part) => part !== null).join(' '),
    { x: LEFT, y: 258, step: 29, width: wide, most: 2 },
    { size: 20 },
  );
  const range = isFigure(item)
    ? [
        ...rangeOps(tollBounds(item.toll), { x: LEFT, y: scope.y + 44, width: wide }),
        text(LEFT, scope.y + 98, shortened(lowBestHigh(tollBounds(item.toll)), 18, wide), { size: 18 }),
      ]
    : [];
  const on = paragraph(
    `${counted(item.claims.length, 'claim')} on ${interval}.`,
    { x: LEFT, y: scope.y + (range.length === 0 ? 0 : 98), step: 31, width: wide, most: 2 },
    { size: 20, weight: 600, fill: LIGHT.ink },
  );
  const tags = paragraph(
    standingWords(item.standing).join(' · '),
    { x: LEFT, y: on.y, step: 27, width: wide, most: 2 },
    { size: 17, fill: LIGHT.warn },
  );
  return [
    ...numberOps(item),
    text(LEFT, 258, measureWords(proposition.measure), { size: 25, weight: 600, fill: LIGHT.ink }),
    ...scope.ops,
    ...range,
    ...on.ops,
    ...tags.ops,
  ];
}

function voiceOps(view: View, item: PropositionView): readonly CardOp[] {
  const { shown, left } = voicesOf(item);
  const wide = RIGHT - COLUMN - 26;
  const ops: CardOp[] = [];
  let y = 132;
  for (const position of shown) {
    const claim = lastClaim(view, position);
    const { latest } = position;
    const number = claim?.quantity == null ? '' : ` ${quantityWords(claim.quantity)}`;
    const day = edtfWords(claim?.saidAt ?? null);
    ops.push(...signOps(latest, { x: COLUMN + 8, y: y - 6 }));
    const said = `${latest}${number}`;
    ops.push(text(COLUMN + 26, y, said, { size: 18, weight: 600, fill: LIGHT[latest] }));
    const from = COLUMN + 26 + widthOf(said, 18) + 8;
    const unreviewed = claim?.status === 'proposed' ? ' (unreviewed)' : '';
    const who = `${voiceName(view.record, position.actor)}${unreviewed}, ${day}${position.inherited ? ', of the whole' : ''}`;
    ops.push(text(from, y, shortened(who, 18, RIGHT - from), { size: 18, fill: LIGHT.ink }));
    const words = claim === undefined ? '' : `“${plainLine(shownWords(view, claim), 160)}”`;
    ops.push(
      text(COLUMN + 26, y + 25, shortened(words, 17, wide), { size: 17, font: 'serif', italic: true }),
    );
    y += 65;
  }
  if (left > 0) ops.push(text(COLUMN + 26, y - 6, `and ${counted(left, 'further voice')}`, { size: 16 }));
  return ops;
}

function sourcesOf(view: View, { claims }: PropositionView): string {
  const used = [...new Set(claims.map(({ source }) => source))].flatMap(
    (id) => view.record.sources.get(id) ?? [],
  );
  const named = used.map(
    ({ publisher, publishedAt }) =>
      `${actorName(view.record, publisher) ?? 'publisher unknown'} (${edtfWords(publishedAt)})`,
  );
  const all = [...new Set(named)];
  return `${counted(used.length, 'source')}: ${all.slice(0, 8).join(', ')}${all.length > 8 ? ` and ${all.length - 8} more` : ''}`;
}

function footOps(view: View, item: PropositionView): readonly CardOp[] {
  const { options, record } = view;
  const root = options.head === null ? '' : ` · log root ${options.head.root.slice(0, 16)}…`;
  const known = record.asOf === null ? '' : `As known on ${instantWords(record.asOf)}`;
  const sources = paragraph(
    sourcesOf(view, item),
    { x: LEFT, y: 556, step: 25, width: RIGHT - LEFT, most: 2 },
    { size: 16 },
  );
  const ops: CardOp[] = [rule(LEFT, 556, RIGHT - LEFT, LIGHT.rule, 1), ...sources.ops];
  ops.push(
    text(
      LEFT,
      634,
      `${known} · log position ${numberWords(options.head?.seq ?? record.logPosition)}${root}`,
      { size: 15 },
    ),
    text(RIGHT, 634, `onrecord ${options.version}`, { size: 15, anchor: 'end' }),
    text(LEFT, 656, 'Reported: what independent origins say, with every denial beside it. Never a verdict.', {
      size: 15,
    }),
  );
  if (item.unreviewed)
    ops.push(
      text(RIGHT, 656, 'Holds proposals of a machine that nobody has reviewed', {
        size: 15,
        weight: 600,
        fill: LIGHT.warn,
        anchor: 'end',
      }),
    );
  return ops;
}

function rule(x: number, y: number, length: number, stroke: string, width: number): CardOp {
  return { kind: 'path', d: `M0 0H${length}`, x, y, fill: null, stroke, width };
}

/**
 * The card of a proposition.
 *
 * @example
 * cardSvg(cardOf(view, view.propositions[0]));
 */
export function cardOf(view: View, item: PropositionView): Card {
  const title = plainLine(item.proposition.text, 200);
  const bounds = isFigure(item) ? `${lowBestHigh(tollBounds(item.toll))} ` : '';
  const interval = originsWords(item.origins.atLeast, item.origins.atMost);
  const { shown } = voicesOf(item);
  const said = shown.map(({ latest, actor }) => `${voiceName(view.record, actor)} ${latest}`).join('; ');
  return {
    width: WIDTH,
    height: HEIGHT,
    background: LIGHT.paper,
    title,
    alt: plainLine(
      `${title}. ${bounds}${interval.charAt(0).toUpperCase()}${interval.slice(1)}. ${said}. ${sourcesOf(view, item)}.`,
      900,
    ),
    ops: [
      rule(0, 4, WIDTH, LIGHT.ink, 8),
      text(LEFT, 56, shortened(view.title, 17, RIGHT - LEFT), { size: 17 }),
      text(LEFT, 88, shortened(title, 26, RIGHT - LEFT), {
        size: 26,
        font: 'serif',
        weight: 600,
        fill: LIGHT.ink,
      }),
      ...figureOps(item),
      ...voiceOps(view, item),
      ...footOps(view, item),
    ],
  };
}
