/** A page that reads pasted reports and weighs what they say, from one file, without a server and without the network. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { idMaker, openTextReader, type Sha256, type WeighedReports, weighReports } from '../../index.ts';
import { EXAMPLE, NO_REPORT, type PastedReport } from './pasted-report.ts';
import { Weighed } from './weighed.tsx';

/** Data that the file carries beside the script, as base64. */
function carried(id: string): Uint8Array {
  const text = document.getElementById(id)?.textContent ?? '';
  return Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));
}

const reader = openTextReader({ attribution: carried('attribution'), gazetteer: carried('gazetteer') });
const newId = idMaker((count) => crypto.getRandomValues(new Uint8Array(count)));

async function sha256(text: string): Promise<Sha256> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
}

/** A day as the reader takes it; what is left empty is unknown. */
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

async function weigh(reports: readonly PastedReport[]): Promise<WeighedReports> {
  const filled = reports.filter(({ text }) => text.trim() !== '');
  return weighReports(
    filled.map(({ text, outlet, day }) => ({
      text,
      outlet: orNull(outlet),
      publishedAt: orNull(day),
      language: null,
    })),
    { reader, newId, sha256 },
  );
}

function PastePage() {
  const [reports, setReports] = useState<readonly PastedReport[]>([NO_REPORT, NO_REPORT]);
  const [weighed, setWeighed] = useState<WeighedReports | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const put = (at: number, change: Partial<PastedReport>) =>
    setReports(reports.map((report, index) => (index === at ? { ...report, ...change } : report)));
  const run = async (event: Event) => {
    event.preventDefault();
    setFault(null);
    try {
      setWeighed(await weigh(reports));
      document.getElementById('weighed')?.focus();
    } catch (error) {
      setWeighed(null);
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <main>
      <h1>What do these reports rest on?</h1>
      <p class="lead">
        Paste reports about one event. The page finds who says what, through whom, and how many independent
        origins stand behind each figure. Nothing leaves this page and nothing is kept: it works without a
        network. What it finds are proposals of a program; nobody has reviewed them.
      </p>
      <form onSubmit={run}>
        {reports.map((report, at) => (
          <fieldset key={at}>
            <legend>Report {at + 1}</legend>
            <label>
              Who published it
              <input
                value={report.outlet}
                onInput={(event) => put(at, { outlet: event.currentTarget.value })}
              />
            </label>
            <label>
              Day
              <input
                type="date"
                value={report.day}
                onInput={(event) => put(at, { day: event.currentTarget.value })}
              />
            </label>
            <label class="wide">
              Text
              <textarea
                rows={7}
                dir="auto"
                value={report.text}
                onInput={(event) => put(at, { text: event.currentTarget.value })}
              />
            </label>
          </fieldset>
        ))}
        <p class="buttons">
          <button type="submit">Read and weigh</button>
          <button type="button" onClick={() => setReports([...reports, NO_REPORT])}>
            Another report
          </button>
          <button type="button" onClick={() => setReports(EXAMPLE)}>
            Fill in an invented example
          </button>
        </p>
      </form>
      <section id="weighed" tabIndex={-1} aria-live="polite">
        {fault === null ? null : <p class="fault">{fault}</p>}
        {weighed === null ? null : <Weighed weighed={weighed} />}
      </section>
    </main>
  );
}

const root = document.getElementById('page');
if (root !== null) render(<PastePage />, root);
