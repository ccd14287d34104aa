import { Navigate, useLocation } from 'react-router';
import { PageTitle } from '../../shared/page/page.js';
import { useNetwork } from '../../shared/session/network.js';
import { useAddress } from '../../shared/session/place.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

/** Somebody whose roles have no queue. */
function NoQueue() {
  const text = useText();
  const { name } = useNetwork();
  return (
    <div className="form-col">
      <PageTitle title={text('states.noPermission.title')} of={name} />
      <p>{text('states.noPermission.text')}</p>
    </div>
  );
}

/** Leads to the first queue that whoever asks may see; an address with an open row keeps it. */
export function Component() {
  const may = useMay();
  const address = useAddress();
  const { search } = useLocation();
  if (may('applications:read')) return <Navigate to={address('secretaria/solicitudes') + search} replace />;
  if (may('practices:comment')) return <Navigate to={address('secretaria/practicas') + search} replace />;
  if (may('audit:read')) return <Navigate to={address('secretaria/bitacora')} replace />;
  return <NoQueue />;
}
