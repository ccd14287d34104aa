import { useRouteError } from 'react-router';
import { Failure } from '../shared/page/failure.js';
import { useText } from '../shared/texts/use-text.js';

/** When a page cannot be shown at all, a new version having replaced its files among other reasons. */
export function BrokenPage() {
  const text = useText();
  const error = useRouteError();
  return (
    <main className="hold">
      <Failure error={error} title={text('states.page.failed')} onRetry={() => location.reload()} />
    </main>
  );
}
