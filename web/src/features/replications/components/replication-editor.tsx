import type { Replication } from '@alianza/contracts/repository/replications';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useTell } from '../../../shared/page/told.js';
import { usePlace } from '../../../shared/session/place.js';
import { useRemember, useWrite } from '../../../shared/session/queries.js';
import { useKeptWords } from '../../../shared/session/unsent.js';
import { useText } from '../../../shared/texts/use-text.js';
import { contentOf, valuesOf, wrongToSave, wrongToTell, type ReplicationValues, type Wrong } from '../api/replication-values.js';
import { ReplicationQuestions } from './replication-questions.js';
import { WrongAnswers } from './wrong-answers.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

const longestAnswer = 2000;

function useSaving(replication: Replication) {
  const { lang } = usePlace();
  const { id, version, content } = replication;
  const edit = useWrite('repository.replications.edit');
  const remember = useRemember('repository.replications.read', { id });
  const save = async (values: ReplicationValues): Promise<Replication | null> => {
    const input = { id, content: contentOf(values, content, lang) };
    const saved = await edit.mutateAsync({ input, version }).catch(() => null);
    if (saved !== null) remember(saved);
    return saved;
  };
  return { save, busy: edit.isPending, error: edit.error, saved: edit.isSuccess };
}

interface Telling {
  readonly replication: Replication;
  readonly answer: string;
  readonly onTold: () => void;
  readonly onClose: () => void;
}

/** Asks once more before it leaves. */
function Tell({ replication, answer, onTold, onClose }: Telling) {
  const text = useText();
  const say = useTell();
  const { id, version, practice, origin } = replication;
  const tell = useWrite('repository.replications.tell', { alsoChanges: ['notifications.notices'] });
  const said = answer.trim();
  const done = () => {
    onTold();
    say(text('replications.form.told'));
  };
  const press = () => void tell.mutateAsync({ input: { id, ...(said !== '' && { answer: said }) }, version }).then(done, () => undefined);
  return (
    <AppDialog title={text('replications.form.tellTitle', { title: practice.title })} onClose={onClose}>
      <p>{text('replications.form.tellText', { origin: origin?.name ?? text('replications.form.network') })}</p>
      <SendOrCancel
        send={text('replications.form.tell')}
        error={tell.error}
        failed={text('replications.form.tellFailed')}
        busy={tell.isPending}
        onSend={press}
        onCancel={onClose}
      />
    </AppDialog>
  );
}

function Answer({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText();
  return (
    <Ask
      id="answer"
      label={text('replications.form.answer')}
      help={text('replications.form.answerHelp')}
      optional
      count={{ used: value.length, limit: longestAnswer }}
    >
      {(control) => (
        <textarea
          className="input"
          maxLength={longestAnswer}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Ask>
  );
}

/** A replication while it may be changed: saved when asked, told when it is whole. */
export function ReplicationEditor({ replication }: { replication: Replication }) {
  const text = useText();
  const form = useForm<ReplicationValues>({ defaultValues: valuesOf(replication.content) });
  const { save, busy, error, saved } = useSaving(replication);
  const [wrong, setWrong] = useState<Wrong>({});
  const [attempt, setAttempt] = useState(0);
  const { words: answer, write: setAnswer, forget } = useKeptWords(`replication.${replication.id}.answer`);
  const [telling, setTelling] = useState(false);
  const mayTell = replication.may.includes('tell');
  const attemptTo = (judge: (values: ReplicationValues) => Wrong, then: () => void) =>
    form.handleSubmit(async (values) => {
      const found = judge(values);
      setWrong(found);
      setAttempt((before) => before + 1);
      if (Object.keys(found).length === 0 && (await save(values)) !== null) then();
    });
  return (
    <FormProvider {...form}>
      <form className="form" noValidate onSubmit={attemptTo(wrongToSave, () => undefined)}>
        <WrongAnswers wrong={wrong} attempt={attempt} />
        <ReplicationQuestions wrong={wrong} />
        {replication.status === 'asked' && mayTell && <Answer value={answer} onChange={setAnswer} />}
        {error && <Failure error={error} title={text('replications.form.saveFailed')} />}
        {!mayTell && <p className="quiet-text">{text('replications.form.onlyTitular')}</p>}
        <div className="buttons">
          {mayTell && (
            <button className="button" type="button" disabled={busy} onClick={attemptTo(wrongToTell, () => setTelling(true))}>
              {text('replications.form.tell')}
            </button>
          )}
          <button className="button second" type="submit" disabled={busy}>
            {text('replications.form.save')}
          </button>
          <span role="status" className="saved">
            {saved && !busy && text('replications.form.saved')}
          </span>
        </div>
      </form>
      {telling && <Tell {...{ replication, answer }} onTold={forget} onClose={() => setTelling(false)} />}
    </FormProvider>
  );
}
