import type { modelLoading as englishModelLoading } from '../../en/model/loading'
import type { TranslationOf } from '../../translation'
import type { modelDownload as englishModelDownload } from '../../en/model/download'

export const modelLoading: TranslationOf<typeof englishModelLoading> = {
  chip: 'Modelo',
  none: 'Sin modelo',
  details: 'Modelo',
  verified: 'verificado',
  inexact: 'inexacto',
  failed: '{{name}} falló',
  paused: 'en pausa',
  drawingsScope: 'solo dibujos',
  ofTotal: '{{loaded}} de {{total}}',
  stages: {
    asking: 'Buscando sus archivos',
    waiting: 'Otra pestaña lo está descargando',
    downloading: 'Descargando',
    checking: 'Comprobando lo recibido',
    opening: 'Abriendo el modelo',
  },
  pause: 'Pausar la descarga',
  resume: 'Continuar la descarga',
  cancel: 'Cancelar la carga',
  resumeShort: 'Continuar',
  spokenProgress: '{{name}}, {{percent}} por ciento descargado',
  spokenPaused: 'Descarga en pausa',
  spokenReady: '{{name}} está listo',
  device: 'Funciona en',
  devices: { webgpu: 'WebGPU', wasm: 'CPU' },
  ownFile: 'archivo suyo',
  demotion: {
    threads: 'Varios hilos no funcionaron en este dispositivo, así que se usa uno.',
    precision: {
      'wrong-numbers': 'La tarjeta gráfica dio números erróneos en {{from}}, así que se usa {{to}}.',
      silent: 'La tarjeta gráfica no respondió en {{from}}, así que se usa {{to}}.',
      crashed: 'La tarjeta gráfica detuvo el motor en {{from}}, así que se usa {{to}}.',
      unusable: 'La tarjeta gráfica no se pudo usar en {{from}}, así que se usa {{to}}.',
      'no-file':
        'La tarjeta gráfica no tiene ningún archivo de este modelo que pueda ejecutar en {{from}}, así que se usa {{to}}.',
    },
    cpu: {
      'wrong-numbers': 'La tarjeta gráfica dio números erróneos, así que se usa la CPU.',
      silent: 'La tarjeta gráfica no respondió, así que se usa la CPU.',
      crashed: 'La tarjeta gráfica detuvo el motor, así que se usa la CPU.',
      unusable: 'La tarjeta gráfica no se pudo usar, así que se usa la CPU.',
      'no-file':
        'La tarjeta gráfica no tiene ningún archivo de este modelo que pueda ejecutar, así que se usa la CPU.',
    },
  },
}

export const modelDownload: TranslationOf<typeof englishModelDownload> = {
  loading: 'Cargando {{name}}',
  left: 'quedan {{duration}}',
  pauseShort: 'Pausar',
  cancelShort: 'Cancelar',
  heldAt: 'En pausa por el modo avión en {{amount}}. Lo que ha llegado se conserva.',
  waits: 'El servidor pide una pausa. Sigue dentro de {{duration}}, desde {{amount}}.',
  pausedAt: 'En pausa en {{amount}}. Lo que ha llegado se conserva.',
  previousWorks: '{{name}} se sigue usando mientras tanto.',

  tabs: 'Parte del panel',
  tabNow: 'En uso',
  tabChoose: 'Elegir',
  tabStored: 'Guardados',

  asking: 'Preguntando a {{host}} cuánto ocupa',
  askingDevice: 'Mirando sus archivos',
  download: 'Descargar {{size}}',
  downloadUnknown: 'Descargar',
  notNow: 'Ahora no',
  missing: 'Faltan {{missing}} de {{total}}.',
  sizeIs: 'Ocupa {{size}}. Descárgalo una vez; después funciona sin conexión.',
  sizeUnknown: 'El servidor no dice cuánto ocupa. Descárgalo una vez; después funciona sin conexión.',
  weights: {
    finer: {
      own: '{{finer}} está un poco más cerca del modelo publicado que {{smaller}}, por {{more}} más.',
      'own-precise':
        '{{finer}} está claramente más cerca del modelo publicado que {{smaller}}, por {{more}} más.',
    },
    smaller: {
      own: '{{finer}} estaría un poco más cerca del modelo publicado que {{smaller}}, por {{more}} más.',
      'own-precise':
        '{{finer}} estaría claramente más cerca del modelo publicado que {{smaller}}, por {{more}} más.',
    },
  },
  fromHost: 'De {{host}}. Tus imágenes y etiquetas se quedan aquí.',
  noRoom: 'Solo hay espacio para {{room}}, así que quizá haya que descargarlo de nuevo cada vez.',
  precision: 'Precisión',
  precisions: {
    q4f16: 'q4f16, la más pequeña',
    q8: 'q8, pequeña y rápida en la CPU',
    fp16: 'fp16, para tarjetas gráficas',
    fp32: 'fp32, exacta y grande',
  },
  automatic: 'Automático ({{chosen}})',
  automaticPlain: 'Automático',
  gpu: 'Tarjeta gráfica',
  gpuMissing: 'Tarjeta gráfica (no se encontró)',
  cpu: 'CPU',
  retry: 'Reintentar',
  chooseAnother: 'Elegir otro',
  useCpu: 'Usar la CPU',
  freeRoom: 'Mostrar lo guardado',
}
