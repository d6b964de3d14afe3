import type { kept as english } from '../../en/pictures/kept'
import type { TranslationOf } from '../../translation'

export const kept: TranslationOf<(typeof english)['kept']> = {
  title: 'Imágenes en este dispositivo',
  keep: 'Guardar las imágenes para la próxima visita',
  keepText:
    'Las imágenes, lo que los modelos sacaron de ellas, lo que dijiste que son y pequeñas vistas previas se quedan en este navegador hasta que las olvides.',
  tagNotKept: 'Esta imagen es una etiqueta hasta que se salga de la página: aquí no se guardan imágenes.',
  none: 'No hay nada guardado.',
  pictures_one: '{{count, number}} imagen',
  pictures_many: '{{count, number}} de imágenes',
  pictures_other: '{{count, number}} imágenes',
  inFolder: '{{folder}}: {{pictures}}',
  detail: '{{size}}, {{ago}}',
  isOpen: 'abierta ahora',
  again: 'Abrir de nuevo',
  openNamed: 'Abrir {{name}}',
  open: 'Abrir',
  forget: 'Olvidar',
  forgetNamed: 'Olvidar {{name}}',
  forgetAsk: '¿Olvidar {{name}}? Las imágenes que no tengas en otro sitio se perderán.',
  forgetYes: 'Olvidar',
  forgetNo: 'Conservar',
  noRoom_one: 'No hay sitio para guardar {{count, number}} imagen para la próxima visita.',
  noRoom_many: 'No hay sitio para guardar {{count, number}} de imágenes para la próxima visita.',
  noRoom_other: 'No hay sitio para guardar {{count, number}} imágenes para la próxima visita.',
  missing_one: '{{count, number}} imagen no se guardó. Añádela de nuevo.',
  missing_many: '{{count, number}} de imágenes no se guardaron. Añádelas de nuevo.',
  missing_other: '{{count, number}} imágenes no se guardaron. Añádelas de nuevo.',
}
