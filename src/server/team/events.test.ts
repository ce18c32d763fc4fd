/** What pages are told of what others do: by clearance, from where they were, and no longer than the session lasts. */
import { afterEach, expect, test } from 'vitest';
import { reviewClaims } from '../../desk/review-claim.ts';
import { endSession } from '../../desk/team/sessions.ts';
import { addComment } from '../../desk/team/together/comments.ts';
import { type EventHub, openEventHub } from './events/event-hub.ts';
import { levelsDesk, WORDS } from './fixtures/levels-desk.ts';
import { openTeam } from './fixtures/open-team.ts';

const ended = new AbortController();
const hubs: EventHub[] = [];
afterEach(() => {
  ended.abort();
  for (const hub of hubs.splice(0)) hub.stop();
});

async function open() {
  const { desk, things } = await levelsDesk();
  const team = openTeam({ room: { desk } });
  const mira = await team.join({ name: 'Mira', roles: ['reviewer'], clearance: 'internal' });
  const oren = await team.join({ name: 'Oren', roles: ['reviewer'], clearance: 'sealed' });
  const head = async (): Promise<number> => (await desk.store.head())?.seq ?? 0;
  const decide = (level: 'public' | 'internal' | 'sealed', by: string) =>
    reviewClaims(desk, {
      decision: 'rejected',
      claims: [things[level].claim],
      allThatFit: null,
      by,
      reason: 'another number',
    });
  return { ...team, desk, things, mira, oren, head, decide };
}

interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: { readonly kind?: string; readonly about?: string; readonly own?: boolean };
}

function toldIn(text: string): readonly Told[] {
  return text
    .split('\n\n')
    .filter((part) => part.includes('event: '))
    .map((part) => ({
      id: /^id: (\d+)$/mu.exec(part)?.[1] ?? null,
      event: /^event: (\w+)$/mu.exec(part)?.[1] ?? '',
      data: JSON.parse(/^data: (.+)$/mu.exec(part)?.[1] ?? '{}'),
    }));
}

test('what was missed comes by Last-Event-ID or `after`: ids and kinds of what one sees, and whether one did it', async () => {
  const { ask, mira, head, decide, things } = await open();
  const before = await head();
  for (const [level, by] of [
    ['public', 'Mira'],
    ['sealed', 'Oren'],
    ['internal', 'Oren'],
  ] as const)
    await decide(level, by);
  const path = '/api/events?wait=false';
  const { status, text, headers } = await ask(mira.cookie, 'GET', `${path}&after=${before}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(toldIn(text)).toEqual([
    {
      id: `${before + 1}`,
      event: 'entry',
      data: { kind: 'claim-reviewed', about: things.public.claim, own: true },
    },
    {
      id: `${before + 3}`,
      event: 'entry',
      data: { kind: 'claim-reviewed', about: things.internal.claim, own: false },
    },
  ]);
  for (const secret of ['another number', 'Oren', ...Object.values(WORDS), things.sealed.claim])
    expect(text).not.toContain(secret);
  const again = await ask(mira.cookie, 'GET', `${path}&after=0`, {
    headers: { 'last-event-id': `${before + 1}` },
  });
  expect(toldIn(again.text).map(({ id }) => id)).toEqual([`${before + 3}`]);
  for (const after of [`after=${before + 99}`, 'after=99999999999'])
    expect(toldIn((await ask(mira.cookie, 'GET', `${path}&${after}`)).text)).toEqual([]);
  expect((await ask(mira.cookie, 'GET', `${path}&after=-1`)).status).toBe(400);
});

/** Reads a stream until something is told, or it ends. */
function reading(stream: ReadableStream<Uint8Array> | null) {
  if (stream === null) throw new TypeError('no stream');
  const reader = stream.getReader();
  let text = '';
  let isOver = false;
  void (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += decoder.decode(value);
    }
    isOver = true;
  })();
  return {
    told: () => toldIn(text),
    text: () => text,
    isOver: () => isOver,
    leave: () => reader.cancel(),
  };
}

async function listening() {
  const opened = await open();
  const { team, desk, ask } = opened;
  const { memberApps } = await import('./member-apps.ts');
  const apps = memberApps(opened.room, { team, job: {} as never, onFault: () => new Response() });
  const hub = openEventHub({ team, store: desk.store, storeOf: apps.storeOf, every: 5, heartbeat: 40 });
  hubs.push(hub);
  const listen = async (who: (typeof opened)['mira'], after: number | null = null) => {
    const held = { id: who.session, account: who.account, session: {} as never, fresh: false };
    return reading(await hub.open(held, { after, wait: true }));
  };
  const readers = { storeOf: apps.storeOf, mayRead: () => true };
  const say = (thing: string, by: (typeof opened)['mira'], mentions: readonly string[] = []) =>
    addComment(
      team,
      readers,
      { account: by.account, store: apps.storeOf(by.account.clearance) },
      { thing, text: 'Is it so?', mentions },
    );
  return { ...opened, hub, listen, say, ask };
}

test('as it happens: the log, comments on what one sees, mentions of oneself alone', async () => {
  const { listen, say, decide, mira, oren, things } = await listening();
  const [hers, his] = [await listen(mira), await listen(oren)];
  await decide('internal', 'Oren');
  await say(things.sealed.claim, oren);
  await say(things.internal.claim, oren, [mira.account.id]);
  await expect
    .poll(() => hers.told().map(({ data }) => data))
    .toEqual(
      expect.arrayContaining([
        { kind: 'claim-reviewed', about: things.internal.claim, own: false },
        { kind: 'comment', about: things.internal.claim },
        { kind: 'mention', about: null },
      ]),
    );
  await expect
    .poll(() => his.told().map(({ data }) => data))
    .toEqual(
      expect.arrayContaining([
        { kind: 'comment', about: things.sealed.claim },
        { kind: 'comment', about: things.internal.claim },
      ]),
    );
  expect(hers.text()).not.toContain(things.sealed.claim);
  expect(hers.text()).not.toContain('Is it so?');
  expect(his.told().some(({ data }) => data.kind === 'mention')).toBe(false);
});

test('it ends with the session, at once where that is told, and at the next sign of life where it is not', async () => {
  const { listen, mira, oren, team, hub } = await listening();
  const [hers, his] = [await listen(mira), await listen(oren)];
  await endSession(team, mira.account.id, mira.session);
  await expect.poll(() => hers.isOver()).toBe(true);
  expect(hers.told().at(-1)?.event).toBe('ended');
  // Nobody tells: the account was closed beside.
  const { changeAccount } = await import('../../desk/team/accounts.ts');
  await changeAccount(team, oren.account.id, (account) => ({ ...account, state: 'closed' }));
  await expect.poll(() => his.isOver()).toBe(true);
  expect(his.told().at(-1)?.event).toBe('ended');
  expect(his.text()).toContain(': still here');
  expect(hub.size()).toBe(0);
});

test('no more than eight of one member; who leaves makes room; a drain ends all', async () => {
  const { listen, mira, hub } = await listening();
  const all: ReturnType<typeof reading>[] = [];
  for (let one = 0; one < 8; one += 1) all.push(await listen(mira));
  await expect(listen(mira)).rejects.toThrow('no stream');
  await all[0]?.leave();
  await listen(mira);
  hub.stop();
  await expect.poll(() => all.slice(1).every((one) => one.isOver())).toBe(true);
  expect(all[1]?.told()).toEqual([]);
});

test('too much at once is told in one word', async () => {
  const { ask, mira, desk, head } = await open();
  const { store } = desk;
  store.head = async () => ({ seq: 4_000 }) as never;
  expect(await head()).toBe(4_000);
  const { text } = await ask(mira.cookie, 'GET', '/api/events?wait=false&after=10');
  expect(toldIn(text)).toEqual([{ id: '4000', event: 'many', data: {} }]);
});
