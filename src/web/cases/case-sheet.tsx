/** One case: everything in it can be changed and is saved as the next version; what somebody else saved meanwhile is told, not lost. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';
import { CaseDocuments } from './case-documents.tsx';
import { CaseForm } from './case-form.tsx';
import { CaseHistory } from './case-history.tsx';
import {
  CASE_FIELDS,
  type Case,
  type CaseField,
  type CaseOfBoth,
  caseOfBoth,
  withFields,
} from './case-versions.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { savedFields } from './saved-fields.ts';
import { faultOf, useSealed } from './use-sealed.ts';

type Held = Answer<'GET /api/sealed/cases/{id}'>;

/** The page. */
export function CaseSheet({ id }: { readonly id: string }) {
  const { answer, fault, again } = useSealed(
    () => call('GET /api/sealed/cases/{id}', { params: { id } }),
    [id],
  );
  if (answer === null)
    return fault === null ? (
      <p class="empty">{words('shell.loading')}</p>
    ) : (
      <Fault fault={fault} again={again} />
    );
  return <Sheet held={answer} again={again} />;
}

interface SheetProps {
  readonly held: Held;
  again(): void;
}

function Sheet({ held, again }: SheetProps) {
  /** The version that my changes are made to, and my changes. */
  const [base, setBase] = useState(held);
  const [mine, setMine] = useState<Case>(held.case);
  const [fault, setFault] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<{ readonly theirs: Held; readonly together: CaseOfBoth } | null>(
    null,
  );
  const [shown, setShown] = useState<'erase' | 'history' | null>(null);
  const { id } = held.case;
  const isChanged = CASE_FIELDS.some(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(base.case[field]),
  );
  useEffect(() => {
    if (held.version === base.version) return;
    // Read again after a document came or went, with nothing typed that is not saved.
    setBase(held);
    setMine(held.case);
  }, [held]);
  const save = async (): Promise<void> => {
    setFault(null);
    try {
      const fields = savedFields(mine);
      await call('POST /api/sealed/cases/{id}/versions', {
        params: { id },
        body: { version: base.version, fields },
      });
      await newest((now) => {
        setBase(now);
        setMine(now.case);
        setSaved(true);
      });
    } catch (error) {
      const told = faultOf(error);
      setFault(told.message);
      if (told.code === 'vault-busy')
        await newest((theirs) =>
          setConflict({ theirs, together: caseOfBoth({ base: base.case, mine, theirs: theirs.case }) }),
        );
    }
  };
  const newest = async (use: (now: Held) => void): Promise<void> => {
    try {
      use(await call('GET /api/sealed/cases/{id}', { params: { id } }));
    } catch (error) {
      setFault(faultOf(error).message);
    }
  };
  const settle = (chosen: Case): void => {
    if (conflict === null) return;
    setBase(conflict.theirs);
    setMine({ ...chosen, documents: conflict.theirs.case.documents });
    setConflict(null);
    setFault(null);
  };
  return (
    <>
      <h1 dir="auto">{base.case.pseudonym}</h1>
      <p class="lead">
        {words('cases.version', {
          version: base.version,
          when: momentWords(base.savedAt),
          name: base.savedBy,
        })}
      </p>
      <form
        class="case-form"
        autocomplete="off"
        spellcheck={false}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <CaseForm
          one={mine}
          change={(changes) => {
            setSaved(false);
            setMine({ ...mine, ...changes });
          }}
        />
        {fault !== null && (
          <p class="notice stop" role="alert">
            {fault}
          </p>
        )}
        {conflict !== null && <Conflict {...conflict} mine={mine} settle={settle} />}
        <p class="row save-row">
          <button type="submit" class="yes" disabled={!isChanged || conflict !== null}>
            {words('cases.save')}
          </button>
          <span role="status" class={saved && !isChanged ? 'ok' : 'why'}>
            {isChanged ? words('cases.unsaved') : saved ? words('cases.saved') : ''}
          </span>
        </p>
      </form>
      <CaseDocuments one={base.case} waits={isChanged} again={again} />
      <p class="row">
        <button type="button" onClick={() => setShown(shown === 'history' ? null : 'history')}>
          {words('cases.history')}
        </button>
        <button type="button" class="plain stop" onClick={() => setShown('erase')}>
          {words('cases.erase')}
        </button>
      </p>
      {shown === 'history' && <CaseHistory id={id} />}
      {shown === 'erase' && (
        <EraseDialog id={id} pseudonym={base.case.pseudonym} close={() => setShown(null)} />
      )}
    </>
  );
}

interface ConflictProps {
  readonly theirs: Held;
  readonly together: CaseOfBoth;
  readonly mine: Case;
  settle(chosen: Case): void;
}

function Conflict({ theirs, together: { together, both, theirs: changed }, mine, settle }: ConflictProps) {
  const named = (fields: readonly CaseField[]): string =>
    fields.map((field) => words(`cases.field.${field}`)).join(', ');
  return (
    <div class="notice warn">
      <p>{words('cases.conflict', { name: theirs.savedBy, fields: named(changed) || '—' })}</p>
      {both.length > 0 && <p>{words('cases.conflict.both', { fields: named(both) })}</p>}
      <p class="row">
        <button type="button" onClick={() => settle(withFields(together, mine, both))}>
          {words(both.length > 0 ? 'cases.conflict.mine' : 'cases.conflict.put')}
        </button>
        {both.length > 0 && (
          <button type="button" onClick={() => settle(together)}>
            {words('cases.conflict.theirs')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => settle(theirs.case)}>
          {words('cases.conflict.drop')}
        </button>
      </p>
    </div>
  );
}
