/** Parts of an incident as two versions of it are compared. */
import type { ShownField } from '../versions/versions-panel.tsx';
import { words } from '../words/language.ts';
import type { IncidentDraft } from './incident-draft.ts';

/**
 * The parts.
 *
 * @param placeName a place by its id
 * @param others incidents that it may follow from
 * @example
 * shownFields((key) => key, []).map(({ field }) => field);
 */
export function shownFields(
  placeName: (key: string) => string,
  others: readonly { readonly id: string; readonly title: string }[],
): readonly ShownField<IncidentDraft>[] {
  const titleOf = (id: string): string => others.find((one) => one.id === id)?.title ?? id;
  return [
    { field: 'title', kind: 'words', label: words('incidents.find'), show: ({ title }) => title },
    { field: 'kind', kind: 'whole', label: words('incidents.kind'), show: ({ kind }) => kind },
    {
      field: 'clarity',
      kind: 'whole',
      label: words('incidents.form.clarity'),
      show: ({ clarity }) => words(`incidents.clarity.${clarity}`),
    },
    {
      field: 'place',
      kind: 'whole',
      label: words('incidents.form.place'),
      show: ({ place }) => (place === '' ? '' : placeName(place)),
    },
    { field: 'when', kind: 'whole', label: words('incidents.form.when'), show: ({ when }) => when },
    {
      field: 'extent',
      kind: 'whole',
      label: words('incidents.form.extent'),
      show: ({ extent }) => words(`incidents.${extent}`),
    },
    {
      field: 'propositions',
      kind: 'list',
      label: words('incidents.form.propositions'),
      show: ({ propositions }) => propositions.map(({ text }) => text).join('; '),
    },
    {
      field: 'chain',
      kind: 'list',
      label: words('incidents.form.chain'),
      show: ({ chain }) => chain.map(titleOf).join('; '),
    },
  ];
}
