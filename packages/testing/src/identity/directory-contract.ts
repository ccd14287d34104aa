import { describe, expect, it } from '@jest/globals';
import type { IdentityDirectory } from '@alianza/membership/identity/identity-directory';
import { randomUUID } from 'node:crypto';
import { eventually } from '../eventually.js';

/** Somebody signed in. */
export interface SignedIn {
  readonly subject: string;
  /** Seconds since 1970, as its access token says. */
  readonly at: number;
  /** What it would be renewed by next. */
  refreshToken(): string;
  /** When the renewed token says that somebody signed in; by an earlier token where one is named. Rejects once there is nothing left to renew. */
  renew(by?: string): Promise<number>;
}

/** A provider as its people see it: through its pages and mails, not through what its directory says. */
export interface Provider {
  readonly directory: IdentityDirectory;
  /** The same directory with nobody at its address. */
  readonly away: IdentityDirectory;
  /** Sets a password as whoever reads the mail can, and is signed in; rejects where no mail comes. */
  setPassword(email: string): Promise<SignedIn>;
  /** An account that an administrator makes at the provider itself. */
  makeByHand(email: string): Promise<void>;
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
      const { directory, makeByHand, signIn } = given();
      const { email, subject } = await made();
      for (const again of [email, email.toLowerCase()]) {
        expect(await directory.ensureAccount(again)).toBeUndefined();
        expect(await directory.madeAt(again)).toBe(subject);
      }
      expect((await signIn(email)).subject).toBe(subject);
      const byHand = newAddress();
      await makeByHand(byHand);
      await directory.ensureAccount(byHand); // leaves it as it was made
      expect([await directory.madeAt(newAddress()), await directory.madeAt(byHand)]).toEqual([null, null]);
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

    it('are signed out in one place alone, as told by where they are signed in', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      await directory.endSessions(subject);
      const sessions = [await signIn(email), await signIn(email)];
      const account = await directory.account(subject);
      expect(account).toMatchObject({
        enabled: true,
        sessions: [{ startedAt: expect.stringMatching(/Z$/) }, { seenAt: expect.stringMatching(/Z$/) }],
      });
      const [first] = account?.sessions ?? [];
      const other = await made();
      await directory.endSession(other.subject, first?.id ?? ''); // not theirs
      expect((await directory.account(subject))?.sessions).toHaveLength(2);
      for (let turn = 0; turn < 2; turn++) await directory.endSession(subject, first?.id ?? '');
      const renewed = await Promise.allSettled(sessions.map((session) => session.renew()));
      expect(renewed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await directory.disable(subject);
      expect(await directory.account(subject)).toMatchObject({ enabled: false });
    }, 60_000);

    it('stay signed out where somebody looks at them or they renew while it is told', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      await directory.endSessions(subject);
      for (let turn = 0; turn < 5; turn++) {
        const session = await signIn(email);
        const [at] = (await directory.account(subject))?.sessions ?? [];
        const looks = Array.from({ length: 4 }, () => directory.account(subject));
        await Promise.all([directory.endSession(subject, at?.id ?? ''), ...looks, session.renew().catch(() => undefined)]);
        await expect(session.renew()).rejects.toThrow('invalid_grant');
        expect((await directory.account(subject))?.sessions).toEqual([]);
      }
    }, 60_000);

    it('sign in with another address once it is theirs, and not with one that another has', async () => {
      const { directory, signIn } = given();
      const [{ email, subject }, other, next] = [await made(), await made(), newAddress()];
      const session = await signIn(email);
      for (let turn = 0; turn < 2; turn++) expect(await directory.changeAddress(subject, next)).toBe('changed');
      await session.renew();
      expect((await signIn(next)).subject).toBe(subject);
      await expect(signIn(email)).rejects.toThrow();
      expect(await directory.changeAddress(other.subject, next)).toBe('taken');
      expect((await signIn(other.email)).subject).toBe(other.subject);
    }, 60_000);

    it('once deleted are nobody’s, and whoever is made for the address is somebody else', async () => {
      const { directory, signIn } = given();
      const { email, subject } = await made();
      const session = await signIn(email);
      for (let turn = 0; turn < 2; turn++) await directory.deleteAccount(subject);
      await expect(session.renew()).rejects.toThrow('invalid_grant');
      await expect(signIn(email)).rejects.toThrow();
      expect([await directory.account(subject), await directory.madeAt(email)]).toEqual([null, null]);
      const restored = await directory.restoreAccount(email);
      expect(restored).toMatchObject({ made: true });
      expect(restored.subject).not.toBe(subject);
      expect(await directory.restoreAccount(email.toLowerCase())).toEqual({ ...restored, made: false });
    }, 60_000);

    it('tell in each token when somebody signed in, which no renewal makes newer', async () => {
      const { signIn } = given();
      const { email } = await made();
      const session = await signIn(email);
      const later = () => Math.floor(Date.now() / 1000) > session.at;
      await eventually(() => later(), 5000);
      expect(Math.abs(Date.now() / 1000 - session.at)).toBeLessThan(60);
      expect(await session.renew()).toBe(session.at);
      expect((await signIn(email)).at).toBeGreaterThan(session.at);
    }, 60_000);

    it('go on where an answer was lost on the way, and end where a token comes back that is at an end', async () => {
      const { signIn } = given();
      const { email } = await made();
      const [session, thrice, elsewhere] = [await signIn(email), await signIn(email), await signIn(email)];
      const first = session.refreshToken();
      await session.renew();
      await session.renew(first); // nobody heard what came of it
      const begun = Date.now();
      await eventually(() => Date.now() > begun + 1000);
      await session.renew();
      await expect(session.renew(first)).rejects.toThrow('invalid_grant');
      await expect(session.renew()).rejects.toThrow('invalid_grant');
      const by = thrice.refreshToken();
      for (let turn = 0; turn < 2; turn++) await thrice.renew(by);
      await expect(thrice.renew(by)).rejects.toThrow('invalid_grant');
      await expect(thrice.renew()).rejects.toThrow('invalid_grant');
      await elsewhere.renew();
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
      await directory.deleteAccount(nobody);
      await directory.endSession(nobody, randomUUID());
      expect([await directory.account(nobody), await directory.changeAddress(nobody, newAddress())]).toEqual([null, 'changed']);
    });

    it('are asked for again later while nobody answers', async () => {
      const { away } = given();
      const email = newAddress();
      const [nobody, next] = [randomUUID(), newAddress()];
      const commands = [away.ensureAccount(email), away.disable(nobody), away.endSessions(nobody), away.deleteAccount(nobody)];
      const questions = [away.changeAddress(nobody, next), away.account(nobody), away.restoreAccount(email), away.madeAt(next)];
      for (const question of questions) await expect(question).rejects.not.toThrow(next);
      for (const command of commands) await expect(command).rejects.not.toThrow(email);
    });
  });
}
