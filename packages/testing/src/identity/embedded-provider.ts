import { startIdentity } from '@alianza/local/identity/identity';
import { Browser, startProxy } from '@alianza/local/identity/spec-browser';
import { startMailbox } from '@alianza/local/mailbox/mailbox';
import { readJson } from '@alianza/local/servers/private-file';
import { EmbeddedDirectory } from '@alianza/membership/identity/embedded.directory';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../eventually.js';
import type { Provider, SignedIn } from './directory-contract.js';
import { messageTo } from './messages.js';

const password = 'una frase larga y propia';

const signedIn = async (visitor: Browser): Promise<SignedIn> => {
  const { claims } = await visitor.tokens();
  const renew = async (by?: string) => Number((await visitor.refresh(by)).claims.auth_time);
  return { subject: String(claims.sub), at: Number(claims.auth_time), refreshToken: () => visitor.refreshToken, renew };
};

/** The issuer that `npm start` embeds, with a mailbox, in a folder of its own. */
export async function openEmbeddedProvider(): Promise<Provider & { close(): Promise<void> }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'alianza-identity-'));
  const proxy = await startProxy();
  const mailbox = await startMailbox(dir);
  const identity = await startIdentity({ origin: proxy.origin, dataDir: dir, smtpUrl: mailbox.smtpUrl });
  proxy.target = identity.url;
  const setPassword = async (email: string) => {
    const visitor = new Browser(proxy.origin);
    await visitor.begin();
    await visitor.visit('/password');
    await visitor.submit({ username: email });
    const { text } = await messageTo(mailbox.url, email.toLowerCase());
    const code = /\d{6}/.exec(text)?.[0] ?? '';
    await visitor.submit({ username: email, step: 'set', code, password, repeat: password });
    return signedIn(visitor);
  };
  const makeByHand = async (email: string) => {
    const headers = { authorization: `Bearer ${identity.adminSecret}`, 'content-type': 'application/json' };
    const body = JSON.stringify([{ email, name: 'A mano', password, subject: randomUUID(), secondFactor: false }]);
    const { status } = await fetch(`${identity.adminUrl}/demo-accounts`, { method: 'POST', headers, body });
    if (status !== 204) throw new Error(`no account was made: ${String(status)}`);
  };
  const enter = async (email: string, level: Record<string, string> = {}) => {
    const visitor = new Browser(proxy.origin);
    await visitor.begin(level);
    await visitor.submit({ username: email, password });
    return visitor;
  };
  /** Written shortly after it changed. */
  const keyOf = (email: string) =>
    eventually(() => {
      const kept = readJson<{ accounts: { email: string; totpKey: string }[] }>(path.join(dir, 'identity/accounts.json'));
      return kept?.accounts.find((account) => account.email === email.toLowerCase())?.totpKey;
    });
  return {
    directory: new EmbeddedDirectory(identity.adminUrl, identity.adminSecret),
    away: new EmbeddedDirectory('http://127.0.0.1:9', identity.adminSecret),
    setPassword,
    makeByHand,
    signIn: async (email) => signedIn(await enter(email)),
    signInWithCode: async (email) => {
      const visitor = await enter(email, { acr_values: '2' });
      await visitor.submit({ code: visitor.demoCode() });
      const { claims } = await visitor.tokens();
      if (claims.acr !== '2') throw new Error('signed in without the second factor');
      return keyOf(email);
    },
    close: async () => {
      await Promise.all([identity.stop(), mailbox.stop(), proxy.stop()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
