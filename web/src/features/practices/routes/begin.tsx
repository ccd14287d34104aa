import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Ask } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyValues, judge, longest, type PracticeValues } from '../api/practice-values.js';
import { WhosePractice, type Whose } from '../components/whose-practice.js';
import { OriginalChoice } from '../editor/original-choice.js';

type Form = ReturnType<typeof useForm<PracticeValues>>;

function FirstWords({ form }: { form: Form }) {
  const text = useText();
  const { register, formState, watch } = form;
  const original = watch('original');
  const { title, summary } = formState.errors.prose ?? {};
  const needed = (message: string) => ({ validate: (value: string) => value.trim() !== '' || message });
  return (
    <>
      <Ask id="title" label={text('practiceForm.field.title')} help={text('practiceForm.help.title')} error={title?.[original]?.message}>
        {(control) => (
          <input
            className="input"
            lang={original}
            maxLength={longest.title}
            {...control}
            {...register(`prose.title.${original}`, needed(text('practiceForm.begin.titleMissing')))}
          />
        )}
      </Ask>
      <Ask
        id="summary"
        label={text('practiceForm.field.summary')}
        help={text('practiceForm.help.summary')}
        error={summary?.[original]?.message}
        count={{ used: watch(`prose.summary.${original}`).length, limit: longest.summary }}
      >
        {(control) => (
          <textarea
            className="input"
            lang={original}
            maxLength={longest.summary}
            {...control}
            {...register(`prose.summary.${original}`, needed(text('practiceForm.begin.summaryMissing')))}
          />
        )}
      </Ask>
    </>
  );
}

function useBeginning() {
  const address = useAddress();
  const go = useNavigate();
  const [whose, choose] = useState<Whose>(null);
  const [tried, setTried] = useState(false);
  const draft = useWrite('repository.practices.draft');
  const enter = useWrite('repository.entries.enter');
  const onSuccess = ({ id }: { id: string }) => void go(address(`miembro/practicas/${id}`), { replace: true });
  const begin = (values: PracticeValues) => {
    setTried(true);
    const { content } = judge(values, null);
    if (whose === '') return document.getElementById('organization')?.focus();
    if (content === null) return;
    if (whose === null) draft.mutate({ input: { content } }, { onSuccess });
    else enter.mutate({ input: { organizationId: whose, content } }, { onSuccess });
  };
  const { isPending: busy, error } = whose === null ? draft : enter;
  return { whose, choose, missing: tried && whose === '', begin, complain: () => setTried(true), busy, error };
}

/** Begins a practice with what identifies it; from then on it saves itself. */
export function Component() {
  const text = useText();
  const { lang } = usePlace();
  const { name } = useNetwork();
  const { acting } = useSession();
  const form = useForm<PracticeValues>({ defaultValues: emptyValues(lang) });
  const may = useMay();
  const { whose, choose, missing, begin, complain, busy, error } = useBeginning();
  return (
    <div className="form-col is-narrow">
      <div>
        <p className="kicker">{acting?.name ?? name}</p>
        <PageTitle title={text('practiceForm.begin.title')} of={name} />
      </div>
      <p>{text('practiceForm.begin.text')}</p>
      <FormProvider {...form}>
        <form className="form" noValidate onSubmit={form.handleSubmit(begin, complain)}>
          {may('practices:enter') && <WhosePractice whose={whose} missing={missing} onChoose={choose} />}
          <OriginalChoice />
          <FirstWords form={form} />
          {error && <Failure error={error} title={text('practiceForm.begin.failed')} />}
          <div className="buttons">
            <button className="button" type="submit" disabled={busy}>
              {text('practiceForm.begin.press')}
            </button>
          </div>
        </form>
      </FormProvider>
    </div>
  );
}
