/** What a card is drawn of, so that the same card can be written as SVG and painted as PNG. Pixels; y downwards. */

export type CardFont = 'serif' | 'sans';

export interface CardText {
  readonly kind: 'text';
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly words: string;
  readonly size: number;
  readonly font: CardFont;
  readonly weight: 400 | 600;
  readonly italic?: boolean;
  readonly fill: string;
  /** It begins or ends at `x`. */
  readonly anchor?: 'start' | 'end';
}

/** A path in the notation of SVG. */
export interface CardPath {
  readonly kind: 'path';
  readonly d: string;
  /** Where its origin lies. */
  readonly x: number;
  readonly y: number;
  /** Null: not filled. */
  readonly fill: string | null;
  /** Null: no line. */
  readonly stroke: string | null;
  readonly width: number;
  readonly dash?: readonly [number, number];
}

export type CardOp = CardText | CardPath;

export interface Card {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly ops: readonly CardOp[];
  /** The card in words, for those who do not see it. */
  readonly alt: string;
  readonly title: string;
}
