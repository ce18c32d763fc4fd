/** A release profile while a person fills it in: every field as text, and what is sent of it. Pure. */

export interface ProfileDraft {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly licenceUrl: string;
  /** BCP 47. */
  readonly lang: string;
  readonly note: string;
  /** In which language the program speaks on the pages. */
  readonly pages: 'en' | 'ru';
  readonly handling: 'public' | 'internal';
  readonly unreviewed: 'refuse' | 'leave-out';
  readonly embargo: string;
  readonly address: string;
  readonly captures: 'none' | 'public';
  /** One a line. */
  readonly places: string;
  readonly propositions: string;
  readonly counts: string;
  readonly position: string;
}

/**
 * Nothing filled in: the cautious answers.
 *
 * @param lang of the person's desk
 * @example
 * emptyDraft('en').unreviewed; // 'refuse'
 */
export function emptyDraft(lang: string): ProfileDraft {
  return {
    title: '',
    publisher: '',
    licence: '',
    licenceUrl: '',
    lang,
    note: '',
    pages: lang === 'ru' ? 'ru' : 'en',
    handling: 'internal',
    unreviewed: 'refuse',
    embargo: '',
    address: '',
    captures: 'none',
    places: '',
    propositions: '',
    counts: '',
    position: '',
  };
}

const given = (value: string): string | null => (value.trim() === '' ? null : value.trim());
const lines = (value: string): readonly string[] => value.split('\n').flatMap((line) => given(line) ?? []);
const some = (value: string): readonly string[] | null => {
  const all = lines(value);
  return all.length === 0 ? null : all;
};

/**
 * The profile as it is sent; what is wrong in it is told by the desk, all of it at once.
 *
 * @example
 * profileOf({ ...emptyDraft('en'), licence: 'CC BY 4.0' }).licence; // { name: 'CC BY 4.0', url: null }
 */
export function profileOf(draft: ProfileDraft): Record<string, unknown> {
  const { lang, position } = draft;
  const note = given(draft.note);
  const licence = given(draft.licence);
  return {
    title: given(draft.title),
    publisher: given(draft.publisher),
    about: { propositions: some(draft.propositions), places: some(draft.places) },
    position: given(position) === null ? null : Number(position),
    handling: draft.handling === 'public' ? ['public'] : ['public', 'internal'],
    embargo: given(draft.embargo),
    licence: licence === null ? null : { name: licence, url: given(draft.licenceUrl) },
    languages: [given(lang) ?? 'en'],
    methodNotes: note === null ? [] : [{ lang: given(lang) ?? 'en', text: note }],
    // English pages are what a profile means that says nothing.
    ...(draft.pages === 'en' ? {} : { pages: draft.pages }),
    unreviewed: draft.unreviewed,
    captures: draft.captures,
    counts: lines(draft.counts),
    address: given(draft.address),
  };
}

/** Files of a release by their folder. */
export interface FileFolder {
  /** '' for those on top. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * Files by folder, those on top first.
 *
 * @example
 * foldersOf([{ path: 'places/dol.html', sha256: 'c3…' }])[0]?.name; // 'places'
 */
export function foldersOf(files: FileFolder['files']): readonly FileFolder[] {
  const folders = new Map<string, { path: string; sha256: string }[]>();
  for (const file of files) {
    const name = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
    const known = folders.get(name);
    if (known === undefined) folders.set(name, [file]);
    else known.push(file);
  }
  return [...folders]
    .map(([name, held]) => ({ name, files: held }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
