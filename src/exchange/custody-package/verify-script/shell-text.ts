/** Shell text inside TypeScript: backslashes stay as they are, and `\${` stands for the shell's own `${`. */

/**
 * Tag of a template that holds shell text.
 *
 * @example
 * shell`echo "\${HOME}"`; // 'echo "${HOME}"'
 */
export function shell(parts: TemplateStringsArray): string {
  return String.raw(parts).replaceAll('\\${', '${');
}
