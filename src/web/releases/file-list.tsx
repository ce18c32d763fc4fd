/** The files of a release with their SHA-256, by folder. It is made again from the log for that, so they are listed when asked for. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { words } from '../words/language.ts';
import { foldersOf } from './profile-draft.ts';
import type { Release } from './release-list.tsx';

/** The section. */
export function FileList({ release: { id, files, dossierSha256 } }: { readonly release: Release }) {
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words('releases.files')}</h2>
      <p class="why">{words('releases.files.text', { count: files })}</p>
      <p>
        <code class="hash">{dossierSha256}</code>
      </p>
      {asked ? (
        <Files id={id} />
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          {words('releases.files.list')}
        </button>
      )}
    </section>
  );
}

function Files({ id }: { readonly id: string }) {
  const { answer, fault, again } = useAnswer(
    'GET /api/releases/{id}/files',
    { params: { id } },
    { fixed: true, whole: 'files' },
  );
  if (fault !== null) return <Fault fault={fault} again={again} />;
  if (answer === null) return <p role="status">{words('releases.files.making')}</p>;
  return (
    <>
      {foldersOf(answer.files).map(({ name, files }) => (
        <details key={name}>
          <summary>
            {words('releases.files.folder', {
              name: name || words('releases.files.top'),
              count: files.length,
            })}
          </summary>
          <ul class="files" dir="ltr">
            {files.map(({ path, sha256 }) => (
              <li key={path}>
                {path} <code class="hash">{sha256}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
