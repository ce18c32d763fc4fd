/** How the sealed part of the desk stands, as the page is told. */
import type * as z from 'zod';
import { listCompartments } from '../../desk/cases/list-compartments.ts';
import { listMembers } from '../../desk/cases/member-card.ts';
import { membersOf } from '../../desk/cases/members-of.ts';
import type { sealedStateSchema } from './api/sealed-shapes.ts';
import type { CaseKeeper } from './case-keeper.ts';

/**
 * Tells it.
 *
 * @example
 * c.json(await sealedState(keeper), 200);
 */
export async function sealedState(keeper: CaseKeeper): Promise<z.infer<typeof sealedStateSchema>> {
  const { desk } = keeper;
  const all = await listMembers(desk);
  const me = keeper.me();
  const held = keeper.held();
  const compartments = (await listCompartments(desk)).map(({ id, members, records }) => ({
    id,
    members: members.map(({ name }) => name),
    records,
  }));
  const told = {
    members: all.filter(({ here }) => here).map(({ id, name }) => ({ id, name })),
    everybody: all.map(({ name }) => name),
    me: me?.name ?? null,
    minutes: keeper.minutes(),
    compartments,
  };
  if (held === null) return { ...told, open: null };
  const room = await held.room();
  const members = membersOf(room, all);
  return {
    ...told,
    open: {
      compartment: room.id,
      label: room.label,
      epoch: room.head.epoch,
      admin: members.some(({ name, role }) => name === me?.name && role === 'admin'),
      members,
    },
  };
}
