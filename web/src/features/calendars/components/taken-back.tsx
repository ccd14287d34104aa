import type { CalendarYear } from '@alianza/contracts/membership/settings/calendars';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { dayAndWeekday } from './weekday.js';

/** What was said of days and taken back: terms that were counted meanwhile rest on it. */
export function TakenBack({ removed }: Pick<CalendarYear, 'removed'>) {
  const text = useText();
  const { zone } = useNetwork();
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>{text('calendars.removed.title', { count: removed.length })}</summary>
      <ol className="history-list">
        {removed.map(({ id, day, name, by, at, removed: back }) => (
          <li key={id}>
            <time dateTime={day}>{dayAndWeekday(text.lang, day)}</time>
            <p>
              {name}. {text('calendars.by', { who: by, date: dateInWords(text.lang, at, zone) })}
            </p>
            <p>{text('calendars.removed.said', { who: back.by, date: dateInWords(text.lang, back.at, zone), reason: back.reason })}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
