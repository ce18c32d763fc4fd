/**
 * Finds and reads the files a person points at: files, folders, globs, standard input. Refuses to follow links
 * out of a folder, to enter a folder twice, and to read a file above the limit. Never throws while finding.
 */
import type { Dirent } from 'node:fs';
import { glob, lstat, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { FoundInput, InputFile, InputFiles, InputProblem } from '../desk/ports/input-files.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

export interface InputFilesOptions {
  /** Bytes; a larger file is refused. */
  readonly mostBytes: number;
  /** Folders that are never entered, such as the vault itself; absolute. */
  readonly leaveOut: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** 512 MiB: web archives are large, and everything is read whole. */
export const MOST_BYTES = 536_870_912;

const SIDECAR = /\.ya?ml$/iu;

/**
 * Opens the way to a person's files.
 *
 * @example
 * const files = openInputFiles({ mostBytes: MOST_BYTES, leaveOut: [vaultDir], stdin: process.stdin });
 */
export function openInputFiles(options: InputFilesOptions): InputFiles {
  return {
    async *find(inputs) {
      const walk: Walk = { options, entered: new Set(), given: new Set() };
      for (const input of inputs) yield* findOne(walk, input);
    },
  };
}

interface Walk {
  readonly options: InputFilesOptions;
  /** Real paths of folders that were entered. */
  readonly entered: Set<string>;
  /** Real paths of files already given. */
  readonly given: Set<string>;
}

async function* findOne(walk: Walk, input: string): AsyncGenerator<FoundInput> {
  if (input === '-') {
    yield { found: 'file', file: standardInput(walk.options) };
    return;
  }
  const kind = await kindOf(input);
  if (kind === 'file') yield* giveFile(walk, input);
  else if (kind === 'folder') yield* giveFolder(walk, input, await realpath(input));
  else if (kind === 'other')
    yield problem(
      input,
      'unreadable-file',
      `${input} is neither a file nor a folder. Save its content to a file first, or pipe it in with "-".`,
    );
  else if (/[*?[\]{}]/u.test(input)) yield* giveGlob(walk, input);
  else
    yield problem(
      input,
      'not-found',
      `There is no file or folder ${input}. Check the spelling and where you stand.`,
    );
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'none'> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'none';
  }
}

async function* giveGlob(walk: Walk, pattern: string): AsyncGenerator<FoundInput> {
  const matches: string[] = [];
  for await (const match of glob(pattern)) matches.push(match);
  if (matches.length === 0) yield problem(pattern, 'not-found', `No file fits ${pattern}.`);
  for (const match of matches.toSorted()) {
    const kind = await kindOf(match);
    if (kind === 'file' && !(await isSidecar(match))) yield* giveFile(walk, match);
  }
}

async function* giveFolder(walk: Walk, shown: string, root: string): AsyncGenerator<FoundInput> {
  const real = await realpath(shown).catch(() => null);
  if (real === null || walk.entered.has(real) || walk.options.leaveOut.includes(real)) return;
  walk.entered.add(real);
  let entries: Dirent[];
  try {
    entries = await readdir(shown, { withFileTypes: true });
  } catch (error) {
    yield problem(
      shown,
      'unreadable-file',
      `The folder ${shown} cannot be opened${because(error)}. Check its permissions.`,
    );
    return;
  }
  const names = new Set(entries.map((entry) => entry.name));
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || isSidecarAmong(entry.name, names)) continue;
    yield* giveEntry(walk, { shown: join(shown, entry.name), entry, root });
  }
}

async function* giveEntry(
  walk: Walk,
  at: { shown: string; entry: Dirent; root: string },
): AsyncGenerator<FoundInput> {
  if (at.entry.isSymbolicLink()) {
    const target = await realpath(at.shown).catch(() => null);
    if (target === null || !(target === at.root || target.startsWith(at.root + sep))) return;
  }
  const kind = await kindOf(at.shown);
  if (kind === 'folder') yield* giveFolder(walk, at.shown, at.root);
  else if (kind === 'file') yield* giveFile(walk, at.shown);
  else if (kind === 'none') {
    const gone = await lstat(at.shown).then(
      () => 'cannot be opened',
      () => 'was there a moment ago and is gone',
    );
    yield problem(
      at.shown,
      'file-vanished',
      `${at.shown} ${gone}. Run the same command again when it is back.`,
    );
  }
}

async function* giveFile(walk: Walk, shown: string): AsyncGenerator<FoundInput> {
  const real = await realpath(shown).catch(() => shown);
  if (walk.given.has(real)) return;
  walk.given.add(real);
  yield { found: 'file', file: fileAt(shown, walk.options.mostBytes) };
}

function problem(shownAs: string, code: InputProblem['code'], message: string): FoundInput {
  return { found: 'problem', problem: { shownAs, code, message } };
}

function isSidecarAmong(name: string, names: ReadonlySet<string>): boolean {
  if (!SIDECAR.test(name)) return false;
  const stem = name.replace(SIDECAR, '');
  return (
    names.has(stem) ||
    [...names].some((other) => !SIDECAR.test(other) && other.replace(/\.[^.]+$/u, '') === stem)
  );
}

async function isSidecar(path: string): Promise<boolean> {
  if (!SIDECAR.test(path)) return false;
  const folder = path.slice(0, path.length - basename(path).length) || '.';
  const names = await readdir(folder).catch(() => []);
  return isSidecarAmong(basename(path), new Set(names));
}

function fileAt(path: string, mostBytes: number): InputFile {
  return {
    shownAs: path,
    fileName: basename(path),
    method: 'file',
    read: () => readLimited(path, mostBytes),
    sidecar: () => readSidecarOf(path),
  };
}

async function readLimited(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > mostBytes) throw tooLarge(path, mostBytes);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asFileError(error, path);
  }
}

async function readSidecarOf(path: string): Promise<{ name: string; text: string } | null> {
  const stem = path.replace(/\.[^./\\]+$/u, '');
  const names = [`${path}.yaml`, `${path}.yml`, `${stem}.yaml`, `${stem}.yml`].filter(
    (name) => name !== path,
  );
  for (const name of names) {
    const text = await readFile(name, 'utf8').catch(() => null);
    if (text !== null) return { name: basename(name), text };
  }
  return null;
}

function standardInput({ stdin, mostBytes }: InputFilesOptions): InputFile {
  return {
    shownAs: '-',
    fileName: null,
    method: 'stdin',
    async read() {
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of stdin) {
        size += part.length;
        if (size > mostBytes) throw tooLarge('Standard input', mostBytes);
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    sidecar: async () => null,
  };
}

function tooLarge(name: string, mostBytes: number): OnRecordError {
  const limit = `${Math.round(mostBytes / 1_048_576)} MiB`;
  return new OnRecordError(
    'too-large',
    `${name} is larger than the limit of ${limit} and was not stored. Split it, or raise the limit with --max-mib.`,
    { subject: name },
  );
}

function asFileError(error: unknown, path: string): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') {
    return new OnRecordError(
      'file-vanished',
      `${path} vanished before it could be read. Run the same command again when it is back.`,
      { subject: path, cause: error },
    );
  }
  return new OnRecordError(
    'unreadable-file',
    `${path} cannot be read${because(error)}. Check its permissions and the disk.`,
    { subject: path, cause: error },
  );
}

function because(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return ' (no permission)';
  return typeof code === 'string' ? ` (${code})` : '';
}
