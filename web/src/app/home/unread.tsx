import { listOf } from '../../shared/format/lists.js';
import { Failure } from '../../shared/page/failure.js';
import type { DueSource } from '../../shared/queue/due-source.js';
import { useText } from '../../shared/texts/use-text.js';

/** What could not be read of what may be due: where something is not known, nobody says that there is nothing. */
export function Unread({ sources }: { sources: readonly Pick<DueSource, 'of' | 'error' | 'again'>[] }) {
  const text = useText();
  const failed = sources.filter(({ error }) => error !== null);
  const [first] = failed;
  if (first === undefined) return null;
  const what = listOf(text.lang, [...new Set(failed.map(({ of }) => of))]);
  const again = () => void Promise.all(failed.map((source) => source.again()));
  return <Failure error={first.error} title={text('member.due.unread.title', { what })} onRetry={again} />;
}
