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
    /** Who decided that; a person. */
    disabledBy: p.uuid().nullable(),
    /** Since when nothing is known of who that is. */
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** Somebody who signs in; what they may do stands in their roles. */
export class Person extends PersonSchema.class {
  speak(language: PortalLanguage): void {
    this.language = language;
  }

  rename(name: string): void {
    this.name = name;
  }

  writeTo(email: string): void {
    this.email = email;
  }

  /** What they did stays, under a name that leads nowhere. */
  erase(pseudonym: string, now: Date): void {
    this.name = pseudonym;
    this.email = '';
    this.disabledAt ??= now;
    this.disabledReason = null;
    this.disabledBy = null;
    this.erasedAt = now;
  }

  /** Says whether that changed anything. */
  disable(reason: string, by: string, now: Date): boolean {
    if (this.disabledAt) return false;
    this.disabledAt = now;
    this.disabledReason = reason;
    this.disabledBy = by;
    return true;
  }

  /** Says whether that changed anything. */
  enable(): boolean {
    if (!this.disabledAt) return false;
    this.disabledAt = null;
    this.disabledReason = null;
    this.disabledBy = null;
    return true;
  }
}
PersonSchema.setClass(Person);
