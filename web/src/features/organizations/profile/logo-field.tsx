import type { Profile } from '@alianza/contracts/membership/directory/profiles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AskGroup } from '../../../shared/forms/ask.js';
import { asData } from '../../../shared/page/as-data.js';
import { useApi } from '../../../shared/session/api.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestLogo } from '../api/profile-values.js';

/** What becomes of the logo when the form is saved. */
export type LogoChoice = { readonly what: 'kept' } | { readonly what: 'none' } | { readonly what: 'new'; readonly file: File };

interface Props {
  readonly profile: Pick<Profile, 'name' | 'logo'>;
  /** Whether it is the organisation spoken for: only itself looks at a logo that it does not show. */
  readonly own?: boolean;
  readonly choice: LogoChoice;
  readonly onChoose: (choice: LogoChoice) => void;
}

/** The logo as it is kept; its address is good once, so its bytes are. */
function KeptLogo({ profile: { name, logo } }: Pick<Props, 'profile'>) {
  const text = useText();
  const { call, scope } = useApi();
  const { data } = useQuery({
    queryKey: [...scope, 'logo', logo?.hash],
    queryFn: async ({ signal }) => {
      const { url } = await call('membership.profiles.logo', {}, { signal });
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`the logo was not given: ${String(response.status)}`);
      return asData(await response.blob());
    },
    enabled: logo !== null,
    staleTime: Infinity,
  });
  if (logo === null || data === undefined) return null;
  return <img className="logo" src={data} width={logo.width} height={logo.height} alt={text('members.own.logoAlt', { name })} />;
}

/** The picture by which it is known: chosen here, sent with the rest. */
export function LogoField({ profile, own = true, choice, onChoose }: Props) {
  const text = useText();
  const [refused, refuse] = useState<string | undefined>(undefined);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const fits = file.size <= largestLogo;
    refuse(fits ? undefined : text('members.own.logoTooLarge', { name: file.name }));
    if (fits) onChoose({ what: 'new', file });
  };
  const stays = choice.what === 'new' || (choice.what === 'kept' && profile.logo !== null);
  return (
    <AskGroup id="logo" legend={text('members.own.logo')} help={text('members.own.logoHelp')} error={refused} optional>
      {choice.what === 'kept' && own && <KeptLogo profile={profile} />}
      <p role="status">{choice.what === 'new' && text('members.own.logoChosen', { name: choice.file.name })}</p>
      <p className="attached">
        <label className="button second" htmlFor="logo-pick">
          {text('members.own.logoPick')}
        </label>
        <input
          className="sr"
          id="logo-pick"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            take(file);
          }}
        />
        {stays && (
          <button className="link" type="button" onClick={() => onChoose({ what: 'none' })}>
            {text('members.own.logoRemove')}
          </button>
        )}
      </p>
    </AskGroup>
  );
}
