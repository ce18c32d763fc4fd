/** Answers over a second custodian. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { entrustMember } from '../../../desk/cases/entrust-member.ts';
import { keptCopy, openedCopy, restoreMember } from '../../../desk/cases/restore-member.ts';
import { refusePassphrases, type UnlockedMember } from '../../../desk/cases/unlock-member.ts';
import { OnRecordError } from '../../../desk/desk.ts';
import * as contract from '../api/custodian-routes.ts';
import type { CaseKeeper } from '../case-keeper.ts';

/** Adds the routes of custodian-routes.ts. */
export function addCustodianRoutes(app: OpenAPIHono, keeper: CaseKeeper): void {
  const { desk } = keeper;
  app.openapi(contract.entrustKeys, async (c) => {
    const { to, fingerprint, passphrase } = c.req.valid('json');
    const told = await keeper.inTurn(async () => {
      const me = unlocked(keeper);
      const secret = { kind: 'passphrase', passphrase } as const;
      const { id, name, custodian, text } = await entrustMember(desk, me.id, secret, { to, fingerprint });
      const kept = (await desk.members.list()).some((one) => one.id === custodian.id);
      if (kept) await desk.members.keepCopyFor(id, custodian.id, text);
      return { name, custodian: custodian.name, copy: text, kept };
    });
    keeper.use();
    return c.json(told, 200);
  });
  app.openapi(contract.restoreKeys, async (c) => {
    const { of, copy, ...next } = c.req.valid('json');
    const told = await keeper.inTurn(async () => {
      const me = unlocked(keeper);
      refusePassphrases(next);
      const opened = await openedCopy(desk, me, copy ?? (await keptCopy(desk, me, of ?? '')));
      try {
        const { name, fingerprint, recoveryKey, folder } = await restoreMember(desk, opened, next);
        return { name, fingerprint, recoveryKey, folder, compared: opened.compared };
      } finally {
        opened.forget();
      }
    });
    keeper.use();
    return c.json(told, 200);
  });
}

function unlocked(keeper: CaseKeeper): UnlockedMember {
  const me = keeper.me();
  if (me === null) throw new OnRecordError('locked', 'Unlock your keys first.');
  return me;
}
