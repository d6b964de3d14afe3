import type { modelChoice as english } from '../../en/model/choice'
import type { TranslationOf } from '../../translation'

export const modelChoice: TranslationOf<typeof english> = {
  listTitle: 'Modelos',
  columns: 'Aciertos, tamaño',
  accuracyNote:
    'Precisión: cuántas fotos de ImageNet nombra bien sin haberse entrenado con ellas, según lo publicado.',
  classifiersTitle: 'Con las clases de ImageNet',
  classifiersNote:
    'Conocen mil clases propias y ninguna etiqueta. Se entrenaron con ImageNet; las cifras son las publicadas, no las hemos comprobado.',
  sizeNote: 'Los tamaños son estimados; antes de descargar se muestra el exacto.',
  offline: 'No tienes conexión. Se pueden cargar los modelos de este dispositivo.',
  accuracySpoken: '{{percent}} por ciento en ImageNet',
  aboutSize: 'unos {{size}}',
  goodFor: {
    hosted: 'Rápido; una buena primera elección',
    'finer-detail': 'Más detalle, el triple de trabajo',
    'best-of-openai': 'El más preciso de OpenAI; necesita tarjeta gráfica',
    smallest: 'El más pequeño y rápido; para teléfonos',
    'better-than-clip': 'Pequeño, y mejor que CLIP ViT-B',
    'best-for-its-size': 'El mejor para su tamaño',
    'each-tag-by-itself': 'Juzga cada etiqueta por sí sola; pueden encajar varias',
    'smallest-classifier': 'El más pequeño; para teléfonos',
    'finer-classifier': 'Pequeño, más preciso que el menor',
    'plainest-classifier': 'Sencillo; rápido en cualquier procesador',
    'hosted-classifier': 'El más preciso de estos; grande',
  },
  inUse: 'En uso',
  stored: 'Guardado',
  begun: 'Descargado en parte',
  builtIn: 'Mini',
  builtInText: 'Parte de la aplicación; solo lee dibujos',
  builtInSize: 'Incluido',
  drawingsOnly: 'Solo lee dibujos. Para fotografías, elige un modelo CLIP.',
  chooseModel: 'Elegir un modelo',
  nothingLoaded: 'Un modelo compara imágenes con palabras. No hay ninguno cargado.',

  otherTitle: 'Otro modelo',
  otherSummary: 'Por nombre o dirección',
  source: 'De dónde',
  sources: { hub: 'Hub', url: 'Dirección web' },
  hubField: 'Nombre en el hub',
  hubHint: 'propietario/nombre, o la dirección de su página',
  revisionField: 'Revisión',
  urlField: 'Dirección de la carpeta con config.json',
  badId: 'Un modelo del hub se escribe propietario/nombre.',
  badUrl: 'Una dirección empieza por https:// o http://.',
  goOn: 'Continuar',

  ownTitle: 'De este dispositivo',
  ownSummary: 'Carpeta, archivos o paquete',
  ownText:
    'Una carpeta organizada como en el hub (config.json, tokenizer.json, onnx/…) o un archivo que Taglens exportó. Soltarlo en la página hace lo mismo.',
  chooseFolder: 'Elegir carpeta',
  chooseFiles: 'Elegir archivos',
  importing: 'Añadiendo el modelo',
  offerTitle: '¿Añadir este modelo?',
  offerText_one:
    '{{name}}: {{count, number}} archivo, {{size}}. Se copia en el almacenamiento del navegador, se comprueba y se carga.',
  offerText_many:
    '{{name}}: {{count, number}} de archivos, {{size}}. Se copian en el almacenamiento del navegador, se comprueban y se cargan.',
  offerText_other:
    '{{name}}: {{count, number}} archivos, {{size}}. Se copian en el almacenamiento del navegador, se comprueban y se cargan.',
  offerAdd: 'Añadir y cargar',
  stop: 'Detener',
  dismiss: 'Descartar',

  hostTitle: 'Servidor',
  hostField: 'De dónde vienen los modelos del hub',
  hostText: 'Huggingface.co, o una copia suya en la que confíes.',
  hostSet: 'Fijar',
  hostReset: 'Volver a huggingface.co',
  hostBad: 'Eso no es una dirección web.',
  hostDone: 'Fijado.',
}
