/** What is claimed of a place or an incident: each proposition with its range, its origins, and who denies it beside. */
import type { Answer } from '../api/call.ts';
import { StandingTags } from '../propositions/standing-tags.tsx';
import { words } from '../words/language.ts';
import { Figure } from './figure.tsx';
import { originsText } from './origins-text.ts';

type Claimed = Answer<'GET /api/places/{key}'>['figures'][number];

/** The list. */
export function ClaimedList({ figures }: { readonly figures: readonly Claimed[] }) {
  return (
    <ol class="propositions claimed">
      {figures.map((one) => (
        <ClaimedRow key={one.proposition.id} one={one} />
      ))}
    </ol>
  );
}

function ClaimedRow({ one }: { readonly one: Claimed }) {
  const { proposition, measure, range, origins, denials, standing, unreviewed } = one;
  const address = `/propositions/${proposition.id}`;
  return (
    <li>
      <a href={address} dir="auto" lang={proposition.lang}>
        {proposition.text}
      </a>
      {range !== null && (
        <p class="claimed-range">
          <Figure bounds={range} openFrom={range.openFrom} />
          {measure !== null && ` ${words(`measure.${measure}`)}`}
        </p>
      )}
      <p>
        <a href={`${address}/origins`}>{originsText(origins.atLeast, origins.atMost)}</a>
        {' · '}
        {denialText(denials, standing.flags)}
        {unreviewed > 0 && ` · ${words('claimed.unreviewed', { count: unreviewed })}`}
      </p>
      <StandingTags standing={standing} />
    </li>
  );
}

/** A denial of the whole occurrence is told apart: nobody denies the figure itself then. */
function denialText(denials: Claimed['denials'], flags: readonly string[]): string {
  if (denials !== null)
    return words('claimed.denied', { origins: originsText(denials.atLeast, denials.atMost) });
  return words(flags.includes('denied') ? 'claimed.denied-whole' : 'claimed.not-denied');
}
