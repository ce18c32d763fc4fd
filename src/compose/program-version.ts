/** Which onrecord this is. */

/**
 * The program's version, from its package file.
 *
 * @example
 * await programVersion(); // '0.1.0'
 */
export async function programVersion(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const { packageRoot } = await import('./package-root.ts');
  const text = await readFile(new URL('package.json', packageRoot()), 'utf8');
  const content: unknown = JSON.parse(text);
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : null;
  return typeof version === 'string' ? version : 'unknown';
}
