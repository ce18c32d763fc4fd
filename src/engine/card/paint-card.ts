/**
 * Paints a card as PNG in the bundled fonts, never in those of the machine: the same card gives the same picture on one platform.
 * Letters for which no font is bundled are drawn in whatever the platform finds.
 */
import type { CardFont, CardOp, CardPainter, CardText } from '../../desk/ports/card-painting.ts';
import { woffToSfnt } from '../paper/woff-to-sfnt.ts';

/** A font as it lies in its package. */
export interface CardFontFile {
  /** For example `inter-latin-400-normal.woff`. */
  readonly name: string;
  /** WOFF 1.0. */
  readonly bytes: Uint8Array;
}

const FAMILIES: Readonly<Record<CardFont, string>> = { serif: 'source-serif-4-', sans: 'inter-' };
/** Pixels of the picture for one of the card. */
const SCALE = 2;

/**
 * Opens the painter.
 *
 * @example
 * const png = await openCardPainter(fonts).paint(card);
 */
export function openCardPainter(fonts: readonly CardFontFile[]): CardPainter {
  return {
    async paint({ width, height, background, ops }) {
      const { createCanvas, GlobalFonts, Path2D } = await import('@napi-rs/canvas');
      const families = new Set<string>();
      for (const { name, bytes } of fonts) {
        const family = familyOf(name);
        families.add(family);
        GlobalFonts.register(Buffer.from(woffToSfnt(bytes)), family);
      }
      const canvas = createCanvas(width * SCALE, height * SCALE);
      const context = canvas.getContext('2d');
      context.scale(SCALE, SCALE);
      context.fillStyle = background;
      context.fillRect(0, 0, width, height);
      const draw = (op: CardOp): void => {
        if (op.kind === 'text') {
          context.font = fontOf(op, families);
          context.textAlign = op.anchor === 'end' ? 'right' : 'left';
          context.fillStyle = op.fill;
          context.fillText(op.words, op.x, op.y);
          return;
        }
        const path = new Path2D(op.d);
        context.save();
        context.translate(op.x, op.y);
        if (op.fill !== null) {
          context.fillStyle = op.fill;
          context.fill(path);
        }
        if (op.stroke !== null) {
          context.strokeStyle = op.stroke;
          context.lineWidth = op.width;
          context.setLineDash([...(op.dash ?? [])]);
          context.stroke(path);
        }
        context.restore();
      };
      for (const op of ops) draw(op);
      return canvas.encode('png');
    },
  };
}

/** One name for each part of a font: the painter looks for a letter in one after the other. */
function familyOf(file: string): string {
  return `onrecord-${file.replace(/-(400|600)-(normal|italic)\.woff$/, '')}`;
}

function fontOf({ font, size, weight, italic }: CardText, families: ReadonlySet<string>): string {
  const own = [...families].filter((name) => name.startsWith(`onrecord-${FAMILIES[font]}`));
  const latin = own.filter((name) => name.endsWith('-latin'));
  const rest = [...families].filter((name) => name.includes('naskh'));
  const names = [...new Set([...latin, ...own, ...rest])].map((name) => `"${name}"`).join(', ');
  return `${italic === true ? 'italic ' : ''}${weight} ${size}px ${names}, sans-serif`;
}
