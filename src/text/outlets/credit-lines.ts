/**
 * Lines in which a report says whose text it carries: "DVINSK (MWZ) –", "By MWZ Staff", "— MWZ", "This article was first
 * published by the Valley Post"; and those that name who helped ("MWZ contributed to this report") or a source ("Source: MWZ").
 * Only exact forms, at the head or the foot of a text, and only listed outlets other than the publisher.
 */

import { toCodePoints } from '../../record/code-points.ts';
import type { Outlet } from '../../record/outlet.ts';
import type { Span } from '../../record/passage.ts';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import { indexOutlets } from './outlet-index.ts';
import { type OutletMention, outletMentions } from './outlet-mentions.ts';

/** `carries`: the text is the outlet's. `helped`: a part of it may be. `source`: it is named as the source. */
export type CreditRole = 'carries' | 'helped' | 'source';

export interface CreditLine {
  readonly outlet: Outlet;
  readonly role: CreditRole;
  /** Code points, 0-based, end exclusive: the name. */
  readonly span: Span;
  /** What it is, in words for a person. */
  readonly form: string;
}

/** Reads the credit lines of a text; `own` is who publishes it, null when unknown. */
export type CreditReader = (text: string, own: Outlet | null) => readonly CreditLine[];

const HEAD = 5;
const FOOT = 5;

interface Line {
  readonly before: string;
  readonly after: string;
  /** Among the first or the last paragraphs. */
  readonly head: boolean;
  readonly foot: boolean;
}

interface Form {
  readonly role: CreditRole;
  readonly form: string;
  fits(line: Line): boolean;
}

const ORIGINALLY =
  /\b(?:(?:originally|first) (?:published|appeared|ran|posted) (?:on|in|by|at)|(?:re)?published (?:here )?with (?:the )?permission (?:of|from)|republished from|reprinted (?:with permission )?(?:from|of|by)|syndicated (?:from|by)|distributed by|courtesy of)\s+(?:the |The )?["“«]?$/iu;
const HELPED =
  /\bcontributed (?:to|reporting|from)|\bwith (?:additional )?reporting (?:by|from)|\badditional reporting by|\bwith files from|\b(?:with )?material from|\bcontributed\b[^.]{0,20}$/iu;

const FORMS: readonly Form[] = [
  {
    role: 'carries',
    form: LINK_REASONS.formDateline,
    fits: ({ before, after, head }) =>
      head &&
      /^(?:\p{Lu}[\p{L}\p{M}\p{N} .,'’/-]{0,60}\s)?\((?:the |The )?$/u.test(before) &&
      /^(?: News| news agency)?\)\s*(?:[-–—:]|$)/u.test(after),
  },
  {
    role: 'carries',
    form: LINK_REASONS.formByline,
    fits: ({ before, after, head }) =>
      head &&
      /^(?:By|BY|From|Por|Par|Von)\s+(?:the |The )?$/u.test(before) &&
      /^(?:['’]s)?(?:\s+(?:[Ss]taff(?: [Ww]riters?)?|[Nn]ews [Aa]gency|[Rr]eporters?|[Cc]orrespondents?))?\s*$/u.test(
        after,
      ),
  },
  {
    role: 'carries',
    form: LINK_REASONS.formWriter,
    fits: ({ before, after, head }) =>
      head &&
      /^(?:By|BY)\s+\p{Lu}[\p{L}\p{M} .,'’-]{2,80}?(?:,| of| for|\s[|/·–—-])\s+(?:the |The )?$/u.test(
        before,
      ) &&
      /^(?:\s+(?:[Ss]taff(?: [Ww]riter)?|[Rr]eporter|[Cc]orrespondent|[Nn]ews [Aa]gency))?\s*$/u.test(after),
  },
  {
    role: 'carries',
    form: LINK_REASONS.formFirst,
    fits: ({ before, head, foot }) => (head || foot) && ORIGINALLY.test(before),
  },
  {
    role: 'helped',
    form: LINK_REASONS.formContributed,
    fits: ({ before, after, foot }) => foot && HELPED.test(`${before} … ${after}`) && before.length < 200,
  },
  {
    role: 'carries',
    form: LINK_REASONS.formFoot,
    fits: ({ before, after, foot }) =>
      foot && /^[\s([–—-]{1,4}(?:the |The )?$/u.test(before) && /^[\s)\].–—-]*$/u.test(after),
  },
  {
    role: 'carries',
    form: LINK_REASONS.formBehind,
    fits: ({ before, after, foot }) =>
      foot && /[.!?”"»]\s*(?:\(|[–—]\s?|--\s?)$/u.test(before) && /^\)?\.?\s*$/u.test(after),
  },
  {
    role: 'source',
    form: LINK_REASONS.formSource,
    fits: ({ before, after, head, foot }) =>
      (head || foot) &&
      /^(?:Source|Sources|Via|H\/T|h\/t|Источник|Джерело|المصدر|Fuente|Fonte|Quelle)\s*[:：]\s*(?:the |The )?[«“"]?$/u.test(
        before,
      ) &&
      after.length < 60,
  },
];

interface Paragraph {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function creditOf(text: string, mention: OutletMention, lines: readonly Paragraph[]): Form | null {
  const at = lines.findIndex(({ start, end }) => mention.start >= start && mention.end <= end);
  const line = lines[at];
  if (line === undefined) return null;
  const seen: Line = {
    before: text.slice(line.start, mention.start),
    after: text.slice(mention.end, line.end),
    head: at < HEAD,
    foot: at >= lines.length - FOOT && at > 0,
  };
  return FORMS.find((form) => form.fits(seen)) ?? null;
}

/**
 * Makes a reader of credit lines for a list of outlets.
 *
 * @example
 * openCreditReader(outlets)('Six dead\n\nDVINSK (MWZ) – Six people died.', null)[0]?.role; // 'carries'
 */
export function openCreditReader(outlets: readonly Outlet[]): CreditReader {
  const index = indexOutlets(outlets);
  return (text, own) => {
    const lines = linesOf(text);
    return outletMentions(text, index, own).flatMap((mention) => {
      if (mention.form === 'short' || mention.outlet.code === own?.code) return [];
      const found = creditOf(text, mention, lines);
      if (found === null) return [];
      const span = { start: toCodePoints(text, mention.start), end: toCodePoints(text, mention.end) };
      return [{ outlet: mention.outlet, role: found.role, span, form: found.form }];
    });
  };
}
