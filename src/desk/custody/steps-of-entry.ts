/** What one log entry tells of a source's custody. An entry whose content was erased tells only that it was there. */

import type { Capture } from '../../record/capture.ts';
import type { CustodyEvent, CustodyTool } from '../../record/custody.ts';
import type { CaptureId, Sha256, SourceId } from '../../record/id.ts';
import type { Change, LogEntry } from '../../record/log-entry.ts';
import { counted } from '../../record/number-words.ts';
import type { Source } from '../../record/source.ts';
import type { StepDetail } from './custody-step.ts';
import { textOf, transferSignatures } from './transfer-signatures.ts';

/** What is known of the source's other entries when one is told. */
export interface StepContext {
  readonly source: SourceId;
  /** Captures by id, as logged. */
  readonly captures: ReadonlyMap<CaptureId, Capture>;
  /** The source as it was described before the entry; null before it came in. */
  readonly before: Source | null;
  /** Text of a completed transfer's statement, with its entry number. */
  readonly completed: ReadonlyMap<string, number>;
  /** Checkpoints that were exported: entry time and size. */
  readonly exported: readonly { readonly at: string; readonly size: number }[];
}

/** A step without its entry. */
export interface ToldStep {
  readonly on: string | null;
  readonly capture: CaptureId | null;
  readonly detail: StepDetail;
}

/**
 * Tells the steps of an entry; none for what is no step of custody.
 *
 * @example
 * stepsOfEntry(entry, context).map(({ detail }) => detail.kind); // ['captured', 'derived']
 */
export function stepsOfEntry(entry: LogEntry, context: StepContext): readonly ToldStep[] {
  const { body, action } = entry;
  if (body === null) return [{ on: null, capture: null, detail: { kind: 'gone', action } }];
  switch (body.action) {
    case 'source-captured': {
      const { capture } = body;
      const captured = {
        on: capture.capturedAt === entry.at ? null : capture.capturedAt,
        capture: capture.id,
        detail: { kind: 'captured', capture },
      } as const;
      return [captured, ...textStep(capture)];
    }
    case 'copy-stored':
      return [eventStep(entry, body.event, { context, copy: body.capture }), ...textStep(body.capture)];
    case 'custody-recorded':
      return [eventStep(entry, body.event, { context, copy: null })];
    case 'claims-proposed':
      return [proposedStep(body, context)];
    case 'source-described':
      return [
        {
          on: null,
          capture: null,
          detail: {
            kind: 'described',
            fields: changedFields(context.before, body.source),
            reason: body.reason ?? null,
          },
        },
      ];
    case 'list-imported':
      return [listStep(body, context)];
    case 'source-erased': {
      const { reason, entries } = body;
      return [{ on: null, capture: null, detail: { kind: 'erased', reason, entries } }];
    }
    case 'claim-reviewed':
    case 'claims-regrouped':
    case 'proposition-reworded':
    case 'propositions-held-apart':
    case 'actors-joined':
    case 'links-proposed':
    case 'link-reviewed':
    case 'voices-judged':
    case 'finding-undone':
    case 'person-cleared':
    case 'clearance-withdrawn':
    case 'people-decided':
    case 'people-decision-undone':
    case 'checkpoint-anchored':
    case 'fixity-checked':
    case 'checkpoint-cosigned':
    case 'settings-changed':
    case 'record-imported':
    case 'estimate-recorded':
    case 'place-recorded':
    case 'incident-recorded':
    case 'member-introduced':
    case 'compartment-changed':
    case 'record-sealed':
    case 'record-erased':
    case 'counts-released':
    case 'accesses-logged':
    case 'release-made':
    case 'release-approved':
      return [];
    default:
      return body satisfies never;
  }
}

/** "html-3": the name before the last hyphen, the version behind it. */
function toolNamed(nameAndVersion: string): CustodyTool {
  const at = nameAndVersion.lastIndexOf('-');
  return at > 0
    ? { name: nameAndVersion.slice(0, at), version: nameAndVersion.slice(at + 1), parameters: {} }
    : { name: nameAndVersion, version: 'not stated', parameters: {} };
}

function textStep(capture: Capture): readonly ToldStep[] {
  const { text, sha256, id } = capture;
  if (text === null) return [];
  const { name, version } = toolNamed(text.normaliser);
  return [
    {
      on: null,
      capture: id,
      detail: {
        kind: 'derived',
        tool: { name: `onrecord normaliser ${name}`, version, parameters: {} },
        input: sha256,
        output: text.sha256,
        made: `text of ${text.codePoints} characters`,
        copy: null,
        note: null,
      },
    },
  ];
}

function listStep(body: Change & { action: 'list-imported' }, { captures }: StepContext): ToldStep {
  const { listings, gone, part, parts } = body;
  const marked = gone.length === 0 ? '' : `, ${gone.length} marked as gone`;
  return {
    on: null,
    capture: body.capture,
    detail: {
      kind: 'derived',
      tool: { name: 'onrecord list reader', version: '1', parameters: {} },
      input: captures.get(body.capture)?.sha256 ?? null,
      output: null,
      made: `${listings.length} new or changed listings of a list of people${marked}${parts === 1 ? '' : ` (part ${part} of ${parts})`}`,
      copy: null,
      note: null,
    },
  };
}

function proposedStep(body: Change & { action: 'claims-proposed' }, { captures }: StepContext): ToldStep {
  const by = body.extractor === null ? null : toolNamed(body.extractor);
  return {
    on: null,
    capture: body.capture,
    detail: {
      kind: 'derived',
      tool:
        by === null
          ? { name: 'onrecord desk', version: '1', parameters: {} }
          : { name: `onrecord extractor ${by.name}`, version: by.version, parameters: {} },
      input: captures.get(body.capture)?.text?.sha256 ?? null,
      output: null,
      made: counted(body.claims.length, by === null ? 'hand-made claim' : 'proposed claim'),
      copy: null,
      note: null,
    },
  };
}

function eventStep(
  entry: LogEntry,
  event: CustodyEvent,
  told: { readonly context: StepContext; readonly copy: Capture | null },
): ToldStep {
  return { on: event.on, capture: event.capture, detail: eventDetail(entry, event, told) };
}

function eventDetail(
  { at }: LogEntry,
  event: CustodyEvent,
  { context, copy }: { readonly context: StepContext; readonly copy: Capture | null },
): StepDetail {
  const { kind, from, to, tool, note, statement } = event;
  const [input, output]: readonly (Sha256 | null)[] = [event.input, event.output];
  switch (kind) {
    case 'received':
      return { kind, from, note };
    case 'copied':
      return { kind, to, output: output ?? null, note };
    case 'derived':
      return tool === null
        ? { kind: 'noted', from, to, note }
        : {
            kind,
            tool,
            input: input ?? null,
            output: output ?? null,
            made: copy === null ? 'a file' : 'a working copy',
            copy,
            note,
          };
    case 'redacted':
      return { kind, tool, input: input ?? null, output: output ?? null, copy, note };
    case 'exported': {
      const checkpointSize = context.exported.find((one) => one.at === at)?.size ?? null;
      return { kind, to, checkpointSize, note };
    }
    case 'transferred': {
      const key = tool?.parameters.receiverKey ?? null;
      return { kind, from, to, statement: statement ?? '', ...transferSignatures(statement ?? '', key) };
    }
    case 'viewed':
      return { kind, note };
    case 'noted': {
      const text = textOf(statement);
      return statement === null || text === null
        ? { kind, from, to, note }
        : { kind: 'transfer-offered', to, statement, completedIn: context.completed.get(text) ?? null };
    }
    default:
      return kind satisfies never;
  }
}

const FIELD_WORDS = {
  kind: 'kind',
  title: 'title',
  publisher: 'publisher',
  authors: 'authors',
  publishedAt: 'date',
  language: 'language',
  url: 'address',
  handling: 'handling',
  revisionOf: 'revision of',
} as const satisfies Record<Exclude<keyof Source, 'id'>, string>;

function changedFields(before: Source | null, after: Source): readonly string[] {
  const fields = Object.keys(FIELD_WORDS) as (keyof typeof FIELD_WORDS)[];
  return fields
    .filter((field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after[field]))
    .map((field) => FIELD_WORDS[field]);
}
