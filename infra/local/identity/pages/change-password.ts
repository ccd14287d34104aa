import { html } from '../../pages/html.js';
import { address, ask, frame, summary, type SignInView } from './pages.js';
import { sayIn } from './texts.js';

/** Another password for who is signed in. */
export const changePasswordPage = ({ email, faults, ...view }: SignInView): string =>
  frame(
    view,
    sayIn(view.lang)('changeTitle'),
    faults.length > 0,
    (say) =>
      html`${summary(say, faults)}
        <h1>${say('changeTitle')}</h1>
        <form class="form" method="post" action="${address(view, '/change')}" novalidate>
          <input type="hidden" name="username" value="${email}" autocomplete="username" />
          ${ask(say, { name: 'current', label: 'currentPassword', type: 'password', autocomplete: 'current-password' }, faults)}
          ${ask(say, { name: 'password', label: 'newPassword', help: 'newPasswordHelp', type: 'password', autocomplete: 'new-password' }, faults)}
          ${ask(say, { name: 'repeat', label: 'repeat', type: 'password', autocomplete: 'new-password' }, faults)}
          <p>${say('changeEnds')}</p>
          <div class="buttons">
            <button class="button">${say('changeSet')}</button>
            <button class="button second" name="leave" value="yes">${say('changeLeave')}</button>
          </div>
        </form>`,
  );
