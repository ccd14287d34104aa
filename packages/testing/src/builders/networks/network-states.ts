import { addCalendarDay, type CalendarDay } from '@alianza/contracts/membership/settings/calendars';
import { inviteSecretariat } from '@alianza/contracts/membership/settings/first-people';
import { getSettings, type KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { listStatements, type KeptStatementPage } from '@alianza/contracts/membership/settings/statements';
import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { randomInt } from 'node:crypto';
import type { Setting } from '../../setting.js';
import type { Values } from '../states.js';

/** A Wednesday that no calendar names and nobody has spoken of yet: they have no rest days in June. */
export function ordinaryDay(): string {
  const first = new Date(Date.UTC(randomInt(2030, 2200), 5, 1));
  const wednesday = 1 + ((3 - first.getUTCDay() + 7) % 7) + 7 * randomInt(0, 4);
  return `${String(first.getUTCFullYear())}-06-${String(wednesday).padStart(2, '0')}`;
}

async function saidDay(setting: Setting): Promise<Values> {
  const input = { ...addCalendarDay.example.input, day: ordinaryDay() };
  const { change } = await setting.world.edge.call<CalendarDay>(addCalendarDay, input, await setting.as('secretariat'));
  return { dayId: change?.id ?? '' };
}

async function invited(setting: Setting): Promise<Values> {
  const asked = { token: await setting.world.people.operator(), network: setting.network.code };
  const { id } = await setting.world.edge.call<InvitationRow>(inviteSecretariat, inviteSecretariat.example.input, asked);
  return { invitationId: id };
}

/** By the name that examples give as `given`. */
export const networkStates: Readonly<Record<string, (setting: Setting) => Promise<Values>>> = {
  settings: async (setting) => {
    const { version } = await setting.world.edge.call<KeptNetwork>(getSettings, {}, await setting.as('secretariat-lead'));
    return { version };
  },
  statement: async (setting) => {
    const asked = await setting.as('secretariat-lead');
    const { items } = await setting.world.edge.call<{ items: KeptStatementPage[] }>(listStatements, {}, asked);
    return { version: items.find(({ page }) => page === 'legal')?.version ?? 0 };
  },
  'ordinary-day': () => Promise.resolve({ day: ordinaryDay() }),
  'calendar-day': saidDay,
  'secretariat-invitation': invited,
};
