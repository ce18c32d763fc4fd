/**
 * The drawing of origins: reports at the left, where knowledge starts at the right. Every line is a link to what it rests on;
 * dashed is doubtful. The list of lines beside it says the same in words.
 */
import { dayWords } from '../parts/day.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { edgePath, fitting } from './edge-path.ts';
import { lineWords, type OriginGraph } from './line-words.ts';

type Picture = OriginGraph['picture'];
type Box = Picture['boxes'][number];

interface DrawingProps {
  readonly graph: OriginGraph;
  /** Place in `edges`; null: none is chosen. */
  readonly chosen: number | null;
  choose(edge: number): void;
}

/** The drawing. */
export function OriginDrawing({ graph, chosen, choose }: DrawingProps) {
  const { picture, edges } = graph;
  const { width, height, boxes, lines, voices, boxWidth, boxHeight } = picture;
  const size = { wide: boxWidth, high: boxHeight };
  return (
    <svg class="origin-drawing" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <title>{words('orig.picture')}</title>
      {voices.map(([first, last]) => {
        const [top, bottom] = [boxes[first], boxes[last]];
        return (
          top !== undefined &&
          bottom !== undefined && (
            <rect
              key={first}
              class="voice"
              x={top.x - 4}
              y={top.y - 4}
              width={boxWidth + 8}
              height={bottom.y - top.y + boxHeight + 8}
              rx={4}
            />
          )
        );
      })}
      {lines.map(({ from, to, beside, edge }) => {
        const [start, end] = [boxes[from], boxes[to]];
        if (start === undefined || end === undefined) return null;
        const path = edgePath(start, end, { size, beside });
        const held = edge === null ? undefined : edges[edge];
        if (held === undefined || edge === null)
          return <path key={`${from} ${to}`} class="line fold" d={path.line} />;
        const look = `line ${held.certainty}${beside ? ' beside' : ''}${edge === chosen ? ' now' : ''}`;
        return (
          <a
            key={`${from} ${to}`}
            class={look}
            href={`#line-${edge}`}
            aria-label={lineWords(held)}
            aria-current={edge === chosen ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              choose(edge);
            }}
          >
            <title>{lineWords(held)}</title>
            <path class="near" d={path.line} />
            <path class="stroke" d={path.line} />
            <path class="tip" d={path.tip} />
          </a>
        );
      })}
      {boxes.map((box, at) => (
        <BoxShape key={at} box={box} size={size} />
      ))}
    </svg>
  );
}

interface BoxProps {
  readonly box: Box;
  readonly size: { readonly wide: number; readonly high: number };
}

function BoxShape({ box, size }: BoxProps) {
  const { x, y, id, name, kind, held, origin, hidden, source } = box;
  if (id === null)
    return (
      <text class="fold-note" x={x + size.wide - 4} y={y + size.high / 2 + 4} text-anchor="end">
        {words('orig.more-reports', { count: hidden })}
      </text>
    );
  const look = `box${origin === null || origin === 'circle' ? '' : ' start'}${held ? '' : ' not-held'}`;
  const middle = x + size.wide / 2;
  const shape = (
    <g class={look}>
      <title>{name}</title>
      <rect
        x={x}
        y={y}
        width={size.wide}
        height={size.high}
        rx={kind === 'report' || kind === 'document' ? 2 : size.high / 2}
      />
      <text class="name" x={middle} y={y + 15} text-anchor="middle">
        {fitting(name, size.wide - 14, 12)}
      </text>
      <text class="note" x={middle} y={y + 29} text-anchor="middle">
        {noteOf(box)}
      </text>
    </g>
  );
  if (source === null) return shape;
  const address = `/read/${source}`;
  return (
    <a
      href={address}
      onClick={(event) => {
        event.preventDefault();
        go(address);
      }}
    >
      {shape}
    </a>
  );
}

const KINDS = { direct: true, anonymous: true, untraced: true, circle: true } as const;

function noteOf({ day, held, origin, kind }: Box): string {
  const parts: string[] = [];
  if (day !== null && kind !== 'actor') parts.push(dayWords(day));
  if (!held) parts.push(words('orig.not-held'));
  else if (origin !== null && origin in KINDS) parts.push(words(`orig.kind.${origin as keyof typeof KINDS}`));
  return parts.join(' · ');
}
