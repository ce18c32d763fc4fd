/** Colours, type and space: paper and ink, one accent. Each text colour is at least 4.5 : 1 on paper and on sheet. */

/** Light values by name. */
export const LIGHT = {
  paper: '#fbfaf6',
  sheet: '#ffffff',
  ink: '#1c1b19',
  'ink-2': '#55524b',
  'ink-3': '#6b675e',
  rule: '#dcd8cd',
  'rule-2': '#ece9e0',
  accent: '#1d4f7c',
  'accent-soft': '#e4edf5',
  warn: '#7d5200',
  'warn-soft': '#fbf1dc',
  stop: '#9d2b22',
  alleges: '#a64c08',
  confirms: '#0a6f53',
  denies: '#1d5fa8',
  disputes: '#6a4fa3',
  declines: '#625f57',
  silent: '#6b675e',
  asks: '#a03a78',
  undertakes: '#21707f',
  speaker: '#f4e3c8',
  cue: '#e9d7ee',
  content: '#e9f1de',
} as const;

/** Dark values by name. */
export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  paper: '#16171a',
  sheet: '#1d1f23',
  ink: '#ece9e1',
  'ink-2': '#b6b2a7',
  'ink-3': '#9b978c',
  rule: '#35373c',
  'rule-2': '#282a2f',
  accent: '#8ab8e3',
  'accent-soft': '#1f2c39',
  warn: '#e0b25a',
  'warn-soft': '#33291a',
  stop: '#e58b80',
  alleges: '#e59a57',
  confirms: '#58c9a4',
  denies: '#7fb2ee',
  disputes: '#b49be6',
  declines: '#a5a297',
  silent: '#9b978c',
  asks: '#e08fbd',
  undertakes: '#7cc4d6',
  speaker: '#4a3a20',
  cue: '#3d2f45',
  content: '#27321f',
};

function declared(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** The tokens as style rules; paper is always light. */
export const TOKENS_STYLE = `:root{${declared(LIGHT)};
--serif:"Source Serif 4","Charter","Bitstream Charter",Georgia,"Noto Serif","Times New Roman",serif;
--sans:"Inter",system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;
--mono:ui-monospace,"SF Mono","DejaVu Sans Mono",monospace;
--s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:32px;--s7:48px;--s8:64px;
--t-0:.8125rem;--t-1:.9375rem;--t-2:1.0625rem;--t-3:1.3125rem;--t-4:1.75rem;--t-5:2.5rem;--t-6:3.75rem;--measure:66ch;--radius:3px}
@media screen and (prefers-color-scheme:dark){:root{${declared(DARK)}}}`;
