import type { MailingRow } from '@alianza/contracts/notifications/mailings';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

const shapes: Readonly<Record<MailingRow['state'], StateKind>> = { sending: 'open', done: 'done', stopped: 'still' };

export function MailingState({ state }: { state: MailingRow['state'] }) {
  const text = useText();
  return <State kind={shapes[state]}>{text(`mailings.state.${state}`)}</State>;
}
