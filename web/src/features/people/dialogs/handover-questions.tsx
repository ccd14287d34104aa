import type { OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { UseFormReturn } from 'react-hook-form';
import { AddressQuestions } from '../../../shared/forms/address-questions.js';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { looksLikeAddress } from '../../../shared/forms/mail-address.js';
import { useText } from '../../../shared/texts/use-text.js';
import { successorsIn, titularIn } from '../api/letters-due.js';

export const other = 'other';

export interface Handing {
  /** A person of the organisation, or `other`. */
  readonly who: string;
  /** Asked of `other` alone. */
  readonly email?: string;
  readonly language?: 'es' | 'en';
  readonly becomes?: 'suplente' | 'editor' | 'nothing';
  /** Without waiting for them to accept: for the secretariat, with people of the organisation. */
  readonly now?: boolean;
}

interface Props {
  readonly people: OrganizationPeople;
  readonly form: UseFormReturn<Handing>;
  /** Whether whoever asks may do it at once. */
  readonly decides: boolean;
}

function Who({ people, form: { register, formState } }: Omit<Props, 'decides'>) {
  const text = useText();
  return (
    <Ask id="successor" label={text('people.handover.who')} error={formState.errors.who?.message}>
      {(control) => (
        <select className="input medium" {...control} {...register('who', { required: text('people.handover.whoMissing') })}>
          <option value="">{text('application.choose')}</option>
          {successorsIn(people.items).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {titularIn(people.items) !== undefined && <option value={other}>{text('people.handover.other')}</option>}
        </select>
      )}
    </Ask>
  );
}

function After({ form: { register } }: Pick<Props, 'form'>) {
  const text = useText();
  const ways = [
    ['suplente', text('people.handover.suplente')],
    ['editor', text('people.handover.editor')],
    ['nothing', text('people.handover.nothing')],
  ] as const;
  return (
    <AskGroup id="becomes" legend={text('people.handover.becomes')}>
      {ways.map(([value, label]) => (
        <label className="option" key={value}>
          <input type="radio" value={value} {...register('becomes')} /> {label}
        </label>
      ))}
    </AskGroup>
  );
}

/** To whom the role of titular goes, and what its holder is afterwards. */
export function HandoverQuestions({ people, form, decides }: Props) {
  const text = useText();
  const { register, watch, formState } = form;
  const who = watch('who');
  const held = titularIn(people.items) !== undefined;
  return (
    <>
      <Who people={people} form={form} />
      {who === other && (
        <AddressQuestions
          email={register('email', { validate: (value) => looksLikeAddress(value) || text('people.invite.emailWrong') })}
          language={register('language')}
          error={formState.errors.email}
        />
      )}
      {held && <After form={form} />}
      {held && decides && who !== '' && who !== other && (
        <label className="option">
          <input type="checkbox" {...register('now')} /> {text('people.handover.now')}
          <small className="help">{text('people.handover.nowHelp')}</small>
        </label>
      )}
    </>
  );
}
