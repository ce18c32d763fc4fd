/** The secret of one-time codes, for an app that is set up: as a picture to scan, as letters, as a link. Nothing is asked of any site. */
import encodeQR from 'qr';
import { words } from '../words/language.ts';
import { squaresPath } from './squares-path.ts';

/** Light squares around it, as ISO/IEC 18004 §5.3.8 asks for. */
const QUIET = 4;

/** The secret. */
export function AppSecret({ secret, address }: { readonly secret: string; readonly address: string }) {
  const squares = encodeQR(address, 'raw', { ecc: 'medium', border: QUIET });
  const side = squares.length;
  return (
    <div class="app-secret">
      <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words('team.app-picture')}>
        <rect width={side} height={side} class="light" />
        <path d={squaresPath(squares)} class="dark" shape-rendering="crispEdges" />
      </svg>
      <p>
        <code class="secret">{secret.replace(/(.{4})/gu, '$1 ')}</code>
        <a href={address} target="_self">
          {words('team.open-app')}
        </a>
      </p>
    </div>
  );
}
