/**
 * The original beside the text: as it came in, in a frame without origin, scripts and network. Pictures may show what nobody
 * should have to see unprepared: they are covered until somebody asks for them, for this source alone.
 */
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { type Answer, addressOf } from '../api/call.ts';
import { saveCopyOf } from '../api/save-copy.ts';
import { Fault } from '../parts/fault.tsx';
import type { Passage } from '../pdf/find-passage.ts';
import { PdfPage } from '../pdf/pdf-page.tsx';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';

type Capture = Answer<'GET /api/sources/{id}'>['captures'][number];

/** Captures whose pictures this tab may show. */
const uncovered = signal<ReadonlySet<string>>(new Set());

/** Media types that the desk shows beside PDF; others can be saved only. */
const SHOWN = /^(?:text\/|application\/xhtml\+xml|image\/(?:png|jpeg|gif|webp|avif))/u;
const PDF = /^application\/pdf/u;

interface OriginalProps {
  readonly capture: Capture;
  /** What is looked at in the text; null: nothing. */
  readonly passage: Passage | null;
}

/** One copy. */
export function Original({ capture, passage }: OriginalProps) {
  const [fault, setFault] = useState<Error | null>(null);
  const { id, mediaType } = capture;
  const pictures = uncovered.value.has(id) ? 'shown' : 'covered';
  const save = async (): Promise<void> => {
    if (!(await isNamed())) return;
    await saveCopyOf(id).then(() => setFault(null), setFault);
  };
  return (
    <section class="original" aria-label={words('original.title')}>
      <div class="row">
        <b>{words('original.title')}</b>
        <span class="why">{mediaType}</span>
        <span class="end row">
          {/^(?:text\/html|application\/(?:xhtml|pdf)|image\/)/u.test(mediaType) && (
            <button type="button" aria-pressed={pictures === 'shown'} onClick={() => turn(id)}>
              {words(pictures === 'shown' ? 'original.cover' : 'original.uncover')}
            </button>
          )}
          <button type="button" onClick={save}>
            {words('original.save')}
          </button>
        </span>
      </div>
      {pictures === 'covered' && <p class="why">{words('original.covered')}</p>}
      {fault !== null && <Fault fault={fault} />}
      {PDF.test(mediaType) ? (
        <PdfPage key={id} capture={id} passage={passage} pictures={pictures === 'shown'} />
      ) : SHOWN.test(mediaType) ? (
        <iframe
          title={words('original.title')}
          sandbox=""
          referrerpolicy="no-referrer"
          src={addressOf('/api/captures/{id}/original', { params: { id }, query: { pictures } })}
        />
      ) : (
        <p class="empty">{words('original.not-shown')}</p>
      )}
    </section>
  );
}

function turn(id: string): void {
  const now = new Set(uncovered.value);
  if (!now.delete(id)) now.add(id);
  uncovered.value = now;
}
