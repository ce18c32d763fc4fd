/**
 * The full-page picture, taken through the browser's own protocol, so that the page's scripts have no say in its
 * size. Very long pages come as several pictures, from the top downwards; there is an end to the longest.
 */
import type { CDPSession } from 'playwright-core';

/** CSS pixels. */
const MOST_WIDTH = 4_000;
const PICTURE_HEIGHT = 8_000;
const MOST_PICTURES = 12;

export interface PagePicture {
  /** PNG. */
  readonly parts: readonly Uint8Array[];
  /** What is not in them; null when the page is there whole. */
  readonly cut: string | null;
}

/**
 * Height of the page in CSS pixels.
 *
 * @example
 * await pageSize(session); // { width: 1280, height: 5210 }
 */
export async function pageSize(session: CDPSession): Promise<{ width: number; height: number }> {
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  return { width: Math.ceil(cssContentSize.width), height: Math.ceil(cssContentSize.height) };
}

/**
 * Takes it.
 *
 * @example
 * const { parts, cut } = await takePicture(session);
 */
export async function takePicture(session: CDPSession): Promise<PagePicture> {
  const size = await pageSize(session);
  const width = Math.min(Math.max(size.width, 1), MOST_WIDTH);
  const height = Math.min(Math.max(size.height, 1), PICTURE_HEIGHT * MOST_PICTURES);
  const parts: Uint8Array[] = [];
  for (let y = 0; y < height; y += PICTURE_HEIGHT) {
    const clip = { x: 0, y, width, height: Math.min(PICTURE_HEIGHT, height - y), scale: 1 };
    const shot = await session.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip,
    });
    parts.push(new Uint8Array(Buffer.from(shot.data, 'base64')));
  }
  const isCut = size.height > height || size.width > width;
  const cut = `it shows ${width} × ${height} of ${size.width} × ${size.height} pixels`;
  return { parts, cut: isCut ? cut : null };
}
