/** Where this package lies: from its sources as from its bundle, its package.json stands in a folder above. */
import { existsSync } from 'node:fs';

/**
 * Address of the package's folder, ending with a slash.
 *
 * @example
 * new URL('package.json', packageRoot());
 */
export function packageRoot(): URL {
  let folder = new URL('./', import.meta.url);
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('../', folder);
  return folder;
}
