/** Markup that is already safe. */
export class Xml {
  constructor(readonly text: string) {}
}

type Attributes = Readonly<Record<string, string | null | undefined>>;
type Child = Xml | string | null | undefined | readonly Child[];

/** What XML 1.0 cannot hold at all, not even escaped. */
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

export const speakable = (text: string): string => text.toWellFormed().replace(unspeakable, '');

export const escaped = (text: string): string => speakable(text).replaceAll(/[&<>"\r]/g, (sign) => names[sign] ?? sign);

function written(child: Child): string {
  if (child === null || child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  return child instanceof Xml ? child.text : child.map(written).join('');
}

/** An element; what is null is left out, texts are escaped. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml {
  const said = Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const head = [name, ...said.map(([key, value]) => `${key}="${escaped(value).replaceAll(/[\n\t]/g, ' ')}"`)].join(' ');
  const inner = children.map(written).join('');
  return new Xml(inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>`);
}

export const document = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
