/** Who is said to run a site, each with the claim that says so: chosen from the claims about the place. */
import { useState } from 'preact/hooks';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { words } from '../words/language.ts';
import type { RunByDraft } from './place-draft.ts';

interface FieldProps {
  readonly figures: Answer<'GET /api/places/{key}'>['figures'];
  readonly value: readonly RunByDraft[];
  change(value: readonly RunByDraft[]): void;
}

/** What is chosen, and three choices for one more. */
export function RunByField({ figures, value, change }: FieldProps) {
  const [proposition, setProposition] = useState(figures[0]?.proposition.id ?? '');
  const [claim, setClaim] = useState('');
  const [q, setQ] = useState('');
  const includeProposed = 'true';
  const claims = useAnswer(
    'GET /api/claims',
    proposition === '' ? null : { query: { proposition, includeProposed, limit: 100 } },
  );
  const actors = useAnswer('GET /api/actors', { query: { q, includeProposed, limit: 20 } });
  const said = claims.answer?.claims ?? [];
  const chosen = said.find(({ id }) => id === claim) ?? said[0];
  const exact = chosen?.passages[0]?.exact ?? '';
  const actor = actors.answer?.actors.find(({ name }) => name.toLowerCase() === q.trim().toLowerCase());
  return (
    <fieldset class="run-by">
      <legend>{words('places.run-by')}</legend>
      {value.map((one) => (
        <p key={`${one.actor} ${one.claim}`} class="row">
          <span>
            <bdi>{one.name}</bdi>: “<bdi>{one.exact}</bdi>”
          </span>
          <button
            type="button"
            aria-label={`${words('places.form.remove')}: ${one.name}`}
            onClick={() => change(value.filter((other) => other !== one))}
          >
            {words('places.form.remove')}
          </button>
        </p>
      ))}
      <label>
        {words('places.form.proposition')}
        <select value={proposition} onChange={(event) => setProposition(event.currentTarget.value)}>
          {figures.map(({ proposition: { id, text } }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('places.form.claim')}
        <select value={chosen?.id ?? ''} onChange={(event) => setClaim(event.currentTarget.value)}>
          {said.map(({ id, passages, chain }) => (
            <option key={id} value={id}>
              {`${chain.at(-1)?.named ?? ''}: ${passages[0]?.exact ?? ''}`.slice(0, 120)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('places.form.actor')}
        <input
          type="search"
          list="run-by-actors"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <datalist id="run-by-actors">
        {actors.answer?.actors.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <button
        type="button"
        disabled={actor === undefined || chosen === undefined}
        onClick={() => {
          if (actor === undefined || chosen === undefined) return;
          change([...value, { actor: actor.id, name: actor.name, claim: chosen.id, exact }]);
          setQ('');
        }}
      >
        {words('places.form.add')}
      </button>
    </fieldset>
  );
}
