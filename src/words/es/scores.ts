import type { scores as english } from '../en/scores'
import type { TranslationOf } from '../translation'

export const scores: TranslationOf<(typeof english)['scores']> = {
  title: 'Puntuaciones',
  threshold: 'Puntuación mínima de «{{tag}}»',
  unset: 'Sin umbral',
  effect: 'Quedan {{kept}}, se pierden {{lost}}',
  range: {
    title: 'Solo estas puntuaciones',
    label: 'Puntuación de',
    least: 'Puntuación mínima de «{{tag}}» que se muestra',
    most: 'Puntuación máxima de «{{tag}}» que se muestra',
    shown: 'Se muestran {{shown}} de {{total}}',
    hint: 'Dibuja sobre las barras o mueve un extremo.',
    open: 'Mostrar solo algunas puntuaciones',
  },
  counting: 'Contando…',
  failed: 'Ahora no se puede ordenar la lista, así que no se cuentan puntuaciones.',
  none: 'Todavía no se ha puntuado ninguna imagen.',
  noTag: 'Añade una etiqueta para ver sus puntuaciones.',
  noModel: 'No hay ningún modelo que lea etiquetas.',
  own: 'Ahora responde tu clasificador. Deja que respondan las palabras para ver sus puntuaciones.',
  uncalibrated:
    'Los archivos de este modelo no dicen qué significan sus números en porcentaje, así que no se puede fijar un umbral.',
}
