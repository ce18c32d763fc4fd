/**
 * Where a proposition's claims come from, as a drawing: outlets on the left, whom they cite, and on the right
 * where knowledge starts. Shapes carry the kind of origin. A list beside it says the same in words.
 */
import { linkHorizontal } from 'd3-shape';
import type { Origin, OriginCount } from '../reckon/origins/origin-count.ts';
import type { Voice } from '../record/utterance.ts';
import { withClaimLinks } from './claim-reference.ts';
import { counted, originsWords } from './figure-words.ts';
import { type Content, type Html, html, plainLine } from './html.ts';
import { propositionPath } from './paths.ts';
import { type PropositionView, type View, voiceName } from './view.ts';

const W = 480;
const ROW = 30;
/** Room for names at both sides. */
const MARGIN = 150;
/** Paths drawn at most; the list in words has them all. */
const MOST = 14;

interface Node {
  readonly voice: Voice;
  /** 0 is the origin, at the right. */
  column: number;
  x: number;
  y: number;
}

interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly from: Node; readonly to: Node }[];
  readonly height: number;
  readonly left: number;
}

function graphOf(count: OriginCount): Graph {
  const seen = new Set<string>();
  const paths = count.paths.filter(({ path }) => {
    const key = path.join('>');
    return path.length > 0 && !seen.has(key) && seen.add(key).size > 0;
  });
  const drawn = paths.slice(0, MOST);
  const nodes = new Map<Voice, Node>();
  for (const { path } of drawn)
    path.forEach((voice, index) => {
      const column = path.length - 1 - index;
      const node = nodes.get(voice) ?? { voice, column, x: 0, y: 0 };
      node.column = Math.max(node.column, column);
      nodes.set(voice, node);
    });
  const height = place([...nodes.values()]);
  const edges = new Map<string, { from: Node; to: Node }>();
  for (const { path } of drawn)
    path.slice(1).forEach((voice, index) => {
      const from = nodes.get(path[index] ?? voice);
      const to = nodes.get(voice);
      if (from !== undefined && to !== undefined && from !== to)
        edges.set(`${from.voice}>${voice}`, { from, to });
    });
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    height,
    left: paths.length - drawn.length,
  };
}

/** Gives each node its place; returns the height of the drawing. */
function place(nodes: readonly Node[]): number {
  const columns = new Map<number, Node[]>();
  for (const node of nodes) columns.set(node.column, [...(columns.get(node.column) ?? []), node]);
  const depth = Math.max(...columns.keys(), 0);
  const rows = Math.max(...[...columns.values()].map((column) => column.length), 1);
  const height = rows * ROW + 26;
  for (const [column, members] of columns)
    members.forEach((node, index) => {
      node.x = depth === 0 ? MARGIN : MARGIN + ((depth - column) / depth) * (W - 2 * MARGIN);
      node.y = ((index + 0.5) / members.length) * (height - 20) + 12;
    });
  return height;
}

const KIND_WORDS: Readonly<Record<Origin['kind'], string>> = {
  direct: 'speaks of its own act or knowledge',
  anonymous: 'somebody unnamed',
  untraced: 'how it knows is not said',
  circle: 'reports that rest only on each other',
};

function nodeShape(node: Node, kind: Origin['kind'] | null): Html {
  const [x, y] = [node.x.toFixed(1), node.y.toFixed(1)];
  if (kind === null) return html`<circle class="node" cx="${x}" cy="${y}" r="5"/>`;
  const ring = html`<circle class="node ${kind}" cx="${x}" cy="${y}" r="8"/>`;
  if (kind === 'direct') return ring;
  if (kind === 'anonymous')
    return html`${ring}<text class="in" x="${x}" y="${(node.y + 4).toFixed(1)}" text-anchor="middle">?</text>`;
  return html`${ring}<circle class="core" cx="${x}" cy="${y}" r="3.5"/>`;
}

/** Outlets are named to the left of their node, origins to the right, those between below. */
function nodeName(
  node: Node,
  kind: Origin['kind'] | null,
  words: { readonly name: string; readonly note: string },
): Html {
  const look = kind === null ? 'halo' : 'halo strong';
  const [right, left] = [kind !== null, node.x <= MARGIN];
  const x = right ? node.x + 13 : left ? node.x - 11 : node.x;
  const y = right || left ? node.y + 4 : node.y + 18;
  const anchor = right ? 'start' : left ? 'end' : 'middle';
  const second =
    words.note === ''
      ? null
      : html`<text class="halo note" x="${x.toFixed(1)}" y="${(y + 12).toFixed(1)}" text-anchor="${anchor}">${words.note}</text>`;
  return html`<text class="${look}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words.name}</text>${second}`;
}

function drawing(view: View, count: OriginCount, graph: Graph): Html {
  const kinds = new Map(count.origins.map((origin) => [origin.voice, origin.kind]));
  const toObtain = new Set(count.toObtain);
  const curve = linkHorizontal<unknown, [number, number]>();
  const edges = graph.edges.map(({ from, to }) => {
    const path = curve({ source: [from.x, from.y], target: [to.x, to.y] } as never) ?? '';
    return html`<path class="edge" d="${path}"/>`;
  });
  const nodes = graph.nodes.map((node) => {
    const kind = node.column === 0 ? (kinds.get(node.voice) ?? null) : null;
    const name = plainLine(voiceName(view.record, node.voice), 20);
    const note = toObtain.has(node.voice) ? 'report to obtain' : '';
    return html`${nodeShape(node, kind)}${nodeName(node, kind, { name, note })}`;
  });
  return html`<svg class="origins" viewBox="0 0 ${W} ${graph.height}" role="img" aria-label="${plainLine(`${counted(graph.edges.length, 'citation')} leading to ${originsWords(count.atLeast, count.atMost)}; the list says which`)}">${edges}${nodes}</svg>`;
}

function originList(view: View, count: OriginCount): Content {
  return html`<ul class="originlist">${count.origins
    .slice(0, 60)
    .map(
      (origin) =>
        html`<li><strong><bdi>${voiceName(view.record, origin.voice)}</bdi></strong>, ${KIND_WORDS[origin.kind]}: ${counted(origin.claims.length, 'claim')}</li>`,
    )}${count.origins.length > 60 ? html`<li>and ${counted(count.origins.length - 60, 'other')}; all are in record.json</li>` : null}</ul>`;
}

/**
 * The origins of one proposition: drawing, interval in words, list, and what to obtain.
 *
 * @example
 * originGraph(view, '', figure);
 */
export function originGraph(
  view: View,
  root: '' | '../',
  { origins: count, claims, proposition }: PropositionView,
): Html {
  const page = `${root}${propositionPath(proposition.id)}`;
  const graph = graphOf(count);
  const obtain =
    count.toObtain.length === 0
      ? null
      : html`<p class="obtain"><strong>To obtain:</strong> ${count.toObtain
          .slice(0, 12)
          .map((voice) => voiceName(view.record, voice))
          .join(
            ', ',
          )}. ${count.toObtain.length === 1 ? 'It is' : 'They are'} cited, and the record holds no report of ${count.toObtain.length === 1 ? 'its' : 'their'} own.</p>`;
  const interval = originsWords(count.atLeast, count.atMost);
  return html`${graph.edges.length === 0 ? null : drawing(view, count, graph)}
${graph.left === 0 ? null : html`<p class="note">${counted(graph.left, 'further path')} not drawn.</p>`}
<p><strong>${interval.charAt(0).toUpperCase()}${interval.slice(1)}</strong>; ${count.direct} identified with direct knowledge.</p>
${originList(view, count)}${obtain}${count.notes.length === 0 ? null : html`<ul class="note">${count.notes.map((note) => html`<li>${withClaimLinks(note, claims, page)}</li>`)}</ul>`}`;
}
