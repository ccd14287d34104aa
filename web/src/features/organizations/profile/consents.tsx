import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { consentFields } from '../api/profile-values.js';
import type { FieldProps } from './profile-form.js';

/** What of it the public reads: whether it stands in the directory, and there each fact by itself. */
export function Consents({ values: { listed, shows }, onChange }: FieldProps) {
  const text = useText();
  return (
    <AskGroup id="shows" legend={text('members.own.shows')} help={text('members.own.showsHelp')}>
      <label className="option">
        <input
          type="checkbox"
          checked={listed}
          aria-describedby="listed-h"
          onChange={(event) => onChange({ listed: event.target.checked })}
        />{' '}
        {text('members.own.listed')}
      </label>
      <p className="help" id="listed-h">
        {text('members.own.listedHelp')}
      </p>
      {consentFields.map((field) => (
        <label className="option" key={field}>
          <input
            type="checkbox"
            checked={shows.includes(field)}
            disabled={!listed}
            onChange={({ target }) =>
              onChange({ shows: consentFields.filter((one) => (one === field ? target.checked : shows.includes(one))) })
            }
          />{' '}
          {text(`members.own.show.${field}`)}
        </label>
      ))}
    </AskGroup>
  );
}
