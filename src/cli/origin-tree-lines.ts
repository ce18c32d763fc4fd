/**
 * The trees of origins on a terminal: below each origin the reports that rest on it, each once; a dotted branch is doubtful.
 * Long rows of reports and long chains are folded, and how many are left out is said.
 */
import type { OriginTreeView, TreeLinkView, TreeNodeView } from '../desk/origin-tree-view.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { counted, type Page, para, shortId } from './words.ts';

/** Reports shown below one node. */
const MOST_BELOW = 8;
/** Layers of citation shown. */
const MOST_DEEP = 8;
/** Origins shown. */
const MOST_ORIGINS = 16;

export const ORIGIN_WORDS: Readonly<Record<OriginTreeView['kind'], string>> = {
  direct: 'knows it directly, by what the text says',
  anonymous: 'unnamed',
  untraced: 'how it knows is not said',
  circle: 'a closed circle: reports that rest only on each other',
};

type LinkType = TreeLinkView['type'];

const SURE_WORDS: Readonly<Record<LinkType, string>> = {
  cites: 'cites it',
  told: 'was told by it',
  copies: 'copies it',
  syndicates: 'carries its text',
  translates: 'translates it',
  'same-informant': 'heard the same person',
};
const DOUBTFUL_WORDS: Readonly<Record<LinkType, string>> = {
  cites: 'may cite it',
  told: 'may have been told by it',
  copies: 'may copy it',
  syndicates: 'may carry its text',
  translates: 'may translate it',
  'same-informant': 'may have heard the same person',
};
const ALSO_WORDS: Readonly<Record<LinkType, string>> = {
  cites: 'cites',
  told: 'was told by',
  copies: 'copies',
  syndicates: 'carries',
  translates: 'translates',
  'same-informant': 'heard the same person as',
};

/**
 * The trees of one count.
 *
 * @example
 * terminal.out(...treeLines(one.trees, page));
 */
export function treeLines(trees: readonly OriginTreeView[], page: Page): string[] {
  const lines = trees.slice(0, MOST_ORIGINS).flatMap((tree, at) => originLines(tree, at + 1, page));
  const left = trees.length - MOST_ORIGINS;
  return left > 0
    ? [...lines, ...para(`… and ${counted(left, 'more origin')}: add --json`, page.paper)]
    : lines;
}

function originLines({ kind, roots }: OriginTreeView, number: number, page: Page): string[] {
  const { paper } = page;
  const [first] = roots;
  if (first === undefined) return [];
  const name = kind === 'circle' ? roots.map((root) => root.name).join(' ⇄ ') : first.name;
  const id = kind === 'circle' ? '' : voiceId(first, page);
  const words = roots.some(({ held }) => held) ? ORIGIN_WORDS[kind] : NOT_HELD;
  const head = wrap(paper, oneLine(`${number}. ${name}${id}${kind === 'anonymous' ? '' : `: ${words}`}`), {
    first: '',
    rest: '   ',
  });
  return [
    ...head.map((line) => ink(paper, 'strong', line)),
    ...roots.flatMap((root) => [
      ...rootLines(root, roots.length > 1, page),
      ...alsoLines(root, '   ', page),
      ...branchLines(root, { bar: '   ', depth: 1 }, page),
    ]),
  ];
}

const NOT_HELD = 'cited, and its report is not held: to obtain';

/** Which of a voice's nodes a root is, where that is to be told. */
function rootLines(root: TreeNodeView, several: boolean, page: Page): string[] {
  if (root.source !== null)
    return wrap(page.paper, oneLine(`its report: ${reportWords(root, page)}`), deep('   '));
  return several && !root.held ? wrap(page.paper, 'a report of its that is not held', deep('   ')) : [];
}

interface Place {
  readonly bar: string;
  readonly depth: number;
}

function branchLines(above: TreeNodeView, { bar, depth }: Place, page: Page): string[] {
  const { paper } = page;
  const { below } = above;
  if (below.length > 0 && depth > MOST_DEEP)
    return wrap(
      paper,
      `└─ … and ${counted(countAll(below), 'report')} that rest on it: add --json`,
      deep(bar),
    );
  const shown = below.slice(0, MOST_BELOW);
  const left = countAll(below.slice(MOST_BELOW));
  const lines = shown.flatMap((node, at) => {
    const last = at === shown.length - 1 && left === 0;
    const doubtful = node.link?.certainty === 'possible';
    const turn = `${last ? '└' : '├'}${doubtful ? '┄' : '─'} `;
    const rest = `${bar}${last ? ' ' : '│'}  `;
    return [
      ...wrap(paper, oneLine(nodeWords(node, above, page)), { first: bar + turn, rest: `${rest}  ` }),
      ...alsoLines(node, rest, page),
      ...branchLines(node, { bar: rest, depth: depth + 1 }, page),
    ];
  });
  return left === 0
    ? lines
    : [...lines, ...wrap(paper, `└─ … and ${left} more that rest on it: add --json`, deep(bar))];
}

function deep(bar: string): { readonly first: string; readonly rest: string } {
  return { first: bar, rest: `${bar}   ` };
}

/** "Meridian Daily, 2021-04-02, src_0dvh8: cites it". */
function nodeWords(node: TreeNodeView, above: TreeNodeView, page: Page): string {
  const { link } = node;
  const who = node.source === null ? `${node.name}${voiceId(node, page)}` : reportWords(node, page);
  if (link === null) return who;
  if (isOwnVoice(link, node.name, above.name)) return `${who}: says it in its own voice`;
  const words = link.certainty === 'certain' ? SURE_WORDS[link.type] : DOUBTFUL_WORDS[link.type];
  return `${who}: ${words}${byWords(link, page)}`;
}

function reportWords({ name, day, source }: TreeNodeView, page: Page): string {
  return [name, day ?? 'day unknown', ...(source === null ? [] : [shortId(source, page)])].join(', ');
}

function voiceId({ voice }: TreeNodeView, page: Page): string {
  return voice === null ? '' : ` · ${shortId(voice, page)}`;
}

function byWords({ by, certainty }: TreeLinkView, page: Page): string {
  return by === null ? '' : ` (${certainty === 'certain' ? '' : 'doubtful: '}${shortId(by, page)})`;
}

/** A report that cites somebody and says something itself has a node for its own words. */
function isOwnVoice({ type, by }: TreeLinkView, name: string, other: string): boolean {
  return type === 'told' && by === null && name === other;
}

function alsoLines({ also, name }: TreeNodeView, bar: string, page: Page): string[] {
  if (also.length === 0) return [];
  const words = also.map((one) =>
    isOwnVoice(one, name, one.name)
      ? 'says it in its own voice'
      : `${one.certainty === 'certain' ? '' : 'perhaps '}${ALSO_WORDS[one.type]} ${one.name}${byWords(one, page)}`,
  );
  return wrap(page.paper, oneLine(`also ${words.join('; ')}`), { first: `${bar}  `, rest: `${bar}    ` }).map(
    (line) => ink(page.paper, 'dim', line),
  );
}

/** No recursion: a chain of citations may be long. */
function countAll(nodes: readonly TreeNodeView[]): number {
  let count = 0;
  for (const open = [...nodes]; open.length > 0; count++) open.push(...(open.pop()?.below ?? []));
  return count;
}
