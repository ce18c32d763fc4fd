/** Files of a package that are at hand already: written whole or not at all. */
import type { PackageFolder } from '../ports/package-folder.ts';

/**
 * Writes them.
 *
 * @returns the absolute path of the folder
 * @throws OnRecordError `bad-usage` when the folder holds files already, `read-only`, `disk-full`
 * @example
 * await writePackage(folder, './proof', new Map([['bagit.txt', bytes]]));
 */
export async function writePackage(
  folder: PackageFolder,
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const staged = await folder.stage(out);
  try {
    for (const [path, bytes] of files) await staged.write(path, bytes);
    return await staged.keep();
  } catch (error) {
    await staged.drop();
    throw error;
  }
}
