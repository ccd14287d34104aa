import type { Profile } from '@alianza/contracts/membership/directory/profiles';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { upload } from '../../../shared/api/upload.js';
import { Summary } from '../../../shared/forms/summary.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useApi } from '../../../shared/session/api.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { saidBy, valuesOf, wrongIn, type ProfileValues, type WrongValue } from '../api/profile-values.js';
import { Consents } from './consents.js';
import { LanguagesField } from './languages-field.js';
import { LinksField } from './links-field.js';
import { LogoField } from './logo-field.js';
import type { PictureChoice } from '../../../shared/files/picture-field.js';
import { PlaceFields, WebsiteField } from './place-fields.js';
import { WorkField } from './work-field.js';

interface Props {
  readonly profile: Profile;
  /** The version that was saved here last: the form is made anew with each. */
  readonly saved: number | null;
  readonly onSaved: (version: number) => void;
  /** Reads anew what somebody else changed. */
  readonly onReadAgain: () => void;
}

/** What every question of the form gets. */
export interface FieldProps {
  readonly values: ProfileValues;
  readonly onChange: (change: Partial<ProfileValues>) => void;
  /** What is wrong, by the id of its control. */
  readonly wrong: ReadonlyMap<string, string>;
}

function useEditing({ profile, onSaved }: Props) {
  const { caller } = useApi();
  const [values, setValues] = useState(valuesOf(profile));
  const [logo, chooseLogo] = useState<PictureChoice>({ what: 'kept' });
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const edit = useWrite('membership.profiles.edit');
  const problems = wrongIn(values);
  const logoUpload = async (): Promise<string | null | undefined> => {
    if (logo.what === 'kept') return undefined;
    return logo.what === 'none' ? null : (await upload(caller, 'organization-logo', logo.file)).uploadId;
  };
  const save = async () => {
    setAttempt(attempt + 1);
    setSending(null);
    if (problems.length > 0) return;
    setBusy(true);
    try {
      const logoUploadId = await logoUpload();
      const input = { ...saidBy(values), ...(logoUploadId !== undefined && { logoUploadId }) };
      const kept = await edit.mutateAsync({ input, version: profile.version });
      onSaved(kept.version);
    } catch (error) {
      setSending(error);
    } finally {
      setBusy(false);
    }
  };
  const change = (part: Partial<ProfileValues>) => setValues({ ...values, ...part });
  return { values, change, logo, chooseLogo, attempt, problems, save, busy, error: sending };
}

const told = (text: ReturnType<typeof useText>, { key, number }: WrongValue) => text(key, { number });

function Outcome({ error, saved, onReadAgain }: { error: unknown; saved: boolean; onReadAgain: () => void }) {
  const text = useText();
  return (
    <>
      {error !== null && <Failure error={error} title={text('members.own.notSaved')} />}
      {isProblem(error, 'version-stale') && (
        <button className="button second" type="button" onClick={onReadAgain}>
          {text('members.own.readAgain')}
        </button>
      )}
      <p role="status">{saved && <State kind="done">{text('members.own.saved')}</State>}</p>
    </>
  );
}

/** Every fact of an organisation that is its own to say, and beside none of them who may read it: that stands together, at the end. */
export function ProfileForm(props: Props) {
  const { profile, saved, onReadAgain } = props;
  const text = useText();
  const address = useAddress();
  const { values, change, logo, chooseLogo, attempt, problems, save, busy, error } = useEditing(props);
  const tried = attempt > 0 && problems.length > 0;
  const wrong = new Map(tried ? problems.map((problem) => [problem.id, told(text, problem)]) : []);
  const field: FieldProps = { values, onChange: change, wrong };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  const items = [...wrong].map(([id, said]) => ({ id, text: said }));
  return (
    <form className="form" noValidate onSubmit={send}>
      <p>{text('members.own.lede')}</p>
      <p className="quiet-text">{text('members.own.always', { name: profile.name })}</p>
      {profile.status === 'suspended' && <p className="notice">{text('members.own.suspended')}</p>}
      {tried && <Summary title={text('members.own.wrong')} items={items} attempt={attempt} />}
      <PlaceFields {...field} />
      <LanguagesField {...field} />
      <WorkField {...field} />
      <WebsiteField {...field} />
      <LinksField {...field} />
      <LogoField profile={profile} choice={logo} onChoose={chooseLogo} />
      <Consents {...field} />
      <div className="save-bar">
        <Outcome error={error} saved={error === null && saved === profile.version} onReadAgain={onReadAgain} />
        <div className="buttons">
          <button className="button" type="submit" disabled={busy}>
            {text('members.own.save')}
          </button>
          {profile.listed && (
            <a className="button second" href={address(`organizaciones/${profile.slug}`)}>
              {text('members.own.publicPage')}
            </a>
          )}
        </div>
      </div>
    </form>
  );
}
