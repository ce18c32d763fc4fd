/**
 * Where a proposition's claims come from: the drawing, and beside it the same in words.
 */

import type { Origin, OriginCount } from '../reckon/origins/origin-count.ts';
import { type ForestNode, originForest } from '../reckon/origins/origin-forest.ts';
import { withClaimLinks } from './claim-reference.ts';
import { originsWords } from './figure-words.ts';
import { type Content, type Html, html, inEnglish, said } from './html.ts';
import { drawOrigins } from './origin-drawing.ts';
import type { PictureNode, PictureTree } from './origin-picture.ts';
import { propositionPath } from './paths.ts';
import { counted } from './said-words.ts';
import { type PropositionView, type View, voiceName } from './view.ts';

const KIND_WORDS: Readonly<Record<Origin['kind'], string>> = {
  direct: 'speaks of its own act or knowledge',
  anonymous: 'somebody unnamed',
  untraced: 'how it knows is not said',
  circle: 'reports that rest only on each other',
};

/** The trees of a count, named as the dossier names voices. */
function picturesOf(view: View, count: OriginCount): readonly PictureTree[] {
  return originForest(count).map(({ origin, roots }) => ({
    kind: origin.kind,
    roots: roots.map((root) => pictureOf(view, root)),
  }));
}

interface Growing extends PictureNode {
  readonly below: Growing[];
}

/** No recursion: a chain of citations may be long. */
function pictureOf(view: View, root: ForestNode): PictureNode {
  const named = ({ node, link, also }: ForestNode): Growing => {
    const { id, kind, held, day, voice } = node;
    return { id, kind, held, day: day ?? null, name: voiceName(view.record, voice), link, also, below: [] };
  };
  const top = named(root);
  const open = [{ from: root, to: top }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const from of next.from.below) {
      const to = named(from);
      next.to.below.push(to);
      open.push({ from, to });
    }
  }
  return top;
}

function originList(view: View, count: OriginCount): Content {
  return html`<ul class="originlist">${count.origins
    .slice(0, 60)
    .map(
      (origin) =>
        html`<li><strong><bdi>${voiceName(view.record, origin.voice)}</bdi></strong>, ${said(KIND_WORDS[origin.kind])}: ${counted(origin.claims.length, 'claim')}</li>`,
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
  const obtain =
    count.toObtain.length === 0
      ? null
      : html`<p class="obtain"><strong>To obtain:</strong> ${count.toObtain
          .slice(0, 12)
          .map((voice) => voiceName(view.record, voice))
          .join(
            ', ',
          )}. ${count.toObtain.length === 1 ? 'It is' : 'They are'} cited, and the record holds no report of ${count.toObtain.length === 1 ? 'its' : 'their'} own.</p>`;
  const words = originsWords(count.atLeast, count.atMost);
  const drawn = drawOrigins({
    title: `Where “${proposition.text}” comes from`,
    interval: `${words}; ${count.direct} identified with direct knowledge.`,
    trees: picturesOf(view, count),
    size: root === '' ? 'part' : 'page',
  });
  return html`${count.graph.links.length === 0 ? null : html`<div class="drawn" tabindex="0" lang="en">${inEnglish(drawn)}</div>`}
<p><strong>${said(`${words.charAt(0).toUpperCase()}${words.slice(1)}`)}</strong>; ${count.direct} identified with direct knowledge.</p>
${originList(view, count)}${obtain}${count.notes.length === 0 ? null : html`<ul class="note" lang="en">${count.notes.map((note) => html`<li>${withClaimLinks(note, claims, page)}</li>`)}</ul>`}`;
}
