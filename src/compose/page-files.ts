/**
 * The desk's pages from dist/web. In a clone they are bundled when they are missing or older than their source, by the same
 * programme that makes the published package.
 */
import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { PageFile, PageFiles } from '../server/server-room.ts';
import { packageRoot } from './package-root.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/**
 * Reads the pages.
 *
 * @throws OnRecordError `damaged` when this copy of onrecord holds neither pages nor their source
 * @example
 * (await loadPageFiles()).get('/')?.mediaType; // 'text/html; charset=utf-8'
 */
export async function loadPageFiles(): Promise<PageFiles> {
  const root = fileURLToPath(packageRoot());
  const folder = join(root, 'dist', 'web');
  const [built, source] = await Promise.all([newest(folder), newest(join(root, 'src', 'web'))]);
  if (source !== null && (built === null || built < source)) await bundle(root);
  else if (built === null)
    throw new OnRecordError('damaged', 'This copy of onrecord has no pages: install it again.');
  const files = new Map<string, PageFile>();
  for (const name of await filesIn(folder)) {
    const file = {
      mediaType: TYPES[extname(name)] ?? 'application/octet-stream',
      bytes: await readFile(join(folder, name)),
    };
    files.set(`/${name.split(sep).join('/')}`, file);
  }
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}

/** Milliseconds of the latest change below a folder; null when it is not there. */
async function newest(folder: string): Promise<number | null> {
  let latest: number | null = null;
  for (const name of await filesIn(folder))
    latest = Math.max(latest ?? 0, (await stat(join(folder, name))).mtimeMs);
  return latest;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
}

function bundle(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['build-pages.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString('utf8').slice(0, 2_000);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new OnRecordError('damaged', `The pages of the desk could not be built: ${said.trim()}`)),
    );
  });
}
