/**
 * Finds the files a person points at: files, folders, globs, standard input. Refuses to follow links out of a folder,
 * to enter a folder twice, and pipes and devices. Never throws while finding: what gives no file comes as a problem.
 */
import type { Dirent } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { FoundInput, InputFiles, InputProblem } from '../desk/ports/input-files.ts';
import { because, codeOf, fileAt, standardInput } from './read-input.ts';

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
      const leaveOut = await Promise.all(
        options.leaveOut.map((folder) => realOf(folder).then((real) => real ?? folder)),
      );
      const walk: Walk = { options: { ...options, leaveOut }, entered: new Set(), given: new Set() };
      for (const input of inputs) yield* findOne(walk, input);
    },
  };
}

interface Walk {
  readonly options: InputFilesOptions;
  /** Real paths of folders that were entered. */
  readonly entered: Set<string>;
  /** Real paths of files already given; "-" for standard input. */
  readonly given: Set<string>;
}

/** What stands at a path; an error when that cannot be told. */
type Kind = 'file' | 'folder' | 'other' | 'none' | Error;

async function kindOf(path: string): Promise<Kind> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || !(error instanceof Error)) return 'none';
    return error;
  }
}

function realOf(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}

async function* findOne(walk: Walk, input: string): AsyncGenerator<FoundInput> {
  if (input === '-') {
    if (walk.given.has('-')) return;
    walk.given.add('-');
    yield { found: 'file', file: standardInput(walk.options.stdin, walk.options.mostBytes) };
    return;
  }
  const kind = await kindOf(input);
  if (kind === 'none' && /[*?[\]{}]/u.test(input)) yield* giveGlob(walk, input);
  else if (kind === 'none')
    yield problem(
      input,
      'not-found',
      `There is no file or folder ${input}. Check the spelling and where you stand.`,
    );
  else yield* giveKind(walk, kind, { shown: input, root: (await realOf(input)) ?? input });
}

async function* giveKind(
  walk: Walk,
  kind: Exclude<Kind, 'none'>,
  { shown, root }: { readonly shown: string; readonly root: string },
): AsyncGenerator<FoundInput> {
  if (kind === 'file') yield* giveFile(walk, shown);
  else if (kind === 'folder') yield* giveFolder(walk, shown, root);
  else if (kind === 'other')
    yield problem(
      shown,
      'unreadable-file',
      `${shown} is neither a file nor a folder. Save its content to a file first, or pipe it in with "-".`,
    );
  else
    yield problem(
      shown,
      'unreadable-file',
      `${shown} cannot be opened${because(kind)}. Check its permissions and where its links lead.`,
    );
}

async function* giveGlob(walk: Walk, pattern: string): AsyncGenerator<FoundInput> {
  const matches: string[] = [];
  try {
    for await (const match of glob(pattern)) matches.push(match);
  } catch (error) {
    yield problem(
      pattern,
      'unreadable-file',
      `${pattern} cannot be searched${because(error)}. Name the files instead.`,
    );
  }
  if (matches.length === 0) yield problem(pattern, 'not-found', `No file fits ${pattern}.`);
  for (const match of matches.toSorted()) {
    const kind = await kindOf(match);
    if (kind !== 'file' || (await isSidecar(match)) || (await isLeftOut(walk, match))) continue;
    yield* giveFile(walk, match);
  }
}

/** A pattern such as "**" also fits the files of the vault itself. */
async function isLeftOut(walk: Walk, path: string): Promise<boolean> {
  const real = (await realOf(path)) ?? path;
  return walk.options.leaveOut.some((folder) => real.startsWith(folder + sep));
}

async function* giveFolder(walk: Walk, shown: string, root: string): AsyncGenerator<FoundInput> {
  const real = await realOf(shown);
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
  const { shown, root } = at;
  const kind = await kindOf(shown);
  if (kind === 'none') {
    yield goneProblem(shown, at.entry);
    return;
  }
  const target = at.entry.isSymbolicLink() && !(kind instanceof Error) ? await realOf(shown) : root;
  if (target === null || target === root || target.startsWith(root + sep)) {
    yield* giveKind(walk, kind, { shown, root });
  } else if (kind === 'file') {
    const message = `${shown} is a link to a file outside the folder and was not followed. Name that file itself to capture it.`;
    yield problem(shown, 'unreadable-file', message);
  }
}

function goneProblem(shown: string, entry: Dirent): FoundInput {
  if (entry.isSymbolicLink())
    return problem(shown, 'not-found', `${shown} is a link that leads nowhere. Repair or remove it.`);
  if (entry.name.includes('\uFFFD'))
    return problem(
      shown,
      'unreadable-file',
      `The name of ${shown} is no UTF-8 and cannot be opened. Rename the file.`,
    );
  return problem(
    shown,
    'file-vanished',
    `${shown} was there a moment ago and is gone. Run the same command again when it is back.`,
  );
}

async function* giveFile(walk: Walk, shown: string): AsyncGenerator<FoundInput> {
  const real = (await realOf(shown)) ?? shown;
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
