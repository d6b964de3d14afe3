import type { largeView as english } from '../../en/pictures/large-view'
import type { TranslationOf } from '../../translation'

export const largeView: TranslationOf<(typeof english)['largeView']> = {
  title: 'Imagen grande',
  keys: 'Izquierda y derecha cambian de imagen, más y menos cambian el tamaño, 0 la ajusta, F atenúa el resto, M muestra la vista del modelo, W de qué depende la respuesta, 1 a 9, Intro y X deciden y siguen, Esc vuelve',
  why: 'De qué depende la respuesta',
  looking: 'Mirando de cerca: {{percent}}',
  stop: 'Detener',
  ways: 'Cómo se averigua',
  byPlaces: 'De un vistazo',
  byCovering: 'Tapando',
  onlyCovering: 'Averiguado tapando partes: el archivo de este modelo no lo dice de un vistazo.',
  strength: 'Oscuridad alrededor',
  saveLight: 'Guardar la imagen con su luz',
  noWhy: 'Aquí no hay respuesta que examinar.',
  whySpoken: '{{tag}} depende sobre todo de: {{places}}.',
  places: {
    'top-left': 'arriba a la izquierda',
    'top-middle': 'arriba en el centro',
    'top-right': 'arriba a la derecha',
    'middle-left': 'izquierda',
    'middle-middle': 'centro',
    'middle-right': 'derecha',
    'bottom-left': 'abajo a la izquierda',
    'bottom-middle': 'abajo en el centro',
    'bottom-right': 'abajo a la derecha',
  },
  zoom: 'Tamaño',
  back: 'Todas las imágenes',
  zoomIn: 'Más grande',
  zoomOut: 'Más pequeña',
  fit: 'Ajustar, desde {{percent}}',
}
