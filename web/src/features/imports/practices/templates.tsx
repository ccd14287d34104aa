import { usePlace } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

/** What to write a sheet in, and what the network publishes in the same columns. */
export function Templates() {
  const text = useText();
  const { network, lang } = usePlace();
  const file = (name: string) => `/${network}/datos-abiertos/${name}`;
  const files = [
    [file(`practicas-plantilla.xlsx?lang=${lang}`), text('imports.template.xlsx')],
    [file(`practicas-plantilla.csv?lang=${lang}`), text('imports.template.csv')],
    [file(`practicas-plantilla-diccionario.csv?lang=${lang}`), text('imports.template.dictionary')],
    [file('practicas.xlsx'), text('imports.template.exportXlsx')],
    [file('practicas.csv'), text('imports.template.exportCsv')],
  ] as const;
  return (
    <section aria-labelledby="template-title" className="form-col">
      <h2 id="template-title">{text('imports.template.title')}</h2>
      <p>{text('imports.template.text')}</p>
      <ul className="ways">
        {files.map(([href, label]) => (
          <li key={href}>
            <a href={href} download>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${network}${lang === 'es' ? '' : `/${lang}`}/datos-abiertos`}>{text('imports.template.exportAll')}</a>
        </li>
      </ul>
    </section>
  );
}
