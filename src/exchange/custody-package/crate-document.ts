/** What every RO-Crate 1.2 of ours begins with, and how it is written. The context is named, never loaded. */

/** The root of a crate: what stands in its description beside id and type. */
export interface CrateRoot {
  readonly name: string;
  readonly description: string;
  /** ISO 8601. */
  readonly datePublished: string;
  readonly [property: string]: unknown;
}

/**
 * The metadata document.
 *
 * @param things every other thing of the graph, in its order
 * @returns JSON text with a last newline
 * @example
 * JSON.parse(crateDocument(root, []))['@graph'][0]['@id']; // 'ro-crate-metadata.json'
 */
export function crateDocument(root: CrateRoot, things: readonly object[]): string {
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    },
    { '@id': './', '@type': 'Dataset', ...root },
    ...things,
  ];
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 2)}\n`;
}
