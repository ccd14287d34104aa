import { Summary } from '../../../shared/forms/summary.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Wrong } from '../api/replication-values.js';

/** What keeps the form from going on, after trying. */
export function WrongAnswers({ wrong, attempt }: { wrong: Wrong; attempt: number }) {
  const text = useText();
  const items = Object.entries(wrong).map(([id, reason]) => ({ id, text: text(`replications.form.missing.${reason}`) }));
  if (items.length === 0) return null;
  return <Summary title={text('replications.form.wrong')} items={items} attempt={attempt} />;
}
