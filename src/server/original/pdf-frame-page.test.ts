import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PDF_FRAME, pdfFramePage } from './pdf-frame-page.ts';

const pagesWith = (script: string) =>
  new Map([[`/${PDF_FRAME}`, { mediaType: 'text/javascript', bytes: new TextEncoder().encode(script) }]]);

test('the frame runs its one script and nothing else: the policy names its hash, and nothing in it ends it early', () => {
  const hostile = Buffer.from('%PDF-1.4 </script><script>top.location="http://evil.example"</script>');
  const { html, policy } = pdfFramePage(pagesWith('f("</script><!-- x")'), hostile);
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script = '']) => script);
  expect(scripts).toEqual(['f("\\x3c/script>\\x3c!-- x")']);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  expect(policy).toContain(`script-src 'sha256-${hash}';`);
  expect(policy).toMatch(/^default-src 'none';.*; sandbox allow-scripts$/u);
  expect(policy).not.toMatch(/unsafe|script-src 'self'|connect-src|allow-same-origin/u);
  expect(html).not.toContain('evil.example');
  expect(html).toContain(hostile.toString('base64'));
});

test('a copy of onrecord without the script says so', () => {
  expect(() => pdfFramePage(new Map(), new Uint8Array())).toThrow(/cannot draw a PDF/);
});
