import type { list as english } from '../../en/pictures/list'
import type { TranslationOf } from '../../translation'

export const list: TranslationOf<(typeof english)['list']> = {
  chips: 'Solo se muestran',
  failed: 'No se pudieron leer',
  nothingShown: 'Ninguna imagen pasa este filtro.',
  showAll: 'Mostrar todas las imágenes',
  sort: 'Ordenar',
  filter: 'Filtrar',
  filterAll: 'Todas las etiquetas',
  filterOff: 'Dejar de mostrar solo {{tag}}',
  byScore: 'Por puntuación…',
  range: '{{tag}}, de {{least}} a {{most}} %',
  rangeShort: '{{least}}–{{most}} %',
  rangeOpen: 'Cambiar {{range}}',
  sorts: {
    added: 'Por orden de llegada',
    name: 'Por nombre',
    score: 'Las más seguras primero',
    unsure: 'Las menos seguras primero',
    words: 'Las más parecidas a «{{words}}» primero',
    similar: 'Las más parecidas a la enfocada',
    unlike: 'Las menos parecidas a los ejemplos de «{{tag}}» primero',
    path: 'Por carpeta y nombre',
    date: 'Las más nuevas primero',
    size: 'Las más grandes primero',
    tags: 'Mejor puntuación primero de',
  },
  views: {
    title: 'Vistas',
    grid: 'Cuadrícula',
    duplicates: 'Duplicados',
    map: 'Mapa',
  },
  search: 'Buscar con palabras',
  searchOff: 'Dejar de ordenar por «{{words}}»',
  searching: 'Buscando «{{words}}»',
  reversed: 'Al revés',
  cardSize: 'Tamaño de las tarjetas',
  names: 'Mostrar nombres',
  gridKeys:
    'Las flechas mueven, Mayús amplía, Control y Espacio seleccionan, 1 a 9 deciden una etiqueta, Intro acepta lo que dice el modelo, X ninguna de estas, U borra, N siguiente sin decidir, Espacio abre en grande, Supr quita',
}
