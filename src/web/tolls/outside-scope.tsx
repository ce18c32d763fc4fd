/** Counts that do not belong to what was asked for, or may not, each with its reason. */
import type { Answer } from '../api/call.ts';
import { ReasonText } from '../parts/reason-text.tsx';
import { words } from '../words/language.ts';

const SHOWN = 12;

/** Folded: the reasons, those of most counts first. */
export function OutsideScope({ outside }: { readonly outside: Answer<'GET /api/tolls'>['outside'] }) {
  const byReason = new Map<string, string[]>();
  for (const { proposition, reason } of outside)
    byReason.set(reason, [...(byReason.get(reason) ?? []), proposition]);
  const reasons = [...byReason].sort((a, b) => b[1].length - a[1].length);
  return (
    <details>
      <summary>{words('tolls.outside', { count: outside.length })}</summary>
      <ul class="reasons">
        {reasons.slice(0, SHOWN).map(([reason, some]) => (
          <li key={reason}>
            <ReasonText reason={reason} />:{' '}
            {some.slice(0, 4).map((id) => (
              <a key={id} href={`/tolls/${id}`}>
                {id.slice(0, 10)}
              </a>
            ))}
            {some.length > 4 && words('tolls.and-more', { more: some.length - 4 })}
          </li>
        ))}
        {reasons.length > SHOWN && <li>{words('tolls.other-reasons', { count: reasons.length - SHOWN })}</li>}
      </ul>
    </details>
  );
}
