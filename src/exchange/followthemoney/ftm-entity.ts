/** An entity of FollowTheMoney: a schema and lists of values. The model itself is theirs (followthemoney.tech); here is its JSON. */
import type { Fault } from '../../record/onrecord-error.ts';

export interface FtmEntity {
  readonly id: string;
  /** Name of a schema, for example "Article". */
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Entities as they are exchanged: one JSON object a line.
 *
 * @example
 * writeEntities([{ id: 'a', schema: 'Person', properties: { name: ['Ana Kovac'] } }]);
 */
export function writeEntities(entities: readonly FtmEntity[]): string {
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

export type FtmRead =
  | { readonly ok: true; readonly entities: readonly (FtmEntity & { readonly line: number })[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function valuesOf(value: unknown): readonly string[] | null {
  const values = Array.isArray(value) ? value : [value];
  return values.every((one) => typeof one === 'string' || typeof one === 'number')
    ? values.map(String)
    : null;
}

function entityIn(value: unknown): FtmEntity | string {
  if (typeof value !== 'object' || value === null) return 'must be an entity: {"id", "schema", "properties"}';
  const { id, schema, properties } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return 'has no id';
  if (typeof schema !== 'string' || schema === '') return 'has no schema';
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
    return 'has no properties';
  const read: Record<string, readonly string[]> = {};
  for (const [name, given] of Object.entries(properties)) {
    const values = valuesOf(given);
    if (values === null)
      return `has values of "${name.slice(0, 40)}" that are no text: export it without nested entities`;
    read[name] = values;
  }
  return { id, schema, properties: read };
}

/**
 * Reads entities, one a line; every fault with its line. Empty lines are passed over.
 *
 * @example
 * const read = readEntities(text);
 * if (read.ok) read.entities[0]?.schema;
 */
export function readEntities(content: string): FtmRead {
  const faults: Fault[] = [];
  const entities: (FtmEntity & { line: number })[] = [];
  for (const [at, text] of content
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .entries()) {
    if (text.trim() === '') continue;
    const line = at + 1;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      faults.push({
        path: `line ${line}`,
        message: 'is not JSON: FollowTheMoney files hold one entity a line',
      });
      continue;
    }
    const entity = entityIn(value);
    if (typeof entity === 'string') faults.push({ path: `line ${line}`, message: entity });
    else entities.push({ ...entity, line });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entities };
}
