import { PageTitle } from '../shared/page/page.js';
import { useNetwork } from '../shared/session/network.js';
import { useText } from '../shared/texts/use-text.js';

export function UnknownPage() {
  const text = useText();
  const { name } = useNetwork();
  return (
    <div className="form-col">
      <PageTitle title={text('states.page.unknown')} of={name} />
      <p>{text('states.page.unknownText')}</p>
    </div>
  );
}
