import { useFormContext } from 'react-hook-form';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { consents, type ApplicationValues } from '../api/application-fields.js';

/** What the public may read once the organisation takes part, each by itself; nothing that is not marked. */
export function ConsentsQuestion() {
  const text = useText();
  const { watch, setValue } = useFormContext<ApplicationValues>();
  const shows = watch('shows');
  return (
    <AskGroup id="shows" legend={text('application.shows.label')} help={text('application.shows.help')} optional>
      {consents.map((field) => (
        <label className="option" key={field}>
          <input
            type="checkbox"
            checked={shows.includes(field)}
            onChange={({ target }) => {
              const marked = consents.filter((one) => (one === field ? target.checked : shows.includes(one)));
              setValue('shows', marked, { shouldDirty: true });
            }}
          />{' '}
          {text(`application.shows.${field}`)}
        </label>
      ))}
    </AskGroup>
  );
}
