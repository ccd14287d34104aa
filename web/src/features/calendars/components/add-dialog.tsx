import { useForm } from 'react-hook-form';
import { languageName } from '../../../shared/format/names.js';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

interface Values {
  readonly day: string;
  readonly working: 'no' | 'yes';
  readonly es: string;
  readonly en: string;
  readonly reason: string;
}

type Form = ReturnType<typeof useForm<Values>>;

/** What the day is called, in the languages of the network. */
function Names({ form: { register, formState } }: { form: Form }) {
  const text = useText();
  const { languages } = useNetwork();
  return (
    <div className="abreast">
      {languages.map((lang, at) => (
        <Ask
          key={lang}
          id={`day-name-${lang}`}
          label={text('calendars.add.name', { language: languageName(text.lang, lang) })}
          error={formState.errors[lang]?.message}
          optional={at > 0}
        >
          {(control) => (
            <input
              className="input"
              lang={lang}
              maxLength={120}
              {...control}
              {...register(lang, { validate: (value) => at > 0 || value.trim() !== '' || text('calendars.add.nameMissing') })}
            />
          )}
        </Ask>
      ))}
    </div>
  );
}

function Questions({ form }: { form: Form }) {
  const text = useText();
  const { register, formState } = form;
  return (
    <>
      <Ask id="day" label={text('calendars.add.day')} error={formState.errors.day?.message}>
        {(control) => (
          <input
            className="input medium"
            type="date"
            min="1990-01-01"
            max="2200-12-31"
            {...control}
            {...register('day', { required: text('calendars.add.dayMissing') })}
          />
        )}
      </Ask>
      <AskGroup id="working" legend={text('calendars.add.working')}>
        {(['no', 'yes'] as const).map((working) => (
          <label className="option" key={working}>
            <input type="radio" value={working} {...register('working')} /> {text(`calendars.add.${working}`)}
          </label>
        ))}
      </AskGroup>
      <Names form={form} />
      <Ask
        id="day-reason"
        label={text('calendars.reason')}
        help={text('calendars.add.reasonHelp')}
        error={formState.errors.reason?.message}
      >
        {(control) => (
          <textarea
            className="input"
            maxLength={600}
            {...control}
            {...register('reason', { validate: (value) => value.trim() !== '' || text('calendars.reasonMissing') })}
          />
        )}
      </Ask>
    </>
  );
}

const nameOf = ({ es, en }: Values, original: 'es' | 'en') => ({
  original,
  ...(es.trim() !== '' && { es: es.trim() }),
  ...(en.trim() !== '' && { en: en.trim() }),
});

/** Says of one day that nobody works, or that it is worked all the same. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { languages } = useNetwork();
  const add = useWrite('membership.calendars.add');
  const form = useForm<Values>({ defaultValues: { day: '', working: 'no', es: '', en: '', reason: '' } });
  const send = (values: Values) => {
    const { day, working, reason } = values;
    const input = { day, working: working === 'yes', name: nameOf(values, languages[0] ?? 'es'), reason };
    add.mutate({ input }, { onSuccess: onClose });
  };
  return (
    <AppDialog title={text('calendars.add.title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.handleSubmit(send)}>
        <Questions form={form} />
        <SendOrCancel
          send={text('calendars.add.send')}
          error={add.error}
          failed={text('calendars.add.failed')}
          busy={add.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}
