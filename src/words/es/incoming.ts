import type { incoming as english } from '../en/incoming'
import type { TranslationOf } from '../translation'

export const incoming: TranslationOf<(typeof english)['incoming']> = {
  leftOut_one: 'Se ha dejado fuera {{count, number}} archivo más.',
  leftOut_many: 'Se han dejado fuera {{count, number}} de archivos más.',
  leftOut_other: 'Se han dejado fuera {{count, number}} archivos más.',
  noPictures_one: 'No hay imágenes: se ha dejado fuera {{count, number}} archivo.',
  noPictures_many: 'No hay imágenes: se han dejado fuera {{count, number}} de archivos.',
  noPictures_other: 'No hay imágenes: se han dejado fuera {{count, number}} archivos.',
  empty: 'No hay imágenes.',
  which: 'Mostrar cuáles',
  title: 'Archivos que se han dejado fuera',
  more: '{{more}} más',
  opening: 'Abriendo {{name}}: {{done}} de {{total}} archivos.',
  reasons: {
    other: 'No es una imagen',
    list: 'Texto: suéltalo solo, o sobre las etiquetas, para añadir etiquetas',
    sidecar: 'Notas sobre una imagen',
    system: 'Un archivo del sistema',
    archive: 'Un archivo comprimido dentro de otro: descomprímelo antes',
    encrypted: 'Protegido con contraseña: descomprímelo antes',
    damaged: 'Dañado en el archivo comprimido',
    'too-large': 'Demasiado grande para descomprimirlo aquí: descomprímelo antes',
  },
  same_one: '{{count, number}} imagen es igual que otra.',
  same_many: '{{count, number}} de imágenes son iguales que otras.',
  same_other: '{{count, number}} imágenes son iguales que otras.',
  keepOne: 'Conservar una de cada',
  keepAll: 'Conservar todas',
}
