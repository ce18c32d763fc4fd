/** What the desk needs to have a card painted. */
import type { Card } from '../../dossier/card/card-ops.ts';

export type { Card, CardFont, CardOp, CardText } from '../../dossier/card/card-ops.ts';

export interface CardPainter {
  /**
   * The card as PNG, in the fonts of this program: the same card gives the same bytes on every machine.
   *
   * @param scale pixels of the picture for one of the card
   */
  paint(card: Card, scale: 1 | 2): Promise<Uint8Array>;
}
