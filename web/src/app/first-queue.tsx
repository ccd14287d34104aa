import { Navigate, useLocation } from 'react-router';
import { NoPermission } from '../shared/page/failure.js';
import { useAddress } from '../shared/session/place.js';
import { useMay } from '../shared/session/session.js';

/** Leads to the first queue that whoever asks may see; an address with an open row keeps it. */
export function Component() {
  const may = useMay();
  const address = useAddress();
  const { search } = useLocation();
  if (may('applications:read')) return <Navigate to={address('secretaria/solicitudes') + search} replace />;
  if (may('practices:review')) return <Navigate to={address('secretaria/practicas') + search} replace />;
  if (may('audit:read')) return <Navigate to={address('secretaria/bitacora')} replace />;
  return <NoPermission />;
}
