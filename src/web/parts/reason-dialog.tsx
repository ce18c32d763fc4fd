/** Asks why before something is written: the reason stands in the log. What was refused is told in the same place. */
import type { ComponentChildren } from 'preact';
import { useKept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { words } from '../words/language.ts';
import { AskingDialog } from './asking-dialog.tsx';

interface ReasonProps {
  readonly title: string;
  /** On the button. */
  readonly does: string;
  /** Under which name the reason is kept while it is typed, such as "join prp_1 prp_2". */
  readonly of: string;
  /** Shown above the reason: what will change. */
  readonly children?: ComponentChildren;
  close(): void;
  /** Writes it; what it throws is shown and nothing is closed. */
  write(reason: string): Promise<unknown>;
}

/** The dialog; shown while it is mounted. */
export function ReasonDialog({ title, does, of, children, close, write }: ReasonProps) {
  const reason = useKept(`reason ${of}`, '');
  const writeReason = async (): Promise<void> => {
    await write(reason.value);
    reason.done();
    await refreshRecord();
    close();
  };
  return (
    <AskingDialog
      id="reason-title"
      title={title}
      does={does}
      ready={reason.value.trim() !== ''}
      close={close}
      write={writeReason}
    >
      {children}
      <label>
        {words('reason.why')}
        <textarea
          rows={2}
          required
          value={reason.value}
          onInput={(event) => reason.change(event.currentTarget.value)}
          onKeyDown={(event) => {
            // As in every form of the desk; an empty reason is told by the browser itself.
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
    </AskingDialog>
  );
}
