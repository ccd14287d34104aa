import { createTransport, type Transporter } from 'nodemailer';
import { normalAddress, type Account, type Accounts } from './accounts/accounts.js';
import { Attempts } from './accounts/attempts.js';
import { Codes } from './accounts/codes.js';
import { longestPassword, shortestPassword } from './accounts/passwords.js';
import { codeMail } from './pages/code-mail.js';
import type { Fault } from './pages/pages.js';
import type { Lang } from './pages/texts.js';

/** An address as a form may give it; whether it exists is the mail's business. */
const looksLikeAddress = (email: string): boolean => {
  const [name = '', domain = '', ...rest] = email.split('@');
  return rest.length === 0 && name !== '' && domain.includes('.') && !domain.endsWith('.') && email.length <= 254 && !/\s/.test(email);
};

export interface NewPassword {
  readonly email: string;
  readonly code: string;
  readonly password: string;
  readonly repeat: string;
}

/** A password for who can read the mail of an address. It never says whether the address has an account. */
export class Recovery {
  private readonly codes = new Codes();
  private readonly asked = new Attempts(5);
  private readonly mailer: Transporter;

  constructor(
    private readonly accounts: Accounts,
    smtpUrl: string,
    private readonly note: (what: string, error: unknown) => void,
  ) {
    this.mailer = createTransport(smtpUrl);
  }

  /** Sends a code if there is an account. Does not wait for the mail, whose time would tell. */
  request(given: string, lang: Lang): Fault[] {
    const email = normalAddress(given);
    if (!looksLikeAddress(email)) return [{ field: 'username', text: 'emailMissing' }];
    const now = Date.now();
    if (this.asked.isExhausted(email, now)) return [{ field: 'username', text: 'limited' }];
    this.asked.note(email, now);
    const account = this.accounts.byEmail(email);
    if (account && !account.disabled) this.send(email, this.codes.make(email, now), lang);
    return [];
  }

  /** Sets the password and gives the account, or says what is wrong. */
  async set({ email: given, code, password, repeat }: NewPassword): Promise<Account | Fault[]> {
    const faults = passwordFaults(password, repeat);
    if (faults.length > 0) return faults;
    const email = normalAddress(given);
    const account = this.accounts.byEmail(email);
    if (!this.codes.accepts(email, code.replaceAll(' ', ''), Date.now()) || !account || account.disabled) {
      return [{ field: 'code', text: 'mailedWrong' }];
    }
    this.codes.spend(email);
    await this.accounts.setPassword(account.subject, password);
    return account;
  }

  close(): void {
    this.mailer.close();
  }

  private send(to: string, code: string, lang: Lang) {
    const message = {
      from: 'Alianza <identidad@example.org>',
      to,
      ...codeMail(lang, code),
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
    };
    this.mailer.sendMail(message).catch((error: unknown) => this.note('mail', error));
  }
}

/** What is wrong with a password before it is set. */
export function passwordFaults(password: string, repeat: string): Fault[] {
  const { length } = password;
  if (length < shortestPassword) return [{ field: 'password', text: 'tooShort' }];
  if (length > longestPassword) return [{ field: 'password', text: 'tooLong' }];
  return password === repeat ? [] : [{ field: 'repeat', text: 'differ' }];
}
