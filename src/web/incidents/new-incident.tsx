/** A new incident. */
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';
import { emptyDraft } from './incident-draft.ts';
import { IncidentForm } from './incident-form.tsx';

/** The page. */
export function NewIncident() {
  return (
    <div class="sheet">
      <p>
        <a href="/incidents">{words('nav.incidents')}</a>
      </p>
      <h1>{words('incidents.new')}</h1>
      <IncidentForm
        id={null}
        begin={emptyDraft()}
        close={(made) => go(made === null ? '/incidents' : `/incidents/${made}`)}
      />
    </div>
  );
}
