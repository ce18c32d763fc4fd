/** Takes the selected words out of a source, into a copy that leaves the vault in its place. The original stays as it is. */
import { useState } from 'preact/hooks';
import { REDACTION_REASONS, type RedactionReason } from '../../record/redaction.ts';
import { call } from '../api/call.ts';
import { AskingDialog } from '../parts/asking-dialog.tsx';
import { refreshRecord } from '../shell/record-state.ts';
import { words } from '../words/language.ts';
import type { SelectedWords } from './selected-span.ts';

interface RedactProps {
  readonly source: string;
  /** The copy in which the words were selected. */
  readonly capture: string;
  readonly selected: SelectedWords;
  close(): void;
  /** What a person should know of the copy. */
  done(hint: string): void;
}

/** The question; shown while it is mounted. */
export function RedactWords({ source, capture, selected, close, done }: RedactProps) {
  const [reason, setReason] = useState<RedactionReason>('person');
  const write = async (): Promise<void> => {
    const { start, end } = selected;
    const body = { capture, passages: [{ start, end }], reason };
    const { notes } = await call('POST /api/sources/{id}/redactions', { params: { id: source }, body });
    await refreshRecord();
    done([words('redact.done'), ...notes].join(' '));
  };
  return (
    <AskingDialog
      id="redact-title"
      title={words('redact.title')}
      does={words('redact.do')}
      close={close}
      write={write}
    >
      <blockquote dir="auto">{selected.exact}</blockquote>
      <p>{words('redact.text')}</p>
      <label>
        {words('redact.why')}
        <select value={reason} onChange={(event) => setReason(event.currentTarget.value as RedactionReason)}>
          {REDACTION_REASONS.map((one) => (
            <option key={one} value={one}>
              {words(`redact.why.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </AskingDialog>
  );
}
