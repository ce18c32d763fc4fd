/** Who read what in the compartment. */
import { type Answer, call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { words } from '../words/language.ts';
import { useSealed } from './use-sealed.ts';

type Read = Answer<'GET /api/sealed/reads'>['reads'][number];
const LETTERS = 12;

/** The page. */
export function ReadsList() {
  const { answer, fault, again } = useSealed(() => call('GET /api/sealed/reads', {}), []);
  return (
    <>
      <h1>{words('cases.reads')}</h1>
      <p class="lead">{words('cases.reads.text')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.faults.map((one) => (
        <p key={one} class="notice stop">
          {one}
        </p>
      ))}
      {answer !== null && <ReadLines reads={answer.reads} />}
    </>
  );
}

/** The lines. */
export function ReadLines({ reads }: { readonly reads: readonly Read[] }) {
  return (
    <ol class="lines reads">
      {reads.map(({ at, by, kind, of }, n) => (
        <li key={n}>
          {momentWords(at)}, <bdi>{by}</bdi>: {words(`cases.read.${kind}`)}{' '}
          {of !== null &&
            (of.startsWith('cas_') ? (
              <a href={`/cases/${of}`}>{of.slice(0, LETTERS)}</a>
            ) : (
              of.slice(0, LETTERS)
            ))}
        </li>
      ))}
    </ol>
  );
}
