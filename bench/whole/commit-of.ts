/** Which state of the program a bench measures. */
import { execFileSync } from 'node:child_process';

/**
 * The commit of the working tree, with `+` where files differ from it; null: not known.
 *
 * @param apart paths whose changes do not count, for example what a bench writes
 * @example
 * commitOf(['bench/RESULTS.md']); // 'a1b2c3d4e5f6'
 */
export function commitOf(apart: readonly string[] = []): string | null {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
    const root = git('rev-parse', '--show-toplevel');
    const left = apart.map((path) => `:(top,exclude)${path}`);
    const changed = git('-C', root, 'status', '--porcelain', '--untracked-files=no', '--', ...left);
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}
