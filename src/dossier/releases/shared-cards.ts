/**
 * Pictures for pages that are passed on (Open Graph): each of the weightiest propositions has a card of its own, every other page that of
 * the dossier. A release holds no more of them than `MOST_CARDS`, however large its record. Only a release with a public address has
 * any: `og:image` must be a whole address, and a page without one is not to be shown by others.
 */
import { cardAlt, cardOf } from '../card/card-of.ts';
import { HEIGHT, WIDTH } from '../card/card-parts.ts';
import { dossierCard, dossierCardAlt } from '../card/dossier-card.ts';
import type { DossierDrawing } from '../dossier-file.ts';
import { type Content, html } from '../html.ts';
import { propositionPath } from '../paths.ts';
import type { PropositionView, View } from '../view.ts';

/** Cards of propositions at most; beside them stands the one of the dossier. */
export const MOST_CARDS = 48;
/** Code points of a picture in words: what platforms take. */
const MOST_ALT = 420;
const OF_DOSSIER = 'cards/dossier.png';

const drawn = new WeakMap<View, ReadonlyMap<string, PropositionView>>();

/** The propositions with a card, by the path of their page. */
function itemsOf(view: View): ReadonlyMap<string, PropositionView> {
  const known = drawn.get(view);
  if (known !== undefined) return known;
  const items = view.propositions.filter(({ claims }) => claims.length > 0).slice(0, MOST_CARDS);
  const made = new Map(items.map((item) => [propositionPath(item.proposition.id), item]));
  drawn.set(view, made);
  return made;
}

/** Null: there are no cards. */
function addressOf({ options }: View): string | null {
  return options.cards === true ? (options.release?.profile.address ?? null) : null;
}

function pathOf(page: string): string {
  return page.replace(/^propositions\//u, 'cards/').replace(/\.html$/u, '.png');
}

/**
 * The cards of a release, to be painted; none where it has no public address, or nobody paints.
 *
 * @example
 * for (const { path, card } of sharedCards(view)) files.set(path, await painter.paint(card, 1));
 */
export function* sharedCards(view: View): Generator<DossierDrawing> {
  if (addressOf(view) === null) return;
  yield { path: OF_DOSSIER, card: dossierCard(view) };
  for (const [page, item] of itemsOf(view)) yield { path: pathOf(page), card: cardOf(view, item) };
}

/**
 * What the head of a page says of its picture.
 *
 * @param page its path
 * @example
 * cardLines(view, 'index.html');
 */
export function cardLines(view: View, page: string): Content {
  const address = addressOf(view);
  if (address === null) return null;
  const item = itemsOf(view).get(page);
  const alt = item === undefined ? dossierCardAlt(view) : cardAlt(view, item, MOST_ALT);
  return html`
<meta property="og:image" content="${address}${item === undefined ? OF_DOSSIER : pathOf(page)}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${WIDTH}">
<meta property="og:image:height" content="${HEIGHT}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">`;
}
