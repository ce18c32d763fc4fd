/** All fields of a case. */
import { words } from '../words/language.ts';
import type { Case } from './case-versions.ts';
import { COLUMNS, type ListField } from './columns.ts';
import { type RiskLevel, RiskSign } from './risk-sign.tsx';
import { RowsField } from './rows-field.tsx';
import { membersInside } from './sealed-state.ts';

const LEVELS = ['unknown', 'low', 'medium', 'high', 'acute'] as const satisfies readonly RiskLevel[];
const LISTS = Object.keys(COLUMNS) as ListField[];

interface FormProps {
  readonly one: Case;
  change(changes: Partial<Case>): void;
}

/** The fields. */
export function CaseForm({ one, change }: FormProps) {
  const { risk } = one;
  const setRisk = (changes: Partial<Case['risk']>): void => change({ risk: { ...risk, ...changes } });
  return (
    <>
      <div class="row">
        <label>
          {words('cases.field.pseudonym')}
          <input
            type="text"
            required
            dir="auto"
            autocomplete="off"
            value={one.pseudonym}
            onInput={(event) => change({ pseudonym: event.currentTarget.value })}
          />
        </label>
        <label>
          {words('cases.field.retainUntil')}
          <input
            type="date"
            required
            autocomplete="off"
            value={one.retainUntil}
            onInput={(event) => change({ retainUntil: event.currentTarget.value })}
          />
        </label>
        <LookedAfter name={one.lookedAfterBy} choose={(lookedAfterBy) => change({ lookedAfterBy })} />
      </div>
      <fieldset>
        <legend>
          {words('cases.field.risk')} <RiskSign level={risk.level} />
        </legend>
        <div class="row">
          <label>
            {words('cases.risk.level')}
            <select
              value={risk.level}
              onChange={(event) => setRisk({ level: event.currentTarget.value as RiskLevel })}
            >
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {words(`cases.risk.${level}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words('cases.risk.reviewed')}
            <input
              type="date"
              autocomplete="off"
              value={risk.reviewedAt ?? ''}
              onInput={(event) => setRisk({ reviewedAt: event.currentTarget.value || null })}
            />
          </label>
        </div>
        <label>
          {words('cases.risk.why')}
          <textarea
            rows={2}
            dir="auto"
            value={risk.why ?? ''}
            onInput={(event) => setRisk({ why: event.currentTarget.value || null })}
          />
        </label>
      </fieldset>
      <label>
        {words('cases.field.needs')} · {words('cases.lines')}
        <textarea
          rows={2}
          dir="auto"
          value={one.needs.join('\n')}
          onInput={(event) => change({ needs: event.currentTarget.value.split('\n') })}
        />
      </label>
      {LISTS.map((field) => (
        <RowsField
          key={field}
          field={field}
          rows={one[field]}
          change={(rows) => change({ [field]: rows } as unknown as Partial<Case>)}
        />
      ))}
    </>
  );
}

interface LookedAfterProps {
  readonly name: string | null;
  choose(name: string | null): void;
}

/** Who looks after the case: a member of the compartment, or nobody. Somebody who left it stands there until another is chosen. */
function LookedAfter({ name, choose }: LookedAfterProps) {
  const inside = membersInside();
  const isGone = name !== null && !inside.includes(name);
  return (
    <label>
      {words('cases.field.lookedAfterBy')}
      <select value={name ?? ''} onChange={(event) => choose(event.currentTarget.value || null)}>
        <option value="">{words('cases.looked-after.nobody')}</option>
        {isGone && <option value={name}>{words('cases.looked-after.gone', { name })}</option>}
        {inside.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
