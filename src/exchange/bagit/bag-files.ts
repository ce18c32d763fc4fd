/** What a bag is read from: a list of names with sizes, and the bytes behind a name. Folder, zip and memory give it. */
import type { ByteParts } from '../../crypto/file-digest.ts';

/** One file as it is listed. */
export interface BagFile {
  /** From the bag's own folder, "/" between folders. Not trusted. */
  readonly path: string;
  /** UTF-8 or other bytes, counted. */
  readonly size: number;
}

export interface BagFiles {
  readonly list: readonly BagFile[];
  /** What the reader would not even list: links, devices, encrypted parts. Each is a fault. */
  readonly refused: readonly { readonly path: string; readonly message: string }[];
  /** The bytes of a listed file; called only with a path of the list. */
  read(path: string): ByteParts;
}

/**
 * Files held in memory, for tests and for what was just written.
 *
 * @example
 * bagFilesInMemory(new Map([['bagit.txt', bytes]])).list.length; // 1
 */
export function bagFilesInMemory(files: ReadonlyMap<string, Uint8Array>): BagFiles {
  return {
    list: [...files].map(([path, bytes]) => ({ path, size: bytes.byteLength })),
    refused: [],
    read: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? [] : [bytes];
    },
  };
}

/** A file's bytes, or what goes on from its path: "is too large". */
export type WholeFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a whole listed file into memory; never throws for a file that cannot be read.
 *
 * @param most bytes; a longer file is not read to its end
 * @example
 * const read = await wholeFile(files, 'bagit.txt', 1_000);
 * if (read.ok) read.bytes.length;
 */
export async function wholeFile(files: BagFiles, path: string, most: number): Promise<WholeFile> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of files.read(path)) {
      size += part.byteLength;
      if (size > most) return { ok: false, message: 'is too large for what it is' };
      parts.push(part);
    }
  } catch {
    return { ok: false, message: UNREADABLE };
  }
  return { ok: true, bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** Said of a file that the disk or the archive does not give back. */
export const UNREADABLE = 'cannot be read: it is damaged, or was taken away';
