import { useText } from '../../../shared/texts/use-text.js';

/** Beside the form: what happens once it is sent, and what becomes of what is written. */
export function AfterApplying() {
  const text = useText();
  const steps = [
    [text('application.after.confirm'), text('application.after.confirmText')],
    [text('application.after.review'), text('application.after.reviewText')],
    [text('application.after.answer'), text('application.after.answerText')],
    [text('application.after.join'), text('application.after.joinText')],
  ];
  return (
    <aside className="panel" aria-labelledby="after">
      <h2 id="after">{text('application.after.title')}</h2>
      <section>
        <ol className="steps">
          {steps.map(([name, what]) => (
            <li key={name}>
              <span>
                <b>{name}</b> {what}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <p>{text('application.after.privacy')}</p>
      </section>
    </aside>
  );
}
