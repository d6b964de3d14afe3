import type { AnswerMode, AnswerRules } from '../../core/scoring/judge'
import type { TagChange } from '../../state/app-actions'
import { plural } from '../primitives/format'

/** What the tags column says. */
export const words = {
  title: 'Tags',
  add: 'Add tags',
  addPlaceholder: 'Add a tag or paste a list',
  addHint: 'Enter or comma adds',
  addButton: 'Add',
  copyLink: 'Copy a link to these tags',
  linkCopied: 'The link is copied. It carries tags, templates and scoring, and no picture.',
  linkNotCopied: 'The link could not be copied.',
  tagSets: 'Tag sets',
  ownSets: 'Your sets…',
  tagFile: 'Tags',
  saveTags: 'Save these tags',
  listRefused: (reason: string) => `${reason} Nothing was added.`,
  undo: 'Undo',
  redo: 'Redo',
  list: 'Tags in order',
  emptyTitle: 'No tags yet',
  emptyText: 'Pictures are ranked among the words in this list. Add two or more.',
  edit: (tag: string) => `Edit ${tag}`,
  remove: (tag: string) => `Remove ${tag}`,
  pictureTag: 'A picture as a tag',
  useAsTags: (pictures: number) => (pictures === 1 ? 'Use as a tag' : `Use ${pictures} as tags`),
  drag: 'Drag to reorder',
  rowKeys: 'Enter edits, Delete removes, Alt with arrows moves',
  filter: (count: number) => `Show only ${plural(count, 'picture', 'pictures')}`,
  cut: 'Longer than the model reads: its end is ignored',
  duplicate: (tag: string) => `“${tag}” is in the list already.`,
  template: 'Template',
  templateField: 'One or several, a line each',
  templateHint: '{} stands for the tag. Several templates are averaged.',
  templateNoSlot: 'Without {} every tag gives the same prompt.',
  templatePreview: (prompts: number) =>
    prompts === 1
      ? 'The model reads'
      : `The model reads ${plural(prompts, 'prompt', 'prompts')}, the first is`,
  templateExclusions: 'What the tag is not competes with it.',
  templateSummary: (templates: readonly string[]) =>
    templates.length === 1 ? (templates[0] ?? '') : plural(templates.length, 'template', 'templates'),
  presets: 'Presets',
  meanMargin: (points: string) => `Best tags are ${points} points ahead on average.`,
  tagGrammar: 'In a tag, “car | automobile” averages both, and “car -toy” lets “toy” compete with it.',
  tokens: (count: number, most: number) => `${count} of ${most} tokens`,
  scoring: 'Scoring',
  temperature: 'Temperature',
  temperatureReset: 'Reset to 1',
  temperatureText:
    'Above 1 the shares move closer together, below 1 the best takes more. The order never changes; 1 is the model as it was trained.',
  mode: 'How many tags a picture may have',
  modeTexts: {
    single: 'A picture has the tag that fits it best.',
    multi: 'A picture has every tag that fits it, each judged alone.',
  },
  noneSwitch: 'Say when none of these fits',
  noneMargin: 'Margin over saying nothing',
  noneMarginText:
    'A tag fits if it beats texts that say nothing of a picture by this many logits. More is stricter.',
  noneEffect: (count: number) =>
    count === 0
      ? 'Every picture has a tag.'
      : `${plural(count, 'picture fits', 'pictures fit')} none of these.`,
  threshold: 'A threshold of its own for',
  thresholdNone: 'no tag chosen',
  thresholdLeast: 'Least match',
  thresholdUnset: 'not set',
  thresholdText: 'This tag is taken for true from this match on, whatever the margin says.',
  thresholdReset: 'Remove threshold',
} as const

const quote = (tags: readonly string[]): string => {
  const shown = tags.slice(0, 3).map((tag) => `“${tag}”`)
  const rest = tags.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

/** What became of an edit, for the note under the field; empty where there is nothing to say. */
export const describeTagChange = (change: TagChange): string => {
  switch (change.kind) {
    case 'unchanged':
      return ''
    case 'refused':
      return words.duplicate(change.duplicate)
    case 'changed': {
      const { added, duplicates } = change
      const news =
        added.length > 1
          ? `Added ${plural(added.length, 'tag', 'tags')}.`
          : added[0]
            ? `Added “${added[0]}”.`
            : ''
      if (duplicates.length === 0) return news
      const old = `${quote(duplicates)} ${duplicates.length === 1 ? 'was' : 'were'} there already.`
      return news === '' ? old : `${news} ${old}`
    }
  }
}

/** The modes by the names that people read. */
export const answerModes = [
  { value: 'single', label: 'One tag' },
  { value: 'multi', label: 'Several tags' },
] as const satisfies readonly { readonly value: AnswerMode; readonly label: string }[]

/** The rules beside the folded section's title. */
export const describeRules = ({ mode, noneMargin }: AnswerRules): string => {
  const tags = mode === 'single' ? 'One tag' : 'Several tags'
  return noneMargin === null ? `${tags}, never none` : `${tags}, or none`
}
