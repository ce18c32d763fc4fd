/**
 * Lays out an exported package: a BagIt bag with the sources, their custody and an RO-Crate description as payload,
 * and beside it `verify/` with all that a stranger needs to check it using sha256sum and openssl. Data in, files out.
 * Refuses parts that do not fit together (no proof for an entry, a note that is none); what they prove is checked by
 * `verifyPackage`, which every export runs over its own result.
 */
import { writeBag } from '../bagit/write-bag.ts';
import type { NamedEntry } from './named-entry.ts';
import type { PackagedSource, PackageParts, ProvenEntry } from './package-parts.ts';
import { readMe } from './read-me.ts';
import { type CrateFile, roCrate } from './ro-crate.ts';
import { safeFileName, safeFileNames } from './safe-file-name.ts';
import { verifyFolder } from './verify-folder.ts';

/**
 * Makes every file of a package.
 *
 * @returns bytes by path, in order of path
 * @throws TypeError naming what does not fit together
 * @example
 * const files = await custodyPackage(parts);
 * files.has('verify/verify.sh'); // true
 */
export async function custodyPackage(parts: PackageParts): Promise<ReadonlyMap<string, Uint8Array>> {
  refuseUnfit(parts);
  const crate: CrateFile[] = [];
  const entries: NamedEntry[] = [];
  for (const source of parts.sources) addSource(source, crate, entries);
  const payload = new Map(crate.map(({ path, bytes }) => [path, bytes] as const));
  payload.set('ro-crate-metadata.json', utf8(roCrate(parts, crate)));
  return await writeBag({
    payload,
    tagFiles: verifyFolder(parts, entries, readMe(parts, entries)),
    baggingDate: parts.exportedAt.slice(0, 10),
    info: [
      { label: 'External-Description', value: parts.title },
      { label: 'Contact-Name', value: parts.exportedBy },
      ...(parts.to === null ? [] : [{ label: 'Onrecord-Handed-To', value: parts.to }]),
      { label: 'Onrecord-Exported-At', value: parts.exportedAt },
      { label: 'Bag-Software-Agent', value: parts.software },
    ],
  });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function refuseUnfit(parts: PackageParts): void {
  if (parts.sources.length === 0) throw new TypeError('A package holds one source or more.');
  if (!/^\d{4}-\d{2}-\d{2}T/.test(parts.exportedAt))
    throw new TypeError('The time of export is an ISO 8601 instant.');
  const ids = new Set(parts.sources.map(({ id }) => id));
  if (ids.size !== parts.sources.length) throw new TypeError('A source is in the package twice.');
  for (const { id, originals } of parts.sources) {
    if (!/^[a-z]+_[0-9a-z]+$/.test(id)) throw new TypeError(`${id} is no id of a source.`);
    if (originals.length === 0) throw new TypeError(`${id} has no bytes to hand over.`);
    if (originals.some(({ entry }) => entry.bytesKey === null))
      throw new TypeError(`${id} has bytes that no entry commits to.`);
  }
}

function addSource(source: PackagedSource, crate: CrateFile[], entries: NamedEntry[]): void {
  const folder = `sources/${source.id}`;
  const names = safeFileNames(source.originals.map(({ fileName }) => fileName));
  const seen = new Set<number>();
  const add = (entry: ProvenEntry, file: string | null): void => {
    if (seen.has(entry.seq)) return;
    entries.push({ name: seen.size === 0 ? source.id : `${source.id}.${entry.seq}`, entry, file });
    seen.add(entry.seq);
  };
  for (const [index, { bytes, mediaType, fileName, entry }] of source.originals.entries()) {
    const path = `${folder}/original/${names[index] ?? safeFileName('')}`;
    crate.push({ path, bytes, mediaType, name: 'Untouched bytes of the source', givenName: fileName });
    add(entry, `data/${path}`);
  }
  for (const entry of source.entries) add(entry, null);
  const written = (name: string, text: string, mediaType: string, words: string): void =>
    void crate.push({
      path: `${folder}/${name}`,
      bytes: utf8(text),
      mediaType,
      name: words,
      givenName: null,
    });
  if (source.text !== null) written('text.txt', source.text, 'text/plain', 'Text of the source, normalised');
  written('custody.txt', source.custody.txt, 'text/plain', 'Chain of custody');
  written('custody.html', source.custody.html, 'text/html', 'Chain of custody');
  written('custody.json', source.custody.json, 'application/json', 'Chain of custody');
}
