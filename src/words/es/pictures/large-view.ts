import type { largeView as english } from '../../en/pictures/large-view'
import type { TranslationOf } from '../../translation'

export const largeView: TranslationOf<(typeof english)['largeView']> = {
  title: 'Imagen grande',
  keys: 'Izquierda y derecha cambian de imagen, más y menos cambian el tamaño, 0 la ajusta, F atenúa el resto, M muestra la vista del modelo, Esc vuelve',
  zoom: 'Tamaño',
  back: 'Todas las imágenes',
  zoomIn: 'Más grande',
  zoomOut: 'Más pequeña',
  fit: 'Ajustar, desde {{percent}}',
}
