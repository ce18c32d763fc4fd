/** Custody: whose log it is, its signed head, the check of everything, and who did what. */
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { session } from '../shell/record-state.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { CheckPanel } from './check-panel.tsx';
import { HandOut } from './hand-out.tsx';
import { LogList } from './log-list.tsx';

/** The page. */
export function CustodyPage({ query }: RoomProps) {
  const { answer, fault, again } = useAnswer('GET /api/custody', {});
  const who = session.value;
  return (
    <div class="sheet custody">
      <h1>{words('nav.custody')}</h1>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && (
        <div class="two">
          <section aria-labelledby="whose">
            <h2 id="whose">{words('custody.whose')}</h2>
            <dl>
              <dt>{words('custody.vault')}</dt>
              <dd>
                {who?.vault ?? '—'}
                {who !== null && ` · ${words(who.encrypted ? 'custody.encrypted' : 'shell.not-encrypted')}`}
              </dd>
              <dt>{words('custody.log')}</dt>
              <dd>
                <code>{answer.origin}</code>
              </dd>
              <dt>{words('custody.key')}</dt>
              <dd>
                <code>{answer.vkey}</code>
              </dd>
              <dt>{words('custody.witnesses')}</dt>
              <dd>{answer.witnesses.join(', ') || words('custody.no-witness')}</dd>
              <dt>{words('custody.left')}</dt>
              <dd>{words('custody.left-count', { ...answer.anchored })}</dd>
            </dl>
          </section>
          <section aria-labelledby="head">
            <h2 id="head">{words('custody.head')}</h2>
            {answer.head === null ? (
              <p class="why">{words('custody.empty')}</p>
            ) : (
              <>
                <p class="why">{words('custody.head-why', { count: answer.head.seq })}</p>
                <pre>{answer.head.checkpoint}</pre>
                <HandOut />
              </>
            )}
          </section>
        </div>
      )}
      <CheckPanel
        last={
          answer === null
            ? ''
            : answer.lastCheck === null
              ? words('check.never')
              : words('check.last', {
                  day: dayWords(answer.lastCheck.at),
                  by: answer.lastCheck.agent,
                  faults: answer.lastCheck.faults,
                  seq: answer.lastCheck.seq,
                })
        }
      />
      <LogList query={query} />
    </div>
  );
}
