import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Card } from '../../desk/ports/card-painting.ts';
import { readPaperFonts } from '../../storage/paper-fonts.ts';
import { openCardPainter } from './paint-card.ts';

const text = (words: string, y: number) =>
  ({ kind: 'text', x: 10, y, words, size: 30, font: 'serif', weight: 600, fill: '#1c1b19' }) as const;

function card(...ops: Card['ops']): Card {
  return { width: 400, height: 200, background: '#fbfaf6', title: '', alt: '', ops };
}

test('a card is painted at twice its size, the same bytes each time', async () => {
  const painter = openCardPainter(await readPaperFonts());
  const drawn = card(text('26 killed', 60), {
    kind: 'path',
    d: 'M0 0H300',
    x: 10,
    y: 100,
    fill: null,
    stroke: '#a64c08',
    width: 3,
    dash: [2, 7],
  });
  const png = await painter.paint(drawn, 2);
  expect(Buffer.from(png.subarray(0, 8)).toString('hex')).toBe('89504e470d0a1a0a');
  const view = new DataView(png.buffer, png.byteOffset);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([800, 400]);
  expect(Buffer.from(await painter.paint(drawn, 2)).equals(Buffer.from(png))).toBe(true);
});

test('letters of other scripts are drawn, not left out', async () => {
  const painter = openCardPainter(await readPaperFonts());
  const empty = await painter.paint(card(), 1);
  for (const words of ['убиты', 'قتلى', 'νεκροί']) {
    const png = await painter.paint(card(text(words, 60)), 1);
    expect(Buffer.from(png).equals(Buffer.from(empty)), words).toBe(false);
    expect(png.length, words).toBeGreaterThan(empty.length + 300);
  }
});

/** Columns of the picture in which anything is drawn, from the first to the last. */
async function inkOf(...ops: Card['ops']): Promise<readonly [number, number]> {
  const { rows, width } = indexed(await painter().then((open) => open.paint(card(...ops), 1)));
  const inked = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => row[column] !== 0),
  );
  return [inked[0] ?? -1, inked.at(-1) ?? -1];
}

const painter = async () => openCardPainter(await readPaperFonts());

/** A picture with a palette, as numbers of colours row by row. */
function indexed(png: Uint8Array): { readonly width: number; readonly rows: readonly Uint8Array[] } {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const at = Buffer.from(png).indexOf('IDAT');
  const pixels = inflateSync(png.subarray(at + 4, at + 4 + view.getUint32(at - 4)));
  const rows = Array.from({ length: height }, (_, row) =>
    pixels.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)),
  );
  return { width, rows };
}

test('a line from right to left keeps every word, ends where it is asked to, and its number stands between its words', async () => {
  const rtl = (words: string) => ({ ...text(`\u202b${words}\u202c`, 60), x: 390, anchor: 'end' }) as const;
  const [from, to] = await inkOf(rtl('قتل 12 شخصا (Dol).'));
  expect(to).toBeGreaterThan(375);
  expect(to).toBeLessThanOrEqual(391);
  // The full stop stands at the left end.
  const [without] = await inkOf(rtl('قتل 12 شخصا (Dol)'));
  expect(from).toBeLessThan(without);
  const [words, numbered] = [await inkOf(rtl('قتل شخصا')), await inkOf(rtl('قتل 12 شخصا'))];
  expect(words[0] - numbered[0]).toBeGreaterThan(25);
  expect(words[1]).toBe(numbered[1]);
});

test('a card full of words stays a small file', async () => {
  const ops = Array.from({ length: 12 }, (_, line) =>
    text('Weavers were taken by night, people say', 14 * line + 14),
  );
  const png = await (await painter()).paint(
    { ...card(...ops.map((op) => ({ ...op, size: 12 }))), width: 1200, height: 630 },
    1,
  );
  expect(png.length).toBeLessThan(40_000);
});
