/** Style of the custody page: one sheet for screen and A4 paper, light and dark, either reading direction. */
import { DARK, LIGHT } from '../../dossier/style-tokens.ts';

const USED = ['paper', 'sheet', 'ink', 'ink-2', 'rule', 'accent', 'warn', 'warn-soft', 'stop'] as const;

function tokens(values: Readonly<Record<(typeof USED)[number], string>>): string {
  return USED.map((name) => `--${name}:${values[name]}`).join(';');
}

export const CUSTODY_STYLE = `:root{${tokens(LIGHT)};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${tokens(DARK)}}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI","Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:900px;margin:0 auto;padding:24px}
h1{font:600 28px/1.2 Georgia,"Noto Serif",serif;margin:0 0 4px}h2{font:600 18px/1.3 Georgia,"Noto Serif",serif;margin:28px 0 8px}
.kicker{font-size:13px;letter-spacing:.06em;text-transform:uppercase;color:var(--ink-2);margin:0 0 8px}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:4px 16px;margin:0}dt{color:var(--ink-2)}dd{margin:0;min-width:0}
.mono,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:12px}.mono,.facts,pre,dd{overflow-wrap:anywhere}.mono{direction:ltr;unicode-bidi:isolate;white-space:pre-wrap}
pre{background:var(--sheet);border:1px solid var(--rule);padding:8px 12px;margin:8px 0;white-space:pre-wrap;direction:ltr;text-align:left}
table{width:100%;border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:6px 8px;border-bottom:1px solid var(--rule)}
th{font-size:13px;white-space:nowrap;color:var(--ink-2);border-bottom:2px solid var(--ink)}td:nth-child(2){min-width:9rem}td:nth-child(3){max-width:9rem}td:first-child{font-variant-numeric:tabular-nums;white-space:nowrap}
.small{font-size:13px;color:var(--ink-2)}.what{font-weight:600}.facts{font-size:13px}.fault{color:var(--stop)}
.gaps{background:var(--warn-soft);border-inline-start:3px solid var(--warn);padding:8px 16px 8px 32px;margin:0}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:32px;margin-top:48px}.sign p{border-top:1px solid var(--ink);padding-top:4px;margin:32px 0 0;font-size:13px}
@media (max-width:600px){dl,.sign{grid-template-columns:1fr}th:nth-child(3),td:nth-child(3){display:none}td:nth-child(2){min-width:6rem}.who{display:block}}
@media (min-width:601px){.who{display:none}}
@media print{@page{size:A4;margin:18mm 16mm}body{background:#fff;font-size:10pt}main{max-width:none;padding:0}h2{break-after:avoid}tr,dl,.sign,li{break-inside:avoid}thead{display:table-header-group}.mono,pre{font-size:8pt}.gaps{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;
