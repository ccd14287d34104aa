import type { CalendarDay } from '@alianza/contracts/membership/settings/calendars';
import { ReasonDialog } from '../../../shared/forms/reason-dialog.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { dayAndWeekday } from './weekday.js';

/** Names the day and what becomes of it before it happens. */
export function RemoveDialog({ day: { day, change }, onClose }: { day: CalendarDay; onClose: () => void }) {
  const text = useText();
  const remove = useWrite('membership.calendars.remove');
  const said = {
    reason: text('calendars.reason'),
    missing: text('calendars.reasonMissing'),
    send: text('calendars.remove.send'),
    failed: text('calendars.remove.failed'),
  };
  const decide = (reason: string) => change && remove.mutate({ input: { id: change.id, reason } }, { onSuccess: onClose });
  const title = text('calendars.remove.title', { date: dayAndWeekday(text.lang, day) });
  return (
    <ReasonDialog title={title} said={said} limit={600} deciding={remove} onDecide={decide} onClose={onClose}>
      {text('calendars.remove.text')}
    </ReasonDialog>
  );
}
