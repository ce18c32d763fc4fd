/** What the desk needs to have a card painted. */
import type { Card } from '../../dossier/card/card-ops.ts';

export type { Card, CardFont, CardOp, CardText } from '../../dossier/card/card-ops.ts';

export interface CardPainter {
  /** The card as PNG, in the fonts of this program. */
  paint(card: Card): Promise<Uint8Array>;
}
