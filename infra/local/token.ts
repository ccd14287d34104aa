import { adminFile } from './identity/identity.js';
import { readDataDir } from './launcher/options.js';
import { readJson } from './servers/private-file.js';

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [email] = process.argv.slice(2);
if (!email) end('Uso: npm run token -- <cuenta de demostración>');
const notRunning = 'La instalación local no está en marcha: npm start la inicia.';
const admin = readJson<{ url: string; secret: string }>(adminFile(readDataDir(process.env)));
if (!admin) end(notRunning);
const answer = await fetch(`${admin.url}/tokens`, {
  method: 'POST',
  headers: { authorization: `Bearer ${admin.secret}` },
  body: JSON.stringify({ email }),
}).catch(() => end(notRunning));
if (answer.status === 401) end(notRunning); // another program has taken the port
if (!answer.ok) end(`No hay ninguna cuenta activa con la dirección ${email}.`);
process.stdout.write(`${((await answer.json()) as { token: string }).token}\n`);
