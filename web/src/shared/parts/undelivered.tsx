import type { Undelivered as Told } from '@alianza/contracts/membership/outside/undelivered';
import { dateInWords } from '../format/dates.js';
import { useNetwork } from '../session/network.js';
import { useText } from '../texts/use-text.js';
import { State } from './state.js';

/** That what was mailed to this address came back: whoever sent it has to find another way. */
export function Undelivered({ undelivered }: { undelivered: Told | null }) {
  const text = useText();
  const { zone } = useNetwork();
  if (undelivered === null) return null;
  const date = dateInWords(text.lang, undelivered.at, zone);
  return (
    <p>
      <State kind="late">{text('states.undelivered', { date })}</State>
    </p>
  );
}
