import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderClasses } from './folder-classes'
import { readLabelTable } from './label-table'

describe('folders that pictures came in', () => {
  it('name what lies in them where they lie side by side', () => {
    expect(folderClasses(['ok/1.png', 'ok/2.png', 'not ok/1.png'])).toEqual(['ok', 'ok', 'not ok'])
    expect(folderClasses(['parts/ok/1.png', 'parts/ok/2.png', 'parts/bad/1.png'])).toEqual([
      'ok',
      'ok',
      'bad',
    ])
  })

  it.each([
    ['one folder', ['ok/1.png', 'ok/2.png']],
    ['a picture beside the folders', ['ok/1.png', 'bad/1.png', '1.png']],
    ['folders at different depths', ['ok/1.png', 'ok/2.png', 'more/bad/1.png']],
    ['one picture in each', ['a/1.png', 'b/1.png']],
    ['no folder', ['1.png', '2.png']],
    ['nothing', []],
  ])('say nothing with %s', (_, paths) => {
    expect(folderClasses(paths)).toBeNull()
  })
})

describe('a table of files and labels', () => {
  const names = ['ok/1.png', 'ok/2.png', 'bad/1.png', 'door, red.png']

  it('names pictures by their path, or by their file where that is enough', () => {
    const text = 'file,label,label\r\nok/1.png,ok\r\n2.png,ok,red\r\n"door, red.png","not ""ok"""\r\n'
    expect(readLabelTable(text, names)).toEqual({
      labelsByName: new Map([
        ['ok/1.png', ['ok']],
        ['ok/2.png', ['ok', 'red']],
        ['door, red.png', ['not "ok"']],
      ]),
      rows: 3,
    })
  })

  it('may have semicolons, backslashes, a mark of its encoding and no heading', () => {
    const { labelsByName } = readLabelTable('\uFEFF.\\ok\\1.png;ok\nbad\\1.png;bad\n', names) ?? {}
    expect([...(labelsByName ?? [])]).toEqual([
      ['ok/1.png', ['ok']],
      ['bad/1.png', ['bad']],
    ])
  })

  it('takes columns that are named labels for labels, and no others, in as many rows as there are', () => {
    const text = [
      'path,class,confidence,source,sha256',
      'ok/1.png,ok,,person,1f',
      'ok/1.png,red,,person,1f',
      'ok/2.png,,,person,2f',
      'bad/1.png,ok,0.9,model,3f',
    ].join('\r\n')
    expect(readLabelTable(text, names)).toEqual({
      labelsByName: new Map([['ok/1.png', ['ok', 'red']]]),
      rows: 4,
    })
    expect(readLabelTable('file,label\nok/1.png,ok,red', names)?.labelsByName.get('ok/1.png')).toEqual([
      'ok',
      'red',
    ])
    const results = 'name,top,sha256,decided,decision\nok/1.png,ok,1f,true,bad | red\nok/2.png,ok,2f,false,'
    expect([...(readLabelTable(results, names)?.labelsByName ?? [])]).toEqual([['ok/1.png', ['bad', 'red']]])
  })

  it.each([
    ['answers of a model', 'name,top,accepted,sha256\nok/1.png,ok,ok,1f\nok/2.png,ok,ok,2f'],
    ['pictures that are elsewhere', 'file,label\na.png,ok\nb.png,ok'],
    ['a file that two folders have', 'x,y\n1.png,ok'],
  ])('is one that says nothing of the pictures here, with %s', (_, text) => {
    expect(readLabelTable(text, names)?.labelsByName.size).toBe(0)
  })

  it('says what it says of the pictures here beside others that are elsewhere', () => {
    expect(readLabelTable('ok/1.png,ok\na.png,ok\nb.png,ok\nc.png,ok', names)).toEqual({
      labelsByName: new Map([['ok/1.png', ['ok']]]),
      rows: 4,
    })
  })

  it.each([
    ['tags', 'car\ntruck\nbus'],
    ['pictures without a label', 'ok/1.png\nok/2.png'],
    ['nothing', ''],
  ])('is none with %s', (_, text) => {
    expect(readLabelTable(text, names)).toBeNull()
  })

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readLabelTable(text, names)).not.toThrow()
      }),
    )
  })
})
