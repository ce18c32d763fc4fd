/** Loads what asks Node, while it is loaded, for something that Node calls experimental: that is nothing for whoever runs the desk. */

/**
 * Loads without the warnings of experimental parts of Web Crypto; all others are told.
 *
 * @example
 * const { openPasskeys } = await quietLoad(() => import('../engine/passkeys/open-passkeys.ts'));
 */
export async function quietLoad<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (rest[0] === 'ExperimentalWarning' && String(warning).includes('Web Crypto API')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
