/** How the figures of a printed dossier came about, in a page: the rules that were used, with their versions. */
import type { View } from '../view.ts';

/**
 * The paragraphs.
 *
 * @example
 * paperMethod(view)[0]?.title; // 'Claims and standing'
 */
export function paperMethod(
  view: View,
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const rules = new Set(
    view.propositions.flatMap(({ toll }) =>
      (toll?.rules ?? []).map(({ rule, version }) => `${rule} ${version}`),
    ),
  );
  const { head, version } = view.options;
  return [
    {
      title: 'Claims and standing',
      lines: [
        'A claim is one actor’s speech act about one proposition, in one passage of a stored text, with its chain: who says that who says, outermost first. Nothing here says whether a claim is so.',
        'A standing is computed. A denial stands beside a figure and moves nothing.',
      ],
    },
    {
      title: 'Origins',
      lines: [
        'Each claim’s chain is followed from the outlet to whoever knows. Ten outlets that cite one newspaper are one origin. What cannot be decided widens the interval.',
      ],
    },
    {
      title: 'Tolls',
      lines: [
        `Counted over independent origins, not over sources, by three named rules${rules.size === 0 ? '' : ` (${[...rules].sort().join(', ')})`}: conservative takes the lowest number, representative the number that most independent origins give, informative the highest. A bound that nobody stated is “not stated”, never zero. Reported only: nothing here estimates what nobody reported.`,
      ],
    },
    {
      title: 'People and places',
      lines: [
        'Named persons who are not cleared stand under pseudonyms. Where points and sites lie is never published.',
      ],
    },
    {
      title: 'Check it yourself',
      lines: [
        `Made by onrecord ${version} from the log at the position on the first page${head === null ? '' : `, whose root is ${head.root}`}. The same record, options, program and typesetter give the same bytes. The folder of this dossier holds record.json, with every claim, its passage and its place in the text.`,
      ],
    },
  ];
}
