/**
 * Which addresses of a source may become a link: absolute http and https without a user name. All others
 * (javascript:, data:, file:, malformed) are shown as text.
 */

/**
 * The address to link to; null when it must not be a link.
 *
 * @example
 * safeUrl('javascript:alert(1)'); // null
 */
export function safeUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
