/** The dossier of the example reports, written by `onrecord demo` as the README says. What lies there already is used again. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Makes it and gives the folder of its pages.
 *
 * @example
 * const pages = exampleDossier('/tmp/x');
 */
export function exampleDossier(folder: string): string {
  const pages = join(folder, 'example');
  if (existsSync(pages)) return pages;
  const command = [
    join(ROOT, 'bin', 'onrecord.mjs'),
    'demo',
    '--once',
    '--vault',
    join(folder, 'example-vault'),
  ];
  execFileSync(process.execPath, [...command, '--out', pages], { stdio: 'ignore', cwd: folder });
  return pages;
}
