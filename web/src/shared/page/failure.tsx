import { isProblem, Problem } from '../api/problem.js';
import { useApi } from '../session/api.js';
import { usePlace } from '../session/place.js';
import { Void } from '../parts/void.js';
import { useText } from '../texts/use-text.js';

interface Props {
  readonly error: unknown;
  /** What could not be done, as a title: "No se pudo traer la lista de prácticas". */
  readonly title: string;
  readonly onRetry?: () => void;
}

function CodeToDictate({ error }: { error: unknown }) {
  const text = useText();
  if (!isProblem(error) || error.traceId === null) return null;
  return (
    <p className="quiet-text">
      {text('states.failure.code')} <b className="trace">{error.traceId}</b>
    </p>
  );
}

/** Asks for the second factor that the sign-in did not have, or for a new one where it was too long ago for what is wanted. */
function SignIn({ lacking }: { lacking: 'secondFactor' | 'signInAgain' }) {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  const options = lacking === 'secondFactor' ? { lang, secondFactor: true } : { lang, again: true };
  return (
    <Void title={text(`states.${lacking}.title`)}>
      <p>{text(`states.${lacking}.text`)}</p>
      <button className="button" type="button" onClick={() => void auth?.signIn(options)}>
        {text(`states.${lacking}.enter`)}
      </button>
    </Void>
  );
}

function NoPermission() {
  const text = useText();
  return (
    <Void title={text('states.noPermission.title')}>
      <p>{text('states.noPermission.text')}</p>
    </Void>
  );
}

/** A refusal or a breakdown where something should stand: what happened, what to do, and a code that can be dictated. */
export function Failure({ error, title, onRetry }: Props) {
  const text = useText();
  if (isProblem(error, 'second-factor-required')) return <SignIn lacking="secondFactor" />;
  if (isProblem(error, 'sign-in-too-old'))
    return (
      <div role="alert">
        <SignIn lacking="signInAgain" />
      </div>
    );
  if (error instanceof Problem && error.status === 403 && error.code === 'forbidden') return <NoPermission />;
  const passing = !(error instanceof Problem) || error.passing;
  const detail = error instanceof Problem && error.status !== 0 ? (error.detail ?? error.title) : null;
  return (
    <div role="alert">
      <Void title={title}>
        <p>{detail ?? text('states.failure.unreachable')}</p>
        {passing && onRetry && (
          <button className="button" type="button" onClick={onRetry}>
            {text('states.failure.retry')}
          </button>
        )}
        <CodeToDictate error={error} />
      </Void>
    </div>
  );
}
