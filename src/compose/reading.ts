/** Readers of texts with the data that ships for them: one here, or many on threads. */
import type { TextReading } from '../desk/ports/text-reading.ts';
import type { TextReader } from '../text/open-text-reader.ts';
import { readReaderAssets } from './reader-assets.ts';

/**
 * Loads the extractor: one reader, in this thread.
 *
 * @example
 * const { extractor, read } = await loadExtractor();
 */
export async function loadExtractor(): Promise<TextReader> {
  const [{ openTextReader }, assets] = await Promise.all([
    import('../text/open-text-reader.ts'),
    readReaderAssets(),
  ]);
  return openTextReader(assets);
}

/** Readers at work; closed by who opened them. */
export interface Readers extends TextReading {
  close(): Promise<void>;
}

/**
 * Opens readers.
 *
 * @param threads null: one for each core; 0: one reader in this thread, which nothing can stop while it reads
 * @throws OnRecordError `unsupported-runtime` when no thread can be had
 * @example
 * const readers = await openReaders(null);
 */
export async function openReaders(threads: number | null): Promise<Readers> {
  if (threads === 0) {
    const { extractor, read } = await loadExtractor();
    return { extractor, read: (input) => read(input), close: async () => undefined };
  }
  const [{ openReaderPool }, { availableParallelism }, assets] = await Promise.all([
    import('../engine/open-reader-pool.ts'),
    import('node:os'),
    readReaderAssets(),
  ]);
  return openReaderPool({ assets, threads: threads ?? availableParallelism() });
}
