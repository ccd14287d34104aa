import { useText } from '../../shared/texts/use-text.js';

export const formats = ['csv', 'json', 'xlsx'] as const;

/** The same file in every language: what it holds has its columns per language. */
export const fileAddress = (code: string, file: string): string => `/${code}/datos-abiertos/${file}`;

interface Props {
  readonly table: 'practicas' | 'organizaciones' | 'replicas';
  readonly title: string;
  readonly code: string;
}

export function FileLinks({ table, title, code }: Props) {
  const text = useText();
  return (
    <ul className="ways">
      {formats.map((format) => (
        <li key={format}>
          <a href={fileAddress(code, `${table}.${format}`)} download>
            {text('openData.fileOf', { table: title, format: text(`openData.format.${format}`) })}
          </a>
        </li>
      ))}
      <li>
        <a href={fileAddress(code, `${table}-diccionario.csv`)} download>
          {text('openData.dictionaryOf', { table: title })}
        </a>
      </li>
    </ul>
  );
}
