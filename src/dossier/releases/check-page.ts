/** The page that tells a stranger how to check a release with standard tools, and what that shows and does not. */
import type { DossierFile } from '../dossier-file.ts';
import { type Html, html } from '../html.ts';
import { heading, pageFile } from '../page.ts';
import type { View } from '../view.ts';
import type { ShownRelease } from './shown-release.ts';

const command = (line: string): Html => html`<pre><code>${line}</code></pre>`;

/**
 * The page, `check.html`.
 *
 * @example
 * checkPage(view, release).path; // 'check.html'
 */
export function checkPage(view: View, { number, position }: ShownRelease): DossierFile {
  const { head } = view.options;
  const main = html`<div class="frame">${heading('Check it yourself', html`Release ${number}`)}<p class="lede">You need nobody’s word, no account and no network. These commands are for a shell (Linux, macOS, Git Bash or the Linux subsystem on Windows) in the folder that holds <code>bagit.txt</code>; this dossier lies there in <code>data/dossier</code>.</p>
<section aria-labelledby="short"><h2 id="short">The short way</h2>${command('sh verify/verify.sh')}<p>It needs <code>sha256sum</code>, <code>awk</code> and OpenSSL 3 alone, and ends with a line that begins with RESULT. Or, with onrecord:</p>${command('onrecord verify .')}<p>Both name every file that is not as it was released.</p></section>
<section aria-labelledby="hand"><h2 id="hand">By hand</h2><ol class="steps">
<li><p>No file was changed on the way. Every line must end with OK.</p>${command('sha256sum -c tagmanifest-sha256.txt')}${command('sha256sum -c manifest-sha256.txt')}</li>
<li><p>These are all the pages of this release, and no others.</p>${command('(cd data && sha256sum -c dossier.sha256)')}<p>The first command prints the hash that <code>data/release.json</code> names as <code>dossierSha256</code>.</p>${command('sha256sum data/dossier.sha256')}</li>
<li><p>The owner of the log signed its head.</p>${command('openssl pkeyutl -verify -pubin -inkey verify/log-key.pub -rawin -in verify/checkpoint.body -sigfile verify/checkpoint.sig')}<p>Whose key is it? Hold <code>verify/log.vkey</code> against the key that the organisation published elsewhere.</p></li>
<li><p>The log committed to this release, and to its approval. <code>verify/README.txt</code> prints the commands with their keys, from the commitment up to the signed head.</p></li>
<li><p>Time-stamps, where there are any, show that the head of the log is not younger; witnesses, that others saw the same log. The same file prints the commands.</p></li></ol></section>
<section aria-labelledby="older"><h2 id="older">Is it the newest, and the only log?</h2><p>It was made from ${position} entries of the log${head === null ? null : html`, whose root is <code class="hash">${head.root}</code>`}. Keep the file <code>verify/checkpoint</code> of every release that you get. Of the next one ask:</p>${command('onrecord verify . --known KEPT-CHECKPOINT')}<p>A log that does not go on from the head you kept, an older one that was signed anew, and a fork are refused.</p></section>
<section aria-labelledby="source"><h2 id="source">One source</h2><p>Whoever has the file of a public source can compare it with <code>data/sources.json</code>, which also holds the key that opens what the log committed to when it came in.</p>${command('sha256sum FILE')}${command('openssl dgst -sha256 -mac HMAC -macopt hexkey:KEY FILE')}<p>The second must be the code after “bytes” in <code>verify/sources/CAPTURE.leaf</code>.</p></section>
<section aria-labelledby="limits"><h2 id="limits">What this does not show</h2><ul><li>That what a source says is so.</li><li>Who wrote an entry of the log: names in it are what people called themselves, and they stay inside.</li><li>That nothing was left out: a release shows what it shows.</li></ul></section></div>`;
  return pageFile(view, { path: 'check.html', title: 'Check it yourself', main, kind: 'reading' });
}
