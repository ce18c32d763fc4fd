/** The page of a PDF on which the claim's words stand, drawn in a frame that can reach nothing; and a way through its pages. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { addressOf } from '../api/call.ts';
import { words } from '../words/language.ts';
import type { Passage } from './find-passage.ts';
import { type PdfOrder, type PdfReport, reportOf } from './pdf-messages.ts';

interface PdfProps {
  readonly capture: string;
  /** Null: none is looked at. */
  readonly passage: Passage | null;
  readonly pictures: boolean;
}

/** The frame with its buttons. */
export function PdfPage({ capture, passage, pictures }: PdfProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [told, setTold] = useState<PdfReport | null>(null);
  /** Null: where the passage stands. */
  const [wanted, setWanted] = useState<number | null>(null);
  const exact = passage?.exact;
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent): void => {
      if (source !== frame.current?.contentWindow) return;
      const report = reportOf(data);
      if (report?.kind === 'ready') setReady(true);
      else if (report !== null) setTold(report);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  useEffect(() => setWanted(null), [exact, passage?.share]);
  useEffect(() => {
    if (!ready) return;
    const label = words('original.pdf-page');
    const order: PdfOrder = { page: wanted, passage, pictures, label };
    // The frame has no origin that could be named.
    frame.current?.contentWindow?.postMessage(order, '*');
  }, [ready, wanted, exact, passage?.share, pictures]);
  const shown = told?.kind === 'shown' ? told : null;
  return (
    <>
      {told?.kind === 'fault' ? (
        <p class="empty">{words(`original.pdf-${told.why}`)}</p>
      ) : (
        <p class="row">
          <button
            type="button"
            disabled={shown === null || shown.page === 1}
            onClick={() => setWanted((shown?.page ?? 2) - 1)}
          >
            {words('inbox.before')}
          </button>
          <span role="status">
            {shown === null
              ? words('shell.loading')
              : words('original.pdf-at', { page: shown.page, pages: shown.pages })}
          </span>
          <button
            type="button"
            disabled={shown === null || shown.page === shown.pages}
            onClick={() => setWanted((shown?.page ?? 0) + 1)}
          >
            {words('inbox.after')}
          </button>
          {wanted !== null && passage !== null && (
            <button type="button" class="plain" onClick={() => setWanted(null)}>
              {words('original.pdf-back')}
            </button>
          )}
          {wanted === null && shown?.found === false && (
            <span class="why">{words('original.pdf-not-found')}</span>
          )}
        </p>
      )}
      <iframe
        ref={frame}
        title={words('original.title')}
        sandbox="allow-scripts"
        referrerpolicy="no-referrer"
        src={addressOf('/api/captures/{id}/original', { params: { id: capture } })}
      />
    </>
  );
}
