import type { exporting as englishExporting, incoming as english } from '../en/incoming'
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
  reading: 'Leyendo una imagen desde {{host}}.',
  held: 'En pausa: el modo avión está activado. La imagen de {{host}} se leerá cuando se desactive.',
  addressText: 'La dirección de una imagen, una por línea.',
  addressHint:
    'Su sitio debe dejar que otras páginas la lean. La aplicación la pide sin cookies y el registro lo muestra.',
  addressWrong: 'Esto no es una dirección web: {{text}}',
  addressAdd: 'Añadir',
  addressesLeftOut_one: 'Se ha dejado fuera {{count, number}} dirección web.',
  addressesLeftOut_many: 'Se han dejado fuera {{count, number}} de direcciones web.',
  addressesLeftOut_other: 'Se han dejado fuera {{count, number}} direcciones web.',
  opening: 'Abriendo {{name}}: {{done}} de {{total}} archivos.',
  reasons: {
    other: 'No es una imagen',
    list: 'Texto: suéltalo solo, o sobre las etiquetas, para añadir etiquetas',
    video: 'Un vídeo: suéltalo solo para clasificarlo en directo',
    sidecar: 'Notas sobre una imagen',
    system: 'Un archivo del sistema',
    archive: 'Un archivo comprimido dentro de otro: descomprímelo antes',
    'leads-out': 'Su nombre lleva fuera del archivo comprimido: descomprímelo antes',
    encrypted: 'Protegido con contraseña: descomprímelo antes',
    damaged: 'Dañado en el archivo comprimido',
    'too-large': 'Demasiado grande para descomprimirlo aquí: descomprímelo antes',
  },
  same_one: '{{count, number}} imagen es igual que otra.',
  same_many: '{{count, number}} de imágenes son iguales que otras.',
  same_other: '{{count, number}} imágenes son iguales que otras.',
  keepOne: 'Conservar una de cada',
  noise:
    'Este navegador altera un poco los píxeles que leen las páginas, contra el rastreo. Las puntuaciones pueden diferir de las de otros sitios. Para que sean exactas, permite que este sitio lea lienzos (canvas) o usa otro navegador.',
  keepAll: 'Conservar todas',
}

export const exporting: TranslationOf<(typeof englishExporting)['exporting']> = {
  title: 'Exportar',
  which: 'Qué imágenes',
  scopes: { all: 'Todas: {{number}}', shown: 'Mostradas: {{number}}', marked: 'Marcadas: {{number}}' },
  as: 'Como',
  kinds: {
    csv: 'Tabla (CSV)',
    json: 'JSON, todo en uno',
    jsonl: 'JSON, una línea por imagen',
    npz: 'Vectores para NumPy (NPZ)',
    zip: 'Imágenes en carpetas por etiqueta (ZIP)',
  },
  go: 'Exportar',
  progress: 'Exportando {{done}} de {{total}}',
  unread_one: '{{count, number}} imagen no está en el archivo ZIP: ya no se puede leer.',
  unread_many: '{{count, number}} de imágenes no están en el archivo ZIP: ya no se pueden leer.',
  unread_other: '{{count, number}} imágenes no están en el archivo ZIP: ya no se pueden leer.',
}
