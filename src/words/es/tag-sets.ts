import type { tagSets as english } from '../en/tag-sets'
import type { TranslationOf } from '../translation'

export const tagSets: TranslationOf<(typeof english)['tagSets']> = {
  title: 'Tus conjuntos de etiquetas',
  name: 'Nombre de un conjunto nuevo',
  keep_one: 'Guardar {{count, number}} etiqueta',
  keep_many: 'Guardar {{count, number}} de etiquetas',
  keep_other: 'Guardar {{count, number}} etiquetas',
  kept: 'Guardado como «{{name}}».',
  replace: 'Sustituirlo',
  list: 'Tus conjuntos',
  none: 'Todavía ninguno. Ponles nombre a las etiquetas actuales para tenerlas aquí en cada visita.',
  tags_one: '{{count, number}} etiqueta',
  tags_many: '{{count, number}} de etiquetas',
  tags_other: '{{count, number}} etiquetas',
  use: 'Usar {{name}}',
  useShort: 'Usar',
  rename: 'Cambiar el nombre de {{name}}',
  newName: 'Nuevo nombre de {{name}}',
  remove: 'Eliminar {{name}}',
  removed: 'Se ha eliminado «{{name}}».',
  undo: 'Deshacer',
  pictures: 'Las etiquetas que son imágenes no se guardan.',
  refusals: {
    'no-name': 'Un conjunto necesita un nombre.',
    'no-tags': 'No hay etiquetas que guardar.',
    taken: 'Ya hay un conjunto con ese nombre.',
    'too-many': 'Hay demasiados conjuntos. Elimina uno antes.',
  },
}
