import { useApi } from '../../shared/session/api.js';
import { useAddress } from '../../shared/session/place.js';
import { useText } from '../../shared/texts/use-text.js';

export function Leave() {
  const text = useText();
  const { auth } = useApi();
  const address = useAddress();
  return (
    <button className="link" type="button" onClick={() => void auth?.signOut(address())}>
      {text('account.leave')}
    </button>
  );
}
