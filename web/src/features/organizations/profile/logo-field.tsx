import type { Profile } from '@alianza/contracts/membership/directory/profiles';
import { useQuery } from '@tanstack/react-query';
import { PictureField, type PictureChoice } from '../../../shared/files/picture-field.js';
import { asData } from '../../../shared/page/as-data.js';
import { useApi } from '../../../shared/session/api.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestLogo } from '../api/profile-values.js';

interface Props {
  readonly profile: Pick<Profile, 'name' | 'logo'>;
  /** Whether it is the organisation spoken for: only itself looks at a logo that it does not show. */
  readonly own?: boolean;
  readonly choice: PictureChoice;
  readonly onChoose: (choice: PictureChoice) => void;
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

const keys = {
  legend: 'members.own.logo',
  help: 'members.own.logoHelp',
  pick: 'members.own.logoPick',
  chosen: 'members.own.logoChosen',
  tooLarge: 'members.own.logoTooLarge',
  remove: 'members.own.logoRemove',
};

/** The picture by which it is known. */
export function LogoField({ profile, own = true, ...choosing }: Props) {
  return (
    <PictureField id="logo" keys={keys} largest={largestLogo} isKept={profile.logo !== null} {...choosing}>
      {own && <KeptLogo profile={profile} />}
    </PictureField>
  );
}
