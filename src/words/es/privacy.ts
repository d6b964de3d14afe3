import type { privacyDialog } from '../en/privacy/dialog'
import type { privacy as english } from '../en/shell'
import type { TranslationOf } from '../translation'

export const privacy: TranslationOf<typeof english & (typeof privacyDialog)['privacy']> = {
  title: 'Privacidad',
  promise:
    'Las imágenes, las etiquetas y los resultados nunca salen de este dispositivo. A la red solo se le pide la propia aplicación, un modelo del servidor que elijas y una imagen cuya dirección hayas escrito.',
  airplane: 'Modo avión',
  airplaneText:
    'Ninguna petición a otro servidor, ni siquiera para un modelo. Lo que está en este dispositivo sigue funcionando.',
  shared: 'Otras páginas de esta dirección',
  sharedText:
    'Las páginas que otros pongan en {{origin}} podrían leer y cambiar lo que se guarda aquí: modelos, imágenes guardadas, etiquetas, ajustes y la propia aplicación.',
  sharedWayOut:
    'Para excluirlo, ponga la aplicación en un dominio propio. Los modelos guardados se comparan de vez en cuando con sus hashes.',
  log: 'Peticiones desde que se abrió esta página',
  nothing: 'Nada todavía.',
  ownHost: 'el de la aplicación',
  latest: 'Últimas peticiones',
  requests_one: '{{count, number}} petición',
  requests_many: '{{count, number}} de peticiones',
  requests_other: '{{count, number}} peticiones',
  askers: {
    page: 'página',
    pixels: 'píxeles',
    inference: 'inferencia',
    store: 'almacén',
    desk: 'mesa',
    columns: 'columnas',
    classifier: 'clasificador',
    'service worker': 'service worker',
  },
  outcomes: {
    redirected: 'enviada a otro servidor',
    answered: 'respondida',
    kept: 'de este dispositivo',
    failed: 'fallida',
    refused: 'rechazada',
  },
  redirected: 'enviadas a otro servidor: {{number}}',
  failed: 'fallidas: {{number}}',
  refused: 'rechazadas: {{number}}',
  kept: 'de este dispositivo: {{number}}',
  sites: 'Sitios que pueden usar Taglens',
  sitesText:
    'Pueden enviar imágenes y textos para clasificarlos aquí y recibir los resultados. No ven nada más.',
  removeSite: 'Quitar',
  removeNamedSite: 'Quitar {{origin}}',
  diagnostics: 'Informe del problema',
  diagnosticsText:
    'Versiones, dispositivo, modelo y códigos de error, en inglés. Nada sobre imágenes ni etiquetas.',
  showReport: 'Mostrar el informe',
  copyReport: 'Copiar el informe',
}
