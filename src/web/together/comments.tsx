/** The comments on a thing: open ones, settled ones folded away, and a field for one's own. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { Fault } from '../parts/fault.tsx';
import { momentWords } from '../parts/moment.ts';
import { Refused } from '../parts/refused.tsx';
import { useKept } from '../shell/kept.ts';
import { faultWords, may, member } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { CommentField } from './comment-field.tsx';
import { mentionedIn, type Named } from './mention-words.ts';
import { useTold } from './use-told.ts';

type Comment = Answer<'GET /api/comments'>['comments'][number];

interface CommentsProps {
  readonly thing: string;
  readonly source: string | null;
}

/** The list with the field. */
export function Comments({ thing, source }: CommentsProps) {
  const { answer, fault, again } = useTold(
    () => call('GET /api/comments', { query: { thing } }),
    [`comment ${thing}`],
  );
  const [members, setMembers] = useState<readonly Named[]>([]);
  const readMembers = (): void => {
    if (members.length > 0) return;
    void call('GET /api/readers', { query: { thing } }).then(
      (told) => setMembers(told.members),
      () => undefined,
    );
  };
  const typed = useKept(`comment ${thing}`, '', source);
  const all = answer?.comments ?? [];
  const [open, settled] = [
    all.filter(({ resolved }) => resolved === null),
    all.filter(({ resolved }) => resolved !== null),
  ];
  const say = async (text: string): Promise<void> => {
    const mentions = [...mentionedIn(text, members)];
    await call('POST /api/comments', { body: { thing, text, mentions } });
    typed.done();
    again();
  };
  const shown = { members, readMembers, again };
  return (
    <>
      {fault !== null && <Fault fault={fault} again={again} />}
      {all.length > 0 && <h3>{words('together.comments', { count: all.length })}</h3>}
      <ul class="comments">
        {open.map((one) => (
          <One key={one.id} comment={one} {...shown} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details class="settled">
          <summary>{words('together.settled', { count: settled.length })}</summary>
          <ul class="comments">
            {settled.map((one) => (
              <One key={one.id} comment={one} {...shown} />
            ))}
          </ul>
        </details>
      )}
      {may('POST /api/comments') && (
        <>
          <CommentField
            label={words('together.say')}
            value={typed.value}
            change={typed.change}
            members={members}
            begin={readMembers}
            does={words('together.do-say')}
            say={say}
          />
          <p class="why">{words('together.why')}</p>
        </>
      )}
    </>
  );
}

interface OneProps {
  readonly comment: Comment;
  readonly members: readonly Named[];
  readMembers(): void;
  again(): void;
}

function One({ comment, members, readMembers, again }: OneProps) {
  const { id, name, at, text, earlier, resolved, version, mentions } = comment;
  const [changing, setChanging] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const own = comment.by === member.value?.account.id;
  const params = { id };
  const trying = async (work: () => Promise<unknown>): Promise<void> => {
    setRefused(null);
    await work().catch((error: unknown) => setRefused(faultWords(error)));
    again();
  };
  const change = async (said: string): Promise<void> => {
    const told = mentionedIn(said, [...members, ...mentions]);
    await call('POST /api/comments/{id}', {
      params,
      body: { text: said, mentions: [...new Set(told)], version },
    });
    setChanging(null);
    again();
  };
  return (
    <li>
      <p class="why">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {momentWords(at)}
      </p>
      {changing === null ? (
        <p class="said" dir="auto">
          {text}
        </p>
      ) : (
        <CommentField
          label={words('together.say')}
          value={changing}
          change={setChanging}
          members={members}
          begin={readMembers}
          does={words('team.save')}
          say={change}
          close={() => setChanging(null)}
        />
      )}
      {earlier.length > 0 && (
        <details>
          <summary class="why">
            {words('together.changed', { day: momentWords(earlier.at(-1)?.until ?? at) })}
          </summary>
          {earlier.map((one) => (
            <p key={one.until} class="said why" dir="auto">
              {one.text}
            </p>
          ))}
        </details>
      )}
      {resolved !== null && (
        <p class="why">
          {words('together.settled-by', { by: resolved.name, day: momentWords(resolved.at) })}
        </p>
      )}
      <Refused why={refused} />
      {may('POST /api/comments') && changing === null && (
        <p class="row">
          <button
            type="button"
            class="plain"
            onClick={() =>
              void trying(() =>
                call('POST /api/comments/{id}/resolutions', {
                  params,
                  body: { settled: resolved === null, version },
                }),
              )
            }
          >
            {words(resolved === null ? 'together.settle' : 'together.open-again')}
          </button>
          {own && (
            <button type="button" class="plain" onClick={() => setChanging(text)}>
              {words('together.change')}
            </button>
          )}
          {own && (
            <button
              type="button"
              class="plain"
              onClick={() =>
                sure
                  ? void trying(() => call('POST /api/comments/{id}/withdrawals', { params, body: {} }))
                  : setSure(true)
              }
            >
              {words(sure ? 'together.take-back-sure' : 'together.take-back')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
