/** Search: one field over texts, exact words, propositions and names; hits as one types. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { SavedSearches } from '../parts/saved-searches.tsx';
import { bindKeys } from '../shell/keys.ts';
import { go } from '../shell/location.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { ActorHits, ClaimHits, PeopleHits, PropositionHits, TextHits } from './hit-lists.tsx';
import { askedWhileTyping, hasWord } from './hit-parts.ts';

/** Milliseconds without a key press before it is asked. */
const PAUSE = 150;
/** Hits of each kind to begin with; then so many more. */
const STEP = 20;
const MOST = 200;

/** The page; what is looked for stands in the address, so that it can be kept and sent. */
export function SearchPage({ query }: RoomProps) {
  const inAddress = query.get('q') ?? '';
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(inAddress);
  const [asked, setAsked] = useState(askedWhileTyping(inAddress));
  const [limit, setLimit] = useState(STEP);
  useEffect(() => setTyped((now) => (now.trim() === inAddress ? now : inAddress)), [inAddress]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(askedWhileTyping(typed));
      setLimit(STEP);
      const to = typed.trim() === '' ? '/search' : `/search?q=${encodeURIComponent(typed.trim())}`;
      if (window.location.pathname === '/search' && `/search${window.location.search}` !== to)
        go(to, { replace: true });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    field.current?.focus();
    return bindKeys({
      '/': () => field.current?.select(),
      j: () => walk(1),
      k: () => walk(-1),
      arrowdown: () => walk(1),
      arrowup: () => walk(-1),
      escape: () => field.current?.focus(),
    });
  }, []);
  const question = hasWord(asked) ? { query: { q: asked, limit } } : null;
  const names = useAnswer('GET /api/search/names', question);
  const claims = useAnswer('GET /api/search/claims', question);
  const texts = useAnswer('GET /api/search', question);
  const fault = names.fault ?? claims.fault ?? texts.fault;
  const waits = question !== null && (names.loading || claims.loading || texts.loading);
  const none =
    !waits &&
    texts.answer?.hits.length === 0 &&
    claims.answer?.claims.length === 0 &&
    Object.values(names.answer?.fitting ?? { none: 1 }).every((count) => count === 0);
  const more = mayBeMore(limit, {
    texts: texts.answer?.hits.length ?? 0,
    claims: claims.answer?.more === true ? (claims.answer?.claims.length ?? 0) : 0,
    names: Math.max(0, ...Object.values(names.answer?.fitting ?? {})),
  });
  return (
    <div class="sheet search">
      <h1>{words('nav.search')}</h1>
      <search>
        <label>
          {words('search.field')}
          <input
            ref={field}
            type="search"
            value={typed}
            dir="auto"
            maxLength={500}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              walk(1);
            }}
          />
        </label>
      </search>
      <p class="why">
        {words('search.how')} <kbd>J</kbd> <kbd>K</kbd> {words('search.walk')} <kbd>/</kbd>{' '}
        {words('search.back')}
      </p>
      <SavedSearches path="/search" />
      {fault !== null && question !== null && <Fault fault={fault} again={texts.again} />}
      {question !== null && (
        <>
          <p role="status" class="why">
            {waits ? words('shell.loading') : none ? words('search.none') : ''}
          </p>
          {names.answer !== null && <PropositionHits found={names.answer} />}
          {names.answer !== null && <ActorHits found={names.answer} />}
          {names.answer !== null && <PeopleHits found={names.answer} />}
          {claims.answer !== null && <ClaimHits found={claims.answer} />}
          {texts.answer !== null && <TextHits found={texts.answer} />}
          {more && (
            <p class="pages">
              <button type="button" onClick={() => setLimit(Math.min(MOST, limit * 2))}>
                {words('search.more')}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function mayBeMore(limit: number, found: Readonly<Record<'texts' | 'claims' | 'names', number>>): boolean {
  return limit < MOST && (found.texts >= limit || found.claims >= limit || found.names > limit);
}

/** Puts the hand on the next hit, or the one before; from the field to the first. */
function walk(by: 1 | -1): void {
  const hits = [...document.querySelectorAll<HTMLElement>('.search .hits a')];
  const at = hits.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (by === 1 ? 0 : -1) : at + by;
  if (next < 0) document.querySelector<HTMLElement>('.search input')?.focus();
  else hits[Math.min(next, hits.length - 1)]?.focus();
}
