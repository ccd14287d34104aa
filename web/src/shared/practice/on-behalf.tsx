import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useText } from '../texts/use-text.js';

/** Said wherever a record is written or reviewed that the secretariat entered for an organisation. */
export function OnBehalf({ practice: { onBehalf, organization } }: { practice: Pick<EditablePractice, 'onBehalf' | 'organization'> }) {
  const text = useText();
  if (!onBehalf || organization === null) return null;
  return <p className="quiet-text">{text('practice.onBehalf', { owner: organization.name })}</p>;
}
