/** The form of a claim: the words, who says it, how, about what, how many. Nothing is sent before it is saved. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { useAnswer } from '../api/use-answer.ts';
import { STANCE_SHAPES } from '../parts/stance-sign.tsx';
import { drop, keep, keeping } from '../shell/kept.ts';
import { bindKeys } from '../shell/keys.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { Present } from '../together/present.tsx';
import { words } from '../words/language.ts';
import { ChainFields } from './chain-fields.tsx';
import { type ClaimDraft, statedOf } from './claim-draft.ts';
import { ClaimVersions, type Meanwhile, madeMeanwhile } from './claim-versions.tsx';
import { bodyOfMaking, type Making, nameOfMaking } from './kept-making.ts';

interface FormProps {
  readonly making: Making;
  readonly capture: string;
  readonly source: string;
  /** It was half-made before: it is kept even unchanged. */
  readonly again: boolean;
  /** Gives the ids that were made, and those in whose place they stand. */
  done(made: readonly string[], replaced: readonly string[]): void;
  /** Puts it aside as it is; null: nothing was done to it. */
  aside(making: Making | null): void;
  discard(): void;
}

const STANCES = Object.keys(STANCE_SHAPES) as (keyof typeof STANCE_SHAPES)[];
const MEASURES = [
  'killed',
  'injured',
  'detained',
  'abducted',
  'disappeared',
  'tortured',
  'displaced',
  'released',
  'detention-sites',
  'visa',
  'asylum',
] as const;

/** The form; one page of it for each claim that is made. */
export function ClaimForm({ making, capture, source, again, done, aside, discard }: FormProps) {
  const [drafts, setDrafts] = useState(making.drafts);
  const [fault, setFault] = useState<Error | null>(null);
  const [target, setTarget] = useState<Pick<Making, 'inPlaceOf' | 'seen'>>(making);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const name = nameOfMaking(source, making);
  const touched = again || drafts !== making.drafts;
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  useEffect(() => {
    if (touched) keep(name, { source, body: bodyOfMaking({ ...making, drafts }, true) });
  }, [drafts]);
  const cancel = (): void => aside(touched ? { ...making, drafts } : null);
  // Wherever the focus is; a dialog above the form has its own Escape.
  useLayoutEffect(() =>
    bindKeys({
      escape: () => {
        if (document.querySelector('dialog[open]') === null) cancel();
      },
    }),
  );
  const change = (at: number, changed: Partial<ClaimDraft>): void =>
    setDrafts((now) => now.map((draft, index) => (index === at ? { ...draft, ...changed } : draft)));
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    try {
      const { inPlaceOf, seen = {} } = target;
      const body = { capture, claims: drafts.map(statedOf), inPlaceOf, seen: { ...seen }, reason: null };
      const { claims, replaced } = await call('POST /api/claims', { body });
      drop(name);
      await refreshRecord();
      done(claims, replaced);
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
      if (error instanceof DeskFault && error.code === 'changed-meanwhile')
        await madeMeanwhile(source, target.inPlaceOf).then(setMeanwhile, () => undefined);
    }
  };
  const goOnWith = (next: Meanwhile): void => {
    setTarget(next);
    setMeanwhile(null);
    setFault(null);
  };
  return (
    <form
      ref={form}
      class="card claim-form"
      aria-label={making.title}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void save(event);
      }}
    >
      <p class="row">
        <b>{making.title}</b>
      </p>
      {target.inPlaceOf[0] !== undefined && <Present thing={target.inPlaceOf[0]} />}
      {meanwhile !== null && (
        <ClaimVersions
          told={fault?.message ?? ''}
          meanwhile={meanwhile}
          drafts={drafts}
          use={(together) => {
            setDrafts(together);
            goOnWith(meanwhile);
          }}
        />
      )}
      {drafts.map((draft, at) => (
        <Fields key={at} draft={draft} change={(changed) => change(at, changed)} />
      ))}
      {fault !== null && meanwhile === null && (
        <div class="notice stop" role="alert">
          <p>{fault.message}</p>
          {'faults' in fault && (
            <ul>
              {(fault.faults as readonly { path: string; message: string }[]).map(({ path, message }) => (
                <li key={path}>
                  {path}: {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div class="act">
        <button type="submit" class="yes">
          {words('form.save')} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {words(touched ? 'form.aside' : 'form.cancel')} <kbd>Esc</kbd>
        </button>
        {touched && (
          <button type="button" onClick={discard}>
            {words('form.discard')}
          </button>
        )}
      </div>
      {touched && (
        <p class="why" role="status">
          {words(`form.${keeping.value}`)}
        </p>
      )}
    </form>
  );
}

interface FieldsProps {
  readonly draft: ClaimDraft;
  change(changed: Partial<ClaimDraft>): void;
}

function Fields({ draft, change }: FieldsProps) {
  return (
    <fieldset class="bare">
      <legend>{words('form.words')}</legend>
      {draft.words.map(({ start, exact }) => (
        <blockquote key={start} dir="auto">
          “{exact}”
        </blockquote>
      ))}
      <h2>{words('reading.chain')}</h2>
      <ChainFields steps={draft.steps} change={(steps) => change({ steps })} />
      <fieldset class="bare stances">
        <legend>{words('reading.stance')}</legend>
        {STANCES.map((stance) => (
          <label key={stance} class={`pill st ${stance}`}>
            <input type="radio" checked={draft.stance === stance} onChange={() => change({ stance })} />
            <span aria-hidden="true">{STANCE_SHAPES[stance]}</span> {words(`stance.${stance}`)}
          </label>
        ))}
      </fieldset>
      <PropositionField draft={draft} change={change} />
      <fieldset class="bare">
        <legend>{words('reading.quantity')}</legend>
        <div class="three">
          {(['low', 'best', 'high'] as const).map((bound) => (
            <label key={bound}>
              {words(`reading.${bound}`)}
              <input
                type="text"
                inputMode="numeric"
                pattern="[0-9]*"
                value={draft[bound]}
                onInput={(event) => change({ [bound]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
        <label>
          {words('form.wording')}
          <input
            type="text"
            dir="auto"
            value={draft.wording}
            onInput={(event) => change({ wording: event.currentTarget.value })}
          />
        </label>
      </fieldset>
      <label>
        {words('form.where')}
        <input
          type="text"
          dir="auto"
          value={draft.where}
          onInput={(event) => change({ where: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

function PropositionField({ draft, change }: FieldsProps) {
  const { answer } = useAnswer(
    'GET /api/propositions',
    draft.propositionText.trim() === '' ? null : { query: { q: draft.propositionText, limit: 6 } },
  );
  const others = answer?.propositions.filter(({ id }) => id !== draft.propositionId) ?? [];
  return (
    <div>
      <label>
        {words('reading.proposition')}
        <textarea
          rows={2}
          dir="auto"
          required
          value={draft.propositionText}
          onInput={(event) => change({ propositionText: event.currentTarget.value, propositionId: null })}
        />
      </label>
      {draft.propositionId === null ? (
        <>
          <p class="why">{words('form.new-proposition')}</p>
          <label>
            {words('form.measure')}
            <select
              value={draft.measure ?? ''}
              onChange={(event) =>
                change({ measure: (event.currentTarget.value || null) as ClaimDraft['measure'] })
              }
            >
              <option value="">{words('form.no-count')}</option>
              {MEASURES.map((measure) => (
                <option key={measure} value={measure}>
                  {measure}
                </option>
              ))}
            </select>
          </label>
          <ul class="choices">
            {others.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() =>
                    change({ propositionId: one.id, propositionText: one.text, measure: one.measure })
                  }
                >
                  {words('form.same-as', { text: one.text, claims: one.claims })}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="why">{words('form.joins')}</p>
      )}
    </div>
  );
}
