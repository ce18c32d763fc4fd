/** The card of a whole dossier: its title, who publishes it, what is in it, and the figures that lead with their ranges and origins. */
import { isFigure } from '../figure-block.ts';
import { boundsWords, counted, lowBestHigh, measureWords, originsWords } from '../figure-words.ts';
import { plainLine } from '../html.ts';
import { leadingFigures } from '../proposition-weight.ts';
import { LIGHT } from '../style-tokens.ts';
import { tollBounds } from '../toll-bounds.ts';
import type { PropositionView, View } from '../view.ts';
import { footOps, UNREVIEWED_WIDTH, unreviewedOps } from './card-foot.ts';
import { numberOps } from './card-of.ts';
import type { Card, CardOp } from './card-ops.ts';
import { HEIGHT, LEFT, type LinePlace, lineAt, paragraph, RIGHT, rule, WIDTH } from './card-parts.ts';
import { nameOf } from './card-voices.ts';
import { sayOf } from './card-words.ts';

const MOST_FIGURES = 3;
const GAP = 40;

const figuresOf = (view: View): readonly PropositionView[] =>
  leadingFigures(view.propositions).filter(isFigure).slice(0, MOST_FIGURES);

/** "Denied by …": never left out beside a figure. */
function deniedBy(view: View, { positions }: PropositionView): string {
  const say = sayOf(view);
  const names = positions
    .filter(({ latest }) => latest === 'denies')
    .map(({ actor }) => nameOf(view, actor, say));
  if (names.length === 0) return say('No denial is on record.');
  const more = names.length > 2 ? ` ${say('and {} more', String(names.length - 2))}` : '';
  return say('Denied by {}.', `${names.slice(0, 2).join(', ')}${more}`);
}

function figureOps(view: View, item: PropositionView, { x, y, width }: LinePlace): readonly CardOp[] {
  const say = sayOf(view);
  const { toll, proposition, origins } = item;
  if (toll === null) return [];
  const bounds = tollBounds(toll);
  const measure = paragraph(
    say(measureWords(proposition.measure)),
    { x, y: y + 84, width, step: 25, most: 2 },
    { size: 20, weight: 600, fill: LIGHT.ink },
  );
  const text = paragraph(
    proposition.text,
    { x, y: measure.y + 4, width, step: 23, most: 2 },
    { size: 17, font: 'serif' },
  );
  const told = paragraph(
    `${say(lowBestHigh(bounds))} ${say('{} on {}.', say(counted(item.claims.length, 'claim')), say(originsWords(origins.atLeast, origins.atMost)))}`,
    { x, y: text.y + 6, width, step: 22, most: 3 },
    { size: 16, fill: LIGHT.ink },
  );
  return [
    ...numberOps(say(boundsWords(bounds)), { x, y: y + 74, width }, 72),
    ...measure.ops,
    ...text.ops,
    ...told.ops,
    ...paragraph(
      deniedBy(view, item),
      { x, y: told.y, width, step: 22, most: 2 },
      { size: 16, fill: LIGHT.denies },
    ).ops,
  ];
}

/** Without a figure: the propositions that lead. */
function propositionOps(view: View, y: number): readonly CardOp[] {
  const say = sayOf(view);
  return view.propositions
    .slice(0, 4)
    .map(({ proposition, origins }, index) =>
      lineAt(
        { x: LEFT, y: y + 30 + 56 * index, width: RIGHT - LEFT },
        `${plainLine(proposition.text, 160)}: ${say(originsWords(origins.atLeast, origins.atMost))}`,
        { size: 22, font: 'serif', fill: LIGHT.ink },
      ),
    );
}

function termsOf(view: View): string {
  const say = sayOf(view);
  const profile = view.options.release?.profile;
  return [
    ...(profile?.publisher == null ? [] : [say('Published by {}.', profile.publisher)]),
    ...(profile?.licence == null ? [] : [say('Licence: {}.', profile.licence.name)]),
    ...(profile?.address == null ? [] : [profile.address]),
  ].join(' ');
}

/**
 * The same in words, for those who do not see it.
 *
 * @example
 * dossierCardAlt(view); // 'The Kessar detentions. People reported killed: Low 2, best 2, high 26. …'
 */
export function dossierCardAlt(view: View): string {
  const say = sayOf(view);
  const figures = figuresOf(view).map(({ proposition, toll, origins }) => {
    const bounds = toll === null ? '' : say(lowBestHigh(tollBounds(toll)));
    return `${say(measureWords(proposition.measure))}: ${bounds} ${say(originsWords(origins.atLeast, origins.atMost))}.`;
  });
  return plainLine([`${view.title}.`, ...figures, termsOf(view)].join(' '), 420);
}

/**
 * The card.
 *
 * @example
 * cardSvg(dossierCard(view));
 */
export function dossierCard(view: View): Card {
  const say = sayOf(view);
  const { record, published } = view;
  const width = RIGHT - LEFT;
  const title = paragraph(
    view.title,
    { x: LEFT, y: 34, width, step: 50, most: 2 },
    { size: 42, font: 'serif', weight: 600, fill: LIGHT.ink },
  );
  const holds = [
    say(counted(record.sources.size, 'source')),
    say(counted(record.claims.size - published.unreviewed, 'reviewed claim')),
    say(counted(view.propositions.length, 'proposition')),
  ];
  const figures = figuresOf(view);
  const isUnreviewed = published.unreviewed > 0;
  const top = title.y + 76;
  const each = figures.length === 0 ? width : (width - GAP * (figures.length - 1)) / figures.length;
  return {
    width: WIDTH,
    height: HEIGHT,
    background: LIGHT.paper,
    title: plainLine(view.title, 200),
    alt: dossierCardAlt(view),
    ops: [
      rule({ x: 0, y: 4, width: WIDTH }, LIGHT.ink, 8),
      ...title.ops,
      lineAt(
        { x: LEFT, y: title.y + 38, width: width - (isUnreviewed ? UNREVIEWED_WIDTH : 0) },
        holds.join(' · '),
        {
          size: 20,
        },
      ),
      ...(isUnreviewed ? unreviewedOps(view, title.y + 38) : []),
      ...figures.flatMap((item, index) => [
        rule({ x: LEFT + index * (each + GAP), y: top, width: each }, LIGHT.rule, 1),
        ...figureOps(view, item, { x: LEFT + index * (each + GAP), y: top, width: each }),
      ]),
      ...(figures.length === 0 ? propositionOps(view, top) : []),
      ...footOps(view, termsOf(view)),
    ],
  };
}
