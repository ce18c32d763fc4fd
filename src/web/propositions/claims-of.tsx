/** The claims on one proposition with their exact words; some can be chosen and split off. */
import { useEffect, useState } from 'preact/hooks';
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { type Answer, call } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { figureWords } from '../parts/figure.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { StanceSign } from '../parts/stance-sign.tsx';
import { useKept } from '../shell/kept.ts';
import { go } from '../shell/location.ts';
import { words } from '../words/language.ts';

interface ClaimsProps {
  readonly first: Answer<'GET /api/claims'>;
  readonly id: string;
  readonly includeProposed: boolean;
  /** Of the proposition: where the wording of a new one begins. */
  readonly text: string;
}

/** The list; further pages are asked for on demand. */
export function ClaimsOf({ first, id, includeProposed, text }: ClaimsProps) {
  const [more, setMore] = useState<readonly ClaimShape[]>([]);
  const [next, setNext] = useState(first.next);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [splitting, setSplitting] = useState(false);
  useEffect(() => {
    setMore([]);
    setNext(first.next);
    setChosen(new Set());
  }, [first]);
  const claims = [...first.claims, ...more];
  const showMore = async (): Promise<void> => {
    if (next === null) return;
    const query = {
      proposition: id,
      includeProposed: includeProposed ? 'true' : 'false',
      limit: 200,
      cursor: next,
    } as const;
    const page = await call('GET /api/claims', { query });
    setMore([...more, ...page.claims]);
    setNext(page.next);
  };
  const choose = (claim: string, on: boolean): void => {
    const now = new Set(chosen);
    if (on) now.add(claim);
    else now.delete(claim);
    setChosen(now);
  };
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{words('prop.claims')}</h2>
      <p class="why">
        {words('prop.claims-of', { shown: claims.length, fitting: first.fitting })} {words('prop.split-note')}
      </p>
      <ol class="claims">
        {claims.map((claim) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            chosen={chosen.has(claim.id)}
            choose={(on) => choose(claim.id, on)}
          />
        ))}
      </ol>
      <p class="row">
        {next !== null && (
          <button type="button" onClick={() => void showMore()}>
            {words('prop.more')}
          </button>
        )}
        {chosen.size > 0 && (
          <button type="button" class="yes" onClick={() => setSplitting(true)}>
            {words('prop.split', { count: chosen.size })}
          </button>
        )}
      </p>
      {splitting && <Split claims={[...chosen]} text={text} close={() => setSplitting(false)} />}
    </section>
  );
}

interface RowProps {
  readonly claim: ClaimShape;
  readonly chosen: boolean;
  choose(on: boolean): void;
}

function ClaimRow({ claim, chosen, choose }: RowProps) {
  const { chain, passages, quantity, source, stance, status, saidAt } = claim;
  const who = chain.map(({ speaker, named }) => speaker ?? named);
  return (
    <li class={status}>
      <p class="row">
        <StanceSign stance={stance} /> <b dir="auto">{who.join(' → ')}</b>
        <span class="why">{dayWords(saidAt ?? source.publishedAt)}</span>
        {quantity !== null && <span class="tag flag">{figureWords(quantity)}</span>}
        {status === 'proposed' && <span class="tag flag">{words('standing.unreviewed')}</span>}
        <label class="row why end">
          <input type="checkbox" checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />
          {words('prop.choose')}
        </label>
      </p>
      <blockquote dir="auto">
        {passages.slice(0, 1).map((passage) => (
          <a key={passage.start} href={`/read/${source.id}?claim=${claim.id}`}>
            “{passage.exact}”
          </a>
        ))}
      </blockquote>
    </li>
  );
}

interface SplitProps {
  readonly claims: readonly string[];
  readonly text: string;
  close(): void;
}

function Split({ claims, text, close }: SplitProps) {
  const name = `split ${claims.join(' ')}`.slice(0, 200);
  const wording = useKept(`words ${name}`, text);
  return (
    <ReasonDialog
      title={words('prop.split-title', { count: claims.length })}
      does={words('prop.split-do')}
      of={name}
      close={close}
      write={async (reason) => {
        const { to } = await call('POST /api/propositions/splits', {
          body: { claims: [...claims], text: wording.value, reason },
        });
        wording.done();
        if (to[0] !== undefined) go(`/propositions/${to[0]}`);
      }}
    >
      <label>
        {words('prop.wording')}
        <textarea
          rows={2}
          required
          value={wording.value}
          onInput={(event) => wording.change(event.currentTarget.value)}
        />
      </label>
    </ReasonDialog>
  );
}
