/** What the desk needs to be handed files: found one after the other, read only when their turn comes. */
import type { ErrorCode } from '../../record/onrecord-error.ts';

/** One file a person pointed at. */
export interface InputFile {
  /** As a person would find it again: the path as given, or as found below the given folder; "-" for standard input. */
  readonly shownAs: string;
  /** Base name; null for standard input. */
  readonly fileName: string | null;
  /** `web`: made of what a web address answered. */
  readonly method: 'file' | 'stdin' | 'web';
  /**
   * All bytes.
   *
   * @throws OnRecordError `file-vanished`, `unreadable-file`, `too-large`
   */
  read(): Promise<Uint8Array>;
  /** The `.yaml` beside it; null when there is none. */
  sidecar(): Promise<{ readonly name: string; readonly text: string } | null>;
}

/** An argument or folder that gives no file, and why. */
export interface InputProblem {
  readonly shownAs: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export type FoundInput =
  | { readonly found: 'file'; readonly file: InputFile }
  | { readonly found: 'problem'; readonly problem: InputProblem };

export interface InputFiles {
  /**
   * Files, folders (walked in name order), globs and "-". Links that lead out of a folder are not followed,
   * no folder is entered twice, hidden files and sidecars are left out. Never throws: problems come as items.
   */
  find(inputs: readonly string[]): AsyncIterable<FoundInput>;
}
