import type { moving as english } from '../../en/pictures/moving'
import type { TranslationOf } from '../../translation'

export const moving: TranslationOf<(typeof english)['moving']> = {
  folder: 'Ordenadas',
  title: 'Ordenar en carpetas del disco',
  intro:
    'Cada imagen va a una carpeta según su etiqueta, dentro de una carpeta nueva donde tú elijas. No se sobrescribe nada.',
  choose: 'Elegir una carpeta…',
  into: 'En {{folder}}',
  how: 'Cómo',
  kinds: {
    copy: 'Copiar: las imágenes también se quedan donde están',
    move: 'Mover: cada una se compara con su copia y luego se borra de donde estaba',
  },
  copiedOnly_one: '{{count, number}} imagen llegó sin su carpeta, así que se copia en todo caso.',
  copiedOnly_many: '{{count, number}} de imágenes llegaron sin sus carpetas, así que se copian en todo caso.',
  copiedOnly_other: '{{count, number}} imágenes llegaron sin sus carpetas, así que se copian en todo caso.',
  refused:
    'Las imágenes solo se pueden mover si el navegador puede cambiar su carpeta. Permítelo o cópialas.',
  go: { copy: 'Copiar {{number}}', move: 'Mover {{number}}' },
  none: 'No hay imágenes que ordenar.',
  running: { forward: '{{over}} de {{total}} ordenadas', back: '{{over}} de {{total}} devueltas' },
  stopped: {
    forward: 'Detenido: {{over}} de {{total}} están ordenadas.',
    back: 'Detenido: {{over}} de {{total}} están devueltas.',
  },
  goOn: 'Continuar',
  takeBack: 'Deshacer',
  over: {
    forward: '{{number}} de {{total}} están en {{folder}}.',
    back: '{{number}} de {{total}} están como antes.',
  },
  kept_one: '{{count, number}} sigue también donde estaba.',
  kept_many: '{{count, number}} siguen también donde estaban.',
  kept_other: '{{count, number}} siguen también donde estaban.',
  problems_one: '{{count, number}} quedó como está:',
  problems_many: '{{count, number}} quedaron como están:',
  problems_other: '{{count, number}} quedaron como están:',
  problem: '{{picture}}: {{why}}',
  whyNot: {
    gone: 'su archivo no está',
    changed: 'ha cambiado desde entonces',
    taken: 'hay otra cosa en su lugar',
    unwritten: 'no se pudo escribir',
  },
  again: 'Ordenar otras',
  failed: 'No se pudo empezar.',
}
