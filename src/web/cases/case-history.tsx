/** Every version of a case, with what it changed, and who read it: the log of reads is sealed in the compartment itself. */
import { call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';
import { CASE_FIELDS, type Case } from './case-versions.ts';
import { ReadLines } from './reads-list.tsx';
import { useSealed } from './use-sealed.ts';

/** The history. */
export function CaseHistory({ id }: { readonly id: string }) {
  const { answer, fault, again } = useSealed(
    () => call('GET /api/sealed/cases/{id}/history', { params: { id } }),
    [id],
  );
  if (answer === null)
    return fault === null ? (
      <p class="empty">{words('shell.loading')}</p>
    ) : (
      <Fault fault={fault} again={again} />
    );
  const { versions, reads, faults } = answer;
  return (
    <section class="history">
      <h2>{words('cases.versions')}</h2>
      {faults.map((one) => (
        <p key={one} class="notice stop">
          {one}
        </p>
      ))}
      <ol class="lines">
        {versions.map((held, at) => (
          <li key={held.version}>
            <details>
              <summary>
                {words('cases.version', {
                  version: held.version,
                  when: momentWords(held.savedAt),
                  name: held.savedBy,
                })}
                {': '}
                {changedWords(held.case, versions[at + 1]?.case ?? null)}
              </summary>
              <pre dir="auto">{JSON.stringify(held.case, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
      <h2>{words('cases.reads')}</h2>
      <ReadLines reads={reads} />
    </section>
  );
}

function changedWords(one: Case, before: Case | null): string {
  if (before === null) return words('cases.version.first');
  const fields = [...CASE_FIELDS, 'documents' as const].filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(before[field]),
  );
  return fields.map((field) => words(`cases.field.${field}`)).join(', ') || '—';
}
