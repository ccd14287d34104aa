import path from 'node:path';
import { writeSecrets } from './secrets.js';

// `npm run secrets -- <folder>`: what infra/compose.yaml reads from files.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Uso: npm run secrets -- <carpeta>\n');
  process.exit(1);
}
const place = path.resolve(folder);
const { made, missing } = writeSecrets(place);
process.stdout.write(made.length > 0 ? `Secretos nuevos en ${place}: ${made.join(', ')}.\n` : `No faltaba ningún secreto en ${place}.\n`);
if (missing.length > 0)
  process.stdout.write(
    `Falta escribir ahí ${missing.join(', ')}, cada uno en un archivo de ese nombre (p. ej. smtps://usuario:clave@correo.example.org), y repetir.\n`,
  );
