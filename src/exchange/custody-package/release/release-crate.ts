/**
 * Describes a packaged release as RO-Crate 1.2. Made from the release and the list of files alone, so that a reader makes it again
 * and compares.
 */

import type { PublishedRelease } from '../../../record/release/release.ts';
import { crateDocument } from '../crate-document.ts';

/** A payload file. */
export interface ReleaseFile {
  /** Below data/. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml',
  pdf: 'application/pdf',
  woff2: 'font/woff2',
  wacz: 'application/wacz',
  sha256: 'text/plain',
};

const NAMES: Readonly<Record<string, string>> = {
  'release.json': 'What was released, as the log committed to it',
  'approval.json': 'That it was approved, as the log committed to it',
  'dossier.sha256': 'The files of the dossier with their SHA-256',
  'sources.json': 'Hashes of the public sources, and keys that open what the log committed to',
  'dossier/index.html': 'The dossier: begin here',
  'dossier/record.json': 'The published record for machines',
};

const LICENCE = '#licence';
const PUBLISHER = '#publisher';

/**
 * Writes the metadata document.
 *
 * @param files every payload file but this one
 * @returns JSON text with a last newline
 * @example
 * JSON.parse(releaseCrate(release, files))['@graph'][0]['@id']; // 'ro-crate-metadata.json'
 */
export function releaseCrate(release: PublishedRelease, files: readonly ReleaseFile[]): string {
  const { profile, number, madeAt, id, program } = release;
  const licence = profile.licence;
  const licenceId = licence?.url ?? LICENCE;
  const listed = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const root = {
    name: profile.title ?? `Release ${number}`,
    description:
      'A released record of who claims what, with its sources’ hashes and (beside this folder, in verify/) what proves it.',
    datePublished: madeAt,
    identifier: id,
    version: String(number),
    inLanguage: profile.languages,
    license: { '@id': licenceId },
    ...(profile.publisher === null ? {} : { publisher: { '@id': PUBLISHER } }),
    ...(profile.address === null ? {} : { url: profile.address }),
    hasPart: listed.map(({ path }) => ({ '@id': encodeURI(path) })),
  };
  return crateDocument(root, [
    {
      '@id': licenceId,
      '@type': 'CreativeWork',
      name: licence?.name ?? 'No licence is given',
      description: `Terms under which this release may be used; made with ${program}.`,
    },
    ...(profile.publisher === null
      ? []
      : [{ '@id': PUBLISHER, '@type': 'Organization', name: profile.publisher }]),
    ...listed.map(fileOf),
  ]);
}

function fileOf({ path, size, sha256 }: ReleaseFile): object {
  const ending = /\.([a-z0-9]+)$/u.exec(path)?.[1] ?? '';
  return {
    '@id': encodeURI(path),
    '@type': 'File',
    name: NAMES[path] ?? path,
    contentSize: String(size),
    encodingFormat: TYPES[ending] ?? 'application/octet-stream',
    sha256,
  };
}
