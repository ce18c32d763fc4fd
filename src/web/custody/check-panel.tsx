/** The check of everything: started, followed, stopped, and what it found. */
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../api/call.ts';
import { call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { refreshRecord, session } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';

type Check = Answer<'GET /api/verification'>;

/** Milliseconds between two looks while it runs. */
const EVERY = 500;

/** @param last a sentence on the last check that was logged */
export function CheckPanel({ last }: { readonly last: string }) {
  const [check, setCheck] = useState<Check | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [logs, setLogs] = useState(true);
  const canWrite = session.value?.canWrite !== false;
  const keep = (asked: Promise<Check>): Promise<void> =>
    asked.then(
      (told) => {
        setCheck(told);
        setFault(null);
      },
      (error: Error) => setFault(error),
    );
  const running = check?.state === 'running';
  useEffect(() => void keep(call('GET /api/verification', {})), []);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void keep(call('GET /api/verification', {})), EVERY);
    return () => {
      clearInterval(timer);
      void refreshRecord();
    };
  }, [running]);
  const start = async (): Promise<void> => {
    const log = logs && canWrite;
    if (log && !(await isNamed())) return;
    await keep(call('POST /api/verification', { body: { run: 'start', log } }));
  };
  return (
    <section aria-labelledby="check" class="check">
      <h2 id="check">{words('check.title')}</h2>
      <p class="why">
        {words('check.what')} {last}
      </p>
      <div class="row">
        {running ? (
          <button
            type="button"
            onClick={() => void keep(call('POST /api/verification', { body: { run: 'stop', log: false } }))}
          >
            {words('check.stop')}
          </button>
        ) : (
          <button type="button" class="yes" onClick={start}>
            {words('check.start')}
          </button>
        )}
        {canWrite && (
          <label class="tick">
            <input
              type="checkbox"
              checked={logs}
              disabled={running}
              onChange={(event) => setLogs(event.currentTarget.checked)}
            />
            {words('check.log')}
          </label>
        )}
      </div>
      {running && check.stage !== null && <Stage stage={check.stage} />}
      {fault !== null && <Fault fault={fault} />}
      <div role="status">{check !== null && !running && <Result check={check} />}</div>
    </section>
  );
}

function Stage({ stage }: { readonly stage: NonNullable<Check['stage']> }) {
  const { done, total } = stage;
  return (
    <p class="why">
      {words(`stage.${stage.stage}`, { done: done ?? 0, total: total ?? 0 })}{' '}
      <progress aria-label={words('check.title')} {...(total ? { max: total, value: done ?? 0 } : {})} />
    </p>
  );
}

function Result({ check: { state, report, logged } }: { readonly check: Check }) {
  if (state === 'failed') return <p class="notice stop">{words('check.failed')}</p>;
  if (report === null) return null;
  const { faults, faultsInAll, checked, newerReader, sentences, stopped } = report;
  return (
    <>
      <p class={`notice ${faultsInAll > 0 ? 'stop' : stopped ? 'warn' : 'good'}`}>
        {words(faultsInAll > 0 ? 'check.differs' : stopped ? 'check.stopped' : 'check.good', {
          count: faultsInAll,
        })}{' '}
        {words('check.checked', { ...checked })}
        {logged !== null && ` ${words('check.logged', { seq: logged })}`}
      </p>
      {newerReader > 0 && <p class="why">{words('check.newer', { count: newerReader })}</p>}
      {faults.length > 0 && (
        <ul class="faults">
          {faults.map(({ check, item, message }) => (
            <li key={`${check} ${item}`}>
              {message} <code>{item}</code>
            </li>
          ))}
          {faultsInAll > faults.length && (
            <li>{words('check.more', { count: faultsInAll - faults.length })}</li>
          )}
        </ul>
      )}
      {sentences.map((sentence) => (
        <p class="why" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}
