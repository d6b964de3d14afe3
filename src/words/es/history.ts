import type { history as english } from '../en/history'
import type { TranslationOf } from '../translation'

export const history: TranslationOf<typeof english> = {
  undo: 'Deshacer',
  redo: 'Rehacer',
  undoStep: 'Deshacer: {{step}}',
  redoStep: 'Rehacer: {{step}}',
  undone: 'Deshecho: {{step}}',
  redone: 'Rehecho: {{step}}',
  steps: {
    'add-tag': 'añadir «{{tag}}»',
    'add-tags_one': 'añadir {{count, number}} etiqueta',
    'add-tags_many': 'añadir {{count, number}} de etiquetas',
    'add-tags_other': 'añadir {{count, number}} etiquetas',
    'remove-tag': 'quitar «{{tag}}»',
    'edit-tag': 'cambiar «{{tag}}»',
    'move-tag': 'mover «{{tag}}»',
    'set-threshold': 'umbral de «{{tag}}»',
    'replace-tags': 'sustituir todas las etiquetas',
    'open-link': 'lo que puso el enlace',
    'leave-link': 'volver de lo que puso el enlace',
    'add-pictures_one': 'añadir {{count, number}} imagen',
    'add-pictures_many': 'añadir {{count, number}} de imágenes',
    'add-pictures_other': 'añadir {{count, number}} imágenes',
    'remove-pictures_one': 'quitar {{count, number}} imagen',
    'remove-pictures_many': 'quitar {{count, number}} de imágenes',
    'remove-pictures_other': 'quitar {{count, number}} imágenes',
    'set-template': 'cambiar la plantilla',
    'set-temperature': 'cambiar la temperatura',
    'set-rules': 'cambiar las reglas de puntuación',
  },
}
