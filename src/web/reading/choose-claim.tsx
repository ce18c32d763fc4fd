/** Which other claim of the text says the same: a list with their words, chosen by number, arrows or pointer. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { StanceSign } from '../parts/stance-sign.tsx';
import { words } from '../words/language.ts';

interface ChooseProps {
  readonly claims: readonly ClaimShape[];
  /** Position of the one that another is looked for. */
  readonly of: number;
  close(): void;
  /** By position. */
  choose(at: number): void;
}

/** The dialog; shown while it is mounted. */
export function ChooseClaim({ claims, of, close, choose }: ChooseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // What says the same mostly stands near.
    const near = dialog.current?.querySelector<HTMLElement>(`[data-at="${of + 1}"]`);
    (near ?? dialog.current?.querySelector<HTMLElement>(`[data-at="${of - 1}"]`))?.focus();
  }, []);
  const walk = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const all = [...(dialog.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
    const at = all.findIndex((one) => one.matches(':focus'));
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  return (
    <dialog ref={dialog} class="choose-claim" aria-labelledby="choose-title" onClose={close} onKeyDown={walk}>
      <h2 id="choose-title">{words('form.merge-which', { at: of + 1 })}</h2>
      <ol class="choices">
        {claims.map((claim, at) =>
          at === of ? null : (
            <li key={claim.id}>
              <button type="button" data-at={at} onClick={() => choose(at)}>
                <span class="gut">{at + 1}</span> <StanceSign stance={claim.stance} />{' '}
                <span dir="auto">“{claim.passages[0]?.exact ?? ''}”</span>
              </button>
            </li>
          ),
        )}
      </ol>
      <p class="row">
        <button type="button" onClick={close}>
          {words('form.cancel')} <kbd>Esc</kbd>
        </button>
      </p>
    </dialog>
  );
}
