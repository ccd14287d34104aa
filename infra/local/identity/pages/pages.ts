import { document, html, mark, type Html } from '../../pages/html.js';
import { realm } from '../claims.js';
import { sayIn, type Lang, type Say, type TextKey } from './texts.js';

/** What every page of a sign-in needs: in which language, and where its forms go. */
export interface View {
  readonly lang: Lang;
  /** `/realms/alianza/login/<uid>`, without query. */
  readonly base: string;
}

/** A refusal: what is wrong at which field. */
export interface Fault {
  readonly field: string;
  readonly text: TextKey;
}

interface Field {
  readonly name: string;
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly type?: string;
  readonly value?: string;
  readonly autocomplete: string;
  readonly digits?: boolean;
}

export const address = ({ base, lang }: View, step = '') => `${base}${step}?lang=${lang}`;

export function frame({ lang, base }: View, title: string, faulty: boolean, content: (say: Say) => Html): string {
  const say = sayIn(lang);
  const other: Lang = lang === 'es' ? 'en' : 'es';
  const body = html`<aside class="band"><p class="hold">${say('band')}</p></aside>
    <header class="masthead">
      <div class="hold">
        <a class="brand" href="/">${mark}<span>${say('brand')}</span></a>
        ${base !== '' && html`<a href="${base}?lang=${other}" lang="${other}" hreflang="${other}">${say('other')}</a>`}
      </div>
    </header>
    <main class="hold"><div class="form-col">${content(say)}</div></main>`;
  const full = `${faulty ? `${say('error')}: ` : ''}${title} · ${say('brand')}`;
  return document({ lang, title: full, stylesheet: `${realm}/assets/identity.css`, body }).markup;
}

export function summary(say: Say, faults: readonly Fault[], help?: TextKey): Html | null {
  if (faults.length === 0) return null;
  const limited = faults.some(({ text }) => text === 'limited');
  return html`<div class="errors" role="alert" aria-labelledby="errors">
    <h2 id="errors">${say(limited ? 'limitedTitle' : 'checkTitle')}</h2>
    <ul>
      ${faults.map(({ field, text }) => html`<li><a href="#${field}">${say(text)}</a></li>`)}
    </ul>
    ${help !== undefined && !limited && html`<p>${say(help)}</p>`}
  </div>`;
}

export function ask(
  say: Say,
  { name, label, help, type = 'text', value = '', autocomplete, digits = false }: Field,
  faults: readonly Fault[],
): Html {
  const wrong = faults.some(({ field }) => field === name);
  const described = [help && `${name}-help`, wrong && 'errors'].filter(Boolean).join(' ');
  return html`<div class="ask">
    <label for="${name}">${say(label)}</label>
    ${help !== undefined && html`<p class="help" id="${name}-help">${say(help)}</p>`}
    <input
      class="input${digits && ' digits'}"
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${digits && html`inputmode="numeric" maxlength="7"`}
      ${described !== '' && html`aria-describedby="${described}"`}
      ${wrong && html`aria-invalid="true"`}
      required
    />
  </div>`;
}

export interface SignInView extends View {
  readonly email: string;
  readonly faults: readonly Fault[];
}

export const signInPage = ({ email, faults, ...view }: SignInView): string =>
  frame(
    view,
    sayIn(view.lang)('signInTitle'),
    faults.length > 0,
    (say) =>
      html`${summary(say, faults, 'wrongHelp')}
        <h1>${say('signInTitle')}</h1>
        <form class="form" method="post" action="${address(view)}" novalidate>
          ${ask(say, { name: 'username', label: 'email', type: 'email', value: email, autocomplete: 'username' }, faults)}
          ${ask(say, { name: 'password', label: 'password', type: 'password', autocomplete: 'current-password' }, faults)}
          <div class="buttons"><button class="button">${say('signIn')}</button></div>
        </form>
        <p class="ways"><a href="${address(view, '/password')}">${say('forgotten')}</a></p>`,
  );

export interface CodeView extends View {
  readonly faults: readonly Fault[];
  /** The code of this moment, shown because nobody has an authenticator for a demonstration. */
  readonly current: string;
}

export const codePage = ({ faults, current, ...view }: CodeView): string =>
  frame(
    view,
    sayIn(view.lang)('codeTitle'),
    faults.length > 0,
    (say) =>
      html`${summary(say, faults)}
        <h1>${say('codeTitle')}</h1>
        <div class="notice">
          <p>${say('codeDemo')}</p>
          <output id="demo-code">${current}</output>
          <p class="quiet">${say('codeDemoHelp')}</p>
        </div>
        <form class="form" method="post" action="${address(view, '/code')}" novalidate>
          ${ask(say, { name: 'code', label: 'codeLabel', help: 'codeHelp', autocomplete: 'one-time-code', digits: true }, faults)}
          <div class="buttons"><button class="button">${say('continue')}</button></div>
        </form>`,
  );

export const recoverPage = ({ email, faults, ...view }: SignInView): string =>
  frame(
    view,
    sayIn(view.lang)('recoverTitle'),
    faults.length > 0,
    (say) =>
      html`${summary(say, faults)}
        <h1>${say('recoverTitle')}</h1>
        <form class="form" method="post" action="${address(view, '/password')}" novalidate>
          ${ask(say, { name: 'username', label: 'email', help: 'recoverHelp', type: 'email', value: email, autocomplete: 'username' }, faults)}
          <div class="buttons"><button class="button">${say('recoverSend')}</button></div>
        </form>
        <p class="ways"><a href="${address(view)}">${say('back')}</a></p>`,
  );

interface NewPasswordView extends SignInView {
  /** As it was typed: what is wrong elsewhere does not cost it. */
  readonly code: string;
}

export const newPasswordPage = ({ email, code, faults, ...view }: NewPasswordView): string =>
  frame(
    view,
    sayIn(view.lang)('recoverTitle'),
    faults.length > 0,
    (say) =>
      html`${summary(say, faults)}
        <h1>${say('recoverTitle')}</h1>
        <p class="notice" role="status">${say('sent', { email })}</p>
        <form class="form" method="post" action="${address(view, '/password')}" novalidate>
          <input type="hidden" name="username" value="${email}" autocomplete="username" />
          <input type="hidden" name="step" value="set" />
          ${ask(say, { name: 'code', label: 'mailedLabel', value: code, autocomplete: 'one-time-code', digits: true }, faults)}
          ${ask(say, { name: 'password', label: 'newPassword', help: 'newPasswordHelp', type: 'password', autocomplete: 'new-password' }, faults)}
          ${ask(say, { name: 'repeat', label: 'repeat', type: 'password', autocomplete: 'new-password' }, faults)}
          <div class="buttons"><button class="button">${say('set')}</button></div>
        </form>
        <p class="ways"><a href="${address(view, '/password')}">${say('again')}</a></p>`,
  );

/** What cannot go on: a title, a sentence, the way back. */
export const dead = (lang: Lang, title: TextKey, text: TextKey): string =>
  frame(
    { lang, base: '' },
    sayIn(lang)(title),
    false,
    (say) =>
      html`<h1>${say(title)}</h1>
        <p>${say(text)}</p>
        <p class="ways"><a href="/">${say('portal')}</a></p>`,
  );

/** `form` is the issuer's own; a script of our origin answers it at once, the button is for where none runs. */
export const leavePage = (lang: Lang, form: Html): string =>
  frame(
    { lang, base: '' },
    sayIn(lang)('leaveTitle'),
    false,
    (say) =>
      html`<h1>${say('leaveTitle')}</h1>
        ${form}
        <div class="buttons"><button class="button" form="op.logoutForm" name="logout" value="yes">${say('leave')}</button></div>
        <script src="${realm}/assets/logout.js"></script>`,
  );
