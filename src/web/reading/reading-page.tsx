/** The reading room: the source with what the machine marked, decided on with single keys. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { useActions } from '../shell/actions.ts';
import { drop, keep } from '../shell/kept.ts';
import { bindKeys } from '../shell/keys.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { WithinTeam } from '../together/within-team.tsx';
import { words } from '../words/language.ts';
import { ChooseClaim } from './choose-claim.tsx';
import { type CardAction, ClaimCard } from './claim-card.tsx';
import { draftOf, emptyDraft } from './claim-draft.ts';
import { ClaimForm } from './claim-form.tsx';
import { inTextOrder, shownStatus, wayBack } from './claims-in-text.ts';
import {
  canBeTakenBack,
  type Decision,
  decide,
  decidedBefore,
  refused,
  toldBack,
  undoable,
  undoLast,
  unsent,
} from './decisions.ts';
import { HalfMade } from './half-made.tsx';
import { bodyOfMaking, type KeptMaking, type Making, nameOfMaking } from './kept-making.ts';
import { useLeftWork } from './left-work.ts';
import { MarkedText } from './marked-text.tsx';
import { marksOf, paragraphsOf } from './marks.ts';
import { goToNextSource } from './next-source.ts';
import { Original } from './original.tsx';
import { RedactWords } from './redact-words.tsx';
import { RejectReason } from './reject-reason.tsx';
import { type SelectedWords, selectedWords } from './selected-span.ts';
import { useCurrentClaim } from './use-current-claim.ts';
import { useKeptPlace } from './use-kept-place.ts';

/** The page of one source; of another source nothing is shown or kept. */
export function ReadingPage({ rest, query }: RoomProps) {
  const id = rest[0] ?? '';
  return <OneSource key={id} id={id} query={query} />;
}

interface OneProps {
  readonly id: string;
  readonly query: RoomProps['query'];
}

function OneSource({ id, query }: OneProps) {
  const source = useAnswer('GET /api/sources/{id}', { params: { id } });
  const listed = useAnswer('GET /api/sources/{id}/claims', { params: { id } }, { whole: 'claims' });
  const capture = source.answer?.captures.find(({ codePoints }) => codePoints !== null)?.id ?? null;
  const text = useAnswer(
    'GET /api/captures/{id}/text',
    capture === null ? null : { params: { id: capture } },
    { fixed: true },
  );
  const claims = useMemo(() => inTextOrder(listed.answer?.claims ?? []), [listed.answer]);
  // The text and where claims stand in it never change: it is cut anew only when a claim comes or goes.
  const marked = claims.map(({ id: claim }) => claim).join();
  const paragraphs = useMemo(
    () =>
      text.answer === null
        ? []
        : paragraphsOf(text.answer.text, marksOf(text.answer.text, claims, text.answer.capture)),
    [text.answer, marked],
  );
  const statuses = claims.map(({ id: claim, status }) => shownStatus(status, unsent.value.get(claim)));
  useLayoutEffect(() => toldBack(listed.answer?.claims ?? []), [listed.answer]);
  const left = useLeftWork(id);
  const named = query.get('claim');
  const wanted = named ?? left.place?.claim ?? null;
  const place = useCurrentClaim({ claims, statuses, source: id, wanted, ready: left.ready });
  const { at: current, claim, step, nextOpen } = place;
  const [beside, setBeside] = useState(false);
  const [explained, setExplained] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const [merging, setMerging] = useState(false);
  const [making, setMaking] = useState<Making | null>(null);
  const [redacting, setRedacting] = useState<SelectedWords | null>(null);
  const [halfMade, setHalfMade] = useState<readonly KeptMaking[]>([]);
  const [hint, setHint] = useState<string | null>(null);
  useEffect(() => {
    document.querySelector('.text .now')?.scrollIntoView({ block: 'nearest' });
  }, [current, paragraphs]);

  useKeptPlace({
    source: id,
    claim: claim?.id ?? null,
    drawn: paragraphs.length > 0,
    left,
    named: named !== null,
  });
  useEffect(() => {
    const open = left.makings.find((one) => one.open) ?? null;
    setHalfMade(left.makings);
    setMaking(open);
  }, [left.makings]);

  const settle = async (decision: Decision, reason: string | null): Promise<void> => {
    if (claim === undefined || !(await isNamed())) return;
    const before = statuses[current] ?? 'proposed';
    if (before !== decision) decide({ claims: [claim.id], decision, reason }, before);
    nextOpen();
  };
  const undo = (): void => {
    const back = undoLast();
    if (back?.claim != null) place.chooseId(back.claim);
  };
  const made = (fresh: readonly string[], replaced: readonly string[]): void => {
    canBeTakenBack(
      wayBack(
        fresh,
        claims.filter((one) => replaced.includes(one.id)),
      ),
    );
    if (replaced.length > 0) nextOpen();
    if (making !== null) forget(making);
    make(null);
  };
  const selected = () => selectedWords(text.answer?.text ?? '', document.getSelection());
  const make = (next: Making | null): void => {
    setHint(null);
    setMaking(next);
  };
  const nameOf = (one: Making): string => nameOfMaking(id, one);
  const forget = (gone: Making): void => setHalfMade((all) => all.filter((one) => one.name !== nameOf(gone)));
  const discard = (gone: Making): void => {
    drop(nameOf(gone));
    forget(gone);
    if (making !== null && nameOf(making) === nameOf(gone)) make(null);
  };
  const aside = (left: Making | null): void => {
    if (left !== null) {
      keep(nameOf(left), { source: id, body: bodyOfMaking(left, false) });
      const at = new Date().toISOString();
      setHalfMade((all) => [
        { ...left, open: false, at, name: nameOf(left) },
        ...all.filter((one) => one.name !== nameOf(left)),
      ]);
    }
    make(null);
  };
  const change = (): void => {
    if (claim === undefined) return;
    const found = selected();
    const draft = draftOf(claim);
    const drafts = [found === null ? draft : { ...draft, words: [found] }];
    const title = words('form.change', { at: current + 1 });
    make({ title, drafts, inPlaceOf: [claim.id], seen: seenOf([claim]) });
  };
  const split = (): void => {
    if (claim === undefined) return;
    const draft = draftOf(claim);
    const title = words('form.split', { at: current + 1 });
    make({ title, drafts: [draft, draft], inPlaceOf: [claim.id], seen: seenOf([claim]) });
  };
  const merge = (): void => {
    if (claims.length < 2) setHint(words('form.merge-none'));
    else if (claim !== undefined) setMerging(true);
  };
  const mergeWith = (at: number): void => {
    setMerging(false);
    const other = claims[at];
    if (claim === undefined || other === undefined || other === claim) return;
    const draft = draftOf(claim);
    const drafts = [{ ...draft, words: [...draft.words, ...draftOf(other).words] }];
    const title = words('form.merge', { at: current + 1, other: at + 1 });
    make({ title, drafts, inPlaceOf: [claim.id, other.id], seen: seenOf([claim, other]) });
  };
  const byHand = (): void => {
    const found = selected();
    if (found === null) setHint(words('form.mark-first'));
    else make({ title: words('form.new'), drafts: [emptyDraft(found)], inPlaceOf: [] });
  };
  const takeOut = (): void => {
    const found = selected();
    if (found === null) setHint(words('redact.mark-first'));
    else setRedacting(found);
  };
  const tellFault = (fault: unknown): void => setHint(fault instanceof Error ? fault.message : String(fault));
  const actions: readonly CardAction[] = [
    { name: words('reading.accept'), key: 'A', primary: true, run: () => void settle('accepted', null) },
    { name: words('reading.reject'), key: 'R', run: () => setRejecting(true) },
    { name: words('reading.change'), key: 'E', run: change },
    { name: words('reading.split'), key: '/', run: split },
    { name: words('reading.merge'), key: 'M', run: merge },
    { name: words('reading.new'), key: 'N', run: byHand },
    {
      name: words('reading.why'),
      key: 'W',
      pressed: explained,
      disabled: claim === undefined,
      run: () => setExplained((shown) => !shown),
    },
    { name: words('reading.next'), key: 'J', run: () => step(1) },
    { name: words('reading.before'), key: 'K', run: () => step(-1) },
    { name: words('reading.next-source'), key: 'G', run: () => void goToNextSource(id).catch(tellFault) },
    { name: words('reading.original'), key: 'O', run: () => setBeside((shown) => !shown) },
    { name: words('redact.action'), key: 'X', disabled: capture === null, run: takeOut },
    { name: words('reading.undo'), key: 'U', disabled: undoable.value.length === 0, run: undo },
  ];
  // Before anything is painted: a card that can be seen answers to its keys.
  useLayoutEffect(
    () =>
      making === null && !rejecting && !merging && redacting === null ? bindKeys(keysOf(actions)) : undefined,
    [
      id,
      claim,
      statuses.join(),
      undoable.value,
      explained,
      making,
      rejecting,
      merging,
      redacting,
      text.answer,
    ],
  );
  useActions(() => actions, [id, claim, statuses.join(), undoable.value, text.answer]);

  const fault = source.fault ?? listed.fault ?? text.fault;
  if (fault !== null && source.answer === null)
    return (
      <div class="sheet">
        <h1>{words('nav.reading')}</h1>
        <Fault fault={fault} again={source.again} />
      </div>
    );
  if (source.answer === null) return <p class="empty">{words('shell.loading')}</p>;
  const held = source.answer;
  const original = held.captures.find(({ id: one }) => one === capture) ?? held.captures[0];
  return (
    <div class={beside ? 'reading with-original' : 'reading'}>
      <article>
        <p class="src">
          {held.publisher ?? words('inbox.no-outlet')} · {dayWords(held.publishedAt)} ·{' '}
          {words('reading.captured', { day: dayWords(held.captures[0]?.capturedAt ?? null) })} · SHA-256{' '}
          <code>{held.captures[0]?.sha256.slice(0, 12)}…</code>
        </p>
        <h1 dir="auto">{held.title ?? words('inbox.untitled')}</h1>
        {capture === null && <p class="notice">{held.captures[0]?.noTextReason}</p>}
        <MarkedText
          key={capture}
          paragraphs={paragraphs}
          statuses={statuses}
          current={current}
          kept={left.place?.start ?? null}
          choose={place.choose}
        />
        <WithinTeam thing={id} source={id} given />
      </article>
      {beside && original !== undefined && (
        <Original capture={original} passage={passageOf(claim, text.answer?.text.length ?? 0)} />
      )}
      <aside class="beside">
        {redacting !== null && capture !== null && (
          <RedactWords
            source={id}
            capture={capture}
            selected={redacting}
            close={() => setRedacting(null)}
            done={(told) => {
              setRedacting(null);
              setHint(told);
            }}
          />
        )}
        {refused.value !== null && <Fault fault={refused.value} />}
        {decidedBefore.value !== null && (
          <p class="notice" role="status">
            {words('versions.first', {
              by: decidedBefore.value.by,
              day: momentWords(decidedBefore.value.at),
            })}
          </p>
        )}
        {hint !== null && (
          <p class="notice" role="status">
            {hint}
          </p>
        )}
        {making === null && <HalfMade makings={halfMade} goOn={make} discard={discard} />}
        {making !== null && capture !== null ? (
          <ClaimForm
            key={nameOf(making)}
            making={making}
            capture={capture}
            source={id}
            again={halfMade.some((one) => one.name === nameOf(making))}
            aside={aside}
            discard={() => discard(making)}
            done={made}
          />
        ) : claim === undefined ? (
          <p class="empty">{words(listed.loading ? 'shell.loading' : 'reading.none')}</p>
        ) : (
          <ClaimCard
            claim={claim}
            status={statuses[current] ?? 'proposed'}
            at={current}
            of={claims.length}
            actions={actions}
            explained={explained}
          />
        )}
        {making === null && claim !== undefined && <WithinTeam thing={claim.id} source={id} />}
        {statuses.length > 0 && !statuses.includes('proposed') && (
          <p class="notice good">
            {words('reading.through')}{' '}
            <button type="button" onClick={() => void goToNextSource(id).catch(tellFault)}>
              {words('reading.next-source')} <kbd>G</kbd>
            </button>{' '}
            <a href="/">{words('reading.to-inbox')}</a>
          </p>
        )}
      </aside>
      {merging && (
        <ChooseClaim claims={claims} of={current} close={() => setMerging(false)} choose={mergeWith} />
      )}
      {rejecting && claim !== undefined && (
        <RejectReason
          claim={claim.id}
          source={id}
          close={() => setRejecting(false)}
          reject={(reason) => {
            setRejecting(false);
            void settle('rejected', reason);
          }}
        />
      )}
    </div>
  );
}

/** How claims stand as they are shown: with what was decided here a moment ago, which is nobody else's. */
function seenOf(claims: readonly ClaimShape[]): NonNullable<Making['seen']> {
  return Object.fromEntries(
    claims.map(({ id, status }) => [id, shownStatus(status, unsent.value.get(id))] as const),
  );
}

function keysOf(actions: readonly CardAction[]) {
  const map: Record<string, () => void> = {};
  for (const { key, run, disabled } of actions) if (disabled !== true) map[key.toLowerCase()] = run;
  return map;
}

/** The words of a claim as they are looked for in a PDF; `length`: code units of the text, about as many as its letters. */
function passageOf(claim: ClaimShape | undefined, length: number) {
  const first = claim?.passages[0];
  if (first === undefined) return null;
  const { exact, prefix, suffix, start } = first;
  return { exact, prefix, suffix, share: length === 0 ? 0 : Math.min(1, start / length) };
}
