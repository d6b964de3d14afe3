import type { own as english } from '../en/own'
import type { TranslationOf } from '../translation'

export const own: TranslationOf<(typeof english)['own']> = {
  thisIs: 'Esto es:',
  isNot: 'Esto no es:',
  tag_one: '{{tag}}, {{count, number}} ejemplo',
  tag_many: '{{tag}}, {{count, number}} de ejemplos',
  tag_other: '{{tag}}, {{count, number}} ejemplos',
  says: 'Lo que dices',
  is: 'Es',
  not: 'No es',
  another: 'Otra etiqueta',
  answersBy: 'Quién responde',
  words: 'Palabras',
  mine: 'Mío',
  begin:
    'Di qué es esta imagen y luego otra de otra etiqueta: a partir de dos etiquetas, las respuestas siguen tus ejemplos.',
  beginMulti: 'Di qué es esta imagen y, de otra, que no lo es: entonces las respuestas siguen tus ejemplos.',
  learning_one: 'Aprendiendo de {{count, number}} ejemplo',
  learning_many: 'Aprendiendo de {{count, number}} de ejemplos',
  learning_other: 'Aprendiendo de {{count, number}} ejemplos',
  examples_one: '{{count, number}} ejemplo.',
  examples_many: '{{count, number}} de ejemplos.',
  examples_other: '{{count, number}} ejemplos.',
  tooFew: 'Demasiado pocos para decir lo buenas que son las respuestas: hacen falta 5 de cada etiqueta.',
  right: '{{share}} % correctas ({{low}}–{{high}}), solo con palabras {{words}} %.',
  chance: 'No mejor que el azar.',
  notSurely: 'No es seguro que sea mejor que las palabras.',
  weakest: 'La más débil: {{tag}}.',
  next: 'Siguiente imagen',
  nextTip: 'Va a la imagen de la que el clasificador está menos seguro: lo que digas de ella le enseña más.',
}
