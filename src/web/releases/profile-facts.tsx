/** What a release holds and under which conditions it leaves. */
import { dayWords } from '../parts/day.ts';
import { words } from '../words/language.ts';
import type { Release } from './release-list.tsx';

/** The list. */
export function ProfileFacts({ profile }: { readonly profile: Release['profile'] }) {
  const { publisher, licence, address, embargo, languages, pages, unreviewed, captures, counts, handling } =
    profile;
  const facts: readonly (readonly [string, string])[] = [
    [words('releases.publisher'), publisher ?? words('releases.nobody')],
    [words('releases.about'), aboutWords(profile)],
    [
      words('releases.handling'),
      words(handling.includes('internal') ? 'releases.handling.internal' : 'releases.handling.public'),
    ],
    [words('releases.licence'), licence === null ? '—' : [licence.name, licence.url ?? ''].join(' ').trim()],
    [words('releases.address'), address ?? words('releases.no-address')],
    [words('releases.embargo'), embargo === null ? words('releases.no-embargo') : dayWords(embargo)],
    [words('releases.languages'), languages.join(', ')],
    [words('releases.form.pages'), words(`releases.pages.${pages}`)],
    [words('releases.unreviewed'), words(`releases.unreviewed.${unreviewed}`)],
    [words('releases.captures'), words(`releases.captures.${captures}`)],
    [words('releases.counts'), counts === 0 ? '—' : words('releases.counts.count', { count: counts })],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function aboutWords({ places, propositions }: Release['profile']): string {
  const parts = [
    ...(propositions === null ? [] : [words('releases.about.propositions', { count: propositions })]),
    ...(places === null ? [] : [words('releases.about.places', { places: places.join(', ') })]),
  ];
  return parts.length === 0 ? words('releases.about.all') : parts.join('; ');
}
