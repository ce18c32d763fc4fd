/** Why a proposal is rejected: the usual reasons by number, or one's own words. The reason stays visible beside the claim. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/language.ts';

const USUAL = ['speaker', 'words', 'number', 'stance', 'about'] as const;

interface RejectProps {
  close(): void;
  reject(reason: string): void;
}

/** The question. */
export function RejectReason({ close, reject }: RejectProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [own, setOwn] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="reject-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim() !== '') reject(own.trim());
        }}
        onKeyDown={(event) => {
          const usual = USUAL[Number(event.key) - 1];
          if (usual === undefined || own !== '') return;
          event.preventDefault();
          reject(words(`reading.reject.${usual}`));
        }}
      >
        <h2 id="reject-title">{words('reading.reject-title')}</h2>
        <ol class="choices">
          {USUAL.map((one, index) => (
            <li key={one}>
              <button type="button" onClick={() => reject(words(`reading.reject.${one}`))}>
                <kbd>{index + 1}</kbd> {words(`reading.reject.${one}`)}
              </button>
            </li>
          ))}
        </ol>
        <label>
          {words('reading.reject-own')}
          <input type="text" value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
        </label>
        <button type="submit" class="yes" disabled={own.trim() === ''}>
          {words('reading.reject')}
        </button>
      </form>
    </dialog>
  );
}
