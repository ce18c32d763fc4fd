/** What passes between the program and the thread that draws redacted copies: plain data only. */
import type { RedactionBox } from '../../record/redaction.ts';

/** One file to draw anew. */
export interface DrawTask {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly boxes: readonly RedactionBox[];
  readonly limits: { readonly pages: number /** Of one page. */; readonly pixels: number };
}

export type DrawnAnswer =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly extension: 'png' | 'pdf';
      readonly pages: number;
    }
  | {
      readonly ok: false;
      readonly code: 'too-large' | 'bad-usage' | 'unreadable-file';
      readonly message: string;
    };
