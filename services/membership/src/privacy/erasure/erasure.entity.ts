import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

/** Milliseconds between the last mail and the act, so that the mail can be read; and for how long the act waits for a mail that does not leave. */
const readWithin = 30 * 60_000;
const mailedWithin = 24 * 60 * 60_000;

const open = 'create unique index erasure_open on erasure (person_id) where withdrawn_at is null and done_at is null';

const ErasureSchema = defineEntity({
  name: 'Erasure',
  tableName: 'erasure',
  ...networkless,
  indexes: [{ name: 'erasure_open', expression: open }],
  properties: {
    id: p.uuid().primary(),
    /** Where it was asked for. */
    networkId: p.uuid(),
    personId: p.uuid(),
    askedAt: p.datetime(),
    dueAt: p.datetime(),
    /** When the person was told that it waits, and that it is about to be done. */
    heldAt: p.datetime().nullable(),
    /** Where somebody would be missed, and as what. */
    heldFor: p.text().nullable(),
    announcedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
    /** Addresses they had, from the act until no account made for one is left at the provider. */
    closing: p.json<string[]>().nullable(),
    version: p.integer().version(),
  },
});

/** A person's wish to be forgotten, with the time in which it may be taken back. */
export class Erasure extends ErasureSchema.class {
  withdraw(now: Date): void {
    this.withdrawnAt = now;
  }

  /** Says whether that is to be told: once for each reason. What was announced does not come; it is announced anew. */
  hold(why: string, now: Date): boolean {
    const told = this.heldFor === why;
    if (!told) this.heldAt = now;
    this.heldFor = why;
    this.announcedAt = null;
    return !told;
  }

  announce(now: Date): void {
    this.announcedAt = now;
    this.heldAt = null;
    this.heldFor = null;
  }

  /** Whether the announcement may still be on its way to an address that is known only until the act. */
  waitsForMail(now: Date): boolean {
    return Boolean(this.announcedAt && now.getTime() - this.announcedAt.getTime() < mailedWithin);
  }

  /** Told long enough ago; `mailed` is the announcement whose mail has left. */
  wasAnnounced(mailed: Date | null, now: Date): boolean {
    if (!this.announcedAt || now.getTime() - this.announcedAt.getTime() < readWithin) return false;
    return this.announcedAt.getTime() === mailed?.getTime() || !this.waitsForMail(now);
  }

  stage(now: Date): 'asked' | 'due' | 'held' | 'announced' {
    if (this.dueAt > now) return 'asked';
    return this.announcedAt ? 'announced' : this.heldAt ? 'held' : 'due';
  }

  done(now: Date, closing: string[]): void {
    this.doneAt = now;
    this.closing = closing;
  }

  closed(): void {
    this.closing = null;
  }
}
ErasureSchema.setClass(Erasure);
