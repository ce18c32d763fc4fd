import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfOf } from '../fixtures/small-files.ts';
import { openPictureRedaction } from './open-picture-redaction.ts';

const pictures = openPictureRedaction();
afterAll(() => pictures.close());

/** A picture with a red left half and a green right half. */
async function halves(format: 'png' | 'jpeg'): Promise<Uint8Array> {
  const canvas = createCanvas(80, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 40, 40);
  context.fillStyle = '#00ff00';
  context.fillRect(40, 0, 40, 40);
  return format === 'png' ? canvas.encode('png') : canvas.encode('jpeg', 95);
}

/** An APP1 segment with EXIF in front of a JPEG's others: a maker's name and a comment. */
function withExif(jpeg: Uint8Array, word: string): Uint8Array {
  const value = Buffer.from(`${word}\0`, 'latin1');
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(value.length, 14);
  tiff.writeUInt32LE(tiff.length, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, value]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** Red, green, blue of some pixels. */
async function pixels(
  bytes: Uint8Array,
  places: readonly (readonly [number, number])[],
): Promise<number[][]> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d') as ReturnType<typeof canvas.getContext> & {
    getImageData(x: number, y: number, w: number, h: number): { readonly data: Uint8ClampedArray };
  };
  context.drawImage(image, 0, 0);
  return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]);
}

describe('pictures', () => {
  test.each(['png', 'jpeg'] as const)('a box is black, the rest is as it was: %s', async (format) => {
    const made = await pictures.redact(await halves(format), `image/${format}`, [
      { page: 1, x: 0, y: 0, width: 20, height: 40 },
    ]);
    expect(made).toMatchObject({ extension: 'png', pages: 1 });
    const [inside, left, right] = await pixels(made.bytes, [
      [10, 20],
      [30, 20],
      [70, 20],
    ]);
    expect(inside).toEqual([0, 0, 0]);
    expect(left?.[0]).toBeGreaterThan(240);
    expect(right?.[1]).toBeGreaterThan(240);
  });

  test('EXIF of the original is not in the copy', async () => {
    const jpeg = withExif(await halves('jpeg'), 'Velmuradic-camera');
    expect(Buffer.from(jpeg).includes('Velmuradic')).toBe(true);
    const made = await pictures.redact(jpeg, 'image/jpeg', [{ page: 1, x: 1, y: 1, width: 2, height: 2 }]);
    expect(Buffer.from(made.bytes).includes('Velmuradic')).toBe(false);
    expect(Buffer.from(made.bytes).includes('Exif')).toBe(false);
  });
});

describe('pages of a PDF', () => {
  const LINES = ['The drommelquist committee said', 'that nine dockers were injured.'];

  test('become pictures: no text layer, no metadata, black where the box lies', {
    timeout: 60_000,
  }, async () => {
    const original = pdfOf(LINES);
    const boxes = [{ page: 1, x: 0, y: 0, width: 1_000, height: 1_000 }];
    const made = await pictures.redact(original, 'application/pdf', boxes);
    expect(made).toMatchObject({ extension: 'pdf', pages: 1 });
    const pdf = await getDocumentProxy(made.bytes.slice());
    const page = await pdf.getPage(1);
    expect((await page.getTextContent()).items).toEqual([]);
    const { info } = (await pdf.getMetadata()) as unknown as {
      info: Record<string, unknown>;
    };
    for (const key of ['Author', 'Title', 'Producer', 'CreationDate']) expect(info[key], key).toBeUndefined();
    expect(Buffer.from(made.bytes).includes('drommelquist')).toBe(false);
    const view = page.getViewport({ scale: 1 });
    const before = (await (await getDocumentProxy(original.slice())).getPage(1)).getViewport({ scale: 1 });
    expect([view.width, view.height]).toEqual([before.width, before.height]);
  });

  test('other places of a page are drawn as they were', { timeout: 60_000 }, async () => {
    const plain = await pictures.redact(pdfOf(LINES), 'application/pdf', [
      { page: 1, x: 0, y: 0, width: 1, height: 1 },
    ]);
    const all = await pictures.redact(pdfOf(LINES), 'application/pdf', [
      { page: 1, x: 0, y: 0, width: 1_000, height: 1_000 },
    ]);
    // Letters compress worse than black: what is drawn is there.
    expect(plain.bytes.length).toBeGreaterThan(all.bytes.length);
  });
});

test.each([
  ['a box off the picture', 'image/png', { page: 1, x: 500, y: 0, width: 5, height: 5 }, 'bad-usage'],
  ['a page that is not there', 'image/png', { page: 2, x: 0, y: 0, width: 5, height: 5 }, 'bad-usage'],
  ['a web page', 'text/html', { page: 1, x: 0, y: 0, width: 5, height: 5 }, 'bad-usage'],
])('%s is refused', async (_, mediaType, box, code) => {
  await expect(pictures.redact(await halves('png'), mediaType, [box])).rejects.toMatchObject({ code });
});

test('a broken picture and a broken PDF are refused without a word of theirs', async () => {
  const box = { page: 1, x: 0, y: 0, width: 5, height: 5 };
  for (const mediaType of ['image/png', 'application/pdf']) {
    const bytes = Buffer.from('%PDF-1.7 drommelquist is not a file');
    await expect(pictures.redact(bytes, mediaType, [box])).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.not.stringContaining('drommelquist'),
    });
  }
});
