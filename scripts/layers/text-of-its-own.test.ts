import path from 'node:path'
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'
import { textOfItsOwn } from './text-of-its-own.js'

RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      ecmaFeatures: { jsx: true },
      projectService: { allowDefaultProject: ['*.tsx'] },
      tsconfigRootDir: path.join(import.meta.dirname, '../..'),
    },
  },
})

const given = (jsx: string) => ({
  name: jsx,
  filename: path.join(import.meta.dirname, '../../planted.tsx'),
  code: `declare const some: boolean, name: string, count: number, list: string[]
type Node = string | number | object | null
declare const slot: Node, element: object | null
declare const Icon: () => object, Name: () => string, Suspense: (props: object) => object
export const Planted = () => ${jsx}`,
})

const wrong = (jsx: string, times = 1, messageId = 'wrap') => ({
  ...given(jsx),
  errors: Array.from({ length: times }, () => ({ messageId })),
})

tester.run('text-of-its-own', textOfItsOwn, {
  valid: [
    // React writes an only child by `textContent`.
    given('<p>{name}</p>'),
    given('<p>{slot}</p>'),
    given("<p>{some ? name : 'nothing'}</p>"),
    given('<p>{some ? name : <b />}</p>'),
    given('<p><b>{name}</b>{some ? <i>{count}</i> : null}</p>'),
    given('<p>{`${name}: ${count}`}</p>'),
    // Nothing here ever comes or goes.
    given('<p>Some <b>bold</b> text</p>'),
    // An empty text is no node.
    given("<p>{element}{some ? <b /> : ''}</p>"),
    // What cannot be text.
    given('<p>{some ? <b /> : null}{element}</p>'),
    given('<Suspense>{element}</Suspense>'),
    given(`<ul>
      {some ? <li>{name}</li> : null}
      {/* a comment */}
    </ul>`),
  ],
  invalid: [
    wrong('<p>{some ? <b /> : null}{name}</p>'),
    wrong('<p>{some && <b />} text</p>'),
    wrong('<p>{some && <b />}{slot}</p>'),
    wrong("<p>{some ? name : ''}{count}</p>", 2),
    wrong('<p>{count} of {count}</p>', 3),
    wrong('<p>{name}: <b /></p>', 2),
    wrong('<p>{count && element}<i /></p>'),
    // The icon may draw nothing at first.
    wrong('<p><Icon /> text</p>'),
    wrong('<p>text<>{element}</></p>'),
    wrong('<p>{list}</p>'),
    wrong('<p>{list.map((item) => item.trim())}</p>'),
    // What stands beside a fragment is not to be seen here.
    wrong('<>{name}</>'),
    wrong('<Suspense>{slot}</Suspense>'),
    wrong('<p>{some ? <>text</> : null}</p>'),
    wrong('<p><Name /></p>', 1, 'element'),
  ],
})
