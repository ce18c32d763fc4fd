/** What passes between the desk and the thread that sets pages: plain data only. */

export interface SettingTask {
  readonly template: string;
  readonly files: ReadonlyMap<string, string>;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** WOFF 1.0. */
  readonly fonts: readonly Uint8Array[];
}

export type SettingAnswer =
  | { readonly type: 'set'; readonly pdf: Uint8Array; readonly by: string; readonly checkedUa1: boolean }
  | { readonly type: 'no-start'; readonly fault: string }
  | { readonly type: 'failed'; readonly fault: string };
