import type { modelOffer as english } from '../../en/model/offer'
import type { TranslationOf } from '../../translation'

export const modelOffer: TranslationOf<typeof english> = {
  offer: {
    title: 'Para fotografías',
    looking: 'Viendo qué puede ejecutar este dispositivo',
    kinds: { fast: 'Rápido', best: 'El mejor' },
    download: 'Descargar {{size}}',
    get: 'Obtener {{name}}, {{size}}',
    use: 'Usar {{name}}',
    size: 'unos {{size}}',
    sizeAndTime: 'unos {{size}}, {{duration}} aquí',
    takes: 'Tarda {{duration}} aquí.',
    here: 'en este dispositivo',
    accuracy: 'Nombra bien {{share}} de 100 fotos de ImageNet, de las que no ha aprendido.',
    licence: 'Licencia: {{licence}}',
    fromHost: 'De {{host}}, licencia {{licence}}. Tus imágenes se quedan aquí.',
    fromHere: 'No se descarga nada. Tus imágenes se quedan aquí.',
    fromApp: 'De este sitio, licencia {{licence}}. Tus imágenes se quedan aquí.',
    more: 'Más modelos',
    moreSummary: 'Precisión, dispositivo, otros',
    others: 'Otros modelos',
    besideTitle: 'Junto a esta aplicación',
    besideText: 'De este sitio; no se pregunta a ningún otro',
    quickLook: 'Vistazo rápido, {{size}}',
    quickLookText:
      'Un modelo pequeño que conoce mil cosas por sus propios nombres, y no tus etiquetas. Responde en segundos.',
    quickLookNow: 'Un vistazo rápido: {{name}} nombra las cosas con sus mil clases, no con tus etiquetas.',
    quickLookMissing:
      '{{host}} no tiene el modelo del vistazo rápido. {{name}} no se ve afectado. Otro servidor puede tenerlo.',
    quickLookWait: '{{name}} no se ve afectado.',
    underway: 'Ya está en camino: véase arriba.',
    quickLookUntil: 'Se ven aquí hasta que {{name}} esté listo.',
  },
  researchOnly: 'Su licencia ({{licence}}) solo permite investigar: ni productos ni uso comercial.',
  moreThanNamed: 'Son {{size}}, más que los {{agreed}} indicados. Aún no se ha descargado nada.',
  airplaneOn: 'El modo avión está activado: no se pregunta a ningún otro sitio.',
  airplaneOff: 'Desactivar y seguir',
  noHub: '{{host}} no responde',
  noHubText: 'Puede estar bloqueado en esta red, o no hay conexión. Hay otras tres maneras:',
  stalled: '{{host}} no envía nada ahora',
  stalledText:
    'No ha llegado nada en {{duration}}. Se vuelve a pedir automáticamente y lo que ha llegado se conserva. También hay otras maneras:',
  ways: {
    mirror: 'Una réplica',
    mirrorText: 'Indica otro sitio que tenga los mismos modelos.',
    device: 'Desde este dispositivo',
    deviceText: 'Añade una carpeta, o un archivo que Taglens haya exportado en otro lugar.',
    beside: 'Junto a la aplicación',
    besideText: 'El dueño de este sitio puede poner un modelo junto a la aplicación: npm run models:fetch.',
    besideUse: 'Usar {{name}} de este sitio',
  },
  ready: '{{name}} está listo. Las imágenes se clasifican de nuevo.',
  textComing: 'La parte que lee etiquetas nuevas todavía está llegando.',
  textWaits:
    'La parte que lee etiquetas nuevas todavía está llegando. Las etiquetas más recientes la esperan.',
  textFailed:
    'La parte que lee etiquetas nuevas no ha llegado. Las etiquetas que ya funcionan siguen sin ella.',
  templateText: 'Las fotografías suelen clasificarse mejor con la plantilla «{{template}}».',
  templateUse: 'Usarla',
}
