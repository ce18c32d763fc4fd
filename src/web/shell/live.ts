/**
 * What others do, as the team's desk tells it while the page is seen: ids and kinds. The record is asked anew at once; what members work
 * on together is told to the parts that show it. Without it the page looks now and then, as on a desk for one.
 */
import { effect, signal } from '@preact/signals';
import { member } from '../team/member-state.ts';
import { isLeft, recordSeq, refreshRecord, session } from './record-state.ts';

/** How often something was heard, by what it is about: "comment clm_…", "assignment", "mention"; "all" when some may have been missed. */
const heard = signal<ReadonlyMap<string, number>>(new Map());
/** Decisions of others since one last noted them. */
export const byOthers = signal(0);

/** Kinds of entries that are decisions of persons. */
const DECISIONS: ReadonlySet<string> = new Set([
  'claim-reviewed',
  'claims-regrouped',
  'proposition-reworded',
  'propositions-held-apart',
  'link-reviewed',
  'voices-judged',
  'people-decided',
  'place-recorded',
  'incident-recorded',
]);

/**
 * A number that grows when something of these is told: for asking anew.
 *
 * @example
 * const news = newsOf(`comment ${thing}`);
 */
export function newsOf(...names: readonly string[]): number {
  return ['all', ...names].reduce((sum, name) => sum + (heard.value.get(name) ?? 0), 0);
}

function hear(...names: readonly string[]): void {
  const next = new Map(heard.value);
  for (const name of names) next.set(name, (next.get(name) ?? 0) + 1);
  heard.value = next;
}

let refreshing: ReturnType<typeof setTimeout> | undefined;
/** When the record was last asked because others changed it: milliseconds since 1970. */
let refreshedAt = 0;
/** Milliseconds between two askings while others go on: fifty open pages would else ask at each of their decisions. */
const BETWEEN = 3000;
/** Milliseconds in which the entries of one step come together. */
const TOGETHER = 150;

/** The first after a while is asked for at once; several of one step, and of busy others, once. */
function refreshSoon(): void {
  clearTimeout(refreshing);
  const wait = Math.max(TOGETHER, refreshedAt + BETWEEN - Date.now());
  refreshing = setTimeout(() => {
    refreshedAt = Date.now();
    void refreshRecord();
  }, wait);
}

interface Entry {
  readonly kind: string;
  readonly own: boolean;
}

interface News {
  readonly kind: string;
  readonly about: string | null;
}

/**
 * Listens while a member is signed in and the page is seen.
 *
 * @example
 * watchLive();
 */
export function watchLive(): void {
  let source: EventSource | null = null;
  const close = (): void => {
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    if (isLeft.value || session.value?.team !== true || member.value === null) return;
    if (document.visibilityState !== 'visible') return;
    const opened = new EventSource(`/api/events?after=${recordSeq.peek()}`);
    source = opened;
    opened.addEventListener('open', () => hear('all'));
    opened.addEventListener('entry', (event) => {
      const { kind, own } = JSON.parse(event.data) as Entry;
      if (!own && DECISIONS.has(kind)) byOthers.value += 1;
      refreshSoon();
    });
    opened.addEventListener('many', () => {
      hear('all');
      refreshSoon();
    });
    opened.addEventListener('team', (event) => {
      const { kind, about } = JSON.parse(event.data) as News;
      hear(kind, ...(about === null ? [] : [`${kind} ${about}`]));
    });
    opened.addEventListener('ended', () => {
      close();
      void refreshRecord();
    });
  };
  effect(open);
  document.addEventListener('visibilitychange', open);
  window.addEventListener('pagehide', close);
}
