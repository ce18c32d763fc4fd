/** The trees of a count of origins with names, titles and ids: at the root where knowledge starts, below what rests on it. */
import { foundVoiceOf } from '../reckon/origins/found-voice.ts';
import type { ClaimLink, ClaimNode } from '../reckon/origins/graph-draft.ts';
import type { Origin, OriginCount } from '../reckon/origins/origin-count.ts';
import { type ForestNode, originForest } from '../reckon/origins/origin-forest.ts';
import { isId, type LinkId, type SourceId } from '../record/id.ts';
import type { FoundVoice } from '../record/voice-finding.ts';
import type { Lookup } from './lookup.ts';
import type { RecordStore } from './ports/record-store.ts';
import { viewVoice } from './voice-name.ts';

/** Why one rests on another. */
export interface TreeLinkView {
  readonly type: ClaimLink['type'];
  readonly certainty: ClaimLink['certainty'];
  /** The link of the record; null: the claims' own chains. */
  readonly by: LinkId | null;
}

export interface TreeNodeView {
  /** Of the node in the graph. */
  readonly id: string;
  readonly name: string;
  /** As `onrecord voice` takes it; null when it cannot be named. */
  readonly voice: FoundVoice | null;
  readonly kind: ClaimNode['kind'];
  /** The report, when the node is one that the record holds. */
  readonly source: SourceId | null;
  readonly title: string | null;
  /** ISO day; null when unknown. */
  readonly day: string | null;
  /** False: cited, and to be obtained. */
  readonly held: boolean;
  /** To the node above; null at the root. */
  readonly link: TreeLinkView | null;
  readonly also: readonly (TreeLinkView & { readonly name: string; readonly to: string })[];
  readonly below: readonly TreeNodeView[];
}

export interface OriginTreeView {
  readonly kind: Origin['kind'];
  readonly roots: readonly TreeNodeView[];
}

/**
 * Names everything in the trees.
 *
 * @example
 * (await viewTrees(count, { store: desk.store, lookup }))[0]?.roots[0]?.name; // 'The Sorev Courier'
 */
export async function viewTrees(
  count: OriginCount,
  named: { readonly store: RecordStore; readonly lookup: Lookup },
): Promise<readonly OriginTreeView[]> {
  const names = new Map<string, string>();
  for (const { id, voice } of count.graph.nodes) names.set(id, (await viewVoice(voice, named)).name);
  const titles = new Map<string, string | null>();
  for (const { id } of count.graph.nodes)
    if (isId('source', id)) titles.set(id, (await named.lookup.source(id as SourceId))?.title ?? null);
  return originForest(count).map(({ origin, roots }) => ({
    kind: origin.kind,
    roots: roots.map((root) => viewTree(root, names, titles)),
  }));
}

interface Growing extends TreeNodeView {
  readonly below: Growing[];
}

/** No recursion: a chain of citations may be long. */
function viewTree(
  root: ForestNode,
  names: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string | null>,
): TreeNodeView {
  const view = ({ node, link, also }: ForestNode): Growing => ({
    id: node.id,
    name: names.get(node.id) ?? '',
    voice: foundVoiceOf(node),
    kind: node.kind,
    source: titles.has(node.id) ? (node.id as SourceId) : null,
    title: titles.get(node.id) ?? null,
    day: node.day ?? null,
    held: node.held,
    link: link === null ? null : linkView(link),
    also: also.map((one) => ({ ...linkView(one), to: one.to, name: names.get(one.to) ?? '' })),
    below: [],
  });
  const top = view(root);
  const open = [{ from: root, to: top }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const from of next.from.below) {
      const to = view(from);
      next.to.below.push(to);
      open.push({ from, to });
    }
  }
  return top;
}

function linkView({ type, certainty, by }: ClaimLink): TreeLinkView {
  return { type, certainty, by };
}
