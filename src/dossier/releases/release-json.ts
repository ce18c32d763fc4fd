/** What `record.json` says of the release it belongs to: allow-listed keys, as everything in that file. */
import type { ReleaseChange } from '../../record/release/release.ts';
import type { EarlierRelease, ShownRelease } from './shown-release.ts';

const change = (from: ReleaseChange) => ({
  kind: from.kind,
  proposition: from.proposition,
  before: from.before,
  after: from.after,
});

const corrects = (from: ShownRelease['corrects']) =>
  from === null ? null : { release: from.release, reason: from.reason };

const earlier = (from: EarlierRelease) => ({
  id: from.id,
  number: from.number,
  madeAt: from.madeAt,
  logPosition: from.position,
  dossierSha256: from.dossierSha256,
  corrects: corrects(from.corrects),
  changes: from.changes.map(change),
});

/**
 * The member `release`; null for a dossier that is none.
 *
 * @example
 * releaseJson(view.options.release)?.number; // 2
 */
export function releaseJson(from: ShownRelease | undefined) {
  if (from === undefined) return null;
  const { profile } = from;
  return {
    id: from.id,
    number: from.number,
    madeAt: from.madeAt,
    publisher: profile.publisher,
    licence: profile.licence === null ? null : { name: profile.licence.name, url: profile.licence.url },
    languages: profile.languages,
    methodNotes: profile.methodNotes.map(({ lang, text }) => ({ lang, text })),
    about: { propositions: profile.about.propositions, places: profile.about.places },
    handling: profile.handling,
    address: profile.address,
    waiting: from.waiting,
    corrects: corrects(from.corrects),
    changes: from.changes.map(change),
    earlier: from.earlier.map(earlier),
  };
}
