/** Roles and clearance to choose. */
import { words } from '../words/language.ts';
import { CLEARANCES, type Clearance, clearanceWords, ROLES, type Role } from './role-words.ts';

export interface Rights {
  readonly roles: readonly Role[];
  readonly clearance: Clearance;
}

/** The fields. */
export function RightsFields({
  rights,
  onChange,
}: {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}) {
  const toggle = (role: Role, on: boolean): void =>
    onChange({ ...rights, roles: ROLES.filter((one) => (one === role ? on : rights.roles.includes(one))) });
  return (
    <>
      <fieldset>
        <legend>{words('team.roles')}</legend>
        {ROLES.map((role) => (
          <label key={role} class="tick">
            <input
              type="checkbox"
              checked={rights.roles.includes(role)}
              onChange={(event) => toggle(role, event.currentTarget.checked)}
            />
            <span>
              <b>{words(`team.role.${role}`)}</b> <span class="why">{words(`team.may.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        {words('team.clearance')}
        <select
          value={rights.clearance}
          onChange={(event) => onChange({ ...rights, clearance: event.currentTarget.value as Clearance })}
        >
          {CLEARANCES.map((one) => (
            <option key={one} value={one}>
              {clearanceWords(one)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
