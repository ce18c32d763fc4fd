/**
 * Describes the payload as RO-Crate 1.2 (ro-crate-metadata.json): which file is which source, its type, size and
 * SHA-256, the name it came with. Written by us; the context is named, never loaded.
 */

import { sha256Hex } from '../../crypto/sha256.ts';
import { crateDocument } from './crate-document.ts';
import type { PackageParts } from './package-parts.ts';

/** A payload file to describe. */
export interface CrateFile {
  /** From the payload's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What it is, in words. */
  readonly name: string;
  /** The name it came with; null for files that the export wrote. */
  readonly givenName: string | null;
}

const TERMS = '#terms';
const EXPORTER = '#exporter';

/**
 * Writes the metadata document.
 *
 * @returns JSON text with a last newline
 * @example
 * JSON.parse(roCrate(parts, files))['@graph'][0]['@id']; // 'ro-crate-metadata.json'
 */
export function roCrate(parts: PackageParts, files: readonly CrateFile[]): string {
  const folders = parts.sources.map((source) => `sources/${source.id}/`);
  const root = {
    name: parts.title,
    description:
      'Sources with their untouched bytes, their chain of custody, and (beside this folder, in verify/) what proves them.',
    datePublished: parts.exportedAt,
    license: { '@id': TERMS },
    author: { '@id': EXPORTER },
    hasPart: folders.map((folder) => ({ '@id': folder })),
  };
  return crateDocument(root, [
    {
      '@id': TERMS,
      '@type': 'CreativeWork',
      name: 'Handed over as evidence',
      description:
        'No licence is given. The sources belong to whoever made them; use beyond the purpose of the handover needs their consent.',
    },
    { '@id': EXPORTER, '@type': 'Person', name: parts.exportedBy },
    ...parts.sources.map((source) => folderOf(source, files)),
    ...files.map(fileOf),
  ]);
}

function folderOf(source: PackageParts['sources'][number], files: readonly CrateFile[]): object {
  const folder = `sources/${source.id}/`;
  const inside = files.filter(({ path }) => path.startsWith(folder));
  return {
    '@id': folder,
    '@type': 'Dataset',
    name: source.title,
    identifier: source.id,
    hasPart: inside.map(({ path }) => ({ '@id': path })),
  };
}

function fileOf({ path, bytes, mediaType, name, givenName }: CrateFile): object {
  return {
    '@id': path,
    '@type': 'File',
    name,
    ...(givenName === null ? {} : { alternateName: givenName }),
    contentSize: String(bytes.byteLength),
    encodingFormat: mediaType,
    sha256: sha256Hex(bytes),
  };
}
