/** Class and id words by which sites name what is no part of a report. A name alone proves little: see page-furniture.ts. */
import type { HtmlElement } from './html-tree.ts';

const COMMENTS =
  /(^|[\s_-])(comments?-?(list|area|section|thread|wrapper|container|form|body)|comments|disqus|respond|replies)([\s_-]|$)/i;
const SURE =
  /(^|[\s_-])(cookies?|consent|gdpr|newsletter|comments|disqus|outbrain|taboola|related|jp-relatedposts|recommended|recommendations|most-read|most-popular|trending|breadcrumbs?|share-?bar|sharing|social-?(share|links|media|icons)|more-(stories|news|from|on)|read-?(next|more)|skip-?link|sr-only|visually-?hidden|screen-reader-text)([\s_-]|$)/i;
const LIKELY =
  /(^|[\s_-])(subscribe|subscription|sign-?up|share|social|sidebar|promo|promotion|advert|advertisement|ads?|sponsor|sponsored|popup|modal|overlay|menu|nav|navbar|masthead|footer|toolbar|pagination|paywall|tags|teasers?|banner|print-only)([\s_-]|$)/i;
/** Words that describe an article and name no part of the page: "tag-related", "has-sidebar", "comments-open". */
const DESCRIBES =
  /^(has|no|not|with|tag|category|type|status|format)-|-(open|closed|enabled|disabled|loaded)$/i;

/** How far a name speaks for furniture. */
export type NamedAs = 'comments' | 'sure' | 'likely' | null;

/**
 * What an element's class and id call it.
 *
 * @example
 * namedAs(element) // 'sure' for class="cookie-notice", null for class="post tag-related comments-open"
 */
export function namedAs(element: HtmlElement): NamedAs {
  const names = `${element.attributes.get('class') ?? ''} ${element.attributes.get('id') ?? ''}`;
  if (names === ' ') return null;
  const name = names
    .split(/\s+/)
    .filter((word) => !DESCRIBES.test(word))
    .join(' ');
  if (COMMENTS.test(name)) return 'comments';
  if (SURE.test(name)) return 'sure';
  return LIKELY.test(name) ? 'likely' : null;
}
