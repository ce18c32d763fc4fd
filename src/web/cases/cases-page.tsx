/** Sealed cases: locked until a member opens them, then a list, one case, the members of the compartment, and who read what. */
import { useEffect } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { useActions } from '../shell/actions.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { CaseList } from './case-list.tsx';
import { CaseSheet } from './case-sheet.tsx';
import { ChooseCompartment } from './choose-compartment.tsx';
import { CountsPage } from './counts-page.tsx';
import { CountsSheet } from './counts-sheet.tsx';
import { CustodianPage } from './custodian-page.tsx';
import { MembersPanel } from './members-panel.tsx';
import { NewCase } from './new-case.tsx';
import { ReadsList } from './reads-list.tsx';
import { lockNow, sealed, take } from './sealed-state.ts';
import { UnlockScreen } from './unlock-screen.tsx';
import { useSealed } from './use-sealed.ts';

/** The page. */
export function CasesPage({ rest }: RoomProps) {
  // Others may have shown keys or been taken in since: asked anew on each page.
  const { answer, fault, again } = useSealed(() => call('GET /api/sealed', {}), [rest.join('/')]);
  useEffect(() => {
    if (answer !== null) take(answer);
  }, [answer]);
  const state = sealed.value;
  if (state === null)
    return (
      <div class="sheet">
        <h1>{words('nav.cases')}</h1>
        {fault === null ? (
          <p class="empty">{words('shell.loading')}</p>
        ) : fault.code === 'not-found' ? (
          <p class="empty">{words('cases.not-here')}</p>
        ) : (
          <Fault fault={fault} again={again} />
        )}
      </div>
    );
  if (state.me === null) return <UnlockScreen state={state} />;
  return (
    <div class="sheet cases">
      <LockRow />
      {rest[0] === 'custodian' ? (
        <CustodianPage />
      ) : state.open === null ? (
        <ChooseCompartment state={state} />
      ) : (
        <Inside rest={rest} />
      )}
    </div>
  );
}

function Inside({ rest }: Pick<RoomProps, 'rest'>) {
  const [first, second] = rest;
  if (first === undefined) return <CaseList />;
  if (first === 'new') return <NewCase />;
  if (first === 'counts')
    return second === undefined ? <CountsPage /> : <CountsSheet key={second} id={second} />;
  if (first === 'members') return <MembersPanel />;
  if (first === 'reads') return <ReadsList />;
  return <CaseSheet key={first} id={first} />;
}

/** Who is unlocked, where one can go, and the lock. */
function LockRow() {
  const state = sealed.value;
  useActions(() => [{ name: words('cases.lock'), key: 'F9', run: lockNow }], [], 'cases-lock');
  return (
    <p class="row lock-row">
      {state?.open != null && (
        <>
          <a href="/cases">{words('cases.all')}</a>
          <a href="/cases/counts">{words('counts.title')}</a>
          <a href="/cases/members">{words('cases.members')}</a>
          <a href="/cases/reads">{words('cases.reads')}</a>
        </>
      )}
      <a href="/cases/custodian">{words('custodian.title')}</a>
      <span class="end">
        {words('cases.unlocked', { name: state?.me ?? '', minutes: state?.minutes ?? 0 })}{' '}
        <button type="button" class="yes" onClick={lockNow}>
          <kbd>F9</kbd> {words('cases.lock')}
        </button>
      </span>
    </p>
  );
}
