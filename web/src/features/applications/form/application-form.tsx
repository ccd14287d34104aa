import { useState, type ReactNode } from 'react';
import { FormProvider, useForm, type FieldErrors, type Resolver } from 'react-hook-form';
import { Problem } from '../../../shared/api/problem.js';
import { SavedNote } from '../../../shared/forms/saved-note.js';
import { Summary, type Wrong } from '../../../shared/forms/summary.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { forgetDraft, storedDraft, useKeptDraft } from '../api/application-draft.js';
import { messagesOf } from '../api/application-messages.js';
import type { ApplicationField, ApplicationValues } from '../api/application-fields.js';
import { ApplicationQuestions } from './application-questions.js';

/** Fetched once somebody sends: reading the questions needs none of it. */
const judge = async (...asked: Parameters<typeof import('../api/application-values.js').judge>) =>
  (await import('../api/application-values.js')).judge(...asked);

function useAround() {
  const { lang } = usePlace();
  const { privacy } = useNetwork();
  return { language: lang, notice: privacy.version };
}

/** The contract's own check, in the reader's words. */
function useResolver(): Resolver<ApplicationValues> {
  const text = useText();
  const around = useAround();
  return async (values) => {
    const { wrong } = await judge(values, around);
    if (wrong === null) return { values, errors: {} };
    const errors = Object.entries(messagesOf(wrong, text)).map(([field, message]) => [field, { type: 'judged', message }]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<ApplicationValues> };
  };
}

function useSending(onSent: (email: string) => void) {
  const { network } = usePlace();
  const around = useAround();
  const text = useText();
  const apply = useWrite('membership.applications.apply');
  const [refused, setRefused] = useState<Problem | null>(null);
  const send = async (values: ApplicationValues, wrongAt: (field: ApplicationField, message: string) => void) => {
    const { input } = await judge(values, around);
    if (input === null) return;
    setRefused(null);
    try {
      await apply.mutateAsync({ input });
      forgetDraft(network);
      onSent(input.email);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'upload-not-found') wrongAt('letterFile', text('application.error.letterFileGone'));
      for (const { pointer, detail } of error.errors) wrongAt(pointer.slice(1) as ApplicationField, detail);
      setRefused(error);
    }
  };
  return { send, refused, sending: apply.isPending };
}

const wrongsOf = (errors: FieldErrors<ApplicationValues>): Wrong[] =>
  Object.entries(errors).flatMap(([id, error]) => (typeof error.message === 'string' ? [{ id, text: error.message }] : []));

/** Beside the button: which notice it is sent under. Opened apart, so that what is written stays. */
function WhatIsKept() {
  const text = useText();
  const address = useAddress();
  const { privacy } = useNetwork();
  return (
    <p>
      {text('application.notice', { version: privacy.version })}{' '}
      <a href={address('privacidad')} target="_blank" rel="noopener">
        {text('application.readNotice')}
      </a>
    </p>
  );
}

/** Everything is kept in this browser while it is written, and stays there when sending fails. */
export function ApplicationForm({ intro, onSent }: { intro: ReactNode; onSent: (email: string) => void }) {
  const text = useText();
  const { network } = usePlace();
  const form = useForm({ defaultValues: storedDraft(network), resolver: useResolver(), shouldFocusError: false });
  const savedAt = useKeptDraft(network, form);
  const { send, refused, sending } = useSending(onSent);
  const { errors, submitCount, isSubmitted } = form.formState;
  const wrongs = wrongsOf(errors);
  const submit = form.handleSubmit((values) => send(values, (field, message) => form.setError(field, { type: 'refused', message })));
  const title = wrongs.length > 0 ? text('application.summary', { count: wrongs.length }) : text('application.refused');
  const detail = refused && refused.errors.length === 0 ? (refused.detail ?? text('states.failure.unreachable')) : '';
  return (
    <FormProvider {...form}>
      {isSubmitted && (wrongs.length > 0 || refused) && (
        <Summary title={title} text={`${detail} ${text('application.kept')}`.trim()} items={wrongs} attempt={submitCount} />
      )}
      {intro}
      <SavedNote savedAt={savedAt} />
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ApplicationQuestions />
        <WhatIsKept />
        <div className="buttons">
          <button className="button" type="submit" disabled={sending}>
            {sending ? text('application.sending') : text('application.send')}
          </button>
          <a className="button second" href={`/${network}`}>
            {text('application.later')}
          </a>
        </div>
      </form>
    </FormProvider>
  );
}
