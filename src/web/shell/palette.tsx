/** Ctrl-K: one field to go anywhere and do anything. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { member } from '../team/member-state.ts';
import { LANGUAGES, type Language, language, words } from '../words/language.ts';
import { type Action, pageActions } from './actions.ts';
import { keptSearches } from './kept-searches.ts';
import { go } from './location.ts';
import { isListed, ROOMS } from './rooms.ts';

export const paletteOpen = signal(false);

const MOST_SHOWN = 12;

/** The palette; nothing while it is closed. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const open = paletteOpen.value;
  // A layout effect: the field has the focus before the next key arrives, however fast one types.
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
    setTyped('');
    setAt(0);
  }, [open]);
  if (!open) return null;
  const shown = fitting(everyAction(), typed);
  const close = (): void => {
    paletteOpen.value = false;
  };
  const run = (action: Action | undefined): void => {
    close();
    action?.run();
  };
  return (
    <dialog ref={dialog} class="palette" aria-label={words('shell.palette')} onClose={close}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={`palette-${at}`}
        aria-label={words('shell.palette')}
        placeholder={words('shell.palette')}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0) {
            event.preventDefault();
            setAt((now) => Math.max(0, Math.min(shown.length - 1, now + step)));
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            run(shown[at]);
          }
        }}
      />
      <div id="palette-list" role="listbox" aria-label={words('shell.palette')}>
        {shown.map((action, index) => (
          <div
            key={action.name}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onPointerDown={() => run(action)}
          >
            {action.name} {action.key !== null && <kbd>{action.key}</kbd>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p class="empty">{words('shell.palette-none')}</p>}
    </dialog>
  );
}

function everyAction(): readonly Action[] {
  const rooms = ROOMS.filter((room) => isListed(room, member.value !== null)).map((room) => ({
    name: words(room.name),
    key: null,
    run: () => go(`/${room.path}`),
  }));
  const searches = keptSearches.value.map(({ name, address }) => ({
    name: words('searches.open', { name }),
    key: null,
    run: () => go(address),
  }));
  const languages = (Object.keys(LANGUAGES) as Language[]).map((name) => ({
    name: `${words('shell.language')}: ${name}`,
    key: null,
    run: () => {
      language.value = name;
    },
  }));
  return [...pageActions.value, ...rooms, ...searches, ...languages];
}

function fitting(all: readonly Action[], typed: string): readonly Action[] {
  const wanted = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return all
    .filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)))
    .slice(0, MOST_SHOWN);
}
