/**
 * Draws a picture, or every page of a PDF, anew and fills boxes with black: what comes out holds what is seen and nothing else. Runs in the
 * thread of `open-picture-redaction.ts` only, for the file may be hostile.
 */
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocumentProxy, renderPageAsImage } from 'unpdf';
import type { RedactionBox } from '../../record/redaction.ts';
import { type PicturePage, picturesPdf } from './pictures-pdf.ts';
import type { DrawnAnswer, DrawTask } from './redaction-messages.ts';

/** Pixels for each point of a PDF page: 144 to the inch. */
const SCALE = 2;
const QUALITY = 90;

/**
 * Draws one file.
 *
 * @example
 * await drawRedacted({ bytes, mediaType: 'image/png', boxes, limits: { pages: 200, pixels: 60_000_000 } });
 */
export async function drawRedacted(task: DrawTask): Promise<DrawnAnswer> {
  return task.mediaType === 'application/pdf' ? pdf(task) : picture(task);
}

async function picture({ bytes, boxes, limits }: DrawTask): Promise<DrawnAnswer> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  if (width * height > limits.pixels)
    return fault('too-large', 'The picture has too many pixels to be drawn anew.');
  const outside = boxes.find((box) => box.page !== 1 || box.x >= width || box.y >= height);
  if (outside !== undefined) return offPage(outside, `The picture is ${width} by ${height} pixels.`);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  fill(canvas, boxes, 1);
  return { ok: true, bytes: await canvas.encode('png'), extension: 'png', pages: 1 };
}

async function pdf({ bytes, boxes, limits }: DrawTask): Promise<DrawnAnswer> {
  // The document takes the bytes over: each reading gets a copy.
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  const count = document.numPages;
  if (count > limits.pages)
    return fault('too-large', `The PDF has ${count} pages; at most ${limits.pages} are drawn anew.`);
  const sizes: { readonly width: number; readonly height: number }[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    if (width * height * SCALE * SCALE > limits.pixels)
      return fault('too-large', `Page ${number} is too large to be drawn anew.`);
    sizes.push({ width, height });
  }
  for (const box of boxes) {
    const size = sizes[box.page - 1];
    if (size === undefined) return offPage(box, `The PDF has ${count} pages.`);
    if (box.x >= size.width || box.y >= size.height)
      return offPage(box, `The page is ${Math.round(size.width)} by ${Math.round(size.height)} points.`);
  }
  const pages: PicturePage[] = [];
  for (const [at, { width, height }] of sizes.entries()) {
    const png = await renderPageAsImage(bytes.slice(), at + 1, {
      canvasImport: () => import('@napi-rs/canvas') as never,
      scale: SCALE,
    });
    const image = await loadImage(new Uint8Array(png));
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, image.width, image.height);
    context.drawImage(image, 0, 0);
    fill(
      canvas,
      boxes.filter((box) => box.page === at + 1),
      SCALE,
    );
    const jpeg = await canvas.encode('jpeg', QUALITY);
    pages.push({ jpeg, width: image.width, height: image.height, pageWidth: width, pageHeight: height });
  }
  return { ok: true, bytes: picturesPdf(pages), extension: 'pdf', pages: count };
}

/** One pixel more on each side, so that no softened edge of a letter is left. */
function fill(canvas: Canvas, boxes: readonly RedactionBox[], scale: number): void {
  const context = canvas.getContext('2d');
  context.fillStyle = '#000000';
  for (const { x, y, width, height } of boxes) {
    const left = Math.floor(x * scale) - 1;
    const top = Math.floor(y * scale) - 1;
    context.fillRect(
      left,
      top,
      Math.ceil((x + width) * scale) + 1 - left,
      Math.ceil((y + height) * scale) + 1 - top,
    );
  }
}

function fault(code: 'too-large' | 'bad-usage', message: string): DrawnAnswer {
  return { ok: false, code, message };
}

function offPage({ page, x, y }: RedactionBox, size: string): DrawnAnswer {
  return fault('bad-usage', `The box at ${x},${y} on page ${page} lies outside. ${size}`);
}
