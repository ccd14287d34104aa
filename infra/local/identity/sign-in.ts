import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { send } from '../pages/html.js';
import { normalAddress, type Account, type Accounts } from './accounts/accounts.js';
import { answered } from './account-action.js';
import { Attempts } from './accounts/attempts.js';
import { acceptsCode, currentCode } from './accounts/totp.js';
import { realm } from './claims.js';
import { asksLevel2, type Level } from './level.js';
import { bodyOf } from '../servers/http.js';
import { changePasswordPage } from './pages/change-password.js';
import { codePage, dead, newPasswordPage, recoverPage, signInPage, type Fault, type View } from './pages/pages.js';
import { languageOf } from './pages/texts.js';
import { passwordFaults, type Recovery } from './recovery.js';
import type { SignInStore } from './store.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** One request of a sign-in: the interaction it belongs to, and the way to answer. */
interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly interaction: Interaction;
  readonly step: string;
  readonly form: URLSearchParams | null;
  readonly view: View;
}

const loginPath = `${realm}/login/`;
const secretTries = 10;

/** The pages between “sign in” and the portal: password, second factor, first or forgotten password. */
export class SignIn {
  private readonly failures = new Attempts(secretTries);
  private readonly codeFailures = new Attempts(secretTries);
  /** Who gave the right password and owes a code, by interaction. */
  private readonly halfway = new Map<string, { subject: string; until: number }>();

  constructor(
    private readonly provider: Provider,
    private readonly accounts: Accounts,
    private readonly recovery: Recovery,
    private readonly store: SignInStore,
  ) {}

  static owns = (path: string): boolean => path.startsWith(loginPath);

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [uid = '', step = ''] = url.pathname.slice(loginPath.length).split('/');
    const interaction = await this.provider.interactionDetails(request, response).catch(() => null);
    const wishes = [url.searchParams.get('lang'), interaction?.params.ui_locales as string | undefined, request.headers['accept-language']];
    const lang = languageOf(...wishes);
    if (interaction?.uid !== uid) return send(response, 400, 'text/html', dead(lang, 'expiredTitle', 'expired'));
    const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : null;
    const visit: Visit = { request, response, interaction, step, form, view: { lang, base: loginPath + uid } };
    if (step === '') return this.password(visit);
    if (step === 'code') return this.code(visit);
    if (step === 'password') return this.newPassword(visit);
    if (step === 'change') return this.changePassword(visit);
    send(response, 404, 'text/html', dead(lang, 'expiredTitle', 'expired'));
  }

  private async password(visit: Visit): Promise<void> {
    const { form, interaction, view } = visit;
    const email = form?.get('username') ?? (interaction.params.login_hint as string | undefined) ?? '';
    if (!form) {
      if (this.changesPassword(interaction)) return redirect(visit, '/change');
      const known = this.ownsOnlyCode(interaction);
      return known ? this.owe(visit, known) : this.page(visit, signInPage({ ...view, email, faults: [] }));
    }
    const key = normalAddress(email);
    const refuse = (faults: readonly Fault[], status: number) => this.page(visit, signInPage({ ...view, email, faults }), status);
    if (this.failures.isExhausted(key, Date.now())) return refuse([{ field: 'username', text: 'limited' }], 429);
    const account = await this.accounts.check(email, form.get('password') ?? '');
    if (!account) {
      this.failures.note(key, Date.now());
      return refuse([{ field: 'username', text: 'wrong' }], 401);
    }
    this.failures.forget(key);
    return this.passed(visit, account);
  }

  /** Someone signed in with a password alone, of whom only the second factor is asked. */
  private ownsOnlyCode({ prompt, session }: Interaction): Account | null {
    const levels = ['level', 'essential_acr', 'essential_acrs'];
    const onlyLevel = prompt.reasons.length > 0 && prompt.reasons.every((reason) => levels.includes(reason));
    return onlyLevel && session?.accountId !== undefined ? this.accounts.get(session.accountId) : null;
  }

  /** Somebody signed in, who wants another password. */
  private changesPassword({ prompt, session }: Interaction): Account | null {
    const isAll = prompt.reasons.length === 1 && prompt.reasons[0] === 'new_password';
    return isAll && session?.accountId !== undefined ? this.accounts.get(session.accountId) : null;
  }

  /** The present password is asked for: a desk may have been left open. Whoever is signed in elsewhere is signed out there. */
  private async changePassword(visit: Visit): Promise<void> {
    const { request, response, form, interaction, view } = visit;
    const account = this.changesPassword(interaction);
    if (!account || account.disabled) return redirect(visit, '');
    const finish = (changed: boolean) => this.provider.interactionFinished(request, response, answered(changed));
    const show = (faults: readonly Fault[], status = 200) =>
      this.page(visit, changePasswordPage({ ...view, email: account.email, faults }), status);
    if (!form) return show([]);
    if (form.has('leave')) return finish(false);
    const [current, password, repeat] = ['current', 'password', 'repeat'].map((name) => form.get(name) ?? '') as [string, string, string];
    const faults = passwordFaults(password, repeat);
    if (faults.length > 0) return show(faults, 422);
    const now = Date.now();
    if (this.failures.isExhausted(account.email, now)) return show([{ field: 'current', text: 'limited' }], 429);
    if (!(await this.accounts.check(account.email, current))) {
      this.failures.note(account.email, now);
      return show([{ field: 'current', text: 'currentWrong' }], 401);
    }
    this.failures.forget(account.email);
    await this.accounts.setPassword(account.subject, password);
    this.store.endOthers(account.subject, interaction.session?.uid ?? '');
    return finish(true);
  }

  private passed(visit: Visit, account: Account): Promise<void> {
    return account.secondFactor || asksLevel2(visit.interaction.params) ? this.owe(visit, account) : this.finish(visit, account, '1');
  }

  private async owe(visit: Visit, account: Account): Promise<void> {
    const now = Date.now();
    for (const [uid, { until }] of this.halfway) if (until <= now) this.halfway.delete(uid);
    this.halfway.set(visit.interaction.uid, { subject: account.subject, until: now + 15 * 60_000 });
    redirect(visit, '/code');
  }

  private async code(visit: Visit): Promise<void> {
    const { form, interaction, view } = visit;
    const owing = this.halfway.get(interaction.uid);
    const account = owing && this.accounts.get(owing.subject);
    if (!account || account.disabled || owing.until <= Date.now()) return redirect(visit, '');
    const show = (faults: readonly Fault[], status = 200) =>
      this.page(visit, codePage({ ...view, faults, current: currentCode(account.totpKey, Date.now()) }), status);
    if (!form) return show([]);
    if (this.codeFailures.isExhausted(account.subject, Date.now())) return show([{ field: 'code', text: 'limited' }], 429);
    // A code may be used twice within its step: it is printed on the page, so replay is no threat here.
    if (!acceptsCode(account.totpKey, (form.get('code') ?? '').replaceAll(' ', ''), Date.now())) {
      this.codeFailures.note(account.subject, Date.now());
      return show([{ field: 'code', text: 'codeWrong' }], 401);
    }
    this.halfway.delete(interaction.uid);
    return this.finish(visit, account, '2');
  }

  private async newPassword(visit: Visit): Promise<void> {
    const { form, interaction, view } = visit;
    const email = form?.get('username') ?? (interaction.params.login_hint as string | undefined) ?? '';
    if (!form) return this.page(visit, recoverPage({ ...view, email, faults: [] }));
    if (form.get('step') !== 'set') {
      const faults = this.recovery.request(email, view.lang);
      if (faults.length > 0) return this.page(visit, recoverPage({ ...view, email, faults }), 422);
      return this.page(visit, newPasswordPage({ ...view, email, code: '', faults }));
    }
    const [code, password, repeat] = ['code', 'password', 'repeat'].map((name) => form.get(name) ?? '') as [string, string, string];
    const outcome = await this.recovery.set({ email, code, password, repeat });
    if (Array.isArray(outcome)) return this.page(visit, newPasswordPage({ ...view, email, code, faults: outcome }), 422);
    this.failures.forget(normalAddress(email));
    return this.passed(visit, outcome);
  }

  private finish({ request, response }: Visit, { subject }: Account, acr: Level): Promise<void> {
    const amr = acr === '2' ? ['pwd', 'otp', 'mfa'] : ['pwd'];
    return this.provider.interactionFinished(request, response, { login: { accountId: subject, acr, amr } });
  }

  private page = ({ response }: Visit, body: string, status = 200): void => send(response, status, 'text/html', body);
}

function redirect({ response, view: { base, lang } }: Visit, step: string): void {
  response.writeHead(303, { location: `${base}${step}?lang=${lang}` }).end();
}
