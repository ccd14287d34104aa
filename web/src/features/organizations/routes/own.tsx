import { useState, type ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { Kept } from '../../../shared/forms/kept.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { OwnHistory } from '../profile/own-history.js';
import { ProfileForm } from '../profile/profile-form.js';

/** What the organisation says of itself, and what of it the public reads. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const profile = useRead('membership.profiles.get', {});
  const tabs = useOutletContext<ReactNode>();
  const [saved, setSaved] = useState<number | null>(null);
  const [from, begin] = useState(0);
  const readAgain = async () => begin((await profile.refetch()).data?.version ?? 0);
  const onSaved = (version: number) => {
    setSaved(version);
    begin(version);
  };
  return (
    <div className="form-col is-narrow">
      <PageTitle title={text('members.own.title')} of={name} />
      {tabs}
      <Loaded query={profile} failed={text('members.own.failed')} skeleton={<RowsSkeleton rows={6} />}>
        {(read) => (
          <Kept key={read.id} read={read} from={from}>
            {(kept) => (
              <ProfileForm key={kept.version} profile={kept} saved={saved} onSaved={onSaved} onReadAgain={() => void readAgain()} />
            )}
          </Kept>
        )}
      </Loaded>
      {profile.data && <OwnHistory />}
    </div>
  );
}
