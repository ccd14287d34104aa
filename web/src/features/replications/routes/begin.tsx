import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { Void } from '../../../shared/parts/void.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { contentOf, emptyReplication, wrongToSave, type ReplicationValues, type Wrong } from '../api/replication-values.js';
import { ReplicationQuestions } from '../components/replication-questions.js';
import { WrongAnswers } from '../components/wrong-answers.js';

function useBeginning({ id: practiceId }: PublishedPractice) {
  const { lang } = usePlace();
  const address = useAddress();
  const go = useNavigate();
  const draft = useWrite('repository.replications.draft');
  const begin = (values: ReplicationValues) =>
    draft.mutate(
      { input: { practiceId, content: contentOf(values, null, lang) } },
      { onSuccess: ({ id }) => void go(address(`miembro/replicas/${id}`), { replace: true }) },
    );
  return { begin, busy: draft.isPending, error: draft.error };
}

function Beginning({ practice }: { practice: PublishedPractice }) {
  const text = useText();
  const form = useForm<ReplicationValues>({ defaultValues: emptyReplication });
  const { begin, busy, error } = useBeginning(practice);
  const [wrong, setWrong] = useState<Wrong>({});
  const [attempt, setAttempt] = useState(0);
  const submit = form.handleSubmit((values) => {
    const found = wrongToSave(values);
    setWrong(found);
    setAttempt((before) => before + 1);
    if (Object.keys(found).length === 0) begin(values);
  });
  return (
    <FormProvider {...form}>
      <form className="form" noValidate onSubmit={submit}>
        <WrongAnswers wrong={wrong} attempt={attempt} />
        <ReplicationQuestions wrong={wrong} />
        {error && <Failure error={error} title={text('replications.form.saveFailed')} />}
        <div className="buttons">
          <button className="button" type="submit" disabled={busy}>
            {text('replications.form.save')}
          </button>
        </div>
      </form>
    </FormProvider>
  );
}

/** Nobody repeats what is their own: it is said before anything is written. */
function OwnPractice({ practice: { slug } }: { practice: PublishedPractice }) {
  const text = useText();
  const address = useAddress();
  return (
    <Void title={text('replications.form.own')}>
      <p>{text('replications.form.ownText')}</p>
      <p className="buttons">
        <Link className="button second" to={address('miembro/replicas')}>
          {text('replications.form.ownList')}
        </Link>
        <a href={address(`practicas/${slug}`)}>{text('replications.form.ownBack')}</a>
      </p>
    </Void>
  );
}

/** Begins a replication of the practice that the address names. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const { acting } = useSession();
  const [search] = useSearchParams();
  const practice = useRead('repository.practices.get', { slug: search.get('practica') ?? '' });
  const own = useRead('repository.practices.own', { status: 'published', limit: 100 });
  return (
    <div className="form-col is-narrow">
      <Loaded query={practice} failed={text('replications.form.practiceFailed')} skeleton={<RowsSkeleton rows={6} />}>
        {(found) => (
          <>
            <div>
              <p className="kicker">{text('replications.form.kicker', { organization: acting?.name ?? name })}</p>
              <PageTitle title={text('replications.form.titleNew', { title: found.title })} of={name} />
            </div>
            {own.data?.items.some(({ id }) => id === found.id) === true ? (
              <OwnPractice practice={found} />
            ) : (
              <>
                <p>{text('replications.form.text', { origin: found.owner ?? text('replications.form.network') })}</p>
                <Beginning practice={found} />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
