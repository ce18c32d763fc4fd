/** Answers that unlock, lock, and change who holds the keys. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { addMember, removeMember } from '../../../desk/cases/change-members.ts';
import { confirmMember } from '../../../desk/cases/confirm-member.ts';
import { createCompartment } from '../../../desk/cases/create-compartment.ts';
import { introduceMember } from '../../../desk/cases/introduce-member.ts';
import { OnRecordError } from '../../../desk/desk.ts';
import * as contract from '../api/keeping-routes.ts';
import type { CaseKeeper } from '../case-keeper.ts';
import { sealedState } from '../sealed-state.ts';

/** Adds the routes of keeping-routes.ts. */
export function addKeepingRoutes(app: OpenAPIHono, keeper: CaseKeeper): void {
  const { desk } = keeper;
  app.openapi(contract.readSealedState, async (c) =>
    c.json(await keeper.inTurn(() => sealedState(keeper)), 200),
  );
  app.openapi(contract.unlockSealed, async (c) => {
    const { member, passphrase, minutes } = c.req.valid('json');
    await keeper.unlock(member, passphrase, minutes);
    const [only, second] = (await desk.store.compartments()).map(({ id }) => id);
    if (only !== undefined && second === undefined) await entered(keeper, only);
    return c.json(await sealedState(keeper), 200);
  });
  app.openapi(contract.lockSealed, (c) => {
    keeper.lock();
    return c.json({ locked: true as const }, 200);
  });
  app.openapi(contract.useSealed, (c) => c.json({ unlocked: keeper.use() }, 200));
  app.openapi(contract.newMember, async (c) => {
    const { name, fingerprint, recoveryKey, folder } = await keeper.inTurn(() =>
      introduceMember(desk, c.req.valid('json')),
    );
    return c.json({ name, fingerprint, recoveryKey, folder }, 200);
  });
  app.openapi(contract.newCompartment, async (c) => {
    const made = await keeper.inTurn(async () => {
      const me = keeper.me();
      if (me === null) throw new OnRecordError('locked', 'Unlock your keys first.');
      return createCompartment(desk, me, c.req.valid('json').label);
    });
    await keeper.enter(made);
    return c.json(await sealedState(keeper), 200);
  });
  app.openapi(contract.openSealed, async (c) => {
    await keeper.enter(c.req.valid('json').compartment);
    return c.json(await sealedState(keeper), 200);
  });
  app.openapi(contract.admitMember, async (c) => {
    const { name, fingerprint, admin } = c.req.valid('json');
    const role = admin ? 'admin' : 'member';
    await keeper.withCases((held) =>
      held.change((inside, room) => addMember(inside, room, { name, fingerprint, role })),
    );
    return c.json(await sealedState(keeper), 200);
  });
  app.openapi(contract.compareMember, async (c) => {
    const told = c.req.valid('json');
    await keeper.withCases((held) => held.change((inside, room) => confirmMember(inside, room, told)));
    return c.json(await sealedState(keeper), 200);
  });
  app.openapi(contract.rotateSealed, async (c) => {
    const { remove } = c.req.valid('json');
    const keys = await keeper.withCases((held) =>
      held.change((inside, room) => removeMember(inside, room, remove)),
    );
    return c.json({ keys }, 200);
  });
}

/** The only compartment is opened with the unlocking; somebody who is not in it is unlocked all the same, and may make one. */
async function entered(keeper: CaseKeeper, compartment: string): Promise<void> {
  try {
    await keeper.enter(compartment);
  } catch (error) {
    if (!(error instanceof OnRecordError && error.code === 'locked')) throw error;
  }
}
