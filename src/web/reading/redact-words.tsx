/** Takes the selected words out of a source, into a copy that leaves the vault in its place. The original stays as it is. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { REDACTION_REASONS, type RedactionReason } from '../../record/redaction.ts';
import { call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState<RedactionReason>('person');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    setBusy(true);
    try {
      const { start, end } = selected;
      const body = { capture, passages: [{ start, end }], reason };
      const { notes } = await call('POST /api/sources/{id}/redactions', { params: { id: source }, body });
      await refreshRecord();
      done([words('redact.done'), ...notes].join(' '));
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} class="reason" aria-labelledby="redact-title" onClose={close}>
      <form onSubmit={submit}>
        <h2 id="redact-title">{words('redact.title')}</h2>
        <blockquote dir="auto">{selected.exact}</blockquote>
        <p>{words('redact.text')}</p>
        <label>
          {words('redact.why')}
          <select
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as RedactionReason)}
          >
            {REDACTION_REASONS.map((one) => (
              <option key={one} value={one}>
                {words(`redact.why.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Refused why={fault} />
        <p class="row">
          <button type="submit" class="yes" disabled={busy}>
            {words('redact.do')}
          </button>
          <button type="button" onClick={close}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
