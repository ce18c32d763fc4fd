/** Which copies of which sources were redacted, as the log tells: the newest of each form is what is published. */
import type { CustodyEvent } from '../../record/custody.ts';
import type { CaptureId, SourceId } from '../../record/id.ts';
import type { Span } from '../../record/passage.ts';
import { type RedactionBox, readBoxes, readSpans } from '../../record/redaction.ts';
import type { Desk } from '../desk.ts';

/** One redaction. */
export interface LoggedRedaction {
  readonly source: SourceId;
  /** The copy that was made. */
  readonly copy: CaptureId;
  readonly hasText: boolean;
  /** Taken out of the text; null: not known, the copy was made by hand. */
  readonly spans: readonly Span[] | null;
  readonly boxes: readonly RedactionBox[] | null;
}

/**
 * All redactions, oldest first.
 *
 * @example
 * (await loggedRedactions(desk)).at(-1)?.copy;
 */
export async function loggedRedactions(desk: Pick<Desk, 'store'>): Promise<readonly LoggedRedaction[]> {
  return (await desk.store.entriesWith('copy-stored')).flatMap(({ body }) => {
    if (body?.action !== 'copy-stored' || body.event.kind !== 'redacted') return [];
    const { id, of, text } = body.capture;
    return [{ source: of, copy: id, hasText: text !== null, ...toldIn(body.event) }];
  });
}

function toldIn({ tool }: CustodyEvent): Pick<LoggedRedaction, 'spans' | 'boxes'> {
  const { passages, boxes } = tool?.parameters ?? {};
  return {
    spans: passages === undefined ? null : readSpans(passages),
    boxes: boxes === undefined ? null : readBoxes(boxes),
  };
}
