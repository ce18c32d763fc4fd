/** Why: the usual reasons by number, or one's own words. The reason stays visible beside what was decided. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useKept } from '../shell/kept.ts';
import { words } from '../words/language.ts';

interface UsualProps {
  readonly title: string;
  /** Under which name one's own words are kept while they are typed. */
  readonly of: string;
  /** Whose words they may hold; null: none. */
  readonly source?: string | null;
  /** In words, in the order of their numbers. */
  readonly usual: readonly string[];
  /** On the button for one's own words. */
  readonly does: string;
  close(): void;
  decide(reason: string): void;
}

/** The question; shown while it is mounted. */
export function UsualReasons({ title, of, source = null, usual, does, close, decide }: UsualProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const own = useKept(`reason ${of}`, '', source);
  const settle = (reason: string): void => {
    own.done();
    decide(reason);
  };
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="usual-reasons" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (own.value.trim() !== '') settle(own.value.trim());
        }}
        onKeyDown={(event) => {
          const one = usual[Number(event.key) - 1];
          if (one === undefined || own.value !== '') return;
          event.preventDefault();
          settle(one);
        }}
      >
        <h2 id="usual-reasons">{title}</h2>
        <ol class="choices">
          {usual.map((one, index) => (
            <li key={one}>
              <button type="button" onClick={() => settle(one)}>
                <kbd>{index + 1}</kbd> {one}
              </button>
            </li>
          ))}
        </ol>
        <label>
          {words('reason.own')}
          <input type="text" value={own.value} onInput={(event) => own.change(event.currentTarget.value)} />
        </label>
        <button type="submit" class="yes" disabled={own.value.trim() === ''}>
          {does}
        </button>
      </form>
    </dialog>
  );
}
