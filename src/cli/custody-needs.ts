/** What the commands on custody need of compose.ts beside a desk, handed in so that they can be tried without a vault. */
import type { OpenDesk } from '../compose.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import type { NoteSigning } from '../desk/ports/note-signing.ts';
import type { PictureRedaction } from '../desk/ports/picture-redaction.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';

export interface CustodyNeeds {
  /** Single files that a person names. */
  files(): Promise<SingleFiles>;
  /** Reads the text of a copy that comes in; closed by who asked. */
  reader(): Promise<DocumentReader>;
  /** Draws redacted copies of pictures and pages; closed by who asked. */
  pictures(): Promise<PictureRedaction>;
  /** Signs under the key of the vault's log. */
  signing(desk: OpenDesk): Promise<NoteSigning>;
  /** PEM texts for time-stamp authorities without roots of their own; empty when there are none. */
  publicRoots(): Promise<readonly string[]>;
  /** The program's version. */
  version(): Promise<string>;
  /** Asks the person at the terminal; null: nobody sits there. */
  ask(question: string): Promise<string | null>;
}
