/** A part of the bench of origins: what it compares, and the figures it gives. */

/** Figures by name, as the last line of the bench prints them. */
export type Figures = Readonly<Record<string, unknown>>;

export interface PartContext {
  /** Prints a line for people. */
  readonly say: (line: string) => void;
  /** A folder of its own, removed afterwards. */
  readonly folder: string;
  /** Articles, when another number than the part's own was asked for; null otherwise. */
  readonly articles: number | null;
}

/** Runs in a process of its own, so that its memory is its own. */
export interface Part {
  readonly name: string;
  /** One or two sentences: what is compared with what, on what data. */
  readonly about: string;
  run(context: PartContext): Promise<Figures>;
}

/** A figure with the target that an issue sets for it. */
export interface Target {
  readonly figure: string;
  readonly met: (value: number) => boolean;
  readonly words: string;
}
