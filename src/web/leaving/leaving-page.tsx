/** What leaves the vault: the handling of each source with its history, and who is named in what is published. */
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { PersonsList } from './persons-list.tsx';
import { SourceList } from './source-list.tsx';

/** The page. */
export function LeavingPage({ rest, query }: RoomProps) {
  const persons = rest[0] === 'persons';
  return (
    <div class="sheet leaving">
      <h1>{words('nav.leaving')}</h1>
      <p class="lead">{words('leaving.lead')}</p>
      <p class="row">
        <a href="/leaving" aria-current={persons ? undefined : 'page'}>
          {words('leaving.sources')}
        </a>
        <a href="/leaving/persons" aria-current={persons ? 'page' : undefined}>
          {words('leaving.persons')}
        </a>
      </p>
      {persons ? <PersonsList query={query} /> : <SourceList query={query} />}
    </div>
  );
}
