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

/** Asks for the second factor that the role needs and the sign-in did not have. */
function SecondFactor() {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  return (
    <Void title={text('states.secondFactor.title')}>
      <p>{text('states.secondFactor.text')}</p>
      <button className="button" type="button" onClick={() => void auth?.signIn({ lang, secondFactor: true })}>
        {text('states.secondFactor.enter')}
      </button>
    </Void>
  );
}

/** Asks for a new sign-in where the one at hand was too long ago for what is wanted. */
function SignInAgain() {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  return (
    <Void title={text('states.signInAgain.title')}>
      <p>{text('states.signInAgain.text')}</p>
      <button className="button" type="button" onClick={() => void auth?.signIn({ lang, again: true })}>
        {text('states.signInAgain.enter')}
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
  if (isProblem(error, 'second-factor-required')) return <SecondFactor />;
  if (isProblem(error, 'sign-in-too-old'))
    return (
      <div role="alert">
        <SignInAgain />
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
