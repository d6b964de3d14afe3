import { expect, it } from 'vitest'
import type { ClassificationRecord } from '../../core/tasks/zero-shot/record'
import { setupReview } from '../../testing/review-under-test'
import { exportResults } from '../tasks/late-tasks'

it('what was decided is part of a file of results, beside what the model says', async () => {
  const { press, focusOn, app: running } = await setupReview()
  const lines = (format: 'csv' | 'jsonl') =>
    [...exportResults(running, running.store.getState().pictures, running.store.getState().pictures, format)]
      .join('')
      .trim()
      .split('\n')
  expect(lines('csv')[0]).not.toContain('decision')
  focusOn('r0')
  await press('2')
  focusOn('b3')
  await press('X')
  const records = lines('jsonl').map((line) => JSON.parse(line) as ClassificationRecord)
  expect(records.map(({ top, decision }) => [top, decision])).toEqual([
    ['red', ['blue']],
    ['red', null],
    ['red', null],
    ['blue', []],
    ['blue', null],
  ])
  const [head = '', first = '', second = '', , fourth = ''] = lines('csv').map((line) => line.split(','))
  const cells = [first, second, fourth].map((row) => [
    row[head.indexOf('top')],
    row[head.indexOf('decided')],
    row[head.indexOf('decision')],
  ])
  expect(cells).toEqual([
    ['red', 'true', 'blue'],
    ['red', 'false', ''],
    ['blue', 'true', ''],
  ])
})
