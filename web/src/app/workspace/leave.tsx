import { useApi } from '../../shared/session/api.js';
import { useAddress } from '../../shared/session/place.js';
import { forgetUnsent } from '../../shared/session/unsent.js';
import { useText } from '../../shared/texts/use-text.js';

export function Leave() {
  const text = useText();
  const { auth } = useApi();
  const address = useAddress();
  const leave = () => {
    forgetUnsent();
    void auth?.signOut(address());
  };
  return (
    <button className="link" type="button" onClick={leave}>
      {text('account.leave')}
    </button>
  );
}
