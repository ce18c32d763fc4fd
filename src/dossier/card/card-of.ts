/**
 * One figure as a card: number, range, who claims it, who denies it, on how many origins it rests, the sources, and from which record it
 * was made. All of it is in the picture: whoever passes the number on passes these on too.
 */
import { edtfWords } from '../edtf-words.ts';
import { isFigure } from '../figure-block.ts';
import { boundsWords, counted, lowBestHigh, measureWords, originsWords } from '../figure-words.ts';
import { plainLine } from '../html.ts';
import { standingWords } from '../standing-tags.ts';
import { LIGHT } from '../style-tokens.ts';
import { tollBounds } from '../toll-bounds.ts';
import { actorName, type PropositionView, type View } from '../view.ts';
import { footOps, UNREVIEWED_WIDTH, unreviewedOps } from './card-foot.ts';
import type { Card, CardOp } from './card-ops.ts';
import { HEIGHT, LEFT, lineAt, paragraph, RIGHT, rule, textAt, WIDTH } from './card-parts.ts';
import { rangeOps } from './card-range.ts';
import { shortened, widthOf } from './card-text.ts';
import { COLUMN, nameOf, voiceOps, voicesOf } from './card-voices.ts';
import { sayOf } from './card-words.ts';

/**
 * A number in words, its digits large; both shrink together where they do not fit.
 *
 * @param words such as "2 to 26"
 * @param at `y` is the base line
 * @param size of the digits; words between them are a third of it
 * @example
 * numberOps('at least 26', { x: 56, y: 214, width: 500 }, 104);
 */
export function numberOps(
  words: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
  size: number,
): readonly CardOp[] {
  const parts = words.split(/(\d[\d,\u00a0]*)/u).flatMap((part) => part.trim() || []);
  const isNumber = (part: string): boolean => /^\d/u.test(part);
  const sizeOf = (part: string): number => (isNumber(part) ? size : size / 3);
  const whole = parts.reduce((sum, part) => sum + widthOf(part, sizeOf(part)), 0);
  const scale = Math.min(1, (at.width - 12 * parts.length) / Math.max(1, whole));
  let { x } = at;
  return parts.map((part) => {
    const scaled = Math.round(sizeOf(part) * scale);
    const made = textAt(x, at.y, part, {
      size: scaled,
      font: 'serif',
      weight: isNumber(part) ? 600 : 400,
      fill: isNumber(part) ? LIGHT.ink : LIGHT['ink-2'],
    });
    x += widthOf(part, scaled) + 12;
    return made;
  });
}

function figureOps(view: View, item: PropositionView): readonly CardOp[] {
  const say = sayOf(view);
  const { proposition, origins } = item;
  const { group, place } = proposition.scope;
  const about = [group, place === null ? null : say('in {}', place)];
  const width = COLUMN - LEFT - 44;
  const figure = isFigure(item) ? tollBounds(item.toll) : null;
  const scope = paragraph(
    about.filter((part) => part !== null).join(' '),
    { x: LEFT, y: 258, step: 29, width, most: 2 },
    { size: 20 },
  );
  const range =
    figure === null
      ? []
      : [
          ...rangeOps(figure, { x: LEFT, y: scope.y + 44, width }, say),
          textAt(LEFT, scope.y + 92, shortened(say(lowBestHigh(figure)), 18, width), { size: 18 }),
        ];
  const on = paragraph(
    say(
      '{} on {}.',
      say(counted(item.claims.length, 'claim')),
      say(originsWords(origins.atLeast, origins.atMost)),
    ),
    { x: LEFT, y: scope.y + (figure === null ? 0 : 92), step: 28, width, most: 2 },
    { size: 20, weight: 600, fill: LIGHT.ink },
  );
  const tags = paragraph(
    standingWords(item.standing)
      .map((word) => say(word))
      .join(' · '),
    { x: LEFT, y: on.y, step: 25, width, most: 2 },
    { size: 17, fill: LIGHT.warn },
  );
  return [
    ...(figure === null
      ? []
      : numberOps(say(boundsWords(figure)), { x: LEFT, y: 214, width: COLUMN - LEFT - 40 }, 104)),
    lineAt({ x: LEFT, y: 258, width }, say(measureWords(proposition.measure)), {
      size: 25,
      weight: 600,
      fill: LIGHT.ink,
    }),
    ...scope.ops,
    ...range,
    ...on.ops,
    ...tags.ops,
  ];
}

function sourcesOf(view: View, { claims }: PropositionView): string {
  const say = sayOf(view);
  const used = [...new Set(claims.map(({ source }) => source))].flatMap(
    (id) => view.record.sources.get(id) ?? [],
  );
  const named = used.map(
    ({ publisher, publishedAt }) =>
      `${actorName(view.record, publisher) ?? say('publisher unknown')} (${say(edtfWords(publishedAt))})`,
  );
  const all = [...new Set(named)];
  const more = all.length > 8 ? ` ${say('and {} more', String(all.length - 8))}` : '';
  return `${say(counted(used.length, 'source'))}: ${all.slice(0, 8).join(', ')}${more}`;
}

/**
 * The card of a proposition in words, for those who do not see it.
 *
 * @param most code points
 * @example
 * cardAlt(view, item, 420);
 */
export function cardAlt(view: View, item: PropositionView, most: number): string {
  const say = sayOf(view);
  const bounds = isFigure(item) ? `${say(lowBestHigh(tollBounds(item.toll)))} ` : '';
  const interval = say(originsWords(item.origins.atLeast, item.origins.atMost));
  const said = voicesOf(item)
    .shown.map(({ latest, actor }) => `${nameOf(view, actor, say)}: ${say(latest)}`)
    .join('; ');
  const origins = `${interval.charAt(0).toUpperCase()}${interval.slice(1)}`;
  const title = plainLine(item.proposition.text, 200);
  return plainLine(`${title}. ${bounds}${origins}. ${said}. ${sourcesOf(view, item)}.`, most);
}

/**
 * The card of a proposition.
 *
 * @example
 * cardSvg(cardOf(view, view.propositions[0]));
 */
export function cardOf(view: View, item: PropositionView): Card {
  const title = plainLine(item.proposition.text, 200);
  const width = RIGHT - LEFT;
  return {
    width: WIDTH,
    height: HEIGHT,
    background: LIGHT.paper,
    title,
    alt: cardAlt(view, item, 900),
    ops: [
      rule({ x: 0, y: 4, width: WIDTH }, LIGHT.ink, 8),
      lineAt({ x: LEFT, y: 52, width: width - (item.unreviewed ? UNREVIEWED_WIDTH : 0) }, view.title, {
        size: 17,
      }),
      ...(item.unreviewed ? unreviewedOps(view, 52) : []),
      lineAt({ x: LEFT, y: 86, width }, title, { size: 26, font: 'serif', weight: 600, fill: LIGHT.ink }),
      ...figureOps(view, item),
      ...voiceOps(view, item),
      ...footOps(view, sourcesOf(view, item)),
    ],
  };
}
