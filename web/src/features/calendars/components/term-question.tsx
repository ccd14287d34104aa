import { useState } from 'react';
import { civilDate } from '../../../shared/format/dates.js';
import { Ask } from '../../../shared/forms/ask.js';
import { now } from '../../../shared/now.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { dayAndWeekday, wholeDay } from './weekday.js';

const mostDays = 1000;
const isDay = (value: string): boolean => /^(?:199\d|20\d\d|21\d\d|2200)-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostDays;

/** The answer, and what was passed over besides weekends. */
function End({ from, days }: { from: string; days: number }) {
  const text = useText();
  const term = useRead('membership.calendars.count', { from, days });
  if (term.error) return <Failure error={term.error} title={text('calendars.term.failed')} />;
  if (!term.data) return null;
  const { end, passedOver } = term.data;
  return (
    <>
      <p className="term-end">
        {text('calendars.term.ends')} <b>{wholeDay(text.lang, end)}</b>
      </p>
      {passedOver.length > 0 && (
        <p className="quiet-text">
          {text('calendars.term.passedOver', {
            days: passedOver.map(({ day, name }) => `${dayAndWeekday(text.lang, day)} (${name})`).join('; '),
          })}
        </p>
      )}
    </>
  );
}

/** When a term of business days ends that begins on a day: the same count that the platform makes. */
export function TermQuestion() {
  const text = useText();
  const { zone } = useNetwork();
  const [from, setFrom] = useState(() => civilDate(now().toISOString(), zone));
  const [days, setDays] = useState('5');
  const count = Number(days);
  const complete = isDay(from) && days.trim() !== '' && isCount(count);
  return (
    <section className="term form" aria-labelledby="term">
      <h2 id="term">{text('calendars.term.title')}</h2>
      <div className="abreast">
        <Ask id="term-days" label={text('calendars.term.days')}>
          {(control) => (
            <input
              className="input"
              type="number"
              min={0}
              max={mostDays}
              {...control}
              value={days}
              onChange={({ target }) => setDays(target.value)}
            />
          )}
        </Ask>
        <Ask id="term-from" label={text('calendars.term.from')}>
          {(control) => <input className="input" type="date" {...control} value={from} onChange={({ target }) => setFrom(target.value)} />}
        </Ask>
      </div>
      <div role="status">
        {complete ? (
          <End from={from} days={count} />
        ) : (
          <p className="quiet-text">{text('calendars.term.incomplete', { most: mostDays })}</p>
        )}
      </div>
      <p className="quiet-text">{text('calendars.term.rule')}</p>
    </section>
  );
}
