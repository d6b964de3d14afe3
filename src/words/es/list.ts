import type { list as english } from '../en/list'
import type { TranslationOf } from '../translation'

export const list: TranslationOf<(typeof english)['list']> = {
  chips: 'Solo se muestran',
  failed: 'No se pudieron leer',
  sorts: {
    path: 'Por carpeta y nombre',
    date: 'Las más nuevas primero',
    size: 'Las más grandes primero',
    tag: 'Mejor «{{tag}}» primero',
  },
  reversed: 'Al revés',
}
