import type { measure as english } from '../../en/model/measure'
import type { TranslationOf } from '../../translation'

export const measure: TranslationOf<typeof english> = {
  title: 'Medir este equipo',
  text: 'Ejecuta {{name}} en la tarjeta gráfica y en el procesador, de cada manera que tiene este equipo. Tarda uno o dos minutos. No se descarga nada y no se envía nada.',
  noModel: 'Carga primero un modelo: es lo que se mide.',
  start: 'Medir',
  starting: 'Empezando…',
  running: '{{rung}}, {{index, number}} de {{total, number}}',
  stop: 'Detener',
  fastest: 'Lo más rápido: {{rung}}, {{rate}} imágenes por segundo',
  noneSound: 'De ninguna manera dio los números correctos.',
  use: 'Usar esta',
  inUse: 'En uso ahora',
  table: 'Velocidad de cada manera',
  rung: 'Se ejecuta en',
  rates: 'Imágenes por segundo, tantas a la vez',
  readyAnd: 'Listo tras {{time}}. {{check}}',
  prepare: 'Una imagen de {{size}} MP está lista para el modelo tras {{time}}.',
  failed: 'No funcionó: {{code}}',
  copyText: 'Copiar como texto',
  copyJson: 'Copiar JSON',
  again: 'Medir de nuevo',
}
