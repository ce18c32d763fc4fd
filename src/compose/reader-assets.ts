/** The data that ships for the reader, in `models/`: read from disk once, over memory that threads can share. */
import { open, readdir } from 'node:fs/promises';
import type { ReaderAssets } from '../text/open-text-reader.ts';
import { packageRoot } from './package-root.ts';

/** File names end with the version of their content; the highest is read. */
const FILES = { attribution: /^attribution-en-(\d+)\.bin$/, gazetteer: /^places-(\d+)\.bin$/ } as const;

/**
 * Reads them. What is not there is null: the reader then works without it.
 *
 * @example
 * const reader = openTextReader(await readReaderAssets());
 */
export async function readReaderAssets(): Promise<ReaderAssets> {
  const folder = new URL('models/', packageRoot());
  const names = await readdir(folder).catch(() => []);
  const newest = (pattern: RegExp): string | undefined =>
    names
      .filter((name) => pattern.test(name))
      .toSorted((a, b) => Number(pattern.exec(b)?.[1]) - Number(pattern.exec(a)?.[1]))[0];
  const [attribution, gazetteer] = await Promise.all(
    [FILES.attribution, FILES.gazetteer].map(async (pattern) => {
      const name = newest(pattern);
      return name === undefined ? null : sharedFile(new URL(name, folder));
    }),
  );
  return { attribution: attribution ?? null, gazetteer: gazetteer ?? null };
}

async function sharedFile(url: URL): Promise<Uint8Array> {
  const file = await open(url);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    await file.read(bytes, 0, size, 0);
    return bytes;
  } finally {
    await file.close();
  }
}
