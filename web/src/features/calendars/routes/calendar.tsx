import type { CalendarYear } from '@alianza/contracts/membership/settings/calendars';
import { useState } from 'react';
import { inList, listOf } from '../../../shared/format/lists.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { firstYear, lastYear, useYear } from '../api/use-year.js';
import { AddDialog } from '../components/add-dialog.js';
import { TakenBack } from '../components/taken-back.js';
import { TermQuestion } from '../components/term-question.js';
import { weekdayName } from '../components/weekday.js';
import { YearTable } from '../components/year-table.js';

/** Which list it is, how sure, and which days of the week it leaves out. */
function Basis({ year: { base, weekend, businessDays, year } }: { year: CalendarYear }) {
  const text = useText();
  const rests = inList(
    text.lang,
    weekend.map((weekday) => weekdayName(text.lang, weekday)),
  );
  return (
    <section aria-label={text('calendars.basis')}>
      <p>{text('calendars.follows', { calendar: base.name, count: businessDays, total: numberIn(text.lang, businessDays), year })}</p>
      <p className="quiet-text">
        {text('calendars.weekend', { days: listOf(text.lang, rests) })} {text(`calendars.confirmation.${base.confirmation}`)}
      </p>
      {base.sources.length > 0 && (
        <details>
          <summary>{text('calendars.sources')}</summary>
          <ul>
            {base.sources.map(({ title, url }) => (
              <li key={url}>
                <a href={url} rel="noopener nofollow" lang="es">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function YearSteps({ year, onChoose }: { year: number; onChoose: (year: number) => void }) {
  const text = useText();
  return (
    <p className="buttons">
      <button className="button second" type="button" disabled={year <= firstYear} onClick={() => onChoose(year - 1)}>
        {text('calendars.year', { year: year - 1 })}
      </button>
      <button className="button second" type="button" disabled={year >= lastYear} onClick={() => onChoose(year + 1)}>
        {text('calendars.year', { year: year + 1 })}
      </button>
    </p>
  );
}

/** A year, what the network says of it, and terms to be checked. */
function Shown({ year, onChoose }: { year: CalendarYear; onChoose: (year: number) => void }) {
  const text = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <div className="calendar-page">
      <section aria-labelledby="year">
        <h2 id="year">{text('calendars.daysOf', { year: year.year })}</h2>
        <Basis year={year} />
        <YearSteps year={year.year} onChoose={onChoose} />
        <YearTable year={year} />
        <TakenBack removed={year.removed} />
        {may('calendar:write') && (
          <p className="buttons">
            <button className="button" type="button" onClick={() => setAdding(true)}>
              {text('calendars.add.press')}
            </button>
          </p>
        )}
        {adding && <AddDialog onClose={() => setAdding(false)} />}
      </section>
      <TermQuestion />
    </div>
  );
}

/** Days that are not for business in this network, and when a term of those that are ends. */
export function Component() {
  const text = useText();
  const [year, choose] = useYear();
  const calendar = useRead('membership.calendars.get', year === null ? {} : { year });
  return (
    <>
      <QueueHead title={text('calendars.title')}>
        <p className="quiet-text">{text('calendars.lede')}</p>
      </QueueHead>
      <Loaded query={calendar} failed={text('calendars.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {(shown) => <Shown year={shown} onChoose={choose} />}
      </Loaded>
    </>
  );
}
