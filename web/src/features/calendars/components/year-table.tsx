import type { CalendarDay, CalendarYear } from '@alianza/contracts/membership/settings/calendars';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { RemoveDialog } from './remove-dialog.js';
import { dayAndWeekday } from './weekday.js';

/** Who says so: the law that the calendar follows, an authority, or the network with reason, author and date. */
function Origin({ day: { of, url, change } }: { day: CalendarDay }) {
  const text = useText();
  const { zone } = useNetwork();
  if (change !== null)
    return (
      <>
        {change.reason}
        <span className="minor is-below">{text('calendars.by', { who: change.by, date: dateInWords(text.lang, change.at, zone) })}</span>
      </>
    );
  if (of === 'authority' && url !== null)
    return (
      <a href={url} rel="noopener nofollow">
        {text('calendars.of.authority')}
      </a>
    );
  return <>{text('calendars.of.base')}</>;
}

function Row({ day, onRemove }: { day: CalendarDay; onRemove: (day: CalendarDay) => void }) {
  const text = useText();
  const may = useMay();
  const date = dayAndWeekday(text.lang, day.day);
  return (
    <tr>
      <td>
        <time dateTime={day.day}>{date}</time>
      </td>
      <td data-th={text('calendars.column.name')}>{day.name}</td>
      <td data-th={text('calendars.column.counts')}>
        {day.working ? <State kind="done">{text('calendars.works')}</State> : <State kind="still">{text('calendars.rests')}</State>}
      </td>
      <td data-th={text('calendars.column.origin')}>
        <div>
          <Origin day={day} />
        </div>
      </td>
      <td>
        {day.change !== null && may('calendar:write') && (
          <button className="link" type="button" onClick={() => onRemove(day)}>
            <span aria-hidden="true">{text('calendars.remove.press')}</span>
            <span className="sr">{text('calendars.remove.pressOf', { date })}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

/** The days of a year that are not what their weekday says. */
export function YearTable({ year: { year, days } }: { year: CalendarYear }) {
  const text = useText();
  const [removing, remove] = useState<CalendarDay | null>(null);
  if (days.length === 0)
    return (
      <Void title={text('calendars.none', { year })}>
        <p>{text('calendars.noneText')}</p>
      </Void>
    );
  const heads = (['day', 'name', 'counts', 'origin', 'actions'] as const).map((head) => text(`calendars.column.${head}`));
  return (
    <>
      <table className="table">
        <caption className="sr">{text('calendars.caption', { year })}</caption>
        <TableHead heads={heads} />
        <tbody>
          {days.map((day) => (
            <Row key={day.day} day={day} onRemove={remove} />
          ))}
        </tbody>
      </table>
      {removing && <RemoveDialog day={removing} onClose={() => remove(null)} />}
    </>
  );
}
