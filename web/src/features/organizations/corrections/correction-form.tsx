import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { useState, type SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { isProblem } from '../../../shared/api/problem.js';
import { upload } from '../../../shared/api/upload.js';
import { Ask } from '../../../shared/forms/ask.js';
import { Summary } from '../../../shared/forms/summary.js';
import { Failure } from '../../../shared/page/failure.js';
import { useApi } from '../../../shared/session/api.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { correctionOf, correctionSaid, wrongInCorrection, type CorrectionValues } from '../api/correction-values.js';
import { LanguagesField } from '../profile/languages-field.js';
import { LinksField } from '../profile/links-field.js';
import { LogoField } from '../profile/logo-field.js';
import type { PictureChoice } from '../../../shared/files/picture-field.js';
import { PlaceFields, WebsiteField } from '../profile/place-fields.js';
import { WorkField } from '../profile/work-field.js';
import { NameFields } from './name-fields.js';

export interface CorrectionProps {
  readonly values: CorrectionValues;
  readonly onChange: (change: Partial<CorrectionValues>) => void;
  /** What is wrong, by the id of its control. */
  readonly wrong: ReadonlyMap<string, string>;
}

const longestReason = 1000;

function ReasonField({ values: { reason }, onChange, wrong }: CorrectionProps) {
  const text = useText();
  return (
    <Ask
      id="reason"
      label={text('members.correct.reason')}
      help={text('members.correct.reasonHelp')}
      error={wrong.get('reason')}
      count={{ used: reason.length, limit: longestReason }}
    >
      {(control) => (
        <textarea
          className="input"
          maxLength={longestReason}
          {...control}
          value={reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      )}
    </Ask>
  );
}

/** Sends the picture first, where there is one; then what it says, with the version that was read. */
function useCorrecting({ id, version }: MemberFile) {
  const { caller } = useApi();
  const address = useAddress();
  const go = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const correct = useWrite('membership.members.correct', { alsoChanges: ['membership.organizations'] });
  const save = async (values: CorrectionValues, logo: PictureChoice) => {
    setError(null);
    setBusy(true);
    try {
      const chosen = logo.what === 'new' ? (await upload(caller, 'organization-logo', logo.file)).uploadId : null;
      const input = { id, ...correctionSaid(values), ...(logo.what !== 'kept' && { logoUploadId: chosen }) };
      await correct.mutateAsync({ input, version });
      void go(`${address('secretaria/integrantes')}?abierta=${id}`);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, error };
}

/** The form of the organisation itself, with its name and a reason; what it shows in public is not asked. */
export function CorrectionForm({ member, onReadAgain }: { member: MemberFile; onReadAgain: () => void }) {
  const text = useText();
  const address = useAddress();
  const [values, setValues] = useState(() => correctionOf(member));
  const [logo, chooseLogo] = useState<PictureChoice>({ what: 'kept' });
  const [attempt, setAttempt] = useState(0);
  const { save, busy, error } = useCorrecting(member);
  const problems = attempt > 0 ? wrongInCorrection(values) : [];
  const wrong = new Map(problems.map(({ id, key, number }) => [id, text(key, { number })]));
  const field: CorrectionProps = { values, wrong, onChange: (part) => setValues({ ...values, ...part }) };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrongInCorrection(values).length === 0) void save(values, logo);
  };
  const items = [...wrong].map(([id, said]) => ({ id, text: said }));
  return (
    <form className="form" noValidate onSubmit={send}>
      <p>{text('members.correct.lede')}</p>
      {problems.length > 0 && <Summary title={text('members.own.wrong')} items={items} attempt={attempt} />}
      <NameFields {...field} />
      <PlaceFields {...field} />
      <LanguagesField {...field} />
      <WorkField {...field} />
      <WebsiteField {...field} />
      <LinksField {...field} />
      <LogoField profile={member} choice={logo} onChoose={chooseLogo} own={false} />
      <ReasonField {...field} />
      {error !== null && <Failure error={error} title={text('members.correct.failed')} />}
      {isProblem(error, 'version-stale') && (
        <button className="button second" type="button" onClick={onReadAgain}>
          {text('members.own.readAgain')}
        </button>
      )}
      <div className="buttons">
        <button className="button" type="submit" disabled={busy}>
          {text('members.correct.save')}
        </button>
        <Link className="button second" to={`${address('secretaria/integrantes')}?abierta=${member.id}`}>
          {text('states.form.cancel')}
        </Link>
      </div>
    </form>
  );
}
