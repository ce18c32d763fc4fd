/** The words of a proposition: wording it anew, and every wording it had before, with who changed it and why. */
import { useState } from 'preact/hooks';
import { cueIn } from '../../record/proposition.ts';
import { type Answer, call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { dayWords } from '../parts/day.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useActions } from '../shell/actions.ts';
import { useKept } from '../shell/kept.ts';
import { Present } from '../together/present.tsx';
import { VersionsPanel } from '../versions/versions-panel.tsx';
import { words } from '../words/language.ts';

type Held = Answer<'GET /api/propositions/{id}'>;

interface WordingsProps {
  readonly proposition: Held['proposition'];
  readonly earlier: Held['earlier'];
}

/** What the dialog begins with. */
interface Beginning {
  readonly text: string;
  readonly lang: string;
}

/** The section. */
export function Wordings({ proposition, earlier }: WordingsProps) {
  const [from, setFrom] = useState<Beginning | null>(null);
  const reword = (): void => setFrom({ text: proposition.text, lang: proposition.lang });
  useActions(
    () => [{ name: words('wording.change'), key: null, run: reword }],
    [proposition.text],
    'wordings',
  );
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">{words('wording.title')}</h2>
      <p class="why">{words(earlier.length === 0 ? 'wording.first' : 'wording.note')}</p>
      {earlier.length > 0 && (
        <ol class="steps wordings">
          {earlier.map((one) => (
            <li key={one.seq}>
              <q dir="auto" lang={one.lang}>
                {one.text}
              </q>
              <p class="why">
                {words('wording.until', { day: dayWords(one.until), by: one.by, reason: one.reason })}{' '}
                <button type="button" class="plain" onClick={() => setFrom(one)}>
                  {words('wording.again')}
                </button>
              </p>
            </li>
          ))}
        </ol>
      )}
      <button type="button" onClick={reword}>
        {words('wording.change')}
      </button>
      {from !== null && <Reword proposition={proposition} from={from} close={() => setFrom(null)} />}
    </section>
  );
}

interface RewordProps {
  readonly proposition: Held['proposition'];
  readonly from: Beginning;
  close(): void;
}

function Reword({ proposition, from, close }: RewordProps) {
  const begun = from.text === proposition.text ? `wording ${proposition.id}` : null;
  const text = useKept(begun, from.text);
  // The page goes on being refreshed: what one began with is remembered.
  const [seen, setSeen] = useState(proposition.text);
  const [meanwhile, setMeanwhile] = useState<{ readonly told: string; readonly theirs: string } | null>(null);
  const cue = cueIn(text.value, from.lang);
  return (
    <ReasonDialog
      title={words('wording.change-title')}
      does={words('wording.do')}
      of={`wording ${proposition.id}`}
      close={close}
      write={async (reason) => {
        const { id } = proposition;
        await call('POST /api/propositions/wordings', {
          body: { proposition: id, text: text.value, lang: from.lang, reason, seen },
        }).catch(async (error: unknown) => {
          if (error instanceof DeskFault && error.code === 'changed-meanwhile') {
            const held = await call('GET /api/propositions/{id}', { params: { id } });
            setMeanwhile({ told: error.message, theirs: held.proposition.text });
          }
          throw error;
        });
        text.done();
      }}
    >
      <Present thing={proposition.id} />
      {meanwhile !== null && (
        <VersionsPanel
          told={meanwhile.told}
          versions={{
            base: { text: seen },
            theirs: { text: meanwhile.theirs },
            yours: { text: text.value },
          }}
          fields={[
            { field: 'text', kind: 'words', label: words('versions.field.words'), show: (one) => one.text },
          ]}
          use={(together) => {
            text.change(together.text);
            setSeen(meanwhile.theirs);
            setMeanwhile(null);
          }}
        />
      )}
      <label>
        {words('wording.text')}
        <textarea
          rows={3}
          required
          dir="auto"
          lang={from.lang}
          value={text.value}
          onInput={(event) => text.change(event.currentTarget.value)}
        />
      </label>
      {cue !== null && (
        <p class="notice warn" role="status">
          {words('wording.cue', { cue })}
        </p>
      )}
    </ReasonDialog>
  );
}
