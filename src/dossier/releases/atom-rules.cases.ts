/**
 * What RFC 4287 demands of a feed, as far as a feed of ours uses it: names and numbers of elements (§4.1.1, §4.1.2), dates (§3.3),
 * IRIs (§4.2.6), text and content (§3.1, §4.1.3), links (§4.2.7). Each fault names its clause.
 */
import { parseDocument } from 'htmlparser2';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const FEED = [
  'author',
  'category',
  'contributor',
  'generator',
  'icon',
  'id',
  'link',
  'logo',
  'rights',
  'subtitle',
  'title',
  'updated',
  'entry',
];
const ENTRY = [
  'author',
  'category',
  'content',
  'contributor',
  'id',
  'link',
  'published',
  'rights',
  'source',
  'summary',
  'title',
  'updated',
];

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];
type Element = Extract<Node, { readonly attribs: unknown }>;

const isElement = (node: Node): node is Element => 'attribs' in node;
const children = (of: Element | Document, name?: string): Element[] =>
  of.children.filter(isElement).filter((one) => name === undefined || one.name === name);
const textOf = (of: Element | undefined): string =>
  (of?.children ?? []).map((node) => ('data' in node && node.type === 'text' ? node.data : '')).join('');

/**
 * Every fault of a feed.
 *
 * @example
 * atomFaults('<feed/>')[0]; // '§2 the namespace is not that of Atom'
 */
export function atomFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const rule = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  rule(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/.test(xml), '§2 is not declared as XML in UTF-8');
  const document = parseDocument(xml, { xmlMode: true, decodeEntities: true });
  const [feed, more] = children(document);
  if (feed === undefined || more !== undefined) return ['§2 has not one element at the top'];
  rule(feed.name === 'feed', '§4.1.1 the top is not atom:feed');
  rule(feed.attribs.xmlns === 'http://www.w3.org/2005/Atom', '§2 the namespace is not that of Atom');
  container(feed, { allowed: FEED, clause: '§4.1.1', rule });
  const entries = children(feed, 'entry');
  const isSigned = (one: Element): boolean => children(one, 'author').length > 0;
  rule(isSigned(feed) || entries.every(isSigned), '§4.1.1 neither the feed nor all entries have an author');
  for (const entry of entries) {
    container(entry, { allowed: ENTRY, clause: '§4.1.2', rule });
    rule(children(entry, 'content').length <= 1, '§4.1.2 more than one content');
    const hasAlternate = children(entry, 'link').some(
      ({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate',
    );
    rule(
      hasAlternate || children(entry, 'content').length === 1,
      '§4.1.2 neither content nor alternate link',
    );
    for (const content of children(entry, 'content')) {
      rule(
        ['text', 'html', 'xhtml'].includes(content.attribs.type ?? 'text'),
        '§4.1.3.1 unknown type of content',
      );
      rule(children(content).length === 0, '§3.1.1.2 escaped HTML holds child elements');
    }
  }
  const ids = [feed, ...entries].map((one) => textOf(children(one, 'id')[0]));
  rule(new Set(ids).size === ids.length, '§4.2.6 an id stands twice');
  return faults;
}

function container(
  of: Element,
  {
    allowed,
    clause,
    rule,
  }: { allowed: readonly string[]; clause: string; rule(holds: boolean, fault: string): void },
): void {
  for (const { name } of children(of))
    rule(allowed.includes(name), `${clause} ${name} may not stand in ${of.name}`);
  for (const name of ['id', 'title', 'updated'])
    rule(children(of, name).length === 1, `${clause} ${of.name} needs exactly one ${name}`);
  rule(URL.canParse(textOf(children(of, 'id')[0])), `§4.2.6 the id of ${of.name} is no IRI`);
  for (const updated of children(of, 'updated'))
    rule(
      RFC3339.test(textOf(updated)) && !Number.isNaN(Date.parse(textOf(updated))),
      `§3.3 updated of ${of.name} is no date`,
    );
  for (const author of children(of, 'author'))
    rule(
      children(author, 'name').length === 1 && textOf(children(author, 'name')[0]).trim() !== '',
      '§3.2.1 an author has no name',
    );
  const links = children(of, 'link');
  for (const { attribs } of links)
    rule(URL.canParse(attribs.href ?? ''), `§4.2.7.1 a link of ${of.name} has no address`);
  const alternates = links
    .filter(({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate')
    .map(({ attribs }) => `${attribs.type ?? ''} ${attribs.hreflang ?? ''}`);
  rule(
    new Set(alternates).size === alternates.length,
    `${clause} two alternate links of one type in ${of.name}`,
  );
}
