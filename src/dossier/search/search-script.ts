/**
 * The script of the search page, as it is written into the folder: plain JavaScript without a dependency, which reads the index beside
 * it, asks nobody for anything, and puts every word of the record into the page as text, never as markup. Words are compared without
 * case and accents, in any script; all that are asked for must be there.
 */
export const SEARCH_SCRIPT = String.raw`'use strict';
(() => {
  const fold = (words) => words.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const KINDS = ['propositions', 'incidents', 'places', 'actors', 'sources', 'claims'];
  const MOST = 25;

  /** Everything that holds all the words, by kind: [shown words, beside them, address]. */
  const open = (index) => {
    const folders = { propositions: 'propositions/', incidents: 'incidents/', places: 'places/', actors: 'actors/', sources: 'sources/' };
    const entries = KINDS.flatMap((kind) => index[kind].map((one) => {
      if (kind !== 'claims') return { kind, shown: one[1], beside: kind === 'sources' ? one[2] : '', href: folders[kind] + one[0] + '.html', words: fold(one[1] + ' ' + one[2]) };
      const source = index.sources[one[1]];
      return { kind, shown: one[2], beside: one[3], href: source === undefined ? '' : 'sources/' + source[0] + '.html#c-' + one[0], words: fold(one[2] + ' ' + one[3]) };
    }).filter(({ href }) => href !== ''));
    return (asked) => {
      const terms = fold(asked).split(' ').filter((term) => term !== '');
      if (terms.length === 0) return [];
      const rank = ({ words }) => terms.reduce((sum, term) => sum + (words.startsWith(term) ? 0 : (' ' + words).includes(' ' + term) ? 1 : 2), 0);
      const found = entries.filter(({ words }) => terms.every((term) => words.includes(term)));
      return KINDS.map((kind) => {
        const own = found.filter((one) => one.kind === kind).map((one, at) => ({ one, at, rank: rank(one) })).sort((a, b) => a.rank - b.rank || a.at - b.at);
        return { kind, of: own.length, shown: own.slice(0, MOST).map(({ one }) => one) };
      }).filter(({ of }) => of > 0);
    };
  };
  globalThis.onrecordSearch = { fold, open };
  if (typeof document === 'undefined') return;

  const box = document.getElementById('search-box');
  const out = document.getElementById('search-found');
  const told = document.getElementById('search-told');
  const say = out.dataset;
  const make = (name, words, look) => {
    const made = document.createElement(name);
    if (words !== undefined) made.textContent = words;
    if (look !== undefined) made.className = look;
    return made;
  };
  let find = null;
  const show = () => {
    find ??= open(globalThis.onrecordIndex);
    const groups = find(box.value);
    const all = groups.reduce((sum, { of }) => sum + of, 0);
    told.textContent = box.value.trim() === '' ? '' : all === 0 ? say.none : say.count.replace('#', String(all));
    out.replaceChildren(...groups.map(({ kind, of, shown }) => {
      const section = make('section');
      section.append(make('h2', say[kind] + ' (' + of + ')'));
      const list = make('ul', undefined, 'found');
      for (const { shown: words, beside, href } of shown) {
        const item = make('li');
        const link = make('a', words);
        link.href = href;
        link.dir = 'auto';
        item.append(link);
        if (beside !== '') {
          const more = make('span', ' ' + beside, 'kind');
          more.dir = 'auto';
          item.append(more);
        }
        list.append(item);
      }
      section.append(list);
      if (of > shown.length) section.append(make('p', say.more.replace('#', String(of - shown.length)), 'note'));
      return section;
    }));
    try { history.replaceState(null, '', '#' + encodeURIComponent(box.value)); } catch { /* an address from disk may not be kept */ }
  };
  document.getElementById('search-without').remove();
  document.getElementById('search-with').hidden = false;
  box.addEventListener('input', show);
  try { box.value = decodeURIComponent(location.hash.slice(1)); } catch { box.value = ''; }
  if (box.value !== '') show();
  box.focus();
})();
`;
