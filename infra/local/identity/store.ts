import type { Adapter, AdapterPayload } from 'oidc-provider';
import { readJson, writePrivate } from '../servers/private-file.js';

interface Kept {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Where somebody is signed in. */
export interface OpenSession {
  readonly id: string;
  /** ISO UTC. */
  readonly startedAt: string;
  readonly seenAt: string;
}

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

/** Survive a restart; codes and half-done sign-ins need not. */
const lasting = ['Session', 'Grant', 'RefreshToken'];
const sweepEvery = 60_000;

/** What the issuer remembers of sign-ins: in memory, the lasting part written to a file shortly after it changed. */
export class SignInStore {
  private readonly kept = new Map<string, Kept>();
  private timer: NodeJS.Timeout | null = null;
  private swept = 0;

  constructor(private readonly file: string) {
    for (const [key, value] of readJson<[string, Kept][]>(file) ?? []) if (value.until > Date.now()) this.kept.set(key, value);
  }

  /** Nobody stays signed in as this subject, and no token of theirs can be renewed. */
  end(subject: string): void {
    this.forgetWhere(({ accountId }) => accountId === subject);
  }

  /** The same for one of their sessions, or for all but that one. */
  endOne(subject: string, session: string): void {
    this.forgetWhere((payload) => payload.accountId === subject && sessionOf(payload) === session);
  }

  endOthers(subject: string, session: string): void {
    this.forgetWhere((payload) => payload.accountId === subject && ![undefined, session].includes(sessionOf(payload)));
  }

  /** Where this subject is signed in, and when a token was last asked for there. */
  sessions(subject: string): OpenSession[] {
    const now = Date.now();
    const live = [...this.kept].filter(([, { payload, until }]) => payload.accountId === subject && until > now);
    const seen = (session: string) =>
      live.filter(([, { payload }]) => sessionOf(payload) === session).map(([, { payload }]) => payload.iat ?? 0);
    return live
      .filter(([key]) => key.startsWith('Session:'))
      .map(([, { payload }]) => {
        const id = payload.uid ?? '';
        const begun = payload.loginTs ?? payload.iat ?? 0;
        return { id, startedAt: instant(begun), seenAt: instant(Math.max(begun, ...seen(id))) };
      });
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.write();
  }

  readonly adapter = (model: string): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    const found = (matches: (payload: AdapterPayload) => boolean) =>
      Promise.resolve([...this.kept].find(([name, { payload }]) => name.startsWith(`${model}:`) && matches(payload))?.[1].payload);
    return {
      upsert: async (id, payload, expiresIn) => this.put(key(id), { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 }),
      find: async (id) => this.live(key(id)),
      findByUid: async (uid) => found((payload) => payload.uid === uid),
      findByUserCode: async (code) => found((payload) => payload.userCode === code),
      consume: async (id) => {
        const there = this.kept.get(key(id));
        if (there && model === 'RefreshToken') this.renew(key(id), there);
        else if (there) this.put(key(id), consumed(there));
      },
      destroy: async (id) => {
        this.kept.delete(key(id));
        this.changed(model);
      },
      revokeByGrantId: async (grantId) => {
        this.forgetWhere((payload) => payload.grantId === grantId);
      },
    };
  };

  /**
   * Whoever lost the answer may renew by the same token once more, until what came of it is used; then, as ever, whoever
   * comes with a token that is at an end ends all that came of that sign-in. So it is at Keycloak (`refreshTokenMaxReuse`: 1).
   */
  private renew(key: string, used: Kept) {
    const { grantId } = used.payload;
    for (const [name, other] of this.kept)
      if (name !== key && name.startsWith('RefreshToken:') && other.payload.grantId === grantId) this.put(name, consumed(other));
    this.put(key, used.payload.renewed ? consumed(used) : { ...used, payload: { ...used.payload, renewed: true } });
  }

  private live(key: string): AdapterPayload | undefined {
    const there = this.kept.get(key);
    return there && there.until > Date.now() ? there.payload : undefined;
  }

  private put(key: string, value: Kept) {
    this.sweep();
    this.kept.set(key, value);
    this.changed(key);
  }

  private forgetWhere(matches: (payload: AdapterPayload) => boolean) {
    for (const [key, { payload }] of this.kept) {
      if (!matches(payload)) continue;
      this.kept.delete(key);
      this.changed(key);
    }
  }

  private sweep() {
    const now = Date.now();
    if (now - this.swept < sweepEvery) return;
    this.swept = now;
    for (const [key, { until }] of this.kept) if (until <= now) this.kept.delete(key);
  }

  private changed(key: string) {
    if (this.timer || !lasting.some((model) => key.startsWith(model))) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.write();
    }, 200);
    this.timer.unref();
  }

  private write() {
    const entries = [...this.kept].filter(([key]) => lasting.some((model) => key.startsWith(`${model}:`)));
    writePrivate(this.file, JSON.stringify(entries));
  }
}

const consumed = (kept: Kept): Kept => ({ ...kept, payload: { ...kept.payload, consumed: Math.floor(Date.now() / 1000) } });

/** The session that something belongs to: itself, or by whose sign-in it came to be. */
const sessionOf = ({ kind, uid, sessionUid }: AdapterPayload) => (kind === 'Session' ? uid : sessionUid);
