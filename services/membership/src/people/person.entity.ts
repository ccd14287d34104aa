import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { networkless } from '@alianza/platform/data/tenancy';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  ...networkless,
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    language: p.text().$type<PortalLanguage>(),
    email: p.text(),
    registeredAt: p.datetime(),
    /** Null while the person may ask. */
    disabledAt: p.datetime().nullable(),
    disabledReason: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** Somebody who signs in; what they may do stands in their roles. */
export class Person extends PersonSchema.class {
  speak(language: PortalLanguage): void {
    this.language = language;
  }

  /** Says whether that changed anything. */
  disable(reason: string, now: Date): boolean {
    if (this.disabledAt) return false;
    this.disabledAt = now;
    this.disabledReason = reason;
    return true;
  }

  /** Says whether that changed anything. */
  enable(): boolean {
    if (!this.disabledAt) return false;
    this.disabledAt = null;
    this.disabledReason = null;
    return true;
  }
}
PersonSchema.setClass(Person);
