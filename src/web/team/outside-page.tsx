/** Where the organisation's sign-in sends the browser back to. What it brings is taken out of the address at once. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Refused } from '../parts/refused.tsx';
import { words } from '../words/language.ts';
import { AppSecret } from './app-secret.tsx';
import { faultWords } from './member-state.ts';
import { outsideDone } from './outside-done.ts';
import { CodeField } from './secret-fields.tsx';

type Step = Answer<'POST /api/team/outside/answers'>;

/** The page. */
export function OutsidePage() {
  const [answer] = useState(() => (window.location.hash || window.location.search).slice(1));
  const [step, setStep] = useState<Step | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const goOn = (next: Step): void => {
    setStep(next);
    if (next.step === 'more') return;
    outsideDone.tell();
    if (next.step === 'in') window.location.assign('/');
    if (next.step === 'bound') window.location.assign('/account');
  };
  useEffect(() => {
    window.history.replaceState(null, '', '/outside');
    call('POST /api/team/outside/answers', { body: { answer: answer || '-' } }).then(goOn, (error: unknown) =>
      setFault(faultWords(error)),
    );
  }, [answer]);
  return (
    <div class="sheet door">
      <h1>{words('nav.outside')}</h1>
      {step === null && fault === null && <p class="empty">{words('shell.loading')}</p>}
      {step?.step === 'proved' && <p role="status">{words('team.outside-proved')}</p>}
      {step?.step === 'more' && <Missing step={step} onDone={goOn} />}
      <Refused why={fault} />
      {fault !== null && (
        <a href="/" target="_self">
          {words('team.outside-again')}
        </a>
      )}
    </div>
  );
}

function Missing({ step, onDone }: { readonly step: Step; onDone(step: Step): void }) {
  const [name, setName] = useState(step.name ?? '');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    setFault(null);
    const body = {
      pending: step.pending ?? '',
      code: step.code === 'none' ? null : code,
      name: step.name === null ? null : name,
    };
    call('POST /api/team/outside/completions', { body }).then(onDone, (error: unknown) => {
      setCode('');
      setFault(faultWords(error));
    });
  };
  return (
    <form class="record-form" onSubmit={submit}>
      {step.name !== null && (
        <>
          <p class="why">{words('team.name-why')}</p>
          <label>
            {words('team.name')}
            <input
              type="text"
              required
              maxLength={120}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
        </>
      )}
      {step.code === 'own' && <p class="why">{words('team.outside-code')}</p>}
      {step.secret !== null && step.address !== null && (
        <>
          <p class="why">{words('team.outside-new-code')}</p>
          <AppSecret secret={step.secret} address={step.address} />
        </>
      )}
      {step.code !== 'none' && <CodeField value={code} onInput={setCode} />}
      <Refused why={fault} />
      <button type="submit" class="yes">
        {words('team.go-in')}
      </button>
    </form>
  );
}
