/** The picture of an app's secret: drawn squares, read again by a decoder of QR codes. */
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { codeAddress } from '../../crypto/one-time-code.ts';
import { squaresPath } from './squares-path.ts';

test('rows of squares', () => {
  expect(
    squaresPath([
      [true, true, false],
      [false, false, false],
      [true, false, true],
    ]),
  ).toBe('M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z');
});

/** Fills the path's rectangles, some pixels a square. */
function drawn(path: string, side: number, pixels: number) {
  const width = side * pixels;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu))
    for (let row = Number(y) * pixels; row < (Number(y) + 1) * pixels; row += 1)
      data.fill(
        0,
        (row * width + Number(x) * pixels) * 4,
        (row * width + (Number(x) + Number(wide)) * pixels) * 4,
      );
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height: width, data };
}

test('what a telephone reads from the picture is the address, letter by letter', () => {
  const address = codeAddress('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', { team: 'onrecord kessar', name: 'Мира' });
  const squares = encodeQR(address, 'raw', { ecc: 'medium', border: 4 });
  expect(decodeQR(drawn(squaresPath(squares), squares.length, 4))).toBe(address);
});
