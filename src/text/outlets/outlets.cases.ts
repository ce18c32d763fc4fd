/** Sentences with invented outlets, and what each names: the code of the outlet and its role. */
import type { Outlet } from '../../record/outlet.ts';

const NOTHING = { state: null, aliases: [], careful: [], short: [], domains: [] } as const;

export const INVENTED: readonly Outlet[] = [
  {
    ...NOTHING,
    code: 'valley-post',
    name: 'The Valley Post',
    kind: 'newspaper',
    aliases: ['Valley Post', 'Долинная почта', 'بريد الوادي'],
    short: ['the Post'],
    domains: ['valleypost.example'],
  },
  {
    ...NOTHING,
    code: 'harbour-post',
    name: 'Harbour Post',
    kind: 'newspaper',
    short: ['the Post'],
    domains: ['harbourpost.example'],
  },
  { ...NOTHING, code: 'kesh', name: 'Radio Kesh', kind: 'broadcaster' },
  { ...NOTHING, code: 'orr', name: 'Orr', kind: 'agency', aliases: ['Orr News'] },
  { ...NOTHING, code: 'hour', name: 'Hour magazine', kind: 'magazine', careful: ['Hour'] },
  { ...NOTHING, code: 'mwz', name: 'MWZ', kind: 'agency' },
];

/** Text, publisher's code or null, then [code, role, words] in order. */
export const CASES: readonly (readonly [
  string,
  string | null,
  readonly (readonly [string, 'cites' | 'told' | 'names', string])[],
])[] = [
  [
    'The Valley Post reported on Monday that six people had died.',
    null,
    [['valley-post', 'cites', 'The Valley Post']],
  ],
  ['Six people died, according to Radio Kesh.', null, [['kesh', 'cites', 'Radio Kesh']]],
  ['“They beat us,” Ana Ruiz told Radio Kesh.', null, [['kesh', 'told', 'Radio Kesh']]],
  [
    'Ana Ruiz left the Harbour Post in May and moved to Dvinsk.',
    null,
    [['harbour-post', 'names', 'Harbour Post']],
  ],
  [
    'The Harbour Post wrote that two had died. A week later the Post said that there were three.',
    null,
    [
      ['harbour-post', 'cites', 'Harbour Post'],
      ['harbour-post', 'cites', 'the Post'],
    ],
  ],
  ['The minister told The Post that nobody had died.', 'valley-post', [['valley-post', 'told', 'The Post']]],
  ['The minister told the post office that nobody had died.', 'valley-post', []],
  ['The minister told the Post that nobody had died.', null, []],
  ['Mayor Michael Orr said that nobody had died. Orr told reporters to wait.', null, []],
  ['Orr said that six people had died.', null, [['orr', 'cites', 'Orr']]],
  ['Within the Hour, six people had died.', null, []],
  ['The commander told Hour magazine that six died.', null, [['hour', 'told', 'Hour magazine']]],
  ['The commander told Hour that six died.', null, [['hour', 'told', 'Hour']]],
  ['Об этом «Долинной почте» рассказал свидетель.', null, [['valley-post', 'names', 'Долинной почте']]],
  ['قالت صحيفة بريد الوادي إن ستة قتلوا', null, [['valley-post', 'names', 'بريد الوادي']]],
  ['Read more: https://valleypost.example/a/1', null, [['valley-post', 'names', 'valleypost.example']]],
  [
    'A poll by MWZ-Valley Post found that six in ten agree.',
    null,
    [
      ['mwz', 'cites', 'MWZ'],
      ['valley-post', 'cites', 'Valley Post'],
    ],
  ],
];
