import { Browser } from '@alianza/local/identity/spec-browser';
import { eventually } from '../eventually.js';
import { testPassword, type Person } from '../people.js';

/** Somebody who signed in with their password, by the pages under this origin. */
export class Session {
  private constructor(private readonly browser: Browser) {}

  static async begin(origin: string, { email }: Pick<Person, 'email'>): Promise<Session> {
    const browser = new Browser(origin);
    await browser.begin();
    await browser.submit({ username: email, password: testPassword });
    await browser.tokens();
    return new Session(browser);
  }

  get token(): string {
    return this.browser.accessToken;
  }

  /** Rejects with how it was answered where it was. */
  renewOnce = (): Promise<unknown> => this.browser.refresh();

  /** As the portal does: by the same token again until there is an answer; rejects once the session is over. */
  async renew(): Promise<void> {
    const before = this.token;
    await eventually(() =>
      this.renewOnce().then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && error.message === 'invalid_grant') throw error;
          return this.token !== before; // heard, and its signature could not be looked at
        },
      ),
    );
  }
}
