/** What the desk needs to take parts out of pictures and of pages. */
import type { RedactionBox } from '../../record/redaction.ts';

/** A new file made from what is seen alone: no text layer, no metadata, nothing under the boxes. */
export interface RedactedPicture {
  readonly bytes: Uint8Array;
  /** Of the file name, without a dot. */
  readonly extension: 'png' | 'pdf';
  readonly pages: number;
}

export interface PictureRedaction {
  /** Name and version of what draws, for the log. */
  readonly tool: { readonly name: string; readonly version: string };
  /**
   * Draws a picture or the pages of a PDF anew with black boxes.
   *
   * @throws OnRecordError `bad-usage` for a box that lies on no page, `unreadable-file`, `too-large`
   */
  redact(bytes: Uint8Array, mediaType: string, boxes: readonly RedactionBox[]): Promise<RedactedPicture>;
  close(): Promise<void>;
}
