/** The queue: one pair at a time, decided on with single keys. S one person, D two people, J next, K before, U take back. */
import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../parts/fault.tsx';
import { useActions } from '../shell/actions.ts';
import { bindKeys } from '../shell/keys.ts';
import { WithinTeam } from '../together/within-team.tsx';
import { numberIn, words } from '../words/language.ts';
import { PairSheet } from './pair-sheet.tsx';
import { type Deciding, PeopleReason } from './people-reason.tsx';
import { type HeldQueue, pairKey, useQueue } from './use-queue.ts';

/** The queue with the number of people above it. */
export function ReviewQueue() {
  const held = useQueue();
  const { queue, fault, reckoning, settled } = held;
  const pairs = queue?.pairs ?? [];
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<Deciding | null>(null);
  const pair = pairs[at];
  const next = (): void => setAt((now) => Math.min(pairs.length - 1, now + 1));
  const back = (): void => setAt((now) => Math.max(0, now - 1));
  const done = pair === undefined ? undefined : settled.get(pairKey(pair));
  const actions = [
    { name: words('people.same'), key: 'S', run: () => setAsking('same'), on: done === undefined },
    { name: words('people.different'), key: 'D', run: () => setAsking('different'), on: done === undefined },
    { name: words('reading.next'), key: 'J', run: next, on: at < pairs.length - 1 },
    { name: words('reading.before'), key: 'K', run: back, on: at > 0 },
    { name: words('reading.undo'), key: 'U', run: () => setAsking('undo'), on: held.undoable },
  ];
  const on = pair === undefined ? [] : actions.filter((action) => action.on);
  const keys = on.map(({ key }) => key).join('');
  useEffect(
    () =>
      asking === null
        ? bindKeys(Object.fromEntries(on.map(({ key, run }) => [key.toLowerCase(), run])))
        : undefined,
    [keys, asking, pairs.length],
  );
  useActions(() => on, [keys, pairs.length]);
  useEffect(() => setAt(0), [queue]);
  const settle = async (deciding: Deciding, reason: string): Promise<void> => {
    setAsking(null);
    if (deciding === 'undo') {
      const key = await held.undo(reason);
      const undone = pairs.findIndex((one) => pairKey(one) === key);
      if (undone >= 0) setAt(undone);
    } else if (pair !== undefined && (await held.decide(pair, deciding, reason))) next();
  };
  return (
    <section aria-labelledby="queue">
      <h2 id="queue">{words('people.queue')}</h2>
      {fault !== null && <Fault fault={fault} again={held.reckon} />}
      {reckoning && (
        <p class="notice">
          <span role="status">{words('people.reckoning')}</span> {progressWords(held.progress)}{' '}
          <button type="button" onClick={held.stop}>
            {words('people.stop')}
          </button>
        </p>
      )}
      {queue !== null && <PeopleNumber held={held} />}
      {queue !== null && pairs.length === 0 && <p>{words('people.nothing-waits')}</p>}
      {pair !== undefined && (
        <>
          <p class="row">
            <b>{words('people.pair', { at: at + 1, of: queue?.waiting ?? pairs.length })}</b>
            {done !== undefined && <span class="why">{words(`people.decided.${done.relation}`)}</span>}
          </p>
          <p>
            {words('people.moves', { change: numberIn(Math.round(pair.change * 100) / 100) })}{' '}
            <span class="why">{words('people.chance', { chance: Math.round(pair.together * 100) })}</span>
          </p>
          <PairSheet pair={pair} />
          <WithinTeam thing={[pair.a.listing, pair.b.listing].sort().join('~')} source={null} given />
          <p class="row acts">
            {actions.map(({ name, key, run, on: able }) => (
              <button key={key} type="button" disabled={!able} class={key === 'S' ? 'yes' : ''} onClick={run}>
                <kbd>{key}</kbd> {name}
              </button>
            ))}
          </p>
        </>
      )}
      {asking !== null && (
        <PeopleReason
          deciding={asking}
          of={pair === undefined ? '' : pairKey(pair)}
          close={() => setAsking(null)}
          decide={(reason) => void settle(asking, reason)}
        />
      )}
    </section>
  );
}

function progressWords(progress: HeldQueue['progress']): string {
  if (progress === null || progress.stage === 'comparing') return '';
  return words('people.drawing', { done: progress.done, of: progress.of });
}

/** How many people stand on the lists, as far as was reckoned; and what was decided since. */
function PeopleNumber({ held }: { readonly held: HeldQueue }) {
  const { queue, settled, reckoning } = held;
  if (queue === null) return null;
  const { people, listings, compared, decisions } = queue;
  return (
    <>
      {people.status === 'told' ? (
        <p class="number headline">
          <span class="figure">
            <b>{numberIn(people.low)}</b> <i>{words('figure.to')}</i> <b>{numberIn(people.high)}</b>
          </span>
          <span class="measure">{words('people.number', { people: people.people })}</span>
        </p>
      ) : (
        <p class="notice warn">{words('people.no-number', { reasons: people.reasons.join(' ') })}</p>
      )}
      <p class="why">
        {words('people.compared-pairs', { listings, pairs: compared })}{' '}
        {words('people.in-force', { same: decisions.same, different: decisions.different })}{' '}
        {decisions.waiting > 0 && words('people.waiting', { count: decisions.waiting })}
      </p>
      {settled.size > 0 && (
        <p class="notice">
          {words('people.since', { count: settled.size })}{' '}
          <button type="button" disabled={reckoning} onClick={held.reckon}>
            {words('people.reckon')}
          </button>
        </p>
      )}
    </>
  );
}
