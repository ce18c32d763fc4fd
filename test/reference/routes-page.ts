/** docs/guide/routes.md, from the contracts of the routes and the table of who may ask for what. */
import { ruleOf } from '../../src/server/access/permissions.ts';
import { ROUTES } from '../../src/server/api/every-route.ts';
import { OWN_HEADER } from '../../src/server/guard/loopback-guard.ts';
import { SEALED_ROUTES } from '../../src/server/sealed/api/every-sealed-route.ts';
import { TEAM_ROUTES } from '../../src/server/team/api/every-team-route.ts';

interface Contract {
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
}

/** Whom a team's server answers, in words. */
function asked(key: string): string {
  const { roles, door, fresh, out } = ruleOf(key);
  if (door === true) return 'anybody: the way in';
  if (roles.length === 0) return 'nobody';
  const who = roles.length === 6 ? 'every member' : roles.join(', ');
  return `${who}${fresh === true ? '; proved again a short time ago' : ''}${out === true ? '; leaves the vault' : ''}`;
}

function table(routes: readonly Contract[], who: (key: string) => string): readonly string[] {
  return [
    '| route | what it gives or does | who, on a team’s server |',
    '|---|---|---|',
    ...routes
      .map(({ method, path, summary = '' }) => ({ key: `${method.toUpperCase()} ${path}`, summary }))
      .map(({ key, summary }) => `| \`${key}\` | ${summary.replaceAll('|', '\\|')} | ${who(key)} |`),
  ];
}

/**
 * The whole page.
 *
 * @example
 * writeFileSync('docs/guide/routes.md', routesPage());
 */
export function routesPage(): string {
  return [
    '# Routes of the desk',
    '',
    'Made from the contracts of the routes; not by hand. `onrecord serve` answers them on this machine to whoever has the address that the',
    'terminal shows; `onrecord serve --team` to members, by role ([team](team.md)). `GET /api/openapi.json` gives questions and answers of each',
    `as OpenAPI 3.1. A change (\`POST\`, \`PUT\`, \`DELETE\`) is JSON with the header \`${OWN_HEADER.join(': ')}\`, from the desk’s own page. Errors have the shape`,
    'and the codes of [errors](errors.md). Within a major version fields are added, never renamed.',
    '',
    '## The desk',
    '',
    ...table(Object.values(ROUTES) as readonly Contract[], asked),
    '',
    '## Of a team’s server alone',
    '',
    ...table(Object.values(TEAM_ROUTES) as readonly Contract[], asked),
    '',
    '## Of sealed cases',
    '',
    'On this machine alone, for a member who typed their passphrase ([sealed cases](sealed-cases.md)); a team’s server has none of them.',
    '',
    ...table(Object.values(SEALED_ROUTES) as readonly Contract[], () => 'nobody'),
    '',
  ].join('\n');
}
