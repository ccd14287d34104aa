const escaped = (line: string): string => line.replace(/[\\()]/g, (sign) => `\\${sign}`);

/** One page of lines as PDF 1.4 (ISO 32000-1), in one of the fonts that every reader has. */
export function leaflet(lines: readonly string[]): Buffer {
  const shown = lines.map(
    (line, index) => `${index === 0 ? '/F1 20 Tf' : '/F1 12 Tf'} (${escaped(line)}) Tj 0 -${index === 0 ? '34' : '20'} Td`,
  );
  const text = `BT 72 760 Td ${shown.join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(es)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Length ${String(Buffer.byteLength(text, 'latin1'))}>>stream\n${text}\nendstream`,
  ];
  let written = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = written.length;
    written += `${String(index + 1)} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${String(written.length)}\n%%EOF\n`;
  return Buffer.from(written + table, 'latin1');
}
