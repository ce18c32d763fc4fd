/** Where a comment is typed: "@" offers the members who see the thing; arrow keys choose, Enter or Tab takes, Escape leaves it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../parts/refused.tsx';
import { faultWords } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { fittingMembers, mentionAt, type Named, withMention } from './mention-words.ts';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  change(value: string): void;
  readonly members: readonly Named[];
  /** Somebody begins to type: the members are asked for. */
  begin(): void;
  /** On the button. */
  readonly does: string;
  /** What it throws is told. */
  say(text: string): Promise<void>;
  /** Absent: it stays. */
  close?(): void;
}

/** The field with its button. */
export function CommentField({ label, value, change, members, begin, does, say, close }: FieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const next = useRef<number | null>(null);
  const writing = caret === null || left ? null : mentionAt(value, caret);
  const offered = writing === null ? [] : fittingMembers(members, writing.typed).slice(0, 8);
  const current = offered[Math.min(at, offered.length - 1)];
  useLayoutEffect(() => {
    if (next.current === null) return;
    area.current?.setSelectionRange(next.current, next.current);
    setCaret(next.current);
    next.current = null;
  }, [value]);
  const take = ({ name }: Named): void => {
    if (writing === null || caret === null) return;
    const done = withMention(value, { from: writing.from, caret, name });
    next.current = done.caret;
    change(done.text);
    area.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      void submit(event);
      return;
    }
    if (current === undefined) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (moves !== undefined) setAt((now) => (now + moves + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(current);
    else if (event.key === 'Escape') setLeft(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (value.trim() === '') return;
    setBusy(true);
    setRefused(null);
    await say(value).catch((error: unknown) => setRefused(faultWords(error)));
    setBusy(false);
  };
  const where = (): void => setCaret(area.current?.selectionStart ?? null);
  return (
    <form class="comment-field" onSubmit={submit}>
      <label>
        {label}
        <textarea
          ref={area}
          rows={2}
          dir="auto"
          aria-autocomplete="list"
          aria-controls={offered.length === 0 ? undefined : `${id}-offered`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          value={value}
          onFocus={begin}
          onInput={(event) => {
            setLeft(false);
            setAt(0);
            where();
            change(event.currentTarget.value);
          }}
          onKeyDown={onKey}
          onKeyUp={where}
          onClick={where}
          onBlur={() => setCaret(null)}
        />
      </label>
      {offered.length > 0 && (
        <div id={`${id}-offered`} class="offered" role="listbox" aria-label={words('together.who')}>
          {offered.map((one) => (
            <div
              key={one.id}
              tabIndex={-1}
              id={`${id}-${one.id}`}
              role="option"
              aria-selected={one === current}
              // Before the field loses the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              <bdi>{one.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <span class="why" role="status">
        {offered.length > 0 && words('together.found', { count: offered.length })}
      </span>
      <Refused why={refused} />
      <p class="row">
        <button type="submit" disabled={busy || value.trim() === ''}>
          {does}
        </button>
        {close !== undefined && (
          <button type="button" onClick={close}>
            {words('form.cancel')}
          </button>
        )}
      </p>
    </form>
  );
}
