import type { CategoryPeriod } from '@alianza/contracts/membership/directory/members';
import type { Text } from '@alianza/texts/text';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

function periodInWords(text: Text, { since, until }: CategoryPeriod): string {
  const day = (date: string | null) => (date === null ? 'none' : dateInWords(text.lang, date));
  return text('members.file.period', { since: day(since), until: day(until) });
}

function grantInWords(text: Text, { reference, referenceDate }: CategoryPeriod): string | null {
  if (reference === null) return null;
  if (referenceDate === null) return text('members.file.reference', { reference });
  return text('members.file.referenceOf', { reference, date: dateInWords(text.lang, referenceDate) });
}

/** From when to when it held which category, and by which agreement; the newest first. */
export function MemberCategories({ categories: periods }: { categories: readonly CategoryPeriod[] }) {
  const text = useText();
  const { categories } = useNetwork();
  if (periods.length === 0) return <p className="quiet-text">{text('members.file.noCategories')}</p>;
  return (
    <ol className="history-list">
      {periods.map((period) => {
        const grant = grantInWords(text, period);
        return (
          <li key={`${period.category} ${period.since ?? ''} ${period.until ?? ''}`}>
            <b>{categories.find(({ code }) => code === period.category)?.label ?? period.category}</b>
            <p>{periodInWords(text, period)}</p>
            {grant !== null && <p className="quiet-text">{grant}</p>}
          </li>
        );
      })}
    </ol>
  );
}
