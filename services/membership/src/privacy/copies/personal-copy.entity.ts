import { defineEntity, p } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { networkless } from '@alianza/platform/data/tenancy';
import { after } from '../../data/days.js';

/** How long one may be in the making: tries are over long before. */
export const makingDays = 26 / 24;

/** Where the bytes of a copy lie, whether its row already says so or not: nothing lies where nobody would look for it. */
export const keyOf = ({ id }: { readonly id: string }): string => `membership/personal/${id}`;

const PersonalCopySchema = defineEntity({
  name: 'PersonalCopy',
  tableName: 'personal_copy',
  ...networkless,
  uniques: [{ name: 'personal_copy_of_person', properties: ['personId'] }],
  properties: {
    id: p.uuid().primary(),
    networkId: p.uuid(),
    /** One person has one. */
    personId: p.uuid(),
    askedAt: p.datetime(),
    /** Of the bytes in the store: always `keyOf(id)`; null until they are there. */
    key: p.text().nullable(),
    expiresAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** Everything kept of a person, on its way to them. */
export class PersonalCopy extends PersonalCopySchema.class {
  isReady(now: Date): boolean {
    return this.key !== null && this.key !== undefined && !this.isOver(now);
  }

  /** Its days have passed, or it was never made. */
  isOver(now: Date): boolean {
    return this.expiresAt ? this.expiresAt <= now : this.askedAt <= after(now, -makingDays);
  }

  /** Another takes the place of one whose days are over. */
  again(networkId: string, now: Date): void {
    this.networkId = networkId;
    this.askedAt = now;
    this.key = null;
    this.expiresAt = null;
  }

  finish(now: Date): void {
    this.key = keyOf(this);
    this.expiresAt = after(now, retention.personalCopyDays);
  }
}
PersonalCopySchema.setClass(PersonalCopy);
