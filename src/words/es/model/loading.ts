import type { modelLoading as english } from '../../en/model/loading'
import type { TranslationOf } from '../../translation'

export const modelLoading: TranslationOf<typeof english> = {
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
