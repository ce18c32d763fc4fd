/** All keys that do something now: those of the page, and those of the desk. Opened and closed with "?". */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/language.ts';
import { pageActions } from './actions.ts';

export const keysOpen = signal(false);

/** The list; nothing while it is closed. */
export function KeysList() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = keysOpen.value;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const close = (): void => {
    keysOpen.value = false;
  };
  const ofPage = pageActions.value.filter(({ key }) => key !== null);
  const ofDesk = [
    { key: 'Ctrl K', name: words('shell.palette') },
    { key: '?', name: words('shell.keys') },
    { key: 'Esc', name: words('shell.close') },
  ];
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{words('shell.keys')}</h2>
      <dl>
        {[...ofPage, ...ofDesk].map(({ key, name }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        {words('shell.close')}
      </button>
    </dialog>
  );
}
