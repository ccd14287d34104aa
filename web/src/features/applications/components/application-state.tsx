import type { ApplicationStatus } from '@alianza/contracts/membership/applications';
import { State } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';
import { applicationStates } from './application-states.js';

export function ApplicationState({ status }: { status: ApplicationStatus }) {
  const text = useText();
  const { kind, key } = applicationStates[status];
  return <State kind={kind}>{text(key)}</State>;
}
