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
  const png = await painter.paint(drawn);
  expect(Buffer.from(png.subarray(0, 8)).toString('hex')).toBe('89504e470d0a1a0a');
  const view = new DataView(png.buffer, png.byteOffset);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([800, 400]);
  expect(Buffer.from(await painter.paint(drawn)).equals(Buffer.from(png))).toBe(true);
});

test('letters of other scripts are drawn, not left out', async () => {
  const painter = openCardPainter(await readPaperFonts());
  const empty = await painter.paint(card());
  for (const words of ['убиты', 'قتلى', 'νεκροί']) {
    const png = await painter.paint(card(text(words, 60)));
    expect(Buffer.from(png).equals(Buffer.from(empty)), words).toBe(false);
    expect(png.length, words).toBeGreaterThan(empty.length + 500);
  }
});
