/**
 * The drawing of origins as SVG: reports at the left, where knowledge starts at the right with a thick frame. A dashed line is
 * doubtful, a dotted frame is a text that the record does not hold. Black on white, so that it can be printed; nothing is told
 * by colour. Everything it shows is also in its description. It needs no style sheet, font, script or id.
 */
import type { Origin } from '../reckon/origins/origin-count.ts';
import { counted } from './figure-words.ts';
import { type Html, html, htmlText, plainLine } from './html.ts';
import {
  BOX_HEIGHT,
  layPicture,
  type Picture,
  type PictureNode,
  type PictureSize,
  type PictureTree,
  type Placed,
} from './origin-picture.ts';

export interface DrawnOrigins {
  /** What is claimed. */
  readonly title: string;
  /** The interval, in a sentence. */
  readonly interval: string;
  readonly trees: readonly PictureTree[];
  readonly size: PictureSize;
}

const ORIGIN_NOTES: Readonly<Record<Origin['kind'], string>> = {
  direct: 'direct knowledge',
  anonymous: 'not named',
  untraced: 'basis not said',
  circle: 'in a closed circle',
};

type LinkType = NonNullable<PictureNode['link']>['type'];

const LINK_NOTES: Readonly<Record<LinkType, string>> = {
  cites: 'cites',
  told: 'was told',
  copies: 'copies',
  syndicates: 'carries',
  translates: 'translates',
  'same-informant': 'same informant',
};

const INK = '#1a1a1a';
const GREY = '#6b6b6b';

/**
 * The drawing, to stand inside a page.
 *
 * @example
 * drawOrigins({ title: proposition.text, interval: '1 independent origin', trees, size: 'page' });
 */
export function drawOrigins(drawn: DrawnOrigins): Html {
  return draw(drawn, []);
}

/**
 * The drawing as a file of its own, with what it shows written below it.
 *
 * @example
 * originsSvg(drawn).startsWith('<?xml'); // true
 */
export function originsSvg(drawn: DrawnOrigins): string {
  const caption = [plainLine(drawn.title, 110), plainLine(drawn.interval, 130)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${htmlText(draw(drawn, caption))}\n`;
}

function draw({ title, interval, trees, size }: DrawnOrigins, caption: readonly string[]): Html {
  const picture = layPicture(trees, size);
  const { width, box: wide, boxes, also, voices, treesLeft, linksLeft } = picture;
  const left = [
    ...(treesLeft > 0 ? [counted(treesLeft, 'more origin')] : []),
    ...(linksLeft > 0 ? [counted(linksLeft, 'more link')] : []),
  ];
  const notes = [
    ...caption,
    ...(left.length === 0 ? [] : [`Not drawn: ${left.join(', ')}.`]),
    ...LEGEND,
    ...(voices.length === 0 ? [] : [ONE_VOICE]),
  ];
  const height = picture.height + notes.length * LINE + 6;
  const room = Math.max(width, caption.length > 0 ? 680 : 340);
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="origins" viewBox="0 0 ${room} ${height}" width="${room}" height="${height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="12"><title>${plainLine(title)}</title><desc>${descriptionOf(interval, trees, picture)}</desc>${voices.map(([first, last]) => oneVoice(first, last, wide))}${also.map(({ from, to, certainty }) => edge({ from, to, wide }, certainty, true))}${boxes.map((box) => lineUp(box, wide))}${boxes.map((box) => boxOf(box, wide))}${notes.map(
    (note, at) =>
      html`<text class="note" x="8" y="${picture.height + (at + 1) * LINE}" font-size="10" fill="${GREY}">${note}</text>`,
  )}</svg>`;
}

/** Units between lines of notes. */
const LINE = 14;
const LEGEND = [
  'Thick frame: knowledge starts here. Dotted frame: not held.',
  'A line leads to what a report rests on; dashed: doubtful.',
];

const ONE_VOICE = 'Boxes in one grey frame are one voice.';

function oneVoice(first: Placed, last: Placed, wide: number): Html {
  return html`<rect class="voice" x="${first.x - 4}" y="${first.y - 4}" width="${wide + 8}" height="${last.y - first.y + BOX_HEIGHT + 8}" rx="4" fill="none" stroke="#999999" stroke-width="1"/>`;
}

function lineUp(box: Placed, wide: number): Html | null {
  if (box.on === null) return null;
  return edge({ from: box, to: box.on, wide }, box.node?.link?.certainty ?? 'certain', false);
}

/** From the right edge of one box to the left edge of the other, or around it where that is not to the right. */
interface Ends {
  readonly from: Placed;
  readonly to: Placed;
  /** Width of a box. */
  readonly wide: number;
}

function edge({ from, to, wide }: Ends, certainty: 'certain' | 'possible', beside: boolean): Html {
  const middle = BOX_HEIGHT / 2;
  const [x, y] = [from.x + wide, from.y + middle];
  const onward = to.x > from.x;
  const [tx, ty] = [onward ? to.x - 7 : to.x + wide + 7, to.y + middle + (beside ? 8 : 0)];
  const bend = onward ? (tx - x) / 2 : 24;
  const path = `M${x},${y}C${x + bend},${y} ${onward ? tx - bend : tx + bend},${ty} ${tx},${ty}`;
  const tip = onward ? 7 : -7;
  const head = `M${tx + tip},${ty}l${-tip},-4v8z`;
  const ink = beside ? GREY : INK;
  const dash = certainty === 'possible' ? html` stroke-dasharray="5 4"` : null;
  return html`<path class="edge" d="${path}" fill="none" stroke="${ink}" stroke-width="1.2"${dash}/><path class="tip" d="${head}" fill="${ink}"/>`;
}

function boxOf(box: Placed, wide: number): Html {
  const { x, y, node, origin, hidden } = box;
  const [centre, middle] = [x + wide / 2, y + BOX_HEIGHT / 2];
  if (node === null)
    return html`<text x="${x + wide - 4}" y="${middle + 4}" text-anchor="end" font-size="11" fill="${GREY}" class="fold">and ${counted(hidden, 'more report')} …</text>`;
  const round = node.kind === 'report' || node.kind === 'document' ? 2 : BOX_HEIGHT / 2;
  const dots = node.held ? null : html` stroke-dasharray="2 3"`;
  const thick = origin === null || origin === 'circle' ? 1.2 : 2.6;
  return html`<rect class="node" x="${x}" y="${y}" width="${wide}" height="${BOX_HEIGHT}" rx="${round}" fill="#fff" stroke="${INK}" stroke-width="${thick}"${dots}/>${line(plainLine(node.name, 40), { x: centre, y: y + 15 }, { wide, strong: origin !== null })}${line(noteOf(node, origin), { x: centre, y: y + 29 }, { wide, small: true })}`;
}

function noteOf({ day, held, link, kind }: PictureNode, origin: Origin['kind'] | null): string {
  const words =
    origin !== null
      ? held
        ? ORIGIN_NOTES[origin]
        : 'not held: to obtain'
      : link === null
        ? ''
        : `${LINK_NOTES[link.type]}${link.certainty === 'possible' ? '?' : ''}`;
  return [...(day === null || kind === 'actor' ? [] : [day]), ...(words === '' ? [] : [words])].join(' · ');
}

/** A line in the middle of a box, pressed together when it would not fit. */
function line(
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  look: { readonly wide: number; readonly strong?: boolean; readonly small?: boolean },
): Html {
  const size = look.small === true ? 10 : 12;
  const room = look.wide - 14;
  const fits = fitting(text, room, size);
  const pressed = fits.wide ? html` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : null;
  const weight = look.strong === true ? html` font-weight="bold"` : null;
  return html`<text class="${look.small === true ? 'small' : look.strong === true ? 'strong' : 'name'}" x="${x}" y="${y}" text-anchor="middle" font-size="${size}" fill="${look.small === true ? GREY : INK}"${weight}${pressed}>${fits.text}</text>`;
}

/** Cut to what can be read when it is pressed together by a fifth; widths are those of usual letters. */
function fitting(
  text: string,
  room: number,
  size: number,
): { readonly text: string; readonly wide: boolean } {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width +=
      size *
      (/[\u1100-\uffff\p{Emoji_Presentation}]/u.test(letter)
        ? 1
        : /\p{Lu}|[mw@]/u.test(letter)
          ? 0.72
          : 0.53);
    if (width > room * 1.2) return { text: `${kept.trimEnd()}…`, wide: true };
    kept += letter;
  }
  return { text, wide: width > room };
}

/** Links told one by one in the description. */
const MOST_TOLD = 80;

function descriptionOf(interval: string, trees: readonly PictureTree[], { boxes }: Picture): string {
  const starts = trees.map(({ kind, roots }) => {
    const held = roots.some((root) => root.held);
    return `${roots.map(({ name }) => name).join(', ')} (${held ? ORIGIN_NOTES[kind] : 'not held: to obtain'})`;
  });
  const rests = boxes.flatMap(({ node, on, hidden }) => {
    const above = on?.node?.name ?? '';
    if (on === null) return [];
    if (node === null) return [`${counted(hidden, 'more report')} on ${above}`];
    const doubtful = node.link?.certainty === 'possible' ? ', doubtful' : '';
    const type = node.link === null ? '' : LINK_NOTES[node.link.type];
    return [`${node.name}${node.day === null ? '' : ` ${node.day}`} on ${above} (${type}${doubtful})`];
  });
  const told = rests.slice(0, MOST_TOLD).join('; ');
  const parts = [
    interval,
    `Knowledge starts with: ${starts.slice(0, MOST_TOLD).join('; ')}.`,
    rests.length === 0 ? '' : `What rests on what: ${told}.`,
  ];
  return plainLine(parts.filter((part) => part !== '').join(' '), 8000);
}
