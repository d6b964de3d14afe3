import type { classifierLabels } from '../en/labels/classifier'
import type { labels as english } from '../en/shell'
import type { TranslationOf } from '../translation'

export const labels: TranslationOf<typeof english & (typeof classifierLabels)['labels']> = {
  mode: 'Categorías',
  tags: 'Etiquetas',
  imagenet: 'ImageNet',
  title: 'ImageNet',
  choose: 'Elige un clasificador',
  chooseText:
    'Conoce mil clases propias y ninguna otra, agrupadas en seis categorías. Su tamaño se muestra antes de descargar nada.',
  figures: '{{parameters}} millones de parámetros, {{accuracy}} % de aciertos en ImageNet',
  unchecked: 'Cifras tal como se publicaron, sin comprobar.',
  categories: 'Categorías',
  categoriesBest: 'Categorías, la mejor primero',
  classesBest: 'Clases de ImageNet, la mejor primero',
  classes: 'Clases',
  ownLabels_one: 'Este modelo conoce {{count, number}} clase propia.',
  ownLabels_many: 'Este modelo conoce {{count, number}} de clases propias.',
  ownLabels_other: 'Este modelo conoce {{count, number}} clases propias.',
  ownLabelsText: 'No son las de ImageNet, así que no se agrupan en categorías.',
  mapping:
    'El porcentaje de una categoría es la suma de sus clases. El color de una clase indica su categoría.',
  copyLink: 'Copiar un enlace',
  found: 'Clases encontradas',
  share: '{{label}}, {{percent}}',
}
