/** The signs of the stances in drawings: the shapes of the dossier's charts, told apart without colour. */
import type { Stance } from '../../record/stance.ts';

const CIRCLE = 'M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0';

/** The shape around 0, 0; 10 pixels wide. */
export function StanceShape({ stance }: { readonly stance: Stance }) {
  switch (stance) {
    case 'alleges':
      return <path class="full" d={CIRCLE} />;
    case 'confirms':
      return <path class="full" d="M0,-6.8L5.9,3.4L-5.9,3.4Z" />;
    case 'denies':
      return <path class="hollow" d="M0,-7L4.5,0L0,7L-4.5,0Z" />;
    case 'disputes':
      return (
        <>
          <path class="hollow" d={CIRCLE} />
          <path class="full" d="M0,-5A5,5,0,0,0,0,5Z" />
        </>
      );
    case 'declines':
      return <path class="hollow" d="M-4.5,-4.5H4.5V4.5H-4.5Z" />;
    case 'silent':
      return <path class="full" d="M2.3,0A2.3,2.3,0,1,1,-2.3,0A2.3,2.3,0,1,1,2.3,0" />;
    case 'asks':
      return (
        <text class="sign" y="5" text-anchor="middle">
          ?
        </text>
      );
    case 'undertakes':
      return <path class="stroke" d="M-6,0H6M2,-4L6,0L2,4" />;
  }
}
