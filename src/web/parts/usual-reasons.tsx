/** Why: the usual reasons by number, or one's own words. The reason stays visible beside what was decided. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/language.ts';

interface UsualProps {
  readonly title: string;
  /** In words, in the order of their numbers. */
  readonly usual: readonly string[];
  /** On the button for one's own words. */
  readonly does: string;
  close(): void;
  decide(reason: string): void;
}

/** The question; shown while it is mounted. */
export function UsualReasons({ title, usual, does, close, decide }: UsualProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [own, setOwn] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="usual-reasons" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim() !== '') decide(own.trim());
        }}
        onKeyDown={(event) => {
          const one = usual[Number(event.key) - 1];
          if (one === undefined || own !== '') return;
          event.preventDefault();
          decide(one);
        }}
      >
        <h2 id="usual-reasons">{title}</h2>
        <ol class="choices">
          {usual.map((one, index) => (
            <li key={one}>
              <button type="button" onClick={() => decide(one)}>
                <kbd>{index + 1}</kbd> {one}
              </button>
            </li>
          ))}
        </ol>
        <label>
          {words('reason.own')}
          <input type="text" value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
        </label>
        <button type="submit" class="yes" disabled={own.trim() === ''}>
          {does}
        </button>
      </form>
    </dialog>
  );
}
