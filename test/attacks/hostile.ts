/** What a page or a mail must show as it was written and never obey. Each text has the mark in it by which it is found again. */
export const mark = 'MARCA';

const payload = "window.__attacked=(window.__attacked||0)+1;alert('x')";

export const hostileHtml: readonly string[] = [
  `<script>${payload}</script>${mark}`,
  `"><img src=x onerror="${payload}">${mark}`,
  `'><svg/onload=${payload}>${mark}`,
  `</script><script>${payload}</script>${mark}`,
  `</title></textarea></style><script>${payload}</script>${mark}`,
  `<iframe srcdoc="<script>parent.__attacked=1</script>"></iframe>${mark}`,
  `<a href="javascript:${payload}">${mark}</a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${payload}>${mark}`,
  `<!--><script>${payload}</script>-->${mark}`,
  `&lt;script&gt;${payload}&lt;/script&gt;&#x3c;script&#x3e;${mark}`,
  `\u2028<base href="https://evil.example.org/">${mark}`,
  `<form action="https://evil.example.org"><button autofocus onfocus=${payload}>${mark}</button></form>`,
];

export const hostileMarkdown: readonly string[] = [
  `[${mark}](javascript:${payload.replaceAll(/[()]/g, '')})`,
  `[${mark}](JaVaScRiPt:alert%281%29)`,
  `[${mark}](java&#x0A;script:alert&#40;1&#41;)`,
  `[${mark}](&#106;avascript:alert&#40;1&#41;)`,
  `[${mark}](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  `[${mark}](vbscript:msgbox)`,
  `[${mark}](file:///etc/passwd)`,
  `[${mark}](ms-word:ofe|u|https://evil.example.org/a.doc)`,
  `[${mark}](//evil.example.org)`,
  `[${mark}]: javascript:alert(1)\n[${mark}]`,
  `<javascript:alert(1)> ${mark}`,
  `![${mark}](x" onerror="${payload})`,
  `![${mark}](https://evil.example.org/p.png)`,
  `[${mark}](https://example.org/" onmouseover="${payload} "título" onclick="x")`,
  `> - 1. [${mark}](javascript:alert(1)) \`<script>${payload}</script>\``,
  `\`\`\`<script>\n</code></pre><script>${payload}</script>\n\`\`\`\n${mark}`,
  `<div onclick="${payload}">\n\n**${mark}**\n\n</div>`,
  ...hostileHtml,
];

/** Names that would begin headers, be filled in or run as a template. */
export const hostileNames: readonly string[] = [
  `${mark}\r\nBcc: victima@example.org\r\nX-Injected: 1`,
  `${mark}\nSubject: Otro asunto\n\nOtro cuerpo`,
  `${mark} {network} {organization} {url} {{7*7}} #{7*7} <%= 7*7 %> \${7*7}`,
  `${mark} <script>alert(1)</script><img src=https://evil.example.org/p.png>`,
  `${mark} [Entrar](https://evil.example.org) ![x](https://evil.example.org/p.png)`,
  `${mark} =?utf-8?Q?=0D=0ABcc:_victima@example.org?=`,
  `${mark}\u2028Bcc: victima@example.org\u0085X-Injected: 1`,
  `${mark} "comillas" <victima@example.org>, otra@example.org`,
];
