import { useApi } from '../../../shared/session/api.js';
import { usePlace } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Part } from './part.js';

/** The password is the provider's: its own page changes it and leads back here. */
export function PasswordPart() {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  return (
    <Part title={text('myAccount.password.title')}>
      <p>{text('myAccount.password.text')}</p>
      <p className="buttons">
        <button className="button second" type="button" onClick={() => void auth?.changePassword(lang)}>
          {text('myAccount.password.press')}
        </button>
      </p>
    </Part>
  );
}
