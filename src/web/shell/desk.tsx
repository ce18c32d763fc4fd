/** The frame: the row of rooms, the page of the room one is in, the state of things at the bottom. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fault } from '../parts/fault.tsx';
import { member } from '../team/member-state.ts';
import { ProveDialog } from '../team/prove-dialog.tsx';
import { SignInDialog, SignInPage } from '../team/sign-in.tsx';
import { language, words } from '../words/language.ts';
import { bindKeys } from './keys.ts';
import { KeysList, keysOpen } from './keys-list.tsx';
import { place } from './location.ts';
import { Palette, paletteOpen } from './palette.tsx';
import { connection, session } from './record-state.ts';
import type { RoomProps } from './room-props.ts';
import { DOORS, isListed, loadedRoom, loadRoom, ROOMS, type Room, roomAt } from './rooms.ts';
import { StateBar } from './state-bar.tsx';
import { WhoDecides } from './who-decides.tsx';

/** The whole desk. */
export function Desk() {
  const found = roomAt(place.value.path);
  useEffect(
    () =>
      bindKeys({
        'ctrl+k': () => {
          paletteOpen.value = true;
        },
        '?': () => {
          keysOpen.value = !keysOpen.value;
        },
      }),
    [],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language.value === 'pseudo' ? 'en' : language.value;
    document.documentElement.dir = language.value === 'pseudo' ? 'rtl' : 'ltr';
  }, [language.value]);
  const door = found !== null && DOORS.has(found.room.path) ? found : null;
  if (door !== null || (connection.value === 'sign-in' && session.value === null))
    return <Door>{door === null ? <SignInPage /> : <RoomPage {...door} />}</Door>;
  return (
    <>
      <a class="skip" href="#page">
        {words('nav.skip')}
      </a>
      <header class="bar">
        <b class="brand">onrecord</b>
        <RoomRow now={found?.room ?? null} />
        <button type="button" class="plain" onClick={() => (paletteOpen.value = true)}>
          <kbd>Ctrl K</kbd> {words('shell.anything')}
        </button>
      </header>
      <main id="page" tabIndex={-1}>
        {connection.value === 'offline' && (
          <p class="notice warn" role="status">
            {words('shell.offline')}
          </p>
        )}
        {connection.value === 'no-session' && (
          <p class="notice warn" role="alert">
            {words('shell.no-session')}
          </p>
        )}
        {found === null ? <NoRoom /> : <RoomPage {...found} />}
      </main>
      <StateBar />
      <Palette />
      <KeysList />
      <WhoDecides />
      <ProveDialog />
      {connection.value === 'sign-in' && <SignInDialog />}
    </>
  );
}

/** Before there is a session: no rooms, no state of the record. */
function Door({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <header class="bar">
        <b class="brand">onrecord</b>
      </header>
      <main id="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function NoRoom() {
  return (
    <div class="sheet">
      <h1>{words('shell.not-found')}</h1>
      <a href="/">{words('nav.inbox')}</a>
    </div>
  );
}

function RoomRow({ now }: { readonly now: Room | null }) {
  const row = useRef<HTMLElement>(null);
  // After the direction of the page is set, which the frame does in the layout.
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [now, language.value, member.value !== null]);
  return (
    <nav ref={row} aria-label={words('nav.label')}>
      {ROOMS.filter((room) => isListed(room, member.value !== null)).map((room) => (
        <a key={room.path} href={`/${room.path}`} aria-current={room === now ? 'page' : undefined}>
          {words(room.name)}
        </a>
      ))}
    </nav>
  );
}

function RoomPage({ room, rest }: { readonly room: Room; readonly rest: readonly string[] }) {
  const [fault, setFault] = useState<{ readonly room: Room; readonly error: Error } | null>(null);
  const [, drawAgain] = useState<Room | null>(null);
  useLayoutEffect(() => {
    let left = false;
    loadRoom(room).then(
      () => !left && drawAgain(room),
      (error: Error) => !left && setFault({ room, error }),
    );
    return () => {
      left = true;
    };
  }, [room]);
  useEffect(() => {
    document.title = `${words(room.name)} — onrecord`;
  }, [room, language.value]);
  if (fault?.room === room) return <Fault fault={fault.error} />;
  // The page of the room before must never be drawn with the address of this one: it would ask for what it does not name.
  const Page: ComponentType<RoomProps> | null = loadedRoom(room);
  if (Page === null) return <p class="empty">{words('shell.loading')}</p>;
  return <Page rest={rest} query={place.value.query} />;
}
