import { regionOfCountry, regions, type RegionCode } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { Ask } from '../../../shared/forms/ask.js';
import { countriesIn } from '../../../shared/forms/countries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { ProfileValues } from '../api/profile-values.js';
import type { FieldProps } from './profile-form.js';

function RegionField({ values, onChange }: FieldProps) {
  const text = useText();
  const own = regionOfCountry(values.country);
  const usual =
    own === null ? text('members.own.regionOfCountry') : text('members.own.regionFrom', { region: text(`taxonomy.region.${own}`) });
  return (
    <Ask id="region" label={text('members.own.region')} help={text('members.own.regionHelp')}>
      {(control) => (
        <select
          className="input medium"
          {...control}
          value={values.region}
          onChange={(event) => onChange({ region: event.target.value as RegionCode | '' })}
        >
          <option value="">{usual}</option>
          {regions.map((code) => (
            <option key={code} value={code}>
              {text(`taxonomy.region.${code}`)}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

/** What it is and where. */
export function PlaceFields(props: FieldProps) {
  const { values, onChange } = props;
  const text = useText();
  return (
    <>
      <Ask id="sector" label={text('members.own.sector')}>
        {(control) => (
          <select
            className="input medium"
            {...control}
            value={values.sector}
            onChange={(event) => onChange({ sector: event.target.value as ProfileValues['sector'] })}
          >
            {sectors.map((code) => (
              <option key={code} value={code}>
                {text(`taxonomy.sector.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Ask>
      <Ask id="country" label={text('members.own.country')}>
        {(control) => (
          <select
            className="input medium"
            {...control}
            value={values.country}
            onChange={(event) => onChange({ country: event.target.value })}
          >
            <option value="">{text('members.own.countryNone')}</option>
            {countriesIn(text.lang).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Ask>
      <RegionField {...props} />
    </>
  );
}

export function WebsiteField({ values, onChange, wrong }: FieldProps) {
  const text = useText();
  return (
    <Ask id="website" label={text('members.own.website')} help={text('members.own.websiteHelp')} error={wrong.get('website')} optional>
      {(control) => (
        <input
          className="input"
          type="url"
          maxLength={500}
          {...control}
          value={values.website}
          onChange={(event) => onChange({ website: event.target.value })}
        />
      )}
    </Ask>
  );
}
