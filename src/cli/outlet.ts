/** `onrecord outlet`: the newspapers, agencies and stations that this record knows by name and address. */
import { MACHINE } from '../desk/desk.ts';
import {
  addOutlet,
  addSpellings,
  forgetOutlet,
  knownOutlets,
  OUTLET_KINDS,
  type Outlet,
  type OutletKind,
  outletsLike,
} from '../desk/outlet-list.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, LIMIT, limitOf, wordsOf } from './figure-options.ts';
import type { Paper } from './paper.ts';
import { counted, para } from './words.ts';

export const outlet: CommandFile = {
  name: 'outlet',
  summary: 'names and addresses of newspapers, agencies and stations',
  description:
    'Lists the outlets that this record knows, adds one, or adds spellings and web addresses to one. By them the program tells which outlet a report cites, carries or links to. A spelling that means other things too goes under --careful, and what a text calls it after its full name under --short. Every change is an entry of the log; forget takes back what this record added.',
  args: [
    ['<action>', 'list, add, alias or forget'],
    [
      '[names...]',
      'list: words to look for; add: the name; alias: the outlet, then spellings; forget: the outlet',
    ],
  ],
  options: [
    ['--kind <kind>', 'of a new outlet', OUTLET_KINDS],
    ['--code <code>', 'short name of a new outlet, made of its name when not given'],
    ['--state <code>', 'state of its seat, two capital letters (ISO 3166-1)'],
    ['--alias <spelling...>', 'means it wherever it stands'],
    ['--careful <spelling...>', 'means it beside "told", "magazine", "reported by" and the like'],
    ['--short <spelling...>', 'means it after its full name'],
    ['--domain <host...>', 'its web address, for example valleypost.example'],
    LIMIT,
    BY,
  ],
  examples: [
    ['onrecord outlet list guardian', 'shows every outlet with that word'],
    [
      'onrecord outlet add "The Valley Post" --kind newspaper --short "the Post" --domain valleypost.example',
      'adds an outlet',
    ],
    ['onrecord outlet alias valley-post "Valley Post Online"', 'adds a spelling'],
    ['onrecord outlet forget valley-post', 'takes back what this record added'],
  ],
  usesVault: true,
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const [action, ...names] = call.args;
  if (action === 'list') return list(call, names.join(' '));
  if (action !== 'add' && action !== 'alias' && action !== 'forget')
    throw usageError('Say what to do: list, add, alias or forget', 'outlet');
  const changed = await change(call, action, names);
  if (call.terminal.json) call.terminal.outJson(changed);
  else if (action === 'forget')
    call.terminal.out(
      ...para(`What this record added to ${changed.code} is taken back.`, call.terminal.paper),
    );
  else call.terminal.out(...linesOf(changed, call.terminal.paper));
  return EXIT.ok;
}

async function change(
  call: Call,
  action: 'add' | 'alias' | 'forget',
  names: readonly string[],
): Promise<Outlet> {
  const { options } = call;
  const [first, ...rest] = names;
  if (first === undefined)
    throw usageError(`Name the outlet to ${action === 'add' ? 'add' : 'change'}`, 'outlet');
  const by = byOf(options) ?? MACHINE;
  const given = {
    aliases: many(options, 'alias'),
    careful: many(options, 'careful'),
    short: many(options, 'short'),
    domains: many(options, 'domain').map(hostOnly),
  };
  if (action === 'forget') return forgetOutlet(await call.open('write'), first, by);
  if (action === 'alias') {
    const added = { ...given, aliases: [...rest, ...given.aliases] };
    if (Object.values(added).every((one) => one.length === 0))
      throw usageError('Give a spelling, or --careful, --short or --domain', 'outlet');
    return addSpellings(await call.open('write'), first, added, by);
  }
  if (rest.length > 0) throw usageError('Put the name of the outlet in quotation marks', 'outlet');
  const kind = wordsOf(options, 'kind');
  if (kind === null) throw usageError('Say with --kind what it is', 'outlet');
  const [code, state] = [wordsOf(options, 'code'), wordsOf(options, 'state')];
  return addOutlet(
    await call.open('write'),
    { code, name: first, kind: kind as OutletKind, state, ...given },
    by,
  );
}

function many(options: Options, name: string): readonly string[] {
  const value = options[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

/** "https://www.valleypost.example/news" is given for its host. */
function hostOnly(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '');
}

async function list(call: Call, words: string): Promise<ExitCode> {
  const { terminal, options } = call;
  const { limit } = limitOf(options, { json: terminal.json, name: 'outlet', usual: 20 });
  const all = await knownOutlets(await call.open('read'));
  const found = outletsLike(all, words);
  const shown = found.slice(0, limit ?? found.length);
  if (terminal.json) {
    terminal.outJson({ known: all.length, fitting: found.length, outlets: shown });
    return EXIT.ok;
  }
  terminal.out(
    ...para(`${counted(found.length, 'outlet')} of ${all.length} known to this record.`, terminal.paper),
  );
  for (const one of shown) terminal.out('', ...linesOf(one, terminal.paper));
  if (shown.length < found.length)
    terminal.out('', `${found.length - shown.length} more: add --limit ${found.length}.`);
  return EXIT.ok;
}

function linesOf({ code, name, kind, aliases, careful, short, domains }: Outlet, paper: Paper): string[] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['also', aliases],
    ['with care', careful],
    ['for short', short],
    ['at', domains],
  ];
  return [
    ...para(`${name} · ${kind} · ${code}`, paper),
    ...rows.flatMap(([word, items]) =>
      items.length === 0 ? [] : para(`${word}: ${items.join(', ')}`, paper, '  '),
    ),
  ];
}
