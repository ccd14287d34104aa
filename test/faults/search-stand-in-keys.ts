import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What each search of an index must meet, whatever it asks for. */
export type SearchRules = Readonly<Record<string, { readonly filter: string }>>;

const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

/** The one key that the stand-in gives out for searches, and who comes with it or with a token that it signs. */
export class SearchKeys {
  /** As the engine answers it. */
  readonly given = { uid: randomUUID(), key: randomUUID(), name: '', actions: ['search'], indexes: [], expiresAt: null };

  constructor(private readonly admin: string) {}

  isAdmin(authorization: string | undefined): boolean {
    return authorization === `Bearer ${this.admin}`;
  }

  /** Of a token of one network; null for anything that our key did not sign, and for the admin's own key: nobody here searches everything. */
  rulesOf(authorization: string | undefined): SearchRules | null {
    const [head = '', payload = '', signature = ''] = authorization?.replace('Bearer ', '').split('.') ?? [];
    const [said, due] = [Buffer.from(signature, 'base64url'), createHmac('sha256', this.given.key).update(`${head}.${payload}`).digest()];
    if (said.length !== due.length || !timingSafeEqual(said, due)) return null;
    const { alg } = read(head) as { alg: string };
    const { apiKeyUid, searchRules } = read(payload) as { apiKeyUid: string; searchRules: SearchRules };
    return alg === 'HS256' && apiKeyUid === this.given.uid ? searchRules : null;
  }
}
