import { done, failed, type Outcome } from '../outcome'
import type { AnswerRules } from '../scoring/judge'
import { toLabelList } from '../views/hosted-request'
import { isHubId } from './hub-id'
import { labelsFaults, readLabels } from './label-list'
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
}

const LONGEST_TEMPLATE = 10_000

/** Thrown nowhere: the first thing that is wrong, in words that name the parameter. */
const wrong = (detail: string) => failed({ code: 'VALIDATION_ERROR', detail })

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

  const mode = first('mode') ?? 'clip'
  if (mode !== 'clip' && mode !== 'vit') return wrong('mode in the link is clip or vit.')
  const url = first('url')
  if (url !== null && !isPictureAddress(url))
    return wrong('url in the link is not an http(s) address without a user name.')
  const given = all('labels')
  const listed = given.length > 0 ? readLabels(given) : null
  if (listed !== null && 'fault' in listed) return wrong(`labels in the link ${labelsFaults[listed.fault]}.`)
  const template = all('template').join('\n')
  if (template.length > LONGEST_TEMPLATE) return wrong('The templates in the link are too long.')
  for (const name of ['clipModel', 'vitModel']) {
    const id = first(name)
    if (id !== null && !isHubId(id)) return wrong(`${name} in the link is not a hub id such as owner/name.`)
  }
  const answer = first('answer')
  if (answer !== null && answer !== 'single' && answer !== 'multi')
    return wrong('answer in the link is single or multi.')
  const margin = first('margin')
  const noneMargin = margin === null || margin === 'off' ? null : numberWithin(margin, -100, 100)
  if (margin !== null && margin !== 'off' && noneMargin === null)
    return wrong('margin in the link is a number or off.')
  const heat = first('temperature')
  const temperature = heat === null ? null : numberWithin(heat, 0.01, 100)
  if (heat !== null && temperature === null)
    return wrong('temperature in the link is a number from 0.01 to 100.')

  return done({
    mode,
    url,
    labels: listed?.labels ?? null,
    template: template === '' ? null : template,
    temperature,
    rules: { ...(answer !== null && { mode: answer }), ...(margin !== null && { noneMargin }) },
    clipModel: first('clipModel'),
    vitModel: first('vitModel'),
  })
}

/** What a link carries: never a picture of the person's. */
export interface SharedState {
  readonly labels: readonly string[]
  readonly templates: readonly string[]
  readonly temperature: number
  readonly rules: AnswerRules
  /** Hub id, where the model has one. */
  readonly clipModel: string | null
}

/** The query of a link that opens the page with the same tags, templates and scoring. */
export const toLinkQuery = ({ labels, templates, temperature, rules, clipModel }: SharedState): string =>
  [
    ['labels', toLabelList(labels)],
    ...templates.map((template) => ['template', template]),
    ...(rules.mode === 'single' ? [] : [['answer', rules.mode]]),
    ['margin', rules.noneMargin === null ? 'off' : rules.noneMargin.toString()],
    ...(temperature === 1 ? [] : [['temperature', temperature.toString()]]),
    ...(clipModel === null ? [] : [['clipModel', clipModel]]),
  ]
    .map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
