/** The mouths of a claim, outermost first, as fields. The outlet stands before them and is not shown here. */
import { words } from '../words/language.ts';
import type { DraftStep } from './claim-draft.ts';

const KINDS = ['person', 'public-body', 'state', 'organisation', 'media', 'unit', 'community'] as const;
const FORCES = ['neutral', 'distancing', 'endorsing'] as const;

interface ChainProps {
  readonly steps: readonly DraftStep[];
  change(steps: readonly DraftStep[]): void;
}

const EMPTY: DraftStep = {
  named: '',
  actorKind: 'person',
  anonymous: false,
  cue: 'said',
  force: 'neutral',
  at: null,
};

/** One row for each mouth. */
export function ChainFields({ steps, change }: ChainProps) {
  const put = (at: number, changed: Partial<DraftStep>): void =>
    change(steps.map((step, index) => (index === at ? { ...step, ...changed } : step)));
  return (
    <>
      <ol class="chain">
        <li>
          <small>{words('reading.this-source')}</small>
        </li>
        {steps.map((step, at) => (
          <li key={at}>
            <label>
              {words('form.named')}
              <input
                type="text"
                dir="auto"
                value={step.named}
                onInput={(event) => put(at, { named: event.currentTarget.value, at: null })}
              />
            </label>
            <div class="three">
              <label>
                {words('form.kind')}
                <select
                  value={step.actorKind}
                  onChange={(event) =>
                    put(at, { actorKind: event.currentTarget.value as DraftStep['actorKind'] })
                  }
                >
                  {KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {words(`form.kind.${kind}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {words('form.cue')}
                <input
                  type="text"
                  dir="auto"
                  value={step.cue}
                  onInput={(event) => put(at, { cue: event.currentTarget.value })}
                />
              </label>
              <label>
                {words('form.force')}
                <select
                  value={step.force}
                  onChange={(event) => put(at, { force: event.currentTarget.value as DraftStep['force'] })}
                >
                  {FORCES.map((force) => (
                    <option key={force} value={force}>
                      {words(`reading.force.${force}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <label class="row">
              <input
                type="checkbox"
                checked={step.anonymous}
                onChange={(event) => put(at, { anonymous: event.currentTarget.checked })}
              />{' '}
              {words('form.anonymous')}
            </label>
            <button
              type="button"
              class="plain"
              onClick={() => change(steps.filter((_, index) => index !== at))}
            >
              {words('form.remove')}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="plain" onClick={() => change([...steps, EMPTY])}>
        + {words('form.add-step')}
      </button>
    </>
  );
}
