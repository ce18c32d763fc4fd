/** Asks why before something is written: the reason stands in the log. What was refused is told in the same place. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useKept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { Refused } from './refused.tsx';

interface ReasonProps {
  readonly title: string;
  /** On the button. */
  readonly does: string;
  /** Under which name the reason is kept while it is typed, such as "join prp_1 prp_2". */
  readonly of: string;
  /** Shown above the reason: what will change. */
  readonly children?: ComponentChildren;
  close(): void;
  /** Writes it; what it throws is shown and nothing is closed. */
  write(reason: string): Promise<unknown>;
}

/** The dialog; shown while it is mounted. */
export function ReasonDialog({ title, does, of, children, close, write }: ReasonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useKept(`reason ${of}`, '');
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
      await write(reason.value);
      reason.done();
      await refreshRecord();
      close();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} class="reason" aria-labelledby="reason-title" onClose={close}>
      <form onSubmit={submit}>
        <h2 id="reason-title">{title}</h2>
        {children}
        <label>
          {words('reason.why')}
          <textarea
            rows={2}
            required
            value={reason.value}
            onInput={(event) => reason.change(event.currentTarget.value)}
            onKeyDown={(event) => {
              // As in every form of the desk; an empty reason is told by the browser itself.
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy)
                event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        <Refused why={fault} />
        <p class="row">
          <button type="submit" class="yes" disabled={busy || reason.value.trim() === ''}>
            {does}
          </button>
          <button type="button" onClick={close}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
