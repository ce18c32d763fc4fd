/**
 * Paints a card as PNG in the bundled fonts, never in those of the machine. Letters are shaped and filled by resvg in WebAssembly,
 * whose arithmetic is the same on every processor, so the same card gives the same bytes wherever it is painted. A letter for which no
 * font is bundled is drawn as an empty box.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Card, CardPainter } from '../../desk/ports/card-painting.ts';
import { cardDrawing, type Measure, textElement } from './card-drawing.ts';
import { type CardFontFile, type CardFonts, openCardFonts } from './card-fonts.ts';
import { palettePng } from './palette-png.ts';

type Resvg = typeof import('@resvg/resvg-wasm').Resvg;

let started: Promise<Resvg> | null = null;

async function start(): Promise<Resvg> {
  const { Resvg, initWasm } = await import('@resvg/resvg-wasm');
  const program = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(new Uint8Array(await readFile(program)));
  return Resvg;
}

/**
 * Opens the painter.
 *
 * @example
 * const png = await openCardPainter(fonts).paint(card, 2);
 */
export function openCardPainter(files: readonly CardFontFile[]): CardPainter {
  const fonts = openCardFonts(files);
  return {
    async paint(card, scale) {
      started ??= start();
      const resvg = await started;
      const { svg, families } = cardDrawing(card, { fonts, measure: measureWith(resvg, fonts), scale });
      const drawing = opened(resvg, svg, fonts.filesOf(families));
      const picture = drawing.render();
      try {
        const { width, height, pixels } = picture;
        return palettePng({ width, height, rgba: pixels }, coloursOf(card));
      } finally {
        picture.free();
        drawing.free();
      }
    },
  };
}

function opened(resvg: Resvg, svg: string, fontBuffers: readonly Uint8Array[]): InstanceType<Resvg> {
  return new resvg(svg, { font: { fontBuffers, loadSystemFonts: false } });
}

/** Drawn to the right and to the left of one place, the same letters lie as far apart as they reach. */
function measureWith(resvg: Resvg, fonts: CardFonts): Measure {
  const SIDE = 4000;
  return (run, { size, weight, italic }) => {
    const look = { size, weight, fill: '#000000', ...(italic === undefined ? {} : { italic }) };
    const beginOf = (anchor: 'start' | 'end'): number | null => {
      const text = textElement([run], { x: SIDE, y: 100, anchor }, look);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * SIDE}" height="200">${text}</svg>`;
      const drawing = opened(resvg, svg, fonts.filesOf(new Set([run.family])));
      const box = drawing.getBBox();
      const x = box?.x ?? null;
      box?.free();
      drawing.free();
      return x;
    };
    const [right, left] = [beginOf('start'), beginOf('end')];
    // Blanks alone leave no mark.
    return right === null || left === null ? [...run.words].length * size * 0.27 : right - left;
  };
}

function coloursOf({ background, ops }: Card): readonly string[] {
  const used = ops.flatMap((op) =>
    op.kind === 'text' ? [op.fill] : [op.fill ?? [], op.stroke ?? []].flat(),
  );
  return [background, ...new Set(used)];
}
