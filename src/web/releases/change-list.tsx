/** What changed between a release and the one whose place it takes, and why. */
import type { Answer } from '../api/call.ts';
import { words } from '../words/language.ts';

interface ChangesProps {
  readonly reason: string;
  readonly changes: Answer<'GET /api/releases/{id}'>['changes'];
}

/** The section. */
export function ChangeList({ reason, changes }: ChangesProps) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words('releases.changes')}</h2>
      <p>
        {words('releases.why')}: <bdi>{reason}</bdi>
      </p>
      {changes.length === 0 && <p class="why">{words('releases.changes.none')}</p>}
      <ul class="changes">
        {changes.map(({ kind, proposition, before, after }) => (
          <li key={`${proposition?.id} ${kind}`}>
            {proposition === null ? (
              words('releases.change.gone')
            ) : (
              <a href={`/propositions/${proposition.id}`} dir="auto">
                {proposition.text}
              </a>
            )}{' '}
            {words(`releases.change.${kind}`)}
            {(before !== null || after !== null) && (
              <p class="why" dir="auto">
                {words('releases.change.from', { before: before ?? '—', after: after ?? '—' })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
