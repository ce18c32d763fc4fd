/** Erases a case or a document, after saying what that means; what it does not reach is told afterwards. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { faultOf } from './use-sealed.ts';

interface EraseProps {
  readonly id: string;
  /** Id of the document that is erased alone; absent: the whole case. */
  readonly document?: string;
  readonly pseudonym: string;
  close(): void;
}

/** The dialog; shown while it is mounted. */
export function EraseDialog({ id, document, pseudonym, close }: EraseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [erased, setErased] = useState<Answer<'POST /api/sealed/cases/{id}/erasures'> | null>(null);
  const isWhole = document === undefined;
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const erase = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const body = { document: document ?? null };
      setErased(await call('POST /api/sealed/cases/{id}/erasures', { params: { id }, body }));
    } catch (error) {
      setFault(faultOf(error).message);
    }
  };
  const end = (): void => {
    if (erased !== null && isWhole) go('/cases', { replace: true });
    else close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="erase-title" onClose={end}>
      <form autocomplete="off" onSubmit={erase}>
        <h2 id="erase-title">{words(isWhole ? 'cases.erase.title' : 'cases.erase.document')}</h2>
        {erased === null ? (
          <>
            <p>{words('cases.erase.text')}</p>
            <label>
              {words('cases.erase.type', { name: pseudonym })}
              <input
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck={false}
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            </label>
            <Refused why={fault} />
            <p class="row">
              <button type="submit" disabled={typed.trim() !== pseudonym}>
                {words('cases.erase.do')}
              </button>
              <button type="button" onClick={() => dialog.current?.close()}>
                {words('form.cancel')}
              </button>
            </p>
          </>
        ) : (
          <>
            <p role="status">{words('cases.erased', { count: erased.gone.length })}</p>
            <ul>
              {erased.remains.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words('shell.close')}
            </button>
          </>
        )}
      </form>
    </dialog>
  );
}
