import { describe, expect, it } from 'vitest'
import type { Cosine, Milliseconds, Probability } from '../brands'
import { toRecord, withholdAnswer, type ClassificationRecord } from '../tasks/zero-shot/record'
import { DEFAULT_RULES, judge } from '../question/scoring/judge'
import { ownRunOf } from '../runtime/executor'
import { createLoadedModel } from '../../testing/loaded-model'
import { exportRecords, type ExportSettings } from './export'
import { toHuggingFace } from './hugging-face'
import {
  toRoboflowComparison,
  toRoboflowMultiLabel,
  toRoboflowSingleLabel,
  toRoboflowTrained,
} from './roboflow'
import { toVehicore } from './vehicore'

/** All pieces of a file in one. */
const fileOf = (...of: Parameters<typeof exportRecords>): string => [...exportRecords(...of)].join('')

const model = createLoadedModel({ id: 'Xenova/clip-vit-base-patch32' })

/** The record of a picture with these cosines, beside neutral texts at `neutral`. */
const record = (
  cosines: Readonly<Record<string, number>>,
  neutral = 0.2,
  change: Partial<ClassificationRecord> = {},
): ClassificationRecord => ({
  ...toRecord(
    { id: 'p1', name: 'car.jpg', sha256: 'ab'.repeat(32), width: 640, height: 480, time: 25 as Milliseconds },
    judge(
      Object.entries(cosines).map(([tag, cosine]) => ({ tag, cosine: cosine as Cosine, threshold: null })),
      [neutral as Cosine],
      { ...model, temperature: 1 },
      DEFAULT_RULES,
    ),
    model,
    { templates: ['{}'], temperature: 1 },
  ),
  ...change,
})
/** The car-door example of the first service: the scratched door is the nearer. */
const doors = record({ 'car door': 0.25, 'scratched car door': 0.27 })
const round = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(3)) : part,
  )

describe('the VehiCore view', () => {
  it('has the service’s fields, in its order, best first', () => {
    const view = toVehicore(doors)
    expect(JSON.stringify(round(view))).toBe(
      '{"result":"scratched car door","confidence":0.881,"model":"clip","predictions":[{"label":"scratched car door","score":0.881},{"label":"car door","score":0.119}]}',
    )
  })

  it('answers the service’s own example: six labels, the car by far', () => {
    const six = { car: 0.93, document: 0.03, motorcycle: 0.02, truck: 0.01, person: 0.006, other: 0.004 }
    const answered = record(six)
    const labels = answered.labels.map((label) => ({
      ...label,
      rank: label.class_id + 1,
      probability: label.cosine as number as Probability,
    }))
    expect(JSON.stringify(toVehicore({ ...answered, labels }))).toBe(
      '{"result":"car","confidence":0.93,"model":"clip","predictions":[{"label":"car","score":0.93},{"label":"document","score":0.03},{"label":"motorcycle","score":0.02},{"label":"truck","score":0.01},{"label":"person","score":0.006},{"label":"other","score":0.004}]}',
    )
  })

  it('says other where nothing fits and there is such a label, else adds that it was rejected', () => {
    expect(toVehicore(record({ car: 0.1, other: 0.1 }))).toMatchObject({ result: 'other', model: 'clip' })
    expect(toVehicore(record({ car: 0.1, other: 0.1 }))).not.toHaveProperty('rejected')
    expect(toVehicore(record({ car: 0.1, truck: 0.05 }))).toMatchObject({ result: 'car', rejected: true })
  })
})

describe('the Roboflow views', () => {
  it('compare in the order of the prompts, with raw cosines', () => {
    expect(JSON.stringify(toRoboflowComparison(doors))).toBe('{"similarity":[0.25,0.27],"time":0.025}')
    expect(toRoboflowComparison(doors, ['fine', 'damaged'])).toEqual({
      similarity: { fine: 0.25, damaged: 0.27 },
      time: 0.025,
    })
  })

  it('have the fields of a single-label model, in their order', () => {
    expect(JSON.stringify(round(toRoboflowSingleLabel(doors)))).toBe(
      '{"time":0.025,"image":{"width":640,"height":480},"predictions":[{"class":"scratched car door","class_id":1,"confidence":0.881},{"class":"car door","class_id":0,"confidence":0.119}],"top":"scratched car door","confidence":0.881}',
    )
  })

  it('have the fields of a multi-label model, in their order', () => {
    expect(JSON.stringify(round(toRoboflowMultiLabel(doors)))).toBe(
      '{"time":0.025,"image":{"width":640,"height":480},"predictions":{"car door":{"confidence":0.993,"class_id":0},"scratched car door":{"confidence":0.999,"class_id":1}},"predicted_classes":["scratched car door"]}',
    )
  })

  it('answers for a trained model by its kind, of several labels from the confidence on that is asked for', () => {
    expect(toRoboflowTrained(doors, 'single', 0.9)).toEqual(toRoboflowSingleLabel(doors))
    expect(toRoboflowTrained(doors, 'multi', null)).toEqual(toRoboflowMultiLabel(doors))
    expect(toRoboflowTrained(doors, 'multi', 0.1)).toMatchObject({
      predicted_classes: ['car door', 'scratched car door'],
    })
  })

  it('keep a label that is called like a part of every object', () => {
    const hostile = record(JSON.parse('{"__proto__": 0.3, "car": 0.2}') as Record<string, number>)
    expect(JSON.stringify(toRoboflowMultiLabel(hostile))).toContain('"__proto__":{"confidence"')
  })
})

it('the Hugging Face view is a list, best first', () => {
  expect(JSON.stringify(round(toHuggingFace(doors)))).toBe(
    '[{"label":"scratched car door","score":0.881},{"label":"car door","score":0.119}]',
  )
})

describe('a file of records', () => {
  const settings: ExportSettings = { neutral: ['other', 'thing'], rules: DEFAULT_RULES, thresholds: {} }

  it('is JSON with the settings once, or a line for each record with its settings', () => {
    expect(JSON.parse(fileOf([doors], [], settings, 'json'))).toEqual({
      settings,
      records: [doors],
      failed: [],
    })
    const lines = fileOf([doors, doors], [], settings, 'jsonl').trimEnd().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { ...doors, settings },
      { ...doors, settings },
    ])
  })

  it('has a row for each picture in CSV, with what it takes to ask again', () => {
    const [head = '', row = ''] = fileOf([doors], [], settings, 'csv').split('\r\n')
    const byName = new Map(head.split(',').map((name, i) => [name, row.split(',')[i]]))
    expect(byName.get('top')).toBe('scratched car door')
    expect(byName.get('model')).toBe('Xenova/clip-vit-base-patch32')
    expect(byName.get('templates')).toBe('{}')
    expect(byName.get('none_margin')).toBe('1')
    expect(byName.get('neutral')).toBe('other | thing')
    expect(Number(byName.get('cosine of car door'))).toBe(0.25)
  })

  it('says of a picture that was decoded at a half that it was, and of others nothing', () => {
    const [head = '', half = '', whole = ''] = fileOf(
      [{ ...doors, reduced_by: 2 }, doors],
      [],
      settings,
      'csv',
    ).split('\r\n')
    const at = head.split(',').indexOf('reduced_by')
    expect([half, whole].map((row) => row.split(',')[at])).toEqual(['2', ''])
  })

  it('names what could not be read, with its code, in each form', () => {
    const failed = [{ id: 'p2', name: 'val/broken.jpg', error: { code: 'IMAGE_DECODE_FAILED' } }] as const
    const inJson: unknown = JSON.parse(fileOf([doors], failed, settings, 'json'))
    expect(inJson).toMatchObject({ records: [{ name: 'car.jpg' }], failed })
    const lines = fileOf([doors], failed, settings, 'jsonl').trimEnd().split('\n')
    expect(JSON.parse(lines[1] ?? '')).toEqual(failed[0])
    const [head = '', , row = ''] = fileOf([doors], failed, settings, 'csv').split('\r\n')
    const filled = head.split(',').flatMap((name, i) => (row.split(',')[i] === '' ? [] : [name]))
    expect(filled).toEqual(['name', 'id', 'error'])
    expect(row).toContain('IMAGE_DECODE_FAILED')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\ufeff=1'])(
    'never has a cell that a spreadsheet would run: %j',
    (name) => {
      const row = fileOf([{ ...doors, name }], [], settings, 'csv').slice(
        fileOf([], [], settings, 'csv').length,
      )
      expect(row).toContain(`'${name}`)
    },
  )

  it('quotes commas, quotes and new lines, and leaves negative numbers numbers', () => {
    const csv = fileOf([record({ 'a,"b"\n': -0.25 })], [], settings, 'csv')
    expect(csv).toContain('"cosine of a,""b""\n"')
    expect(csv).toContain(',-0.25\r\n')
  })
})

describe('an answer that is withheld', () => {
  const withheld = withholdAnswer(doors)

  it('is null or empty in every shape, with the reason where there is room', () => {
    const { unanswered } = withheld
    expect(unanswered).toMatch(/photograph/)
    expect(withheld).toMatchObject({ top: null, margin: null, labels: [], name: 'car.jpg' })
    expect(toVehicore(withheld)).toEqual({
      ...{ result: null, confidence: null, model: 'clip', predictions: [] },
      unanswered,
    })
    expect(toRoboflowSingleLabel(withheld)).toMatchObject({ top: null, confidence: null, predictions: [] })
    expect(toRoboflowMultiLabel(withheld)).toMatchObject({ predictions: {}, predicted_classes: [] })
    expect(toRoboflowComparison(withheld)).toMatchObject({ similarity: [] })
    expect(toHuggingFace(withheld)).toEqual([])
  })

  it('leaves no number in a file beside pictures that are answered', () => {
    const settings: ExportSettings = { neutral: [], rules: DEFAULT_RULES, thresholds: {} }
    const [head = [], answered = [], other = []] = fileOf([doors, withheld], [], settings, 'csv')
      .trimEnd()
      .split('\r\n')
      .map((row) => row.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [])
    const scores = head.flatMap((name, i) =>
      /^(probability|match|cosine) of|^margin$/.test(name) ? [i] : [],
    )
    expect(scores.length).toBe(7)
    expect(scores.every((i) => /\d/.test(answered[i] ?? ''))).toBe(true)
    expect(scores.every((i) => other[i] === '')).toBe(true)
    expect(other[head.indexOf('unanswered')]).toContain('photograph')
    expect(fileOf([withheld], [], settings, 'json')).not.toMatch(/car door/)
  })
})

describe('what our own kernels have seen', () => {
  const own = createLoadedModel({ executor: { kind: 'own', precision: 'int8', distance: 0.001 } })
  const seen = { ...doors, model: { ...doors.model, ...ownRunOf(own) } }
  const settings: ExportSettings = { neutral: [], rules: DEFAULT_RULES, thresholds: {} }

  it('is named with its precision in records and tables, and other files stay as they are', () => {
    expect(seen.model).toMatchObject({ dtype: 'fp32', device: 'wasm', executor: 'own', precision: 'int8' })
    const [head = '', row = ''] = fileOf([seen], [], settings, 'csv').split('\r\n')
    expect(head).toContain('executor,precision')
    expect(row).toContain('own,int8')
    expect(fileOf([doors], [], settings, 'csv')).not.toContain('executor')
    expect(doors.model).not.toHaveProperty('executor')
  })
})
