import type { errors as english } from '../en/errors'
import type { TranslationOf } from '../translation'

export const errors: TranslationOf<typeof english> = {
  invalid: {
    next: 'Cámbialo e inténtalo otra vez.',
    copy: 'Elige otra copia.',
    smaller: 'Elige uno más pequeño.',
    again: 'Elige otra vez.',
    newer: 'Vuelve a cargar la página para obtener esa versión.',
  },
  elsewhere: {
    what: 'Esta imagen no está en este dispositivo.',
    next: 'Añade su carpeta o carga el modelo con el que se hizo el proyecto.',
  },
  noModel: { what: 'Aún no hay ningún modelo cargado.', next: 'Carga primero un modelo.' },
  noTagModel: { what: 'El modelo cargado tiene clases fijas.', next: 'Carga uno que lea etiquetas.' },
  noLabelModel: { what: 'El modelo cargado no tiene clases fijas.', next: 'Carga uno que las tenga.' },
  modelNotFound: {
    what: 'No existe ese modelo, o le falta un archivo: {{url}}',
    next: 'Comprueba el nombre, la revisión y el servidor.',
  },
  modelCorrupt: {
    what: 'El archivo del modelo {{file}} no es lo que debería ser: {{detail}}.',
    next: 'No se usa. Reintenta; si vuelve a fallar, el archivo publicado está dañado: elige otro.',
  },
  unsupportedModel: {
    what: 'Este modelo no puede funcionar aquí: {{detail}}.',
    next: 'Elige un modelo CLIP, MobileCLIP o SigLIP organizado como en el hub.',
  },
  airplane: {
    what: 'El modo avión está activado, así que no se leyó: {{url}}',
    next: 'Desactívalo y reinténtalo.',
  },
  unreachable: {
    what: 'No se pudo llegar al servidor: {{url}}',
    next: 'Comprueba la conexión y el modo avión, y reinténtalo.',
  },
  forbidden: {
    what: 'El servidor lo rechazó (estado {{status}}): {{url}}',
    next: 'Quizá haga falta iniciar sesión, o no exista. Comprueba el nombre, o añade los archivos desde este dispositivo.',
  },
  gated: {
    what: 'El dueño de este modelo solo lo da a quien ha iniciado sesión y lo ha pedido: {{url}}',
    next: 'Taglens no inicia sesión en ningún sitio. Consigue los archivos en el hub y añade su carpeta desde este dispositivo, o elige otro modelo.',
  },
  tooManyRequests: {
    what: 'El servidor ha recibido demasiadas peticiones desde aquí (estado 429): {{url}}',
    next: 'Espera un minuto y reinténtalo.',
    wait: 'Vuelve a intentarlo dentro de {{duration}}.',
  },
  outOfOrder: {
    what: 'El servidor tiene un problema en este momento (estado {{status}}): {{url}}',
    next: 'Reinténtalo en un minuto.',
  },
  status: {
    what: 'El servidor respondió con el estado {{status}}: {{url}}',
    next: 'Comprueba la dirección y reinténtalo.',
  },
  noPreview: {
    what: 'Este archivo RAW de cámara no contiene una imagen que se pueda mostrar ({{name}}).',
    next: 'Revélalo en el programa de la cámara y expórtalo como JPEG.',
  },
  unusual: {
    what: 'Este archivo {{format}} está guardado de una forma que aquí no se puede leer ({{name}}).',
    next: 'Ábrelo en un editor de imágenes y guárdalo como PNG o JPEG.',
  },
  document: {
    what: 'Esto es un documento PDF, no una imagen ({{name}}).',
    next: 'Exporta la página como PNG o JPEG, o haz una captura de pantalla.',
  },
  layers: {
    what: 'Esto es un archivo de Photoshop con capas ({{name}}).',
    next: 'Expórtalo como PNG o JPEG y añade ese archivo.',
  },
  video: {
    what: 'Esto es un vídeo, no una imagen ({{name}}).',
    next: 'Guarda un fotograma como PNG o JPEG y añádelo.',
  },
  unreadable: {
    what: 'Este archivo ya no se puede leer ({{name}}).',
    next: 'Añádelo otra vez; puede que se haya movido o borrado.',
  },
  noPicture: {
    what: 'Este archivo no es una imagen que se pueda leer aquí ({{name}}).',
    next: 'Elige un archivo JPEG, PNG, WebP, AVIF, GIF, HEIC, TIFF, JPEG XL, SVG o RAW de cámara.',
  },
  damaged: {
    what: 'Este archivo {{format}} está dañado y no se puede leer ({{name}}).',
    next: 'Exporta la imagen otra vez o elige otra copia.',
  },
  otherFormat: {
    what: 'Este archivo no es una imagen que se pueda leer aquí ({{name}} es {{format}}).',
    next: 'Conviértela a JPEG o PNG y añádela otra vez.',
  },
  tooLarge: {
    what: '{{name}} tiene {{megapixels}} megapíxeles; el límite es {{limit}}.',
    next: 'Hazla más pequeña y añádela otra vez.',
    baseline: 'Hazla más pequeña o guárdala como JPEG básico (baseline): es progresivo.',
  },
  fetchBlocked: {
    what: 'El sitio no deja que otras páginas lean esta imagen: {{url}}',
    next: 'Copia allí la imagen y pégala aquí, o guárdala y añade el archivo.',
  },
  outOfMemory: {
    what: 'No hubo memoria suficiente para esto: {{doing}}.',
    next: 'Cierra otras pestañas y reinténtalo.',
  },
  storageFull: {
    what: 'No queda espacio en este dispositivo.',
    next: 'Borra un modelo que ya no uses o libera espacio en este dispositivo.',
  },
  timeout: {
    what: 'Sin respuesta durante {{seconds}} segundos ({{doing}}); el motor se ha reiniciado.',
    next: 'Reinténtalo o elige la CPU como dispositivo.',
  },
  crashed: {
    what: 'El motor se detuvo ({{doing}}) y se ha reiniciado.',
    next: 'Reinténtalo; si vuelve a pasar, elige un modelo más pequeño.',
  },
  gpuLost: {
    what: 'La tarjeta gráfica dejó de responder.',
    next: 'No se ha perdido nada. Reinténtalo o usa la CPU.',
  },
  wrongNumbers: {
    what: 'El dispositivo dio números erróneos, así que no se usan sus resultados.',
    next: 'Usa la CPU u otra precisión.',
  },
  partNotLoaded: {
    what: 'No se pudo cargar una parte de la página.',
    next: 'Las imágenes y las etiquetas siguen aquí. Comprueba la conexión y vuelve a intentarlo.',
  },
  cancelled: { what: 'Se canceló.', next: 'Empiézalo otra vez cuando quieras.' },
  unexpected: {
    what: 'Pasó algo inesperado: {{detail}}',
    next: 'Reinténtalo; si sigue, infórmanos.',
  },
  problems: {
    'list-too-large': 'La lista de etiquetas ocupa más de 5 MB.',
    'list-no-json': 'El archivo no es una lista de etiquetas: se espera una lista de textos en JSON.',
    'list-no-text': 'La lista de etiquetas contiene algo que no es texto.',
    'list-tag-too-long': 'Una etiqueta de la lista es demasiado larga.',
    'list-too-many': 'La lista tiene más de {{most}} etiquetas.',
    'link-mode': 'mode en el enlace debe ser clip o vit.',
    'link-url': 'url en el enlace no es una dirección http(s) sin nombre de usuario.',
    'link-labels-too-long': 'labels en el enlace es demasiado largo.',
    'link-labels-empty': 'labels en el enlace está vacío.',
    'link-too-many-labels': 'labels en el enlace tiene más de {{most}} etiquetas.',
    'link-label-too-long': 'Una etiqueta del enlace tiene más de {{most}} caracteres.',
    'link-templates-too-long': 'Las plantillas del enlace son demasiado largas.',
    'link-model': '{{parameter}} en el enlace no es un nombre del hub como propietario/nombre.',
    'link-answer': 'answer en el enlace debe ser single o multi.',
    'link-margin': 'margin en el enlace debe ser un número u off.',
    'link-temperature': 'temperature en el enlace debe ser un número de 0.01 a 100.',
    'picture-gone': 'Esta imagen ya no está en la lista.',
    'picture-too-big': 'La imagen de {{url}} ocupa más de {{megabytes}} MB.',
    'no-picture-address': 'Esto no es la dirección de una imagen: {{url}}',
    'no-files': 'No se dio ningún archivo.',
    'folder-too-full': 'La carpeta tiene más archivos que cualquier modelo.',
    'pack-encrypted': '{{path}} está cifrado.',
    'pack-too-full': '{{path}} tiene más archivos que cualquier modelo.',
    'pack-grows': '{{path}} crecería demasiado.',
    'pack-hostile': '{{path}} tiene nombres que salen del modelo.',
    'path-hostile': 'La ruta {{path}} sale de su carpeta.',
    'pack-twice': '{{path}} está dos veces. Un paquete tiene cada archivo una sola vez.',
    'manifest-too-long': '{{path}} es más largo que cualquier lista de archivos de un modelo.',
    'manifest-unreadable': '{{path}} no es una lista de archivos de un modelo que esta versión pueda leer.',
    'archive-damaged': '{{path}} no es un archivo ZIP o no está entero.',
    'archive-too-full': '{{path}} tiene demasiados archivos para abrirlo aquí.',
    'project-newer': '{{path}} es de una versión posterior de Taglens.',
    'project-too-large': '{{path}} es más grande de lo que se lee.',
    'project-damaged': '{{path}} está dañado y no se ha tomado nada de él.',
  },
  models: {
    'joint-graph': {
      what: 'Este modelo tiene sus torres de visión y de texto en un solo grafo, onnx/model.onnx, que no se puede ejecutar aquí.',
      next: 'Elige una exportación con vision_model.onnx y text_model.onnx.',
    },
    'classifier-towers': {
      what: 'Es un clasificador con etiquetas propias, y sus grafos son las dos torres de un modelo para etiquetas libres.',
      next: 'Elige una exportación con onnx/model.onnx, o un modelo CLIP para etiquetas libres.',
    },
    'other-precision': {
      what: 'El grafo de este modelo está como {{has}}; se buscaba {{wanted}}.',
      next: 'Elige otra precisión, o deja que la elija la aplicación.',
    },
    'file-missing': {
      what: 'A este modelo le falta {{path}}.',
      next: 'Elige una exportación para transformers.js, con onnx/vision_model.onnx, onnx/text_model.onnx y sus archivos JSON.',
    },
    'weights-missing': {
      what: 'Los pesos de {{path}} están en un archivo aparte, que falta.',
      next: 'Pon ese archivo a su lado, o elige otra exportación.',
    },
    'several-models': {
      what: 'Aquí hay varios modelos, uno al lado de otro: {{path}}.',
      next: 'Indica la dirección web de la carpeta de uno de ellos, o añade esa carpeta desde este dispositivo.',
    },
    'unknown-family': {
      what: 'Este modelo es de la familia {{family}}, que no se puede ejecutar aquí.',
      next: 'Elige un modelo CLIP, SigLIP o MobileCLIP o de su clase, o un clasificador.',
    },
  },
  tasks: {
    encodingPictures: 'analizar imágenes',
    encodingPrompts: 'leer etiquetas',
    readingNamed: 'leer {{name}}',
    resizingPicture: 'cambiar el tamaño de una imagen',
    loadingModel: 'cargar el modelo',
    checkingModel: 'comprobar el modelo',
    openingModel: 'abrir el modelo',
    downloadingModel: 'descargar un modelo',
    askingForModel: 'preguntar por un modelo',
    listingModels: 'listar los modelos',
    deletingModel: 'borrar un modelo',
    keepingFiles: 'guardar archivos',
    arranging: 'ordenar imágenes',
    training: 'aprender de los ejemplos',
    packingModel: 'empaquetar un modelo',
    failingOnDemand: 'fallar a petición',
  },
}
