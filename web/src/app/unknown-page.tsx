import { PageTitle } from '../shared/page/page.js';
import { useNetworkIfAny } from '../shared/session/network.js';
import { useText } from '../shared/texts/use-text.js';

export function UnknownPage() {
  const text = useText();
  const network = useNetworkIfAny();
  return (
    <div className="form-col">
      <PageTitle title={text('states.page.unknown')} of={network?.name ?? text('frame.platform')} />
      <p>{text('states.page.unknownText')}</p>
    </div>
  );
}
