/** What is typed and pasted for one report. */
export interface PastedReport {
  /** Empty: unknown. */
  readonly outlet: string;
  /** As a date field gives it, "2031-04-02"; empty: unknown. */
  readonly day: string;
  readonly text: string;
}

export const NO_REPORT: PastedReport = { outlet: '', day: '', text: '' };

/** Invented places, people and outlets. */
export const EXAMPLE: readonly PastedReport[] = [
  {
    outlet: 'The Valley Post',
    day: '2031-04-01',
    text: 'At least 26 people were killed in Dol, The Valley Post has learned from three survivors. More than 100 men were detained, the survivors said.',
  },
  {
    outlet: 'Harbour Daily',
    day: '2031-04-02',
    text: 'The Valley Post reported that at least 26 people had been killed in Dol. The interior ministry denied that anyone had been killed in Dol.',
  },
  {
    outlet: 'Northern Wire',
    day: '2031-04-03',
    text: 'According to Harbour Daily, 26 people were killed in Dol. A spokesman for the foreign ministry of Orlund said it had granted two visas. The foreign ministry of Kessar declined to comment.',
  },
];
