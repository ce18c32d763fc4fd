/**
 * Writes a bag of version 1.0 (RFC 8493): payload below data/, manifests in SHA-256 and SHA-512, both also over every
 * tag file. Files in, files out; the date is handed in. Refuses names that another system would not keep.
 */
import { bagPathFault, foldedPath } from './bag-path.ts';
import { BAG_ALGORITHMS, type BagContent, type DigestedFile, digested } from './digested-file.ts';
import { writeManifest } from './manifest.ts';
import { type BagTag, writeTags } from './tag-file.ts';

export interface BagParts {
  /** By path below data/. */
  readonly payload: ReadonlyMap<string, BagContent>;
  /** Further tag files by path from the bag's folder, such as verify/README.txt. */
  readonly tagFiles: ReadonlyMap<string, Uint8Array>;
  /** A day, YYYY-MM-DD. */
  readonly baggingDate: string;
  /** bag-info.txt besides Bagging-Date and Payload-Oxum. */
  readonly info: readonly BagTag[];
}

/**
 * Lays out a bag.
 *
 * @returns every file whose bytes were handed in, by its path, in order of path
 * @throws TypeError for names that are unsafe, collide on some disk, or are not free, and for a date that is none
 * @example
 * const files = await writeBag({ payload: new Map([['a.txt', bytes]]), tagFiles: new Map(), baggingDate: '2031-03-04', info: [] });
 * [...files.keys()][0]; // 'bag-info.txt'
 */
export async function writeBag(parts: BagParts): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(parts.baggingDate)) throw new TypeError('The date of a bag is YYYY-MM-DD.');
  const payload = new Map<string, DigestedFile>();
  const held = new Map<string, Uint8Array>();
  for (const [path, content] of parts.payload) {
    payload.set(`data/${path}`, await digested(content));
    if (content instanceof Uint8Array) held.set(`data/${path}`, content);
  }
  const bytes = [...payload.values()].reduce((sum, { size }) => sum + size, 0);
  const info = writeTags([
    ...parts.info,
    { label: 'Bagging-Date', value: parts.baggingDate },
    { label: 'Payload-Oxum', value: `${bytes}.${payload.size}` },
  ]);
  const tags = new Map<string, Uint8Array>([
    ['bagit.txt', utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', utf8(info)],
  ]);
  for (const [path, content] of parts.tagFiles) {
    if (tags.has(path) || /^(data(\/|$)|(tag)?manifest-|fetch\.txt$)/.test(path))
      throw new TypeError(`The name ${path} belongs to the bag itself.`);
    tags.set(path, content);
  }
  for (const [path, content] of await manifestsOf(payload, 'manifest')) tags.set(path, content);
  const seals = await manifestsOf(tags, 'tagmanifest');
  refuseNames([...payload.keys(), ...tags.keys(), ...seals.keys()]);
  return new Map([...held, ...tags, ...seals].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function manifestsOf(
  files: ReadonlyMap<string, BagContent>,
  name: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const lists = new Map(BAG_ALGORITHMS.map((algorithm) => [algorithm, new Map<string, string>()]));
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { sums } = await digested(content);
    for (const [algorithm, list] of lists) list.set(path, sums.get(algorithm) ?? '');
  }
  return new Map(
    [...lists].map(([algorithm, sums]) => [`${name}-${algorithm}.txt`, utf8(writeManifest(sums))]),
  );
}

function refuseNames(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const fault = bagPathFault(path);
    if (fault !== null) throw new TypeError(`The name ${JSON.stringify(path)} cannot be in a bag: ${fault}.`);
    if (seen.has(foldedPath(path))) throw new TypeError(`Two files of the bag have the name ${path}.`);
    seen.add(foldedPath(path));
  }
}
