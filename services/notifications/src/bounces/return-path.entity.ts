import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';
import { randomBytes } from 'node:crypto';

const ReturnPathSchema = defineEntity({
  name: 'ReturnPath',
  tableName: 'return_path',
  ...networkless,
  indexes: [
    { name: 'return_path_mail', properties: ['mailId'] },
    { name: 'return_path_made', properties: ['madeAt'] },
  ],
  properties: {
    /** Random: it says nothing of the mail, its network or its reader. */
    token: p.text().primary(),
    networkId: p.uuid(),
    mailId: p.uuid(),
    madeAt: p.datetime(),
  },
});

/** Under which envelope sender one mail leaves, so that a report which names nothing else is known for what it is. */
export class ReturnPath extends ReturnPathSchema.class {}
ReturnPathSchema.setClass(ReturnPath);

/** Only what every server leaves as it is: some turn the part before the @ into small letters. */
export const newToken = (): string => randomBytes(16).toString('hex');

const form = /^bounce\+([0-9a-f]{32})@(.+)$/;

export const returnAddress = (token: string, domain: string): string => `bounce+${token}@${domain}`;

/** The token of an address of ours; null of any other. */
export function tokenIn(address: string, domain: string): string | null {
  const [, token = '', of] = form.exec(address.toLowerCase()) ?? [];
  return of === domain.toLowerCase() ? token : null;
}
