import type { about as english } from '../en/about'
import type { TranslationOf } from '../translation'

export const about: TranslationOf<(typeof english)['about']> = {
  title: 'Acerca de Taglens',
  open: 'Acerca de Taglens {{version}}',
  text: '¿Cuál de estas palabras encaja con esta imagen? Taglens responde solo en este dispositivo; ninguna imagen sale de él.',
  install: 'Instalar',
  installText:
    'En el menú del navegador elige «Instalar» o «Añadir a pantalla de inicio»; en Safari, primero Compartir. Después se abre como cualquier aplicación, también sin conexión.',
  version: 'Versión',
  commit: 'Commit',
  date: 'Fecha',
  copy: 'Copiar',
  report: 'Informe del problema',
}
