/** Why somebody decides as they do on two listings: the usual reasons by number, or one's own words. The reason stands in the log. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/language.ts';

export type Deciding = 'same' | 'different' | 'undo';

const USUAL = {
  same: ['all-agrees', 'other-spelling', 'relatives', 'other-source'],
  different: ['two-lives', 'namesakes', 'relatives-apart', 'other-source'],
  undo: ['slip', 'new-knowledge'],
} as const;

interface ReasonProps {
  readonly deciding: Deciding;
  close(): void;
  decide(reason: string): void;
}

/** The question. */
export function PeopleReason({ deciding, close, decide }: ReasonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [own, setOwn] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const usual = USUAL[deciding];
  return (
    <dialog ref={dialog} aria-labelledby="people-reason" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim() !== '') decide(own.trim());
        }}
        onKeyDown={(event) => {
          const one = usual[Number(event.key) - 1];
          if (one === undefined || own !== '') return;
          event.preventDefault();
          decide(words(`people.reason.${one}`));
        }}
      >
        <h2 id="people-reason">{words(`people.why.${deciding}`)}</h2>
        <ol class="choices">
          {usual.map((one, index) => (
            <li key={one}>
              <button type="button" onClick={() => decide(words(`people.reason.${one}`))}>
                <kbd>{index + 1}</kbd> {words(`people.reason.${one}`)}
              </button>
            </li>
          ))}
        </ol>
        <label>
          {words('reading.reject-own')}
          <input type="text" value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
        </label>
        <button type="submit" class="yes" disabled={own.trim() === ''}>
          {words(`people.${deciding}`)}
        </button>
      </form>
    </dialog>
  );
}
