import { describe, expect, it } from '@jest/globals';
import type { IdentityDirectory } from '@alianza/membership/identity/identity-directory';
import { randomUUID } from 'node:crypto';

/** Somebody signed in. */
export interface SignedIn {
  readonly subject: string;
  /** Rejects once there is nothing left to renew. */
  renew(): Promise<unknown>;
}

/** A provider as its people see it: through its pages and mails, not through what its directory says. */
export interface Provider {
  readonly directory: IdentityDirectory;
  /** The same directory with nobody at its address. */
  readonly away: IdentityDirectory;
  /** Sets a password as whoever reads the mail can, and is signed in; rejects where no mail comes. */
  setPassword(email: string): Promise<SignedIn>;
  /** Rejects where the sign-in is refused. */
  signIn(email: string): Promise<SignedIn>;
  /** Signs in with the second factor, registering one where it is asked for; says which one it was. */
  signInWithCode(email: string): Promise<string>;
}

const newAddress = () => `Cuenta-${randomUUID().slice(0, 8)}@Example.org`;

/** What membership may expect of any directory of accounts. */
export function directoryContract(name: string, given: () => Provider): void {
  const made = async () => {
    const email = newAddress();
    await given().directory.ensureAccount(email);
    const { subject } = await given().setPassword(email);
    return { email, subject };
  };

  describe(`accounts kept by ${name}`, () => {
    it('are made once per address, whatever its letters, and nobody hears which', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      for (const again of [email, email.toLowerCase()]) expect(await directory.ensureAccount(again)).toBeUndefined();
      expect((await signIn(email)).subject).toBe(subject);
    }, 60_000);

    it('once disabled neither sign in nor renew, and do again once enabled', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      const session = await signIn(email);
      await session.renew();
      for (let turn = 0; turn < 2; turn++) await directory.disable(subject);
      await expect(session.renew()).rejects.toThrow('invalid_grant');
      await expect(signIn(email)).rejects.toThrow();
      for (let turn = 0; turn < 2; turn++) await directory.enable(subject);
      expect((await signIn(email)).subject).toBe(subject);
    }, 60_000);

    it('are signed out everywhere, and may sign in anew', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      const sessions = [await signIn(email), await signIn(email)];
      for (let turn = 0; turn < 2; turn++) await directory.endSessions(subject);
      for (const session of sessions) await expect(session.renew()).rejects.toThrow('invalid_grant');
      await (await signIn(email)).renew();
    }, 60_000);

    it('get a new second factor once the old one is reset, and keep their password', async () => {
      const { directory, signInWithCode } = given();
      const { email, subject } = await made();
      const first = await signInWithCode(email);
      expect(await signInWithCode(email)).toBe(first);
      for (let turn = 0; turn < 2; turn++) await directory.resetSecondFactor(subject);
      expect(await signInWithCode(email)).not.toBe(first);
    }, 60_000);

    it('that are not there any more leave nothing to do', async () => {
      const { directory } = given();
      const nobody = randomUUID();
      for (const command of ['disable', 'enable', 'endSessions', 'resetSecondFactor'] as const)
        expect(await directory[command](nobody)).toBeUndefined();
    });

    it('are asked for again later while nobody answers', async () => {
      const { away } = given();
      const email = newAddress();
      const commands = [away.ensureAccount(email), away.disable(randomUUID()), away.endSessions(randomUUID())];
      for (const command of commands) await expect(command).rejects.not.toThrow(email);
    });
  });
}
