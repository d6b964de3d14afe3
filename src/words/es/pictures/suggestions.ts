import type { suggestions as english } from '../../en/pictures/suggestions'
import type { TranslationOf } from '../../translation'

export const suggestions: TranslationOf<(typeof english)['suggestions']> = {
  title: 'Etiquetas sugeridas',
  of: 'Sugerencias para',
  picture: 'Esta imagen',
  list: 'Todas las imágenes',
  add: 'Añadir la etiqueta {{tag}}',
  addFor: 'Añadir la etiqueta {{tag}}, la que más dice de {{number}}',
  remove: 'Quitar la etiqueta {{tag}}',
  addAll: 'Añadir todas',
  again: '¿Qué más?',
  encoding: 'Leyendo palabras: {{done}} de {{total}}',
  waits: 'Las palabras se leen cuando no hay nada más que leer: {{done}} de {{total}}',
  stop: 'Detener',
  goOn: 'Seguir',
  stopped: 'Detenido: {{done}} de {{total}} palabras leídas.',
  looking: 'Comparando imágenes con palabras',
  compared:
    'De {{words}} palabras propias de la aplicación, en inglés, que es lo que los modelos leen mejor. El número dice de cuántas imágenes es la que más dice.',
  comparedOne:
    'De {{words}} palabras propias de la aplicación, en inglés, que es lo que los modelos leen mejor.',
  drawings:
    '{{name}} conoce dibujos de pocas cosas y solo sugiere entre esos {{words}} nombres, en inglés. Un modelo para fotos tiene muchos más.',
  nothing: 'Ninguna otra palabra encaja.',
  unread: 'Todavía no se ha leído ninguna imagen que este modelo reconozca.',
  nameGroups: 'Nombrarlos por lo que muestran',
  naming: 'Nombrando los grupos…',
}
