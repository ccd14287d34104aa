import { Link } from 'react-router';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { KnownColumns } from '../organizations/known-columns.js';
import { actorFieldGroups } from './actor-values.js';

/** What a sheet of actors can hold, and the way back to the map. */
export function ActorColumns() {
  const text = useText();
  const address = useAddress();
  return (
    <div className="form-col">
      <KnownColumns groups={actorFieldGroups} said={text('actorImports.columns.text')} template="actores-plantilla" />
      <p>
        <Link to={address('secretaria/actores')}>{text('actors.form.back')}</Link>
      </p>
    </div>
  );
}
