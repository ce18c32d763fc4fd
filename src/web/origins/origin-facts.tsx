/** What is open about the origins, what to obtain, circles, and the origins in words. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import type { Answer } from '../api/call.ts';
import { originsText } from '../parts/origins-text.ts';
import { words } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';

type Origins = Answer<'GET /api/propositions/{id}/origins'>;
type Question = Origins['questions'][number];

interface FactsProps {
  readonly origins: Origins;
  readonly claims: readonly ClaimShape[];
  /** Shows the line of a link. */
  see(link: string): void;
}

const SHOWN = 30;

/** The sections. */
export function OriginFacts({ origins, claims, see }: FactsProps) {
  const { questions, toObtain, circles, notes } = origins;
  const left = origins.origins.length - SHOWN;
  return (
    <div class="origin-facts">
      <section aria-labelledby="questions">
        <h2 id="questions">{words('orig.questions')}</h2>
        <p class="why">{words(questions.length === 0 ? 'orig.questions-none' : 'orig.questions-note')}</p>
        <ol class="questions">
          {questions.slice(0, SHOWN).map((question, at) => (
            <li key={at}>
              <p dir="auto">{asked(question)}</p>
              <p class="why">
                {words('orig.if-yes', {
                  interval: originsText(question.ifYes.atLeast, question.ifYes.atMost),
                })}
                {' · '}
                {words('orig.if-no', { interval: originsText(question.ifNo.atLeast, question.ifNo.atMost) })}
              </p>
              {question.link !== null && (
                <button type="button" onClick={() => question.link !== null && see(question.link)}>
                  {words('orig.see-line')}
                </button>
              )}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="origin-list">
        <h2 id="origin-list">{words('orig.list')}</h2>
        <ul>
          {origins.origins.slice(0, SHOWN).map(({ voice, kind, claims }, at) => (
            <li key={at}>
              <b dir="auto">{voice.name}</b>,{' '}
              {words('orig.origin-claims', { kind: words(`orig.kind.${kind}`), claims: claims.length })}
            </li>
          ))}
          {left > 0 && <li>{words('orig.origins-left', { count: left })}</li>}
        </ul>
        {toObtain.length > 0 && (
          <>
            <h3>{words('orig.obtain')}</h3>
            <p class="why">{words('orig.obtain-note')}</p>
            <ul>
              {toObtain.map(({ name }) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        {circles.length > 0 && (
          <>
            <h3>{words('orig.circles')}</h3>
            <p class="why">{words('orig.circles-note')}</p>
            <ul>
              {circles.map((circle, at) => (
                <li key={at}>
                  <bdi>{circle.map(({ name }) => name).join(' → ')}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        {notes.length > 0 && (
          <ul class="why">
            {notes.map((note) => (
              <li key={note} {...inEnglish(note)}>
                {withLinks(reasonIn(note).text, claims)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function asked({ ask, voices }: Question): string {
  const [a = '', b = ''] = voices.map(({ name }) => name);
  return words(`orig.ask.${ask}`, { a, b });
}

/** Ids of claims in a note lead to where the claims stand. */
function withLinks(note: string, claims: readonly ClaimShape[]) {
  return note.split(/(clm_\w+)/u).map((part) => {
    const claim = claims.find(({ id }) => id === part);
    if (claim === undefined) return part;
    return (
      <a key={part} href={`/read/${claim.source.id}?claim=${claim.id}`}>
        {part.slice(0, 10)}…
      </a>
    );
  });
}

/** Marks what could not be said in the person's language. */
function inEnglish(note: string): { readonly lang?: 'en' } {
  const { lang } = reasonIn(note);
  return lang === undefined ? {} : { lang };
}
