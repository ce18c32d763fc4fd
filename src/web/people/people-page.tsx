/** People: the lists, how many people stand on them, and the pairs of listings that a person decides on. */

import { holdsWords } from '../../record/search/holds-words.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { Filters, WordsFilter } from '../parts/filters.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { DecisionList } from './decision-list.tsx';
import { listingWords } from './listing-words.ts';
import { ReviewQueue } from './review-queue.tsx';

/** The page. */
export function PeoplePage({ query }: RoomProps) {
  const { q } = askedFrom(query, ['q']);
  const { answer, fault, again } = useAnswer('GET /api/people/lists', {}, { whole: 'lists' });
  const held = answer?.lists ?? [];
  const fits = holdsWords(q);
  const lists = held.filter(({ list: { name, columns }, fileName }) =>
    fits([name, fileName, ...columns.map(({ property }) => listingWords('column', property))].join(' ')),
  );
  const listings = held.reduce((sum, one) => sum + one.listings, 0);
  return (
    <div class="sheet people">
      <h1>{words('nav.people')}</h1>
      <p class="lead">{words('people.lead')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && held.length === 0 && <p class="empty">{words('people.no-lists')}</p>}
      {held.length > 0 && (
        <Filters path="/people">
          <WordsFilter
            label={words('people.find')}
            value={q}
            change={(typed) => ask('/people', { q: typed })}
          />
        </Filters>
      )}
      {lists.length > 0 && (
        <section aria-labelledby="lists">
          <h2 id="lists">{words('people.lists')}</h2>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('people.list')}</th>
                  <th scope="col">{words('people.listings')}</th>
                  <th scope="col">{words('people.says')}</th>
                  <th scope="col">{words('people.file')}</th>
                </tr>
              </thead>
              <tbody>
                {lists.map(({ list: { id, name, columns }, listings: many, gone, fileName }) => (
                  <tr key={id}>
                    <th scope="row" dir="auto">
                      {name}
                    </th>
                    <td>
                      {many}
                      {gone > 0 && <span class="why"> {words('people.gone', { gone })}</span>}
                    </td>
                    <td>{columns.map(({ property }) => listingWords('column', property)).join(', ')}</td>
                    <td dir="auto">{fileName ?? '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {listings >= 2 && <ReviewQueue />}
      {answer !== null && held.length > 0 && <DecisionList fits={fits} open={q.trim() !== ''} />}
    </div>
  );
}
