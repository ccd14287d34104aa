import type { PortalLanguage } from '@alianza/contracts/shapes';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { FieldProps } from './actor-form.js';
import { ChoiceField, languages } from './identity-fields.js';
import { LineField } from '../../../shared/forms/line-field.js';

/** Whom to write to: never in public. Without an address there is no contact. */
export function ContactFields({ values, onChange, wrong, stopped }: FieldProps & { readonly stopped: boolean }) {
  const text = useText();
  if (stopped) return <p className="notice">{text('actors.form.contactStopped')}</p>;
  const { email, contactName, office, contactLanguage } = values;
  return (
    <AskGroup id="contact" legend={text('actors.form.contact')} help={text('actors.form.contactHelp')} optional>
      <LineField
        id="email"
        label={text('actors.form.contactEmail')}
        error={wrong.get('email')}
        type="email"
        maxLength={254}
        value={email}
        onSay={(said) => onChange({ email: said })}
      />
      <LineField
        id="contact-name"
        label={text('actors.form.contactName')}
        optional
        maxLength={120}
        value={contactName}
        onSay={(said) => onChange({ contactName: said })}
      />
      <LineField
        id="contact-office"
        label={text('actors.form.contactOffice')}
        optional
        maxLength={120}
        value={office}
        onSay={(said) => onChange({ office: said })}
      />
      <ChoiceField
        id="contact-language"
        label={text('actors.form.contactLanguage')}
        value={contactLanguage}
        options={languages.map((lang) => [lang, text(`actors.form.language.${lang}`)])}
        onChoose={(lang) => onChange({ contactLanguage: lang as PortalLanguage })}
      />
    </AskGroup>
  );
}
