/** A dialog that asks before something is written. What was refused is told in the same place, and nothing is closed. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { Refused } from './refused.tsx';

interface AskingProps {
  /** Id of its heading, for this page alone. */
  readonly id: string;
  readonly title: string;
  /** On the button. */
  readonly does: string;
  /** False: what must be told is not told yet. */
  readonly ready?: boolean;
  readonly children: ComponentChildren;
  close(): void;
  /** Asked once the person is named; what it throws is shown. */
  write(): Promise<unknown>;
}

/** The dialog; shown while it is mounted. */
export function AskingDialog({ id, title, does, ready = true, children, close, write }: AskingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || !(await isNamed())) return;
    setBusy(true);
    try {
      await write();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} class="reason" aria-labelledby={id} onClose={close}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        <Refused why={fault} />
        <p class="row">
          <button type="submit" class="yes" disabled={busy || !ready}>
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
