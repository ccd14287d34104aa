import { timeOfDay } from '../page/time-of-day.js';
import { State } from '../parts/state.js';
import { useText } from '../texts/use-text.js';

/** Says, aloud too, that what was written is kept, and since when. */
export function SavedNote({ savedAt }: { savedAt: Date | null }) {
  const text = useText();
  return (
    <p className="saved" role="status">
      {savedAt && <State kind="done">{text('states.form.draftSaved', { time: timeOfDay(text.lang, savedAt) })}</State>}
    </p>
  );
}
