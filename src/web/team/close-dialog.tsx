/** Asks once more before a member's account is closed: whoever it is cannot go on with what they were at. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/language.ts';

interface CloseProps {
  readonly name: string;
  close(): void;
  go(): Promise<void>;
}

/** The dialog; shown while it is mounted. */
export function CloseDialog({ name, close, go }: CloseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="reason" aria-labelledby="close-title" onClose={close}>
      <h2 id="close-title">{words('team.close-title', { name })}</h2>
      <p>{words('team.close-what')}</p>
      <p class="row">
        <button
          type="button"
          onClick={() => {
            close();
            void go();
          }}
        >
          {words('team.close-do')}
        </button>
        <button type="button" onClick={close}>
          {words('form.cancel')}
        </button>
      </p>
    </dialog>
  );
}
