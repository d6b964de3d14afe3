import type { InputProblem } from '../../errors/taglens-error'
import { done, failed, type Outcome } from '../../errors/outcome'
import type { AnswerRules } from '../../question/scoring/judge'
import { visibleText } from '../../tags/visible-text'
import { isHubId } from './hub-id'
import { type LabelsFault, LONGEST_LABEL, MOST_LABELS, readLabels } from './label-list'
import { isPictureAddress } from './picture-address'

/** What the address of the page asks for. `null` is what the address does not say. */
export interface AppLink {
  /** `vit` is the fixed-label mode. */
  readonly mode: 'clip' | 'vit'
  /** A picture to open: http or https, without a user name. */
  readonly url: string | null
  readonly labels: readonly string[] | null
  /** One a line, as the field of the page has them. */
  readonly template: string | null
  readonly temperature: number | null
  readonly rules: Partial<AnswerRules>
  /** Hub ids. */
  readonly clipModel: string | null
  readonly vitModel: string | null
  /** The name of a classifier that is kept on this device; in its tags' and model's place nothing else is asked for. */
  readonly classifier: string | null
}

/** Whether a link asks for a model of its own: by name, or for the fixed-label mode any that has one. */
export const namesModel = ({ mode, clipModel, classifier }: AppLink): boolean =>
  mode === 'vit' || clipModel !== null || classifier !== null

/** Whether a link brings tags to rank; a classifier has labels of its own. */
export const bringsTags = ({ mode, labels, classifier }: AppLink): boolean =>
  classifier === null ? mode === 'clip' && labels !== null : false

const LONGEST_TEMPLATE = 10_000

/** Thrown nowhere: the first thing that is wrong. */
const wrong = (problem: InputProblem) => failed({ code: 'VALIDATION_ERROR', problem })

const labelProblems: Readonly<Record<LabelsFault, InputProblem>> = {
  'too-long': { kind: 'link-labels-too-long' },
  empty: { kind: 'link-labels-empty' },
  'too-many': { kind: 'link-too-many-labels', most: MOST_LABELS },
  'label-too-long': { kind: 'link-label-too-long', most: LONGEST_LABEL },
}

const numberWithin = (text: string, least: number, most: number): number | null => {
  const value = text.trim() === '' ? NaN : Number(text)
  return value >= least && value <= most ? value : null
}

/**
 * Reads the parameters of the page's address, in their order, as the hosted service has them: `url`, `labels`
 * (one list, or repeated for labels that hold commas), `clipModel`, and ours beside them. Parameters of other
 * names are somebody else's.
 */
export const parseAppLink = (parameters: readonly (readonly [string, string])[]): Outcome<AppLink> => {
  const all = (name: string) => parameters.filter(([key]) => key === name).map(([, value]) => value)
  const first = (name: string) => all(name)[0] ?? null
  const trimmed = (name: string) => first(name)?.trim() ?? null

  const mode = first('mode') ?? 'clip'
  if (mode !== 'clip' && mode !== 'vit') return wrong({ kind: 'link-mode' })
  const url = first('url')
  if (url !== null && !isPictureAddress(url)) return wrong({ kind: 'link-url' })
  const given = all('labels')
  const listed = given.length > 0 ? readLabels(given) : null
  if (listed !== null && 'fault' in listed) return wrong(labelProblems[listed.fault])
  const template = visibleText(all('template').join('\n'))
  if (template.length > LONGEST_TEMPLATE) return wrong({ kind: 'link-templates-too-long' })
  for (const name of ['clipModel', 'vitModel']) {
    const id = trimmed(name)
    if (id !== null && !isHubId(id)) return wrong({ kind: 'link-model', parameter: name })
  }
  const answer = first('answer')
  if (answer !== null && answer !== 'single' && answer !== 'multi') return wrong({ kind: 'link-answer' })
  const margin = first('margin')
  const noneMargin = margin === null || margin === 'off' ? null : numberWithin(margin, -100, 100)
  if (margin !== null && margin !== 'off' && noneMargin === null) return wrong({ kind: 'link-margin' })
  const heat = first('temperature')
  const temperature = heat === null ? null : numberWithin(heat, 0.01, 100)
  if (heat !== null && temperature === null) return wrong({ kind: 'link-temperature' })

  return done({
    mode,
    url,
    labels: listed?.labels ?? null,
    template: template === '' ? null : template,
    temperature,
    rules: { ...(answer !== null && { mode: answer }), ...(margin !== null && { noneMargin }) },
    clipModel: trimmed('clipModel'),
    vitModel: trimmed('vitModel'),
    classifier: trimmed('classifier'),
  })
}
