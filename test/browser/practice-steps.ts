import type { Page } from 'playwright-core';

export interface WrittenPractice {
  readonly title: string;
  readonly summary: string;
  /** Fields by their labels. */
  readonly fields: readonly (readonly [label: string, words: string])[];
  readonly source: string;
}

/** What is asked of every practice, whatever else it says. */
export const writtenFields = (organization: string): WrittenPractice['fields'] => [
  ['Cómo se hizo', 'Se acondicionó una camioneta y se acordaron horarios con cada mercado.'],
  ['Qué logró', 'En un año se cuidaron 1,200 horas por turnos.'],
  ['Qué no funcionó y cómo se resolvió', 'El ruido no dejaba dormir; se buscó un lugar más apartado.'],
  ['Qué se aprendió', 'Hace falta hablar primero con quien administra el mercado.'],
  ['Qué se necesita para repetirla', 'Un vehículo, dos personas con formación y un permiso municipal.'],
  ['Lugar', 'Valle Imaginario'],
  ['Organizaciones que la hacen', organization],
];

/** From the page of a new practice to a draft that lacks nothing and is saved. */
export async function writePractice(page: Page, { title, summary, fields, source }: WrittenPractice): Promise<void> {
  await page.getByLabel('Título').fill(title);
  await page.getByLabel('Resumen').fill(summary);
  await page.getByRole('button', { name: 'Empezar el borrador' }).click();
  await page.getByRole('button', { name: 'Enviar a revisión' }).waitFor();
  for (const [label, words] of fields) await page.getByRole('textbox', { name: label }).first().fill(words);
  await page
    .getByLabel('Nivel de evidencia')
    .or(page.getByRole('radio', { name: /Datos propios/ }))
    .last()
    .check();
  await page.getByRole('button', { name: 'Agregar una fuente' }).click();
  await page.getByLabel('Título de la fuente').fill(source);
  await page.getByText(/Guardado a las/).waitFor();
}

export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enviar a revisión' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Acepto las condiciones/).check();
  await dialog.getByRole('button', { name: 'Enviar a revisión' }).click();
  await page.getByText('espera a que alguien la revise').waitFor();
}
