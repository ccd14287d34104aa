import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { rememberActing } from '../../shared/session/acting.js';
import { addressOf, usePlace } from '../../shared/session/place.js';
import { useSession } from '../../shared/session/session.js';
import { wideRoles } from '../../shared/session/standing-values.js';
import { useText } from '../../shared/texts/use-text.js';

interface Choice {
  readonly id: string;
  readonly network: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly current: boolean;
}

/** Every organisation this person can act for, network by network, and every network in which they are something by themselves. */
function useChoices() {
  const text = useText();
  const { network } = usePlace();
  const { me, acting } = useSession();
  return me.networks.map(({ code, name, organizations, roles }) => {
    const here = code === network;
    const wide = wideRoles({ organizations, roles });
    const alone = {
      id: code,
      network: code,
      organizationId: null,
      name: wide.map((role) => text(`taxonomy.role.${role}`)).join(', '),
      current: here && acting === null,
    };
    const choices: Choice[] = organizations.map((organization) => ({
      id: `${code}/${organization.id}`,
      network: code,
      organizationId: organization.id,
      name: organization.name,
      current: here && organization.id === acting?.id,
    }));
    return { code, name, choices: wide.length > 0 ? [...choices, alone] : choices };
  });
}

/** Changes for whom one acts; in another network that is another page. */
export function SwitchMenu() {
  const text = useText();
  const place = usePlace();
  const go = useNavigate();
  const { actFor } = useSession();
  const sections = useChoices();
  const all = sections.flatMap(({ choices }) => choices);
  if (all.length < 2) return null;
  const choose = (id: unknown) => {
    const choice = all.find((one) => one.id === id);
    if (choice === undefined || choice.current) return;
    rememberActing(choice.network, choice.organizationId);
    const home = addressOf({ ...place, network: choice.network }, 'miembro');
    if (choice.network !== place.network) return location.assign(home);
    actFor(choice.organizationId);
    void go(home);
  };
  const selectedKeys = all.filter(({ current }) => current).map(({ id }) => id);
  return (
    <MenuTrigger>
      <Button className="link">{text('account.switch')}</Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu aria-label={text('account.switchLabel')} selectionMode="single" selectedKeys={selectedKeys} onAction={choose}>
          {sections.map(({ code, name, choices }) => (
            <MenuSection key={code}>
              <Header>{name}</Header>
              {choices.map(({ id, name: organization }) => (
                <MenuItem key={id} id={id}>
                  {organization}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
