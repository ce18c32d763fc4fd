/** Documents of a case: sealed on the way in, and handed out as attachments that nothing opens by itself. */
import { useRef, useState } from 'preact/hooks';
import { momentWords } from '../parts/moment.ts';
import { sizeIn, words } from '../words/language.ts';
import type { Case } from './case-versions.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { giveFile, takeFile } from './send-file.ts';
import { faultOf } from './use-sealed.ts';

interface DocumentsProps {
  readonly one: Case;
  /** Something is typed that is not saved: a document would make a version beside it. */
  readonly waits: boolean;
  /** Reads the case again. */
  again(): void;
}

/** The list, and the way in. */
export function CaseDocuments({ one, waits, again }: DocumentsProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [erasing, setErasing] = useState<string | null>(null);
  const work = async (task: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      await task();
    } catch (error) {
      setFault(faultOf(error).message);
    }
    setBusy(false);
  };
  const attach = (files: FileList | null): Promise<void> =>
    work(async () => {
      for (const file of files ?? []) await giveFile(one.id, file);
      if (chooser.current !== null) chooser.current.value = '';
      again();
    });
  return (
    <section>
      <h2>{words('cases.field.documents')}</h2>
      <ul class="lines">
        {one.documents.map(({ id, name, size, addedAt }) => (
          <li key={id} class="row">
            <bdi>{name}</bdi>
            <span class="why">
              {sizeIn(size)} · {momentWords(addedAt)}
            </span>
            <button type="button" disabled={busy} onClick={() => work(() => takeFile(one.id, { id, name }))}>
              {words('cases.document.take')}
            </button>
            <button type="button" class="plain stop" disabled={waits} onClick={() => setErasing(id)}>
              {words('cases.document.erase')}
            </button>
          </li>
        ))}
      </ul>
      <label>
        {words('cases.document.add')}
        <input
          ref={chooser}
          type="file"
          multiple
          disabled={waits || busy}
          onChange={(event) => void attach(event.currentTarget.files)}
        />
      </label>
      <p class="why">{words(waits ? 'cases.document.waits' : 'cases.document.outside')}</p>
      {fault !== null && (
        <p class="notice stop" role="alert">
          {fault}
        </p>
      )}
      {erasing !== null && (
        <EraseDialog
          id={one.id}
          document={erasing}
          pseudonym={one.pseudonym}
          close={() => {
            setErasing(null);
            again();
          }}
        />
      )}
    </section>
  );
}
