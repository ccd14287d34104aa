import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

/** An address that should carry a link's secret and does not, or one that is not good any more. */
export function NoLink() {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  return (
    <div className="form-col">
      <PageTitle title={text('application.noLink.title')} of={name} />
      <p>{text('application.noLink.text')}</p>
      <p className="buttons">
        <a className="button second" href={address('solicitud')}>
          {text('application.noLink.apply')}
        </a>
      </p>
    </div>
  );
}
