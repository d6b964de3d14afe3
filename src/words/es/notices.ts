import type { notices as english } from '../en/notices'
import type { TranslationOf } from '../translation'

export const notices: TranslationOf<typeof english> = {
  show: 'Mostrar',
  details: 'Detalles',
  removed_one: 'Se quitó {{count, number}} imagen',
  removed_many: 'Se quitaron {{count, number}} de imágenes',
  removed_other: 'Se quitaron {{count, number}} imágenes',
  downloadStopped: 'La descarga se ha detenido. Lo que ha llegado se conserva, así que puede seguir después.',
  airplaneOff: 'El modo avión está desactivado. La descarga de {{name}} puede continuar.',
  filesChanged:
    'Había archivos de {{name}} cambiados en este dispositivo y se borraron. Descárgalos o añádelos de nuevo.',
  notKept: 'No hay espacio para guardar {{name}}. Funciona hasta que salgas de esta página.',
  insecure:
    'Con http no se guarda ningún modelo y todo va más lento. Abre esta página con https o en localhost.',
  refused:
    'El navegador no guarda nada de esta página. Para conservar etiquetas y modelos, permite que el sitio guarde datos.',
  linkModel: 'El enlace pide el modelo {{name}}, que quizá haya que descargar.',
  choose: 'Elegir',
  linkClassifier: 'El enlace pide las etiquetas de ImageNet. Elige un clasificador que las tenga.',
  setsNotKept:
    'El navegador no tiene espacio para conjuntos de etiquetas o no lo permite: acaban con esta página. Guárdalos como archivos.',
  pastedPicture: 'Imagen pegada',
}
