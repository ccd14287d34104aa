import { document, html, mark, type Html } from '../pages/html.js';
import type { Message } from './messages.js';

export const mailboxPath = '/_correo';

const when = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short' });
const dateOf = (message: Message) => html`<time datetime="${message.date}">${when.format(new Date(message.date))}</time>`;

function frame(title: string, content: Html): string {
  const body = html`<aside class="band"><p class="hold">Buzón local: aquí llega todo lo que se envía. Nada sale de esta máquina.</p></aside>
    <header class="masthead">
      <div class="hold">
        <a class="brand" href="${mailboxPath}">${mark}<span>Correo</span></a>
        <a href="/">Ir al portal</a>
      </div>
    </header>
    <main class="hold">${content}</main>`;
  return document({ lang: 'es', title: `${title} · Correo`, stylesheet: `${mailboxPath}/correo.css`, body }).markup;
}

const subjectOf = ({ subject }: Message) => subject || 'Sin asunto';

const row = (message: Message): Html =>
  html`<li>
    <p class="quiet">${dateOf(message)}</p>
    <div>
      <h2><a href="${mailboxPath}/${message.id}">${subjectOf(message)}</a></h2>
      <p>Para ${message.to.join(', ')}</p>
      <p class="quiet">De ${message.from}</p>
    </div>
  </li>`;

const inFigures = (shown: number, total: number) => {
  if (total === 0) return 'Todavía no llegó ningún mensaje.';
  const all = total === 1 ? '1 mensaje' : `${total} mensajes`;
  return shown < total ? `Los ${shown} más recientes de ${all}.` : `${all}, del más reciente al más antiguo.`;
};

/** At most a hundred: older ones stay on disk and in the answer for tests. */
export const listPage = (messages: readonly Message[]): string => {
  const shown = messages.slice(0, 100);
  return frame(
    'Mensajes',
    html`<div class="intro">
        <h1>Mensajes</h1>
        <p class="quiet">${inFigures(shown.length, messages.length)}</p>
      </div>
      ${
        shown.length > 0 &&
        html`<ol class="messages">
          ${shown.map(row)}
        </ol>`
      }`,
  );
};

/** Text with its addresses made links; everything else stays as written. */
function linked(text: string): Html {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/);
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))}`;
}

export const messagePage = (message: Message): string =>
  frame(
    subjectOf(message),
    html`<p class="crumbs"><a href="${mailboxPath}">Todos los mensajes</a></p>
      <article>
        <h1>${subjectOf(message)}</h1>
        <dl class="pairs">
          <div>
            <dt>Para</dt>
            <dd>${message.to.join(', ')}</dd>
          </div>
          <div>
            <dt>De</dt>
            <dd>${message.from}</dd>
          </div>
          <div>
            <dt>Llegó</dt>
            <dd>${dateOf(message)}</dd>
          </div>
        </dl>
        ${message.text !== '' && html`<section aria-label="Texto"><pre>${linked(message.text)}</pre></section>`}
        ${
          message.html !== null &&
          html`<section aria-labelledby="html">
            <h2 id="html">Como se ve con formato</h2>
            <iframe src="${mailboxPath}/${message.id}/html" title="Mensaje con formato" sandbox></iframe>
          </section>`
        }
        <details>
          <summary>Encabezados</summary>
          <dl class="headers">
            ${message.headers.map(
              ({ name, value }) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>
        </details>
      </article>`,
  );

export const missingPage = (): string =>
  frame(
    'No está',
    html`<h1>Este mensaje no está</h1>
      <p>Se guardan los 500 más recientes. <a href="${mailboxPath}">Ver todos los mensajes</a></p>`,
  );
