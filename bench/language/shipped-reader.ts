/** The reader as it ships, with its weights and places, for every part of the bench. */
import { readReaderAssets } from '../../src/compose/reader-assets.ts';
import { openTextReader, type TextReader } from '../../src/text/open-text-reader.ts';

let opened: TextReader | null = null;

/**
 * Opens the reader once.
 *
 * @example
 * (await shippedReader()).read({ text, publishedAt: null, outlet: null, language: 'en' });
 */
export async function shippedReader(): Promise<TextReader> {
  opened ??= openTextReader(await readReaderAssets());
  return opened;
}
