import { expect, it } from 'vitest'
import type { Milliseconds } from '../../brands'
import { createFixedLabelModel } from '../../../testing/loaded-model'
import { toClassLogits } from './class-logits'
import { exportFixedLabels } from './export-fixed-labels'
import { toFixedLabelRecord } from './fixed-label-record'

/** All pieces of a file in one. */
const fileOf = (...of: Parameters<typeof exportFixedLabels>): string => [...exportFixedLabels(...of)].join('')

const picture = { id: 'p', name: '=a,b.png', sha256: 'ab', width: 3, height: 2, time: 1 as Milliseconds }
const logits = toClassLogits(new Float32Array([0, 2, 1]))
if (!logits) throw new Error('the logits are sane')
const record = toFixedLabelRecord(picture, logits, createFixedLabelModel(), 2)
const failed = [{ id: 'f', name: 'broken.png', error: { code: 'IMAGE_DECODE_FAILED' } }] as const

it('gives a table with the likeliest classes side by side, best first, and no formula', () => {
  const [head = '', row = '', broken = ''] = fileOf([record], failed, 'csv').split('\r\n')
  expect(head).toMatch(/,class 1,class_id 1,probability 1,class 2,class_id 2,probability 2$/)
  expect(row).toMatch(/^"'=a,b\.png",green,/)
  expect(broken).toMatch(/^broken\.png,.*,f,,IMAGE_DECODE_FAILED,/)
  const [, half = ''] = fileOf([{ ...record, reduced_by: 2 }], [], 'csv').split('\r\n')
  expect(half).toMatch(/,1,p,2,,green,/)
  expect(row).toMatch(/,green,1,0\.66\d*,blue,2,0\.24\d*$/)
})

it('gives every record back from JSON and from its lines, and what could not be read', () => {
  expect(JSON.parse(fileOf([record, record], failed, 'json'))).toEqual({
    records: [record, record],
    failed,
  })
  const lines = fileOf([record, record], failed, 'jsonl').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([record, record, ...failed])
})
