import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { useText } from '../../../shared/texts/use-text.js';

const parameter = 'dia';
const isDay = (value: string): boolean => /^[1-9]\d{3}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** The day on which the taxonomy is looked at, kept in the address; null is now. Looking at another closes what is open. */
export function useDay(): readonly [string | null, (day: string) => void] {
  const [search, setSearch] = useSearchParams();
  const given = search.get(parameter) ?? '';
  const choose = useCallback(
    (day: string) =>
      setSearch((before) => {
        before.delete('abierta');
        if (isDay(day)) before.set(parameter, day);
        else before.delete(parameter);
        return before;
      }),
    [setSearch],
  );
  return [isDay(given) ? given : null, choose];
}

/** Asks for a day, and says that what is shown is not of now. */
export function AsOf({ day, today, onChoose }: { day: string | null; today: string; onChoose: (day: string) => void }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="as-of">{text('concepts.asOf.label')}</label>
        <input className="input" id="as-of" type="date" max={today} value={day ?? ''} onChange={(event) => onChoose(event.target.value)} />
      </div>
      {day !== null && (
        <p role="status">
          {text('concepts.asOf.said', { date: dateInWords(text.lang, day) })}{' '}
          <button className="link" type="button" onClick={() => onChoose('')}>
            {text('concepts.asOf.now')}
          </button>
        </p>
      )}
    </div>
  );
}
