/** Where a program of its own lies that this room starts: beside its starter in the sources; built, beside the bundle or above it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Its address.
 *
 * @param name without ending, such as `reading-thread`
 * @param starter `import.meta.url` of the module that starts it
 * @example
 * new Worker(programBeside('reading-thread', import.meta.url));
 */
export function programBeside(name: string, starter: string): URL {
  const built = new URL(`./${name}.mjs`, starter);
  const places = [new URL(`./${name}.ts`, starter), built, new URL(`../${name}.mjs`, starter)];
  return places.find((place) => existsSync(fileURLToPath(place))) ?? built;
}
