/**
 * Which outlets a text cites: those it names as speakers ("the Guardian reported", "according to a Reuters report"), and
 * those that somebody told something ("told BuzzFeed News", "in an interview with Radio Oussa"). Naming an outlet is not
 * citing it: "she left the Guardian" cites nobody.
 */
import type { Outlet } from '../../record/outlet.ts';
import type { RawAttribution } from '../attribution.ts';
import { documentAttributions } from '../document-attributions.ts';
import type { AttributionModel } from '../models/attribution/attribution-model.ts';
import { parseText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { indexOutlets } from './outlet-index.ts';
import { type OutletMention, outletMentions } from './outlet-mentions.ts';

/** `cites`: speaks in the text. `told`: was told it. `names`: neither. */
export type OutletRole = 'cites' | 'told' | 'names';

export interface OutletInRole extends OutletMention {
  readonly role: OutletRole;
}

/** Confidence from which a relation of the trained reader names a speaker; chosen on PolNeAR train. */
const SPEAKS = 0.3;

const TOLD =
  /(?:\b(?:told|tells|telling)|\b(?:interview(?:s|ed)?|conversation|call|appearance) (?:with|by|on|to|for)|\b(?:spoke|speaks|speaking|talked|talking|said|saying|wrote|statement|comments?|remarks|e-mail|email|message|letter) (?:to|with|for))\s+(?:the |The |both |an? )?["“'‘]?$/u;
/** Characters in front of a mention that are looked at. */
const REACH = 60;

/**
 * What each mention does in the text.
 *
 * @param mentions of this text, in order
 * @param model null: rules alone, which find fewer
 * @example
 * rolesOfOutlets('The Valley Post reported six deaths.', mentions, null)[0]?.role; // 'cites'
 */
export function rolesOfOutlets(
  text: string,
  mentions: readonly OutletMention[],
  model: AttributionModel | null,
): OutletInRole[] {
  if (mentions.length === 0) return [];
  const parsed = parseText(text);
  const rules = documentAttributions(parsed);
  const speakers: readonly Range[] =
    model === null ? rulesSpeakers(rules) : modelSpeakers(model, parsed, rules);
  const spans = speakers.map(({ from, to }) => ({
    start: parsed.tokens[from]?.start ?? 0,
    end: parsed.tokens[to - 1]?.end ?? 0,
  }));
  return mentions.map((mention) => {
    const speaks = spans.some(({ start, end }) => mention.start < end && start < mention.end);
    if (speaks) return { ...mention, role: 'cites' };
    const before = text.slice(Math.max(0, mention.start - REACH), mention.start);
    return { ...mention, role: TOLD.test(before) ? 'told' : 'names' };
  });
}

/** Tells which outlets a text cites or was told through; `own` is who publishes it, null when unknown. */
export type CitedOutletsReader = (text: string, own: Outlet | null) => ReadonlySet<Outlet['code']>;

/**
 * Makes a reader for a list of outlets, by rules alone.
 *
 * @example
 * openCitedOutlets(outlets)('The Valley Post reported six deaths.', null).has('valley-post'); // true
 */
export function openCitedOutlets(outlets: readonly Outlet[]): CitedOutletsReader {
  const index = indexOutlets(outlets);
  return (text, own) => {
    const inRole = rolesOfOutlets(text, outletMentions(text, index, own), null);
    return new Set(
      inRole.flatMap(({ role, outlet }) =>
        role === 'names' || outlet.code === own?.code ? [] : [outlet.code],
      ),
    );
  };
}

function rulesSpeakers(rules: readonly RawAttribution[]): Range[] {
  return rules.flatMap(({ source, via }) => [source, via?.source ?? null].filter((one) => one !== null));
}

function modelSpeakers(
  model: AttributionModel,
  parsed: ReturnType<typeof parseText>,
  rules: readonly RawAttribution[],
): Range[] {
  return model
    .find(parsed, rules)
    .flatMap(({ confidence, source }) => (confidence >= SPEAKS ? [...source] : []));
}
