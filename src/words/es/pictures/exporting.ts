import type { exporting as english } from '../../en/pictures/exporting'
import type { TranslationOf } from '../../translation'

export const exporting: TranslationOf<(typeof english)['exporting']> = {
  title: 'Exportar',
  which: 'Qué imágenes',
  scopes: { all: 'Todas: {{number}}', shown: 'Mostradas: {{number}}', marked: 'Marcadas: {{number}}' },
  results: 'Resultados',
  disk: 'Ordenar en carpetas del disco…',
  beyond: 'Para más imágenes de las que caben en un navegador',
  archives: 'Archivos para otros programas (ZIP)',
  project: 'Para seguir en otro sitio',
  projectNote: 'Las imágenes mismas no van dentro. En otro equipo se añade su carpeta y se encuentran.',
  previews: 'Vistas previas',
  previewsToo: {
    with: 'Con vistas previas',
    without: 'Sin vistas previas: más pequeño, sin nada que ver en otro sitio',
  },
  kinds: {
    project: 'Proyecto: para abrirlo en otro sitio con todo lo hecho',
    csv: 'Tabla, una fila por imagen (CSV)',
    labels: 'Tabla, una fila por etiqueta (CSV)',
    json: 'JSON, todo en uno',
    jsonl: 'JSON, una línea por imagen',
    npz: 'Vectores para NumPy (NPZ)',
    zip: 'Imágenes en carpetas por etiqueta',
    imagefolder: 'ImageFolder: carpetas por etiqueta y metadata.jsonl',
    fiftyone: 'Conjunto de datos de FiftyOne',
    coco: 'Conjunto de datos COCO',
    job: 'Tarea de Python: un programa, sin imágenes',
    xmp: 'Notas XMP con tus etiquetas, sin imágenes',
  },
  whose: 'Etiquetas de quién',
  whoses: {
    'decided-first': 'Las tuyas ({{number}}) y, si no, las del modelo',
    'decided-only': 'Solo las tuyas: {{number}}',
  },
  naming: 'Las notas de foto.jpg se llaman',
  namings: {
    'name.ext.xmp': 'foto.jpg.xmp (digiKam, darktable)',
    'name.xmp': 'foto.xmp (Adobe)',
  },
  tagged_one:
    '{{count, number}} imagen tiene una etiqueta tuya. Descomprime el ZIP sobre su carpeta; las imágenes quedan como están.',
  tagged_many:
    '{{count, number}} de imágenes tienen etiquetas tuyas. Descomprime el ZIP sobre su carpeta; las imágenes quedan como están.',
  tagged_other:
    '{{count, number}} imágenes tienen etiquetas tuyas. Descomprime el ZIP sobre su carpeta; las imágenes quedan como están.',
  noneTagged: 'No has dicho de ninguna de estas imágenes qué es.',
  adobe: 'Los programas de Adobe no leen notas junto a archivos JPEG.',
  left_one: '{{count, number}} nota ya estaba ahí y queda como está; el ZIP la enumera.',
  left_many: '{{count, number}} de notas ya estaban ahí y quedan como están; el ZIP las enumera.',
  left_other: '{{count, number}} notas ya estaban ahí y quedan como están; el ZIP las enumera.',
  jobSaved: 'Ejecútala con: python3 taglens_job.py CARPETA --out results.jsonl',
  noJob: 'Una tarea de Python necesita etiquetas que un modelo haya leído, o un clasificador propio.',
  go: 'Exportar',
  progress: 'Exportando {{done}} de {{total}}',
  unread_one: '{{count, number}} imagen no está en el archivo ZIP: ya no se puede leer.',
  unread_many: '{{count, number}} de imágenes no están en el archivo ZIP: ya no se pueden leer.',
  unread_other: '{{count, number}} imágenes no están en el archivo ZIP: ya no se pueden leer.',
}
